//! Pure text: from what a source wrote to what can be compared, tagged and searched.
//!
//! The way of a text: [`clean`] undoes markup, [`number`] takes the paragraph from its head,
//! [`attribution`] the recommending States from its end, [`language`] tells the language, and
//! [`phrasebook`] knows the set phrases of official documents and [`asks`] whether a paragraph asks
//! something; [`reading`] finds instruments, groups and opening verbs and strips formulas. Nothing here reads
//! files or knows records; the same text always gives the same reading.

pub mod action;
pub mod acts;
pub mod asks;
pub mod attribution;
pub mod boilerplate;
pub mod clauses;
pub mod clean;
pub mod concepts;
pub mod forms;
pub mod gender;
mod gloss;
pub mod groups;
pub mod instruments;
pub mod language;
pub mod lexicon;
pub mod likeness;
pub mod merged;
pub mod number;
pub(crate) mod pattern;
pub mod phrasebook;
pub mod phrases;
pub mod reading;
mod rejoin;
pub mod smart;
pub mod stemming;
pub mod stop_words;
pub mod terms;
pub mod tokens;

pub use gloss::term_rows;
pub use reading::{Reading, read, read_of_body};
pub use rejoin::rejoin;
