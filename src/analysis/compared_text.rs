//! A recommendation compared with others that are not of its State or were not analysed with it.

use rayon::prelude::*;

use super::duplicates::{Comparison, Profile, compare};
use super::models::Models;
use super::record_reading::{examined, own_instrument};
use crate::domain::{Language, RecordId};
use crate::text::read_of_body;

/// A text with what its reading depends on.
#[derive(Debug, Clone, Copy)]
pub struct ComparedText<'a> {
    /// The record.
    pub id: RecordId,
    /// Language of the text.
    pub language: Language,
    /// The clean text.
    pub text: &'a str,
    /// Short name of the body: "the Convention" of a committee is its own.
    pub body: &'a str,
}

/// Compares a text with others, in their order.
#[must_use]
pub fn compare_all(text: ComparedText<'_>, others: &[ComparedText<'_>], models: &Models) -> Vec<Comparison> {
    let own = profile(text, models);
    others.par_iter().map(|other| compare(&own, &profile(*other, models), &models.pairs)).collect()
}

fn profile(text: ComparedText<'_>, models: &Models) -> Profile {
    let reading = read_of_body(text.text, text.language, own_instrument(text.body));
    examined(text.id, &reading, models.taggers()).1
}
