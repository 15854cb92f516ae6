//! How a query was read, in words that would be read the same way.

use std::fmt;

use super::tree::Query;
use crate::domain::Facet;

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => Ok(()),
            Self::Word(text) => f.write_str(text),
            Self::Prefix(head) => write!(f, "{head}*"),
            Self::Fuzzy(text) => write!(f, "{text}~"),
            Self::Phrase(text) => write!(f, "\"{text}\""),
            Self::Exact(text) if text.contains(' ') => write!(f, "=\"{text}\""),
            Self::Exact(text) => write!(f, "={text}"),
            Self::Near(a, b, distance) => {
                inside(a, f)?;
                write!(f, " NEAR/{distance} ")?;
                inside(b, f)
            }
            Self::Field(facet, values) => write!(f, "{}:{}", field(*facet), value(values)),
            // Only made from what was read, never shown.
            Self::Stems(_) => Ok(()),
            Self::Years(from, to) if from == to => write!(f, "year:{}", year(*from)),
            Self::Years(from, to) => write!(f, "year:{}..{}", year(*from), year(*to)),
            Self::And(parts) => joined(parts, " AND ", f),
            Self::Or(parts) => joined(parts, " OR ", f),
            Self::Not(inner) => {
                f.write_str("NOT ")?;
                inside(inner, f)
            }
        }
    }
}

fn joined(parts: &[Query], operator: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            f.write_str(operator)?;
        }
        inside(part, f)?;
    }
    Ok(())
}

/// A part with brackets where it needs them.
fn inside(query: &Query, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match query {
        Query::And(_) | Query::Or(_) => write!(f, "({query})"),
        _ => write!(f, "{query}"),
    }
}

fn field(facet: Facet) -> &'static str {
    match facet {
        Facet::RecommendingState => "by",
        Facet::Instrument => "cites",
        other => other.name(),
    }
}

fn value(values: &[String]) -> String {
    let quoted = |value: &String| if value.contains(' ') { format!("\"{value}\"") } else { value.clone() };
    values.iter().map(quoted).collect::<Vec<_>>().join(",")
}

fn year(year: Option<i16>) -> String {
    year.map(|y| y.to_string()).unwrap_or_default()
}
