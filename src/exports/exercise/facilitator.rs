//! The page of whoever leads the exercise: the steps, what to talk about afterwards, what the figures mean.

use super::caption::ExerciseCaption;
use super::key::{drawn, traps};
use super::page::{Page, Part};
use crate::domain::Direction;
use crate::exercise::Exercise;
use crate::i18n::Words;

/// Steps of an exercise, and questions for afterwards.
const STEPS: usize = 5;
const QUESTIONS: usize = 4;

/// The page as a document.
pub(super) fn facilitator(exercise: &Exercise, words: &Words) -> Page {
    let kind = exercise.kind.code();
    let say = |caption: ExerciseCaption| words.say(&caption);
    let mut parts = vec![
        Part::Title(say(ExerciseCaption::FacilitatorTitle)),
        Part::Text(say(ExerciseCaption::Task { kind })),
        Part::Heading(say(ExerciseCaption::Steps)),
    ];
    parts.extend((1..=STEPS).map(|number| Part::Text(say(ExerciseCaption::Step { number, kind }))));
    parts.push(Part::Heading(say(ExerciseCaption::Afterwards)));
    parts.extend((1..=QUESTIONS).map(|number| Part::Text(say(ExerciseCaption::Question { number }))));
    parts.push(Part::Text(say(ExerciseCaption::Figures)));
    if !exercise.traps.is_empty() {
        parts.push(Part::Heading(say(ExerciseCaption::Traps)));
        parts.extend(traps(exercise, words));
    }
    parts.push(Part::Heading(say(ExerciseCaption::Drawn)));
    parts.extend(drawn(exercise, words).into_iter().map(Part::Text));
    Page { direction: Direction::of(exercise.language), parts }
}
