//! Positions that the State under review states after its review: at mid-term, in a national report, by a note.
//!
//! A State may take up a recommendation later that it had noted, or withdraw its support. What it said at the review
//! is not wrong for that: both stand, each with its day and its source, and the newest holds.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Coded, Position, Values};

/// One position, with the day on which it was stated and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedPosition {
    /// The position.
    pub position: Position,
    /// The day.
    pub on: Date,
    /// Where it is stated: a document, a session, a note.
    pub source: String,
}

impl DatedPosition {
    /// The words for people: the position and where it is stated.
    #[must_use]
    pub fn word(&self) -> Coded {
        let values = [
            ("position", serde_json::to_value(self.position.word()).unwrap_or_default()),
            ("day", self.on.to_string().into()),
            ("source", self.source.as_str().into()),
        ];
        let values: Values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Coded { code: "position-stated".to_owned(), values }
    }
}

/// What the State has said of a recommendation, where it has said more than at the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PositionHistory {
    /// The position at the review, as sources and corrections have it.
    pub at_review: Position,
    /// What it stated later, oldest first; never empty.
    pub later: Vec<DatedPosition>,
}

impl PositionHistory {
    /// The words for people: what holds, since when and by what source, and what was said at the review; `None` where
    /// nothing was stated later.
    #[must_use]
    pub fn word(&self) -> Option<Coded> {
        let newest = self.later.last()?;
        let before = serde_json::to_value(self.at_review.word()).unwrap_or_default();
        let mut said = newest.word();
        said.values.insert("before".to_owned(), before);
        Some(Coded { code: "position-restated".to_owned(), values: said.values })
    }
}
