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
    /// Number of the value that is nearly as likely, where the model cannot tell the two apart; of leads alone.
    pub rival: Option<u16>,
}

impl ModelTag {
    /// A tag of a probability, 0 to 1.
    pub(super) fn new(kind: TagKind, value: u16, provenance: Provenance, probability: f32) -> Self {
        let confidence = (Confidence::new(probability).value() * 100.0).round() as u8;
        Self { kind, value, provenance, confidence, rival: None }
    }

    /// The same beside a value that is nearly as likely, if there is one.
    pub(super) const fn beside(self, rival: Option<u16>) -> Self {
        Self { rival, ..self }
    }

    /// The value in words.
    #[must_use]
    pub fn text(&self) -> &'static str {
        values(self.kind).get(usize::from(self.value)).copied().unwrap_or("")
    }

    /// The value that is nearly as likely, in words.
    #[must_use]
    pub fn rival_text(&self) -> Option<&'static str> {
        values(self.kind).get(usize::from(self.rival?)).copied()
    }
}
