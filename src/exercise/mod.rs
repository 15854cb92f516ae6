//! Exercises for trainers: groups of people sort recommendations, and what they made of them is laid beside each
//! other and beside what the program makes of them.
//!
//! `draw` chooses the cards of an [`Exercise`] by a seed, with traps by rule; `sheet` reads what groups filled in,
//! however it is laid out; `agreement` measures how far two sortings agree; `score` lays all of it side by side.
//! The key is one more row and not the truth. Pure: no file is read or written here, and no words are said.

mod agreement;
mod card;
mod draw;
mod kind;
mod score;
mod sheet;
mod sorting;
mod trap_rule;

pub use agreement::Agreement;
pub use card::{Card, Category, Exercise, Sign, Trap};
pub use draw::{DrawExercise, MOST_CARDS};
pub use kind::{ExerciseKind, Hidden, UnknownExerciseWord};
pub use score::{Between, Dispute, KEY, Nearest, Score, SheetScore, score};
pub use sheet::{CardFault, FilledSheet, SheetFault, filled_sheet};
pub use sorting::Sorting;
pub use trap_rule::TrapRule;
