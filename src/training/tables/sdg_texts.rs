//! What the SDG targets say of themselves, and the search terms that Aurora's experts wrote for each.

use std::path::Path;

use serde::Deserialize;

use super::rows::read;
use crate::ingest::read_text;
use crate::training::TrainingError;

/// A text that stands for a target or a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SdgText {
    /// Code of the target (`7.1`) or goal (`7`).
    pub code: String,
    /// English text.
    pub text: String,
    /// Whether it lists terms to search for, and says nothing itself.
    pub is_query: bool,
}

#[derive(Deserialize)]
struct Row {
    code: String,
    en: String,
}

/// Reads goals, targets and indicators: columns `code,en`; an indicator stands for its target.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_sdg_texts(path: &Path) -> Result<Vec<SdgText>, TrainingError> {
    let of = |row: Row| SdgText {
        code: row.code.split('.').take(2).collect::<Vec<_>>().join("."),
        text: row.en,
        is_query: false,
    };
    Ok(read::<Row>(path)?.into_iter().map(of).filter(|text| !text.text.is_empty()).collect())
}

/// Reads a query file of Aurora (XML): the search terms of each line, by target.
///
/// # Errors
/// When the file cannot be read.
pub fn read_aurora_queries(path: &Path) -> Result<Vec<SdgText>, TrainingError> {
    let text = read_text(path)?;
    let mut found = Vec::new();
    // The head of the file names the goal and has no lines; "…-definitions" is the list around them.
    for part in
        text.split("<aqd:query-definition").skip(1).filter(|part| part.starts_with(['>', ' ', '\n', '\r', '\t']))
    {
        let definition = part.split("</aqd:query-definition>").next().unwrap_or_default();
        let Some(code) = between(definition, "metadata.un.org/sdg/", "<").map(dotted) else { continue };
        let lines = definition.split("<aqd:query-line ").skip(1);
        let terms = lines.map(|line| line.split("</aqd:query-line>").next().unwrap_or_default()).map(quoted);
        found.extend(terms.filter(|terms| !terms.is_empty()).map(|text| SdgText {
            code: code.clone(),
            text,
            is_query: true,
        }));
    }
    Ok(found)
}

/// `3c`, as some files write a target, is `3.c`.
fn dotted(code: &str) -> String {
    let code = code.trim();
    match code.find(|c: char| c.is_ascii_alphabetic()) {
        Some(at) if !code.contains('.') => format!("{}.{}", &code[..at], &code[at..]),
        _ => code.to_owned(),
    }
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(from)?;
    Some(rest.split_once(to)?.0)
}

/// The terms in quotes of a query, without marks of open endings.
fn quoted(line: &str) -> String {
    let terms = line.split('>').next_back().unwrap_or_default().split('"').skip(1).step_by(2);
    terms.map(|term| term.replace('*', "")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::read_aurora_queries;

    #[test]
    fn terms_are_read_by_target() {
        let folder = std::env::temp_dir().join(format!("weft-aurora-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("query.xml");
        let definition = |attribute: &str, code: &str, line: &str| {
            format!(
                "<aqd:query-definition{attribute}><dc:identifier>http://metadata.un.org/sdg/{code}</dc:identifier>\
                <aqd:query-lines><aqd:query-line field=\"TITLE\">{line}</aqd:query-line></aqd:query-lines>\
                </aqd:query-definition>"
            )
        };
        let xml = format!(
            "<q><dc:identifier>http://metadata.un.org/sdg/7</dc:identifier><aqd:query-definitions syntax=\"S\">{}{}{}\
            </aqd:query-definitions></q>",
            definition("", "7.1", "( \"solar lamp*\" OR \"stove\" )"),
            definition("", "7.2", "\"tide\""),
            definition(" syntax=\"S\"", "7b", "\"cellar\""),
        );
        std::fs::write(&file, xml).unwrap();
        let read = read_aurora_queries(&file).unwrap();
        let pairs: Vec<(&str, &str)> = read.iter().map(|text| (text.code.as_str(), text.text.as_str())).collect();
        assert_eq!(pairs, [("7.1", "solar lamp stove"), ("7.2", "tide"), ("7.b", "cellar")]);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
