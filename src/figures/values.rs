//! What values of fields are called in figures, and in which order they stand.

use std::cmp::Reverse;

use super::label::Label;
use crate::domain::{Language, Mechanism, Position, Values};
use crate::i18n::Words;
use crate::reports::{Field, NO_VALUE};

/// A value that makes a row or a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AxisValue {
    /// As exports spell it.
    pub(super) code: String,
    /// As people read it.
    pub(super) words: String,
    /// How much there is of it.
    pub(super) size: u64,
}

impl AxisValue {
    /// A value of a field with its title, if it has one.
    pub(super) fn of(field: Field, code: &str, title: Option<&str>, size: u64, words: &Words) -> Self {
        Self { code: code.to_owned(), words: named(field, code, title, words), size }
    }
}

/// A value as people read it: States and groups by name, clusters and targets by number and title.
pub(super) fn named(field: Field, code: &str, title: Option<&str>, words: &Words) -> String {
    match (field, title) {
        _ if code == NO_VALUE => words.say(&Label::NoValue),
        (Field::Cluster | Field::Sdg, Some(title)) => format!("{code} {title}"),
        (_, Some(title)) => title.to_owned(),
        (Field::Cycle, None) => words.say(&Label::Cycle { number: code.to_owned() }),
        (Field::Mechanism, None) => of_list("figure-mechanism", code, words),
        (Field::Position, None) => of_list("figure-position", code, words),
        (Field::Category, None) => of_list("figure-category", &format!("c{code}"), words),
        (Field::Region | Field::RecommenderRegion | Field::Recommender, None) => of_list("figure-region", code, words),
        (_, None) => code.to_owned(),
    }
}

/// The word of a closed list. Keys of catalogues that are numbers are held against numbers alone: those of
/// categories begin with a letter.
fn of_list(list: &str, code: &str, words: &Words) -> String {
    words.sentence(list, &Values::from_iter([("value".to_owned(), code.into())]))
}

/// Values in the order of their field, or most first where it has none; those that are none last.
pub(super) fn in_order(field: Field, mut values: Vec<AxisValue>) -> Vec<AxisValue> {
    let place = |value: &AxisValue| if field.is_ordered() { rank(field, &value.code) } else { 0 };
    let size = |value: &AxisValue| Reverse(if field.is_ordered() { 0 } else { value.size });
    values.sort_by(|a, b| {
        let key = |value: &AxisValue| (value.code == NO_VALUE, place(value), size(value));
        key(a).cmp(&key(b)).then_with(|| a.code.cmp(&b.code))
    });
    values
}

/// The place of a value in the order of its field.
fn rank(field: Field, code: &str) -> usize {
    let found = match field {
        Field::Position => Position::ALL.iter().position(|position| position.code() == code),
        Field::Mechanism => Mechanism::ALL.iter().position(|mechanism| mechanism.code() == code),
        _ => code.parse().ok(),
    };
    found.unwrap_or(usize::MAX)
}

/// A number to one place, as the language writes it.
pub(super) fn decimal(number: f64, words: &Words) -> String {
    let written = format!("{number:.1}");
    match words.language() {
        Language::Fr | Language::Es | Language::Ru => written.replace('.', ","),
        _ => written,
    }
}

#[cfg(test)]
mod tests {
    use super::{AxisValue, decimal, in_order, named};
    use crate::domain::{Language, Mechanism, Position};
    use crate::i18n::Words;
    use crate::reports::{Field, NO_VALUE};

    fn ordered(field: Field, values: &[(&str, u64)]) -> Vec<String> {
        let words = Words::english();
        let values = values.iter().map(|(code, size)| AxisValue::of(field, code, None, *size, words)).collect();
        in_order(field, values).into_iter().map(|value| value.code).collect()
    }

    #[test]
    fn values_stand_in_the_order_of_their_field_or_most_first_and_none_last() {
        assert_eq!(ordered(Field::Cycle, &[(NO_VALUE, 90), ("10", 1), ("2", 5)]), ["2", "10", NO_VALUE]);
        assert_eq!(ordered(Field::Position, &[("noted", 9), ("supported", 1)]), ["supported", "noted"]);
        assert_eq!(ordered(Field::Issue, &[(NO_VALUE, 90), ("b", 2), ("c", 2), ("a", 5)]), ["a", "b", "c", NO_VALUE]);
    }

    #[test]
    fn values_of_closed_lists_have_words_in_the_languages_of_figures() {
        for language in [Language::En, Language::Fr, Language::Es, Language::Ar] {
            let words = Words::of(language);
            let positions = Position::ALL.iter().map(|position| (Field::Position, position.code()));
            let mechanisms = Mechanism::ALL.iter().map(|mechanism| (Field::Mechanism, mechanism.code()));
            let all = positions.chain(mechanisms);
            for (field, code) in all {
                let said = named(field, code, None, words);
                // English says "supported" by its own code.
                assert!(
                    (language == Language::En || said != code) && !said.starts_with("figure-"),
                    "{language}: {said}"
                );
            }
        }
        assert_eq!(named(Field::Category, "5", None, Words::english()), "5, specific action");
        assert_eq!(named(Field::Sdg, "16", Some("Peace"), Words::english()), "16 Peace");
    }

    #[test]
    fn decimals_are_written_as_the_language_writes_them() {
        assert_eq!(decimal(69.84, Words::english()), "69.8");
        assert_eq!(decimal(-9.16, Words::of(Language::Fr)), "-9,2");
    }
}
