//! The key: the categories with their cards, the cards with what decides, the traps, and how all was drawn.

use super::caption::ExerciseCaption;
use super::page::{Page, Part, joined};
use crate::domain::Direction;
use crate::exercise::{Card, Exercise, Trap};
use crate::i18n::Words;

/// Widths of the columns: number, text, category, reference, signs.
const WIDTHS: [usize; 5] = [7, 37, 20, 18, 18];

/// The key as a document.
pub(super) fn key(exercise: &Exercise, words: &Words) -> Page {
    let say = |caption: ExerciseCaption| words.say(&caption);
    let mut parts = vec![
        Part::Title(say(ExerciseCaption::KeyTitle { kind: exercise.kind.code() })),
        Part::Text(say(ExerciseCaption::KeyIsNoTruth)),
        Part::Heading(say(ExerciseCaption::KeyCategory)),
        categories(exercise, words),
    ];
    if !exercise.traps.is_empty() {
        parts.push(Part::Heading(say(ExerciseCaption::Traps)));
        parts.extend(traps(exercise, words));
    }
    parts.push(Part::Heading(say(ExerciseCaption::Card { kind: exercise.kind.code() })));
    parts.push(cards(exercise, words));
    parts.push(Part::Heading(say(ExerciseCaption::Drawn)));
    parts.extend(drawn(exercise, words).into_iter().map(Part::Text));
    Page { direction: Direction::of(exercise.language), parts }
}

/// A row a category, with the numbers of its cards.
fn categories(exercise: &Exercise, words: &Words) -> Part {
    let heading =
        [ExerciseCaption::KeyCategory, ExerciseCaption::Number].iter().map(|caption| words.say(caption)).collect();
    let of = |id: &str| -> Vec<usize> {
        exercise.cards.iter().filter(|card| card.category == id).map(|card| card.number).collect()
    };
    let row = |id: &str| vec![words.coded(&exercise.category_word(id)), joined(&of(id))];
    let rows = exercise.categories.iter().map(|category| row(&category.id));
    Part::Table { widths: vec![60, 40], rows: std::iter::once(heading).chain(rows).collect() }
}

/// A paragraph a trap.
pub(super) fn traps(exercise: &Exercise, words: &Words) -> Vec<Part> {
    let one = |trap: &Trap| {
        let cards = words.say(&ExerciseCaption::Cards { cards: joined(&trap.cards) });
        Part::Text(format!("{cards}: {}", words.say(&trap.rule)))
    };
    exercise.traps.iter().map(one).collect()
}

fn cards(exercise: &Exercise, words: &Words) -> Part {
    let kind = exercise.kind.code();
    let captions = [
        ExerciseCaption::Number,
        ExerciseCaption::Card { kind },
        ExerciseCaption::KeyCategory,
        ExerciseCaption::Reference,
        ExerciseCaption::Signs,
    ];
    let heading: Vec<String> = captions.iter().map(|caption| words.say(caption)).collect();
    let row = |card: &Card| {
        let signs: Vec<String> = card.signs.iter().map(|sign| format!("{}: {}", sign.shows, sign.words)).collect();
        vec![
            card.number.to_string(),
            card.text.clone(),
            words.coded(&exercise.category_word(&card.category)),
            card.reference.clone(),
            signs.join("\n"),
        ]
    };
    let rows = std::iter::once(heading).chain(exercise.cards.iter().map(row)).collect();
    Part::Table { widths: WIDTHS.to_vec(), rows }
}

/// What has to be known to draw the same cards again.
pub(super) fn drawn(exercise: &Exercise, words: &Words) -> [String; 2] {
    let by = ExerciseCaption::DrawnBy {
        seed: exercise.seed.to_string(),
        cards: exercise.cards.len(),
        wanted: exercise.wanted,
    };
    let from = ExerciseCaption::DrawnFrom {
        workspace: exercise.workspace.clone(),
        data: exercise.data.clone(),
        models: exercise.models.clone(),
        version: exercise.version.clone(),
    };
    [words.say(&by), words.say(&from)]
}
