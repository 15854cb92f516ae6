//! Which numbers a sentence of an addendum puts into which class.

use super::leads::LEADS;
use super::number_lists::anywhere;
use super::plain_numbers::position_beside_numbers;
use crate::domain::{NumberRange, Position};
use crate::text::phrasebook::Phrase;

/// Two phrases so near to each other are one: "does not accept the following".
const NEAR: usize = 24;
/// A lead without a known phrase takes the class of its heading only if it has no more words.
const FEW_WORDS: usize = 7;

/// What a sentence does with its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sorted {
    /// Puts them into classes; those without one are set apart ("with the exception of …").
    Classes(Vec<(Option<Position>, Vec<NumberRange>)>),
    /// Names numbers and no class: they belong to the class of the heading.
    Inherits(Vec<NumberRange>),
    /// Names numbers in words that are not understood.
    Unclear(Vec<NumberRange>),
    /// Names no numbers.
    Nothing,
}

/// A phrase and the class it sets: none for exceptions and for what is still considered.
type ClassPlace = (usize, usize, Option<Position>);

/// Reads a sentence.
///
/// Numbers belong to the phrase before them; where the first numbers stand before any phrase, all
/// belong to the phrase after them. Both ways at once is not understood.
pub(super) fn sort(text: &str) -> Sorted {
    let all = anywhere(text);
    if all.is_empty() {
        return Sorted::Nothing;
    }
    let places = places(text);
    let Some(first) = places.first() else {
        if let Some(position) = position_beside_numbers(text) {
            return Sorted::Classes(vec![(Some(position), all)]);
        }
        let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
        return if words <= FEW_WORDS { Sorted::Inherits(all) } else { Sorted::Unclear(all) };
    };
    let gaps: Vec<Vec<NumberRange>> = (0..=places.len())
        .map(|at| {
            let from = at.checked_sub(1).map_or(0, |before| places[before].1);
            let to = places.get(at).map_or(text.len(), |next| next.0);
            anywhere(text.get(from..to).unwrap_or(""))
        })
        .collect();
    let (before, after) = (gaps[0].is_empty(), gaps[places.len()].is_empty());
    match (before, after) {
        (true, _) => Sorted::Classes(places.iter().zip(gaps.into_iter().skip(1)).map(|(p, n)| (p.2, n)).collect()),
        (false, true) => Sorted::Classes(places.iter().zip(gaps).map(|(p, n)| (p.2, n)).collect()),
        // "Recommendations 1 and 2 are supported with the exception of 3" sets apart what comes last.
        (false, false) if places[1..].iter().all(|p| p.2.is_none()) => {
            let mut gaps = gaps.into_iter();
            let own = (first.2, gaps.next().unwrap_or_default());
            Sorted::Classes(std::iter::once(own).chain(places.iter().map(|_| None).zip(gaps)).collect())
        }
        (false, false) => Sorted::Unclear(all),
    }
}

/// The phrases that set a class, in the order of the text; of two that overlap or touch the one that
/// is tested first stands.
pub(super) fn places(text: &str) -> Vec<ClassPlace> {
    let mut found: Vec<ClassPlace> = Vec::new();
    let exceptions = std::iter::once((Phrase::LeadExcept, None));
    let leads =
        LEADS.into_iter().map(|(phrase, position)| (phrase, Some(position).filter(|p| *p != Position::Pending)));
    for (phrase, position) in exceptions.chain(leads) {
        for (start, end) in phrase.find_all(text) {
            let is_near = |other: &ClassPlace| start < other.1 + NEAR && other.0 < end + NEAR;
            let is_one =
                |other: &ClassPlace| is_near(other) && anywhere(between(text, *other, (start, end))).is_empty();
            if !found.iter().any(is_one) {
                found.push((start, end, position));
            }
        }
    }
    found.sort_unstable_by_key(|(start, ..)| *start);
    found
}

/// What stands between two places of a text.
fn between(text: &str, a: ClassPlace, b: (usize, usize)) -> &str {
    let (from, to) = if a.0 < b.0 { (a.1, b.0) } else { (b.1, a.0) };
    text.get(from..to).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(text: &str) -> String {
        let spelt = |numbers: &[NumberRange]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        match sort(text) {
            Sorted::Classes(lists) => lists
                .iter()
                .filter(|(_, numbers)| !numbers.is_empty())
                .map(|(class, numbers)| format!("{} {}", class.map_or("-", Position::code), spelt(numbers)))
                .collect::<Vec<_>>()
                .join("; "),
            Sorted::Inherits(numbers) => format!("as heading {}", spelt(&numbers)),
            Sorted::Unclear(numbers) => format!("unclear {}", spelt(&numbers)),
            Sorted::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn numbers_belong_to_the_words_around_them() {
        for (text, expected) in [
            (
                "Peru accepts the following recommendations: 121.1, 121.2, and takes note of 121.3.",
                "supported 121.1 121.2; noted 121.3",
            ),
            (
                "Recommendations 121.1 and 121.2 enjoy the support of Peru; 121.3 is noted.",
                "supported 121.1 121.2; noted 121.3",
            ),
            ("Recommendations 121.1 and 121.2 did not enjoy the support of Peru.", "noted 121.1 121.2"),
            ("Peru notes recommendations 121.1 to 121.4.", "noted 121.1-4"),
            ("Peru is not in a position to support recommendations 121.1 and 121.2.", "noted 121.1 121.2"),
            ("Peru declines recommendation 121.1.", "noted 121.1"),
            ("Peru supports 121.1 but notes recommendation 121.2.", "supported 121.1; noted 121.2"),
            ("Peru accepts recommendations 121.1-121.9, with the exception of 121.4.", "supported 121.1-9; - 121.4"),
            ("Peru supports recommendation 121.1 and will consider 121.2.", "supported 121.1; - 121.2"),
            ("Recommendations: 121.1, 121.2.", "as heading 121.1 121.2"),
            ("The ministry in charge has looked into recommendation 121.1 with great care.", "unclear 121.1"),
            ("Le Pérou ne peut accepter les recommandations 121.1 à 121.3.", "noted 121.1-3"),
            ("El Perú no está en condiciones de apoyar las recomendaciones 121.1 y 121.2.", "noted 121.1 121.2"),
        ] {
            assert_eq!(sorted(text), expected, "{text}");
        }
    }
}
