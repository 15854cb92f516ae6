//! A tag as models and rules give it.

use serde::{Deserialize, Serialize};

use crate::domain::vocabulary::values;
use crate::domain::{Confidence, Provenance, TagKind};

/// A tag as the cache keeps it: the reasons are made again when somebody asks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ModelTag {
    /// Kind of tag.
    pub kind: TagKind,
    /// Number of the value in the vocabulary of its kind.
    pub value: u16,
    /// Where it came from.
    pub provenance: Provenance,
    /// Confidence in hundredths.
    pub confidence: u8,
}

impl ModelTag {
    /// A tag of a probability, 0 to 1.
    pub(super) fn new(kind: TagKind, value: u16, provenance: Provenance, probability: f32) -> Self {
        Self { kind, value, provenance, confidence: (Confidence::new(probability).value() * 100.0).round() as u8 }
    }

    /// The value in words.
    #[must_use]
    pub fn text(&self) -> &'static str {
        values(self.kind).get(usize::from(self.value)).copied().unwrap_or("")
    }
}
