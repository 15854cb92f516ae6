//! The handout: what groups are asked to do, and the cards with a column to fill in.

use super::caption::ExerciseCaption;
use super::page::{Page, Part};
use crate::domain::Direction;
use crate::exercise::{Card, Exercise, ExerciseKind};
use crate::i18n::Words;

/// Widths of the columns: number, text, group, and where there is one the better text.
const WIDTHS: [usize; 3] = [8, 66, 26];
const WIDTHS_OF_FOUR: [usize; 4] = [8, 40, 14, 38];

/// The headings of the table of cards.
pub(super) fn headings(exercise: &Exercise, words: &Words) -> Vec<String> {
    let kind = exercise.kind.code();
    let mut captions = vec![ExerciseCaption::Number, ExerciseCaption::Card { kind }, ExerciseCaption::Group { kind }];
    if exercise.kind == ExerciseKind::Smart {
        captions.push(ExerciseCaption::Better);
    }
    captions.iter().map(|caption| words.say(caption)).collect()
}

/// What stands on a card: its text, then what else is told.
pub(super) fn card_text(card: &Card) -> String {
    std::iter::once(card.text.as_str()).chain(card.facts.iter().map(String::as_str)).collect::<Vec<_>>().join("\n")
}

/// The lines above the cards.
pub(super) fn instructions(exercise: &Exercise, words: &Words) -> Vec<String> {
    let kind = exercise.kind.code();
    let captions = [ExerciseCaption::Task { kind }, ExerciseCaption::HowToFill { kind }, ExerciseCaption::WhoSorted];
    captions.iter().map(|caption| words.say(caption)).collect()
}

/// The handout as a document.
pub(super) fn handout(exercise: &Exercise, words: &Words) -> Page {
    let headings = headings(exercise, words);
    let widths = if headings.len() == WIDTHS.len() { WIDTHS.to_vec() } else { WIDTHS_OF_FOUR.to_vec() };
    let row = |card: &Card| {
        let mut row = vec![card.number.to_string(), card_text(card)];
        row.resize(headings.len(), String::new());
        row
    };
    let rows = std::iter::once(headings.clone()).chain(exercise.cards.iter().map(row)).collect();
    let title = words.say(&ExerciseCaption::HandoutTitle { kind: exercise.kind.code() });
    let mut parts = vec![Part::Title(title)];
    parts.extend(instructions(exercise, words).into_iter().map(Part::Text));
    parts.push(Part::Table { widths, rows });
    Page { direction: Direction::of(exercise.language), parts }
}
