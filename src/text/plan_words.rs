//! How far something has come, in the words of plans and assessments in six languages.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::domain::Language;
use crate::domain::plan::{Acceptance, IriAnswer, Status};
use crate::domain::vocabulary::Table;

/// Codes by kind and words, from `corpora/reference/status_words.csv`.
static WORDS: LazyLock<HashMap<(String, String), String>> = LazyLock::new(|| {
    let table = Table::embedded("status_words", include_str!("../../corpora/reference/status_words.csv"));
    let mut words = HashMap::new();
    for row in table.rows() {
        for word in row.list("words") {
            words.insert((row.cell("kind").to_owned(), folded(&word)), row.cell("code").to_owned());
        }
    }
    words
});

/// The first word of each code, by kind, code and language.
static OFFERED: LazyLock<HashMap<(String, String, Language), String>> = LazyLock::new(|| {
    let table = Table::embedded("status_words", include_str!("../../corpora/reference/status_words.csv"));
    let mut words = HashMap::new();
    for row in table.rows() {
        let language = Language::ALL.into_iter().find(|language| language.code() == row.cell("language"));
        let first = row.list("words").into_iter().next();
        if let (Some(language), Some(first)) = (language, first) {
            words.insert((row.cell("kind").to_owned(), row.cell("code").to_owned(), language), first);
        }
    }
    words
});

/// The state of a measure that words name, or its code; `None` for words of a scale that is not known.
#[must_use]
pub fn status_of(words: &str) -> Option<Status> {
    named("status", words)
}

/// The answer that words name, or its code; `None` where they name none.
#[must_use]
pub fn iri_answer(words: &str) -> Option<IriAnswer> {
    named("iri", words)
}

/// The answer of a code (`partly`, "not implemented") or a number of the index (`0.5`), and of no other words.
#[must_use]
pub fn iri_code(words: &str) -> Option<IriAnswer> {
    let folded = folded(words);
    match folded.as_str() {
        "0" | "0.5" | "1" => iri_answer(&folded),
        _ => folded.replace([' ', '-'], "_").parse().ok(),
    }
}

/// Whether words take a task on or refuse it, or their code; `None` where they say neither.
#[must_use]
pub fn answer_of(words: &str) -> Option<Acceptance> {
    named::<Acceptance>("answer", words).filter(|answer| matches!(answer, Acceptance::Accepted | Acceptance::Refused))
}

/// What is offered in tables for a code, in a language: the first word that is read as it; the code where there is
/// none.
fn offered(kind: &str, code: &str, language: Language) -> String {
    let key = (kind.to_owned(), code.to_owned(), language);
    OFFERED.get(&key).map_or_else(|| code.to_owned(), String::clone)
}

/// The words for a state in a language.
#[must_use]
pub fn status_words(status: Status, language: Language) -> String {
    offered("status", status.code(), language)
}

/// The words for taking a task on or refusing it in a language.
#[must_use]
pub fn answer_words(answer: Acceptance, language: Language) -> String {
    offered("answer", answer.code(), language)
}

/// The words for an answer of the index in a language.
#[must_use]
pub fn iri_words(answer: IriAnswer, language: Language) -> String {
    offered("iri", answer.code(), language)
}

fn named<T: FromStr>(kind: &str, words: &str) -> Option<T> {
    let folded = folded(words);
    let code = WORDS.get(&(kind.to_owned(), folded.clone())).cloned();
    code.unwrap_or_else(|| folded.replace([' ', '-'], "_")).parse().ok()
}

/// Small letters without marks at the ends, single blanks, without the signs for short vowels of Arabic.
fn folded(text: &str) -> String {
    let is_vowel_sign = |c: char| matches!(c, '\u{64b}'..='\u{652}');
    let lower: String = text.nfkc().flat_map(char::to_lowercase).filter(|c| !is_vowel_sign(*c)).collect();
    let lower = lower.replace("oe", "œ").replace(['_', '\u{2044}'], " ");
    let trimmed =
        lower.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ';' | ',' | '(' | ')' | '"'));
    trimmed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{iri_answer, iri_code, status_of};
    use crate::domain::plan::{IriAnswer, Status};

    #[test]
    fn words_for_states_are_read_in_six_languages_and_codes_as_they_are() {
        for (words, meant) in [
            ("In progress", Status::InProgress),
            ("EN COURS", Status::InProgress),
            ("Mise en oeuvre.", Status::Implemented),
            ("parcialmente cumplida", Status::PartlyImplemented),
            ("Выполнено", Status::Implemented),
            ("مُنفَّذة جزئيًا", Status::PartlyImplemented),
            ("进行中", Status::InProgress),
            ("not_started", Status::NotStarted),
            ("not-pursued", Status::NotPursued),
        ] {
            assert_eq!(status_of(words), Some(meant), "{words}");
        }
        for unknown in ["", "green", "75 %", "very good"] {
            assert_eq!(status_of(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn answers_of_the_index_are_read_as_words_and_as_numbers() {
        assert_eq!(iri_answer("0.5"), Some(IriAnswer::Partly));
        assert_eq!(iri_answer("Fully implemented"), Some(IriAnswer::Fully));
        assert_eq!(iri_answer("cannot_be_assessed"), Some(IriAnswer::CannotBeAssessed));
        assert_eq!(iri_answer("1/2"), Some(IriAnswer::Partly));
        assert_eq!(iri_answer("B"), None);
        assert_eq!((iri_code("Not implemented"), iri_code("implemented")), (Some(IriAnswer::NotImplemented), None));
    }
}
