//! Rows of one file that are one record.

use serde::{Deserialize, Serialize};

use crate::domain::{Recommendation, Source, Tag, TagValue};

/// A row of a file that fell on the record of another row of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoldedRow {
    /// Where the row stands in the file.
    pub place: String,
    /// The identifier that the file gives it.
    pub source_id: Option<String>,
    /// The row that gave the record: its identifier in the file, or where it stands.
    pub with: String,
    /// What people call the record.
    pub reference: String,
    /// Values of tags that the row brought, such as an issue that the other row lacks.
    pub brought: Vec<TagValue>,
}

impl FoldedRow {
    /// The row of a source that arrived at a record: what it was `before`, and what it is `now`. `None` where the
    /// source is the same row again, or no other row of its file stands for the record.
    pub(super) fn of(arrived: &Source, before: &Recommendation, now: &Recommendation) -> Option<Self> {
        let of_file = || before.sources.iter().filter(|source| source.file_hash == arrived.file_hash);
        if of_file().any(|source| source.place == arrived.place) {
            return None;
        }
        let first = of_file().next()?;
        let is_new = |tag: &&Tag| !before.tags.iter().any(|own| (own.kind, &own.value) == (tag.kind, &tag.value));
        Some(Self {
            place: arrived.place.clone(),
            source_id: arrived.source_id.clone(),
            with: first.source_id.clone().unwrap_or_else(|| first.place.clone()),
            reference: now.called(),
            brought: now.tags.iter().filter(is_new).map(Tag::tag_value).collect(),
        })
    }
}
