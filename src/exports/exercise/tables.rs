//! Cards for four tables of a knowledge café, one a capacity of a national mechanism for reporting and follow-up:
//! engagement, coordination, consultation, information management (OHCHR 2016).

use super::caption::ExerciseCaption;
use super::page::{Page, Part};
use crate::domain::Direction;
use crate::exercise::Exercise;
use crate::i18n::Words;

/// Tables, and questions on the card of each.
const TABLES: usize = 4;
const QUESTIONS: usize = 3;

/// The cards as a document, one a page.
pub(super) fn tables(exercise: &Exercise, words: &Words) -> Page {
    let say = |caption: ExerciseCaption| words.say(&caption);
    let mut parts = Vec::new();
    for number in 1..=TABLES {
        parts.push(Part::Title(say(ExerciseCaption::TableTitle { number })));
        parts.push(Part::Text(say(ExerciseCaption::TableCapacity { number })));
        let question = |at: usize| say(ExerciseCaption::TableQuestion { which: format!("t{number}-{at}") });
        parts.extend((1..=QUESTIONS).map(|at| Part::Heading(question(at))));
        parts.push(Part::Text(say(ExerciseCaption::TableHost)));
    }
    Page { direction: Direction::of(exercise.language), parts }
}
