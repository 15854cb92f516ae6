//! Pure text: from what a source wrote to what can be compared, tagged and searched.
//!
//! The way of a text: [`clean`] undoes markup, [`number`] takes the paragraph from its head,
//! [`attribution`] the recommending States from its end, [`language`] tells the language, and
//! [`phrasebook`] knows the set phrases of official documents and [`asks`] whether a paragraph asks
//! something; [`reading`] finds instruments, groups and opening verbs and strips formulas. Nothing here reads
//! files or knows records; the same text always gives the same reading.
//!
//! # Which one answers what
//!
//! Six modules cut a text into what can be compared. Each is for one use:
//!
//! | module | what it gives | for |
//! |---|---|---|
//! | [`tokens`] | folded words, and their stems as the stemmer leaves them | what models are fitted to: features, likeness, glosses. A change needs new models |
//! | [`stemming`] | stems with their places in the text, "women" and "woman" as one | what people search: the index, the term lexicon, marks in a text |
//! | [`forms`] | one spelling for words that stems keep apart: plurals, British and American, "ratification" and "ratify" | [`stemming`] alone |
//! | [`concepts`] | one name for different words of one meaning, nothing for words of tone | whether two recommendations ask the same |
//! | [`terms`] | terms of the field with names in six languages | titles of clusters |
//! | [`topics`] | cues of topics, and treaties to become party to | what a recommendation is about |
//!
//! Two more lie over [`stemming`] where people search: [`han`] takes both scripts of Chinese as one, [`joined`]
//! hyphenated words as they are written without hyphens.
//!
//! So a feature of a model is a stem of [`tokens`], a word that somebody searches one of [`stemming`], and
//! an ask is compared by [`concepts`]. What kind of measure is asked for is a matter of [`families`],
//! which asks can never be one is one of [`opposites`], and which of these contradict each other one of
//! [`lead_act`].
//!
//! [`printable`] and [`formula`] are for what leaves the program: what may be shown at all, and which cells a
//! spreadsheet would run.

pub mod action;
pub mod acts;
pub mod asks;
pub mod attribution;
pub mod boilerplate;
pub mod calendar;
pub mod clauses;
pub mod clean;
pub mod compounds;
pub mod concepts;
mod digits;
mod false_friends;
pub mod families;
pub mod forms;
pub mod formula;
pub mod gender;
mod gloss;
pub mod groups;
pub mod han;
pub mod instruments;
mod items;
pub mod joined;
pub mod language;
pub mod lead_act;
pub mod lexicon;
pub mod likeness;
mod measures;
pub mod merged;
pub mod number;
pub mod opposites;
pub(crate) mod pattern;
pub mod phrasebook;
pub mod phrases;
pub mod plan_dates;
pub mod plan_words;
pub mod printable;
pub mod quantities;
pub mod reading;
mod rejoin;
pub mod smart;
pub mod state_list;
pub mod stemming;
pub mod stop_words;
pub mod terms;
pub mod tokens;
pub mod topics;

pub use gloss::term_rows;
pub use reading::{LONGEST_READ, Reading, read, read_of_body};
pub use rejoin::rejoin;
