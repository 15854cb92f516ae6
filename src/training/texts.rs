//! Raw texts of tables, read as the texts of records are.

use crate::domain::Language;
use crate::domain::vocabulary::StateRegister;
use crate::text::attribution::split_attribution;
use crate::text::clean::clean;
use crate::text::number::split_number;
use crate::text::{Reading, read};

/// An English text without number and recommending States, read.
pub(super) fn english(raw: &str) -> Reading {
    read_in(raw, Language::En)
}

/// A text without number and recommending States, read.
pub(super) fn read_in(raw: &str, language: Language) -> Reading {
    let cleaned = clean(raw);
    let numbered = split_number(&cleaned).rest;
    read(split_attribution(numbered, StateRegister::embedded()).text, language)
}
