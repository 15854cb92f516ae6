//! Records and texts as they are read for the analysis, and what is compared of them.

use super::duplicates::Profile;
use super::models::Taggers;
use super::tagged::Tagged;
use super::tagging::tag;
use crate::domain::vocabulary::BodyRegister;
use crate::domain::{Language, Recommendation, RecordId};
use crate::text::{Reading, read_of_body};

/// The text that is analysed, read: English where there is one, else the first there is; "the
/// Convention" of a treaty body is its own.
#[must_use]
pub fn reading_of(record: &Recommendation) -> Reading {
    let (language, text) = record.text(Language::En);
    read_of_body(&text.clean, language, own_instrument(record.body.code()))
}

/// The code of the convention that a body watches over, by the short name of the body.
#[must_use]
pub fn own_instrument(body: &str) -> Option<&'static str> {
    let entry = BodyRegister::embedded().find(body)?;
    Some(entry.instrument.as_str()).filter(|code| !code.is_empty())
}

/// What the models say of a reading, and what is compared of it.
pub(super) fn examined(id: RecordId, reading: &Reading, models: Taggers<'_>) -> (Tagged, Profile) {
    let tagged = tag(models, reading);
    let profile = Profile::new(id, reading, &models.space.features, &tagged);
    (tagged, profile)
}
