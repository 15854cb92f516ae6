//! Other names of what is looked for: instruments by all their names, and set terms of the field in
//! six languages (`corpora/reference/thesaurus.csv`).
//!
//! Where a query holds such a term, its other names are looked for too and named to the user; a query
//! that is to be taken literally passes this room by.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;

use super::tree::Query;
use crate::domain::vocabulary::{InstrumentRegister, Table, fold};
use crate::domain::{Facet, Language, Message, Values};
use crate::text::han::simplified;

/// A term of the query and what was looked for besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Widened {
    /// The term as the query has it.
    pub term: String,
    /// Its other names.
    pub also: Vec<OtherName>,
}

/// Another name of a term, and what else is looked for in its stead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(untagged)]
#[strum(serialize_all = "kebab-case", prefix = "search-also-")]
pub enum OtherName {
    /// Words that mean the same.
    Words(String),
    /// An instrument, by whatever name a text has for it.
    Instrument {
        /// Its code.
        instrument: String,
    },
}

impl Message for OtherName {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        let (name, value) = match self {
            Self::Words(words) => ("words", words),
            Self::Instrument { instrument } => ("instrument", instrument),
        };
        Values::from_iter([(name.to_owned(), value.as_str().into())])
    }
}

/// The order in which other names are told: Latin script first.
const SHOWN: [Language; 6] = [Language::En, Language::Fr, Language::Es, Language::Ru, Language::Ar, Language::Zh];
/// Longest term, in words.
const LONGEST: usize = 14;

/// What a term stands for.
#[derive(Debug, Clone)]
enum Entry {
    /// An instrument, by its code.
    Instrument(String),
    /// A row of the thesaurus.
    Names(usize),
}

struct Thesaurus {
    entries: HashMap<String, Entry>,
    names: Vec<Vec<String>>,
}

static THESAURUS: LazyLock<Thesaurus> = LazyLock::new(|| {
    let (mut entries, mut names) = (HashMap::new(), Vec::new());
    for instrument in InstrumentRegister::embedded().all() {
        let own = instrument.names.iter().map(str::to_owned).chain(instrument.abbreviations.iter().cloned());
        let own = own.chain(instrument.phrases.iter().flatten().cloned());
        for name in own.chain([instrument.code.clone()]).map(|name| fold(&name)).filter(|name| name.len() > 2) {
            entries.entry(name).or_insert_with(|| Entry::Instrument(instrument.code.clone()));
        }
    }
    let table = Table::embedded("thesaurus", include_str!("../../../corpora/reference/thesaurus.csv"));
    for row in table.rows() {
        let all: Vec<String> = SHOWN.iter().flat_map(|language| row.list(language.code())).collect();
        all.iter().for_each(|name| _ = entries.insert(fold(name), Entry::Names(names.len())));
        names.push(all);
    }
    Thesaurus { entries, names }
});

/// What a name stands for, in either script of Chinese.
fn entry(name: &str) -> Option<&'static Entry> {
    let folded = fold(name);
    THESAURUS.entries.get(&folded).or_else(|| THESAURUS.entries.get(&*simplified(&folded)))
}

/// The code of the instrument that has this name or abbreviation.
pub(super) fn instrument_code(name: &str) -> Option<String> {
    match entry(name) {
        Some(Entry::Instrument(code)) => Some(code.clone()),
        _ => None,
    }
}

/// The query with other names of its terms, and which were added.
pub(super) fn widen(query: Query) -> (Query, Vec<Widened>) {
    let mut added = Vec::new();
    let query = walk(query, &mut added);
    (query, added)
}

fn walk(query: Query, added: &mut Vec<Widened>) -> Query {
    match query {
        Query::Word(text) => with_other_names(&text, Query::Word(text.clone()), added),
        Query::Phrase(text) => with_other_names(&text, Query::Phrase(text.clone()), added),
        Query::And(parts) => terms(parts, added),
        Query::Or(parts) => Query::Or(parts.into_iter().map(|part| walk(part, added)).collect()),
        Query::Not(inner) => Query::Not(Box::new(walk(*inner, added))),
        other => other,
    }
}

/// Words that follow each other may be one term: the longest that is known is taken.
fn terms(parts: Vec<Query>, added: &mut Vec<Widened>) -> Query {
    let mut out = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        let run = words_from(&parts[at..]);
        let known = (2..=run.len().min(LONGEST)).rev().find(|n| entry(&run[..*n].join(" ")).is_some());
        match known {
            Some(length) => {
                let words = Query::And(parts[at..at + length].to_vec());
                out.push(with_other_names(&run[..length].join(" "), words, added));
                at += length;
            }
            None => {
                out.push(walk(parts[at].clone(), added));
                at += 1;
            }
        }
    }
    if out.len() == 1 { out.remove(0) } else { Query::And(out) }
}

fn words_from(parts: &[Query]) -> Vec<&str> {
    let words = parts.iter().map_while(|part| match part {
        Query::Word(text) => Some(text.as_str()),
        _ => None,
    });
    words.collect()
}

/// A term or its other names.
fn with_other_names(term: &str, own: Query, added: &mut Vec<Widened>) -> Query {
    let folded = fold(term);
    let Some(entry) = entry(term) else { return own };
    let (mut parts, mut also) = (vec![own], Vec::new());
    match entry {
        Entry::Instrument(code) => {
            parts.push(Query::Field(Facet::Instrument, vec![code.clone()]));
            also.push(OtherName::Instrument { instrument: code.clone() });
        }
        Entry::Names(row) => {
            for name in THESAURUS.names[*row].iter().filter(|name| fold(name) != folded) {
                let words = OtherName::Words(name.clone());
                // One word may be the name in two languages.
                if also.contains(&words) {
                    continue;
                }
                parts.push(Query::Phrase(name.clone()));
                also.push(words);
            }
        }
    }
    let widened = Widened { term: term.to_owned(), also };
    if !added.contains(&widened) {
        added.push(widened);
    }
    Query::Or(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_and_instruments_are_found_among_words() {
        let (query, added) = widen(Query::parse("end female genital mutilation NOT OPCAT"));
        assert_eq!(added.iter().map(|w| w.term.as_str()).collect::<Vec<_>>(), ["female genital mutilation", "OPCAT"]);
        assert!(added[0].also.contains(&OtherName::Words("FGM".to_owned())));
        assert!(matches!(query, Query::And(parts) if parts.len() == 3));
        assert_eq!(widen(Query::parse("schools")).1, []);
        let (_, added) = widen(Query::parse("ratify optional protocol to the convention against torture"));
        assert_eq!(added.iter().map(|w| w.term.split(' ').count()).collect::<Vec<_>>(), [7]);
    }
}
