//! Drawing the cards of an exercise.
//!
//! `pool` shuffles the records that may be drawn; `traps` finds cards in it that are easily sorted wrongly; `choose`
//! fills up to the number wished; `category` says where the key puts each; `question` does it in that order.

mod category;
mod choose;
mod pool;
mod question;
mod traps;

pub use question::{DrawExercise, MOST_CARDS};
