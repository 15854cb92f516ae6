//! English glosses of texts in the other five languages.
//!
//! The shipped models read English. A text in another language is read through the term table:
//! every term of the field that it holds is replaced by its English form, in order, and what the
//! table does not know is left out. That is no translation and is never shown as one; it is the
//! evidence that models and links see.

use std::sync::LazyLock;

use crate::domain::Language;
use crate::domain::vocabulary::{Table, fold};

use super::phrases::PhraseMatcher;
use super::tokens::{stems, words};

static TERMS: LazyLock<Table> =
    LazyLock::new(|| Table::embedded("terms", include_str!("../../corpora/reference/terms.csv")));

/// Who speaks to whom in a committee's paragraph; it says nothing of what is asked.
const FRAME: [&str; 5] = ["committee", "state party", "recommend", "recommendation", "state"];

struct Glossary {
    matchers: [PhraseMatcher; 6],
    english: Vec<String>,
}

static GLOSSARY: LazyLock<Glossary> = LazyLock::new(|| {
    let english: Vec<String> = TERMS.rows().map(|row| fold(row.cell("en"))).collect();
    let matchers = Language::ALL.map(|language| {
        let spelt: Vec<(String, usize)> = TERMS
            .rows()
            .enumerate()
            .flat_map(|(at, row)| row.list(language.code()).into_iter().map(move |term| (stemmed(&term, language), at)))
            .collect();
        PhraseMatcher::new(spelt.iter().map(|(term, at)| (term.as_str(), *at)))
    });
    Glossary { matchers, english }
});

/// The words of a text as stems joined by blanks; Chinese is kept as it is.
fn stemmed(text: &str, language: Language) -> String {
    match language {
        Language::Zh => fold(text),
        _ => stems(&words(text, language), language).join(" "),
    }
}

/// The rows of the term table: the forms of a term in each language, in the order of
/// [`Language::ALL`].
#[must_use]
pub fn term_rows() -> Vec<[Vec<String>; 6]> {
    TERMS.rows().map(|row| Language::ALL.map(|language| row.list(language.code()))).collect()
}

/// The English terms that stand for what a text in another language holds.
#[must_use]
pub(super) fn gloss(clean: &str, language: Language) -> String {
    let glossary = &*GLOSSARY;
    let text = stemmed(clean, language);
    let hits = glossary.matchers[language.index()].find(&text);
    let terms = hits.iter().map(|hit| glossary.english[hit.value].as_str());
    terms.filter(|term| !FRAME.contains(term)).collect::<Vec<_>>().join(" ")
}
