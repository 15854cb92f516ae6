//! Where the key puts a card, and by which words.

use serde_json::json;
use strum::VariantArray;

use crate::domain::vocabulary::values;
use crate::domain::{Coded, IndicatorType, Language, SettledRecord, TagKind, Values};
use crate::exercise::{ExerciseKind, Sign};
use crate::text::read;
use crate::text::smart::smart;

/// The category of a card of which nothing is known, or in which no element of SMART is found.
const NONE: &str = "(none)";
/// The letters of the elements of SMART, in their order.
static LETTERS: [char; 5] = ['S', 'M', 'A', 'R', 'T'];
/// How many sentences there are for indicators of each type.
const PATTERNS: usize = 4;

/// The category of a record, with the words of the text by which a rule gives it; `turn` is its place among the
/// cards.
pub(super) fn category(
    kind: ExerciseKind,
    settled: &SettledRecord,
    text: (Language, &str),
    turn: usize,
) -> (String, Vec<Sign>) {
    let plain = |id: String| (id, Vec::new());
    match kind {
        ExerciseKind::Sort => plain(settled.cluster.map_or_else(|| NONE.to_owned(), |number| number.to_string())),
        ExerciseKind::Duplicates => plain(settled.ask.to_string()),
        ExerciseKind::Smart => elements(text),
        ExerciseKind::Indicators => plain(type_of(turn).code().to_owned()),
        ExerciseKind::Position => plain(settled.record.position.code().to_owned()),
    }
}

/// The letters of the elements of SMART that a text holds.
fn elements((language, text): (Language, &str)) -> (String, Vec<Sign>) {
    let found = smart(&read(text, language));
    let letters: String = found.iter().filter_map(|element| LETTERS.get(element.element)).collect();
    let names = values(TagKind::Smart);
    let signs = found.into_iter().filter_map(|element| {
        let shows = names.get(element.element)?;
        Some(Sign { shows: (*shows).to_owned(), words: element.words })
    });
    (if letters.is_empty() { NONE.to_owned() } else { letters }, signs.collect())
}

/// The types of indicators by turns.
fn type_of(turn: usize) -> IndicatorType {
    IndicatorType::VARIANTS[turn % IndicatorType::VARIANTS.len()]
}

/// An indicator of the type whose turn it is, for the topic of a cluster.
pub(super) fn indicator(turn: usize, topic: &str) -> Coded {
    let pattern = (turn / IndicatorType::VARIANTS.len()) % PATTERNS + 1;
    let pattern = format!("{}-{pattern}", type_of(turn).code());
    let values = [("pattern", json!(pattern)), ("topic", json!(topic))];
    Coded {
        code: "exercise-indicator".to_owned(),
        values: Values::from_iter(values.map(|(name, value)| (name.to_owned(), value))),
    }
}

#[cfg(test)]
mod tests {
    use super::{elements, indicator};
    use crate::domain::Language;

    #[test]
    fn the_elements_of_smart_are_their_letters_with_the_words_that_show_them() {
        let text = "Adopt by 2027 a law on shelters, with indicators, and task the Ministry of Justice with it";
        let (letters, signs) = elements((Language::En, text));
        assert_eq!((letters.as_str(), signs.len()), ("SMAT", 4));
        assert_eq!(signs[3].shows, "time-bound");
        assert_eq!(elements((Language::En, "Continue its efforts for peace")).0, "(none)");
    }

    #[test]
    fn indicators_take_their_types_and_sentences_by_turns() {
        let patterns: Vec<String> =
            [0, 1, 2, 3, 14].map(|turn| indicator(turn, "x").values["pattern"].as_str().unwrap().to_owned()).into();
        assert_eq!(patterns, ["structural-1", "process-1", "outcome-1", "structural-2", "outcome-1"]);
    }
}
