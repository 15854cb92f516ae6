//! A record on its way in, once it is told whether it is known.

use crate::domain::{Recommendation, RecordId};

/// A record on its way in.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The record as it was read, under the identifier of its content.
    pub record: Recommendation,
    /// The known record that it is, where it is one.
    pub same_as: Option<SameAs>,
    /// Known records that are this one too: their sources go over to it, and they end.
    pub absorbs: Vec<RecordId>,
    /// Whose word it is on the position.
    pub voice: Voice,
}

/// The known record that an arriving one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SameAs {
    /// The known record.
    pub id: RecordId,
    /// How that is told.
    pub by: Evidence,
}

/// How it is told that two records are one, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The UUID that its source gives it.
    Source,
    /// Its place in the same file.
    Place,
    /// State, document, recommending States and words.
    Content,
    /// Its review, and words that are nearly the same.
    Likeness,
}

/// Whose word an arriving record is on the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// One source among others: what it says against the known position is listed and not taken.
    Source,
    /// The State itself, in its addendum: taken over, and journalled.
    State,
}

impl From<Recommendation> for Arrival {
    fn from(record: Recommendation) -> Self {
        Self { record, same_as: None, absorbs: Vec::new(), voice: Voice::Source }
    }
}
