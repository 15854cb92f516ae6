//! An exercise as the files that a trainer takes into the room: one file a module, pages in one form.
//!
//! `handout`, `key`, `facilitator` and `tables` make [`page`] of an exercise, `docx` writes a page; `sheet` is the
//! handout as a workbook, `rows` the files of a card sort. Only the files of the key name it: the others can be
//! given away.

mod caption;
mod docx;
mod facilitator;
mod files;
mod handout;
mod key;
mod page;
mod rows;
mod sheet;
mod tables;

pub use files::{ExerciseFile, write_exercise};
