//! What a plan that came in has brought, and what of it was not understood.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::plan_links::Unlinked;
use crate::domain::{Coded, PlanKey};
use crate::ingest::UnreadCell;

/// How many of a kind a file holds, and how many of them are new.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// In the file.
    pub read: usize,
    /// Not known before.
    pub new: usize,
}

impl Taken {
    pub(super) fn count(&mut self, is_new: bool) {
        self.read += 1;
        self.new += usize::from(is_new);
    }
}

/// A cell that says something else than what stands: it changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifferentCell {
    /// Where it stands in the file.
    pub place: String,
    /// What it is about.
    pub key: PlanKey,
    /// The field.
    pub field: Coded,
    /// What stands.
    pub stands: String,
    /// What the file says.
    pub file: String,
}

/// The report of plans that came in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanReport {
    /// Outcomes.
    pub outcomes: Taken,
    /// Measures.
    pub measures: Taken,
    /// Indicators.
    pub indicators: Taken,
    /// Recommendations that measures name and that are known.
    pub linked: usize,
    /// Names that name no recommendation, or several.
    pub unlinked: Vec<Unlinked>,
    /// Bodies that are in no register; they stand as they are written.
    pub unknown_bodies: BTreeSet<String>,
    /// Words for a status that are of no known scale; they stand as they are written.
    pub unknown_statuses: BTreeSet<String>,
    /// Numbers that several measures have.
    pub numbered_twice: BTreeSet<String>,
    /// Places of rows without words for the measure, which were taken to the one above.
    pub continued: Vec<String>,
    /// Dates that stay in words: no day could be read.
    pub undated: usize,
    /// Columns and rows that were not used.
    pub unread: Vec<UnreadCell>,
    /// What the file says otherwise than what stands.
    pub different: Vec<DifferentCell>,
    /// How many decisions were written; 0 when all of it was known.
    pub written: usize,
}

impl PlanReport {
    /// Whether all of it was understood and taken.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let is_told = self.unread.is_empty() && self.different.is_empty() && self.numbered_twice.is_empty();
        self.unlinked.is_empty() && is_told
    }
}
