//! What the SDG targets say of themselves, and the search terms that Aurora's experts wrote for each.

use std::path::Path;

use serde::Deserialize;

use super::labelled::read;
use super::{IngestError, read_text};

/// A text that stands for a target or a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SdgText {
    /// Code of the target (`7.1`) or goal (`7`).
    pub code: String,
    /// English text.
    pub text: String,
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
pub fn read_sdg_texts(path: &Path) -> Result<Vec<SdgText>, IngestError> {
    let of = |row: Row| SdgText { code: row.code.split('.').take(2).collect::<Vec<_>>().join("."), text: row.en };
    Ok(read::<Row>(path)?.into_iter().map(of).filter(|text| !text.text.is_empty()).collect())
}

/// Reads a query file of Aurora (XML): the search terms of each line, by target.
///
/// # Errors
/// When the file cannot be read.
pub fn read_aurora_queries(path: &Path) -> Result<Vec<SdgText>, IngestError> {
    let text = read_text(path)?;
    let mut found = Vec::new();
    for definition in text.split("<aqd:query-definition>").chain(text.split("<aqd:query-definition ")).skip(1) {
        let Some(code) = between(definition, "metadata.un.org/sdg/", "<") else { continue };
        let lines = definition.split("<aqd:query-line ").skip(1);
        let terms = lines.map(|line| line.split("</aqd:query-line>").next().unwrap_or_default()).map(quoted);
        found
            .extend(terms.filter(|terms| !terms.is_empty()).map(|text| SdgText { code: code.trim().to_owned(), text }));
    }
    found.dedup();
    Ok(found)
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
        let xml = "<q><aqd:query-definition><dc:identifier>http://metadata.un.org/sdg/7.1</dc:identifier>\
            <aqd:query-line field=\"TITLE\">( \"solar lamp*\" OR \"stove\" )</aqd:query-line></aqd:query-definition></q>";
        std::fs::write(&file, xml).unwrap();
        let read = read_aurora_queries(&file).unwrap();
        assert_eq!((read.len(), read[0].code.as_str(), read[0].text.as_str()), (1, "7.1", "solar lamp stove"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
