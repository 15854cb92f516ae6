//! The words of the tables of a dispatch, in six languages: headings with what else people call them, answers, notes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::sheet::{SheetColumn, SheetPart};
use crate::domain::Language;
use crate::domain::vocabulary::{Table, fold};

/// What stands before the code of a column in the row of codes.
const CODE: &str = "weft:";

/// The words of `corpora/reference/exchange_words.csv`.
struct Sayings {
    /// In each language, by kind and code.
    said: HashMap<(String, String), [String; 6]>,
    /// Columns by folded headings.
    columns: HashMap<String, SheetColumn>,
    /// What is written to clear a cell, folded.
    clearing: Vec<String>,
}

static WORDS: LazyLock<Sayings> = LazyLock::new(|| {
    let table = Table::embedded("exchange_words", include_str!("../../../corpora/reference/exchange_words.csv"));
    let mut all = Sayings { said: HashMap::new(), columns: HashMap::new(), clearing: Vec::new() };
    for row in table.rows() {
        let (kind, code) = (row.cell("kind").to_owned(), row.cell("code").to_owned());
        let said = Language::ALL.map(|language| row.cell(language.code()).to_owned());
        let named = || said.iter().cloned().chain(row.list("also"));
        match kind.as_str() {
            "column" => {
                let column: SheetColumn = code.parse().expect("the table names known columns");
                named().for_each(|heading| _ = all.columns.insert(fold(&heading), column));
            }
            "note" if code == "clear" => all.clearing.extend(named().map(|word| fold(&word))),
            _ => {}
        }
        all.said.insert((kind, code), said);
    }
    all
});

fn said(kind: &str, code: &str, language: Language) -> &'static str {
    let at = Language::ALL.iter().position(|own| *own == language).unwrap_or_default();
    WORDS.said.get(&(kind.to_owned(), code.to_owned())).map_or("", |said| said[at].as_str())
}

impl SheetColumn {
    /// The heading in a language.
    #[must_use]
    pub fn heading(self, language: Language) -> &'static str {
        said("column", self.code(), language)
    }
}

/// The title of a table in a language.
#[must_use]
pub fn part_title(part: SheetPart, language: Language) -> &'static str {
    said("part", part.code(), language)
}

/// A sentence of a table in a language, by its code; empty for a code that the table of words does not have.
#[must_use]
pub fn note(code: &str, language: Language) -> &'static str {
    said("note", code, language)
}

/// The column that a heading names in any of six languages, or by what else people call it.
#[must_use]
pub fn column_of_heading(heading: &str) -> Option<SheetColumn> {
    WORDS.columns.get(&fold(heading)).copied()
}

/// What stands in the row of codes, which nobody sees.
#[must_use]
pub fn code_of_column(column: SheetColumn) -> String {
    format!("{CODE}{}", column.code())
}

/// The column of a code.
#[must_use]
pub fn column_of_code(text: &str) -> Option<SheetColumn> {
    text.trim().strip_prefix(CODE)?.parse().ok()
}

/// Whether a cell says that what stands is to be taken away.
#[must_use]
pub fn is_clearing(text: &str) -> bool {
    text.trim().starts_with('[') && WORDS.clearing.contains(&fold(text))
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::{code_of_column, column_of_code, column_of_heading, is_clearing, note, part_title};
    use crate::domain::Language;
    use crate::domain::exchange::{SheetColumn, SheetPart};

    #[test]
    fn every_heading_is_known_again_in_every_language_and_by_its_code() {
        for column in SheetColumn::VARIANTS {
            for language in Language::ALL {
                let heading = column.heading(language);
                assert_eq!(column_of_heading(heading), Some(*column), "{heading} ({})", language.code());
                assert_eq!(column_of_heading(&heading.to_uppercase()), Some(*column), "{heading}");
            }
            assert_eq!(column_of_code(&code_of_column(*column)), Some(*column));
        }
        assert_eq!((column_of_heading("Weather"), column_of_code("status")), (None, None));
    }

    #[test]
    fn every_table_and_note_is_said_in_every_language() {
        for language in Language::ALL {
            assert!(SheetPart::VARIANTS.iter().all(|part| !part_title(*part, language).is_empty()));
            for code in ["clear", "how", "key", "return", "about", "dispatch", "problems"] {
                assert!(!note(code, language).is_empty(), "{code} {}", language.code());
            }
            assert!(is_clearing(note("clear", language)));
        }
        assert!(!is_clearing("clear") && !is_clearing(""));
    }
}
