//! Rules by which an exercise holds cards that are easily sorted wrongly.

use serde::{Deserialize, Serialize};

use crate::domain::Message;

/// Why cards are a trap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "exercise-trap-")]
pub enum TrapRule {
    /// The same words for another instrument: two asks.
    OtherInstrument,
    /// Other words for the same ask.
    OtherWords,
    /// One number that names two instruments.
    TwoInstruments,
    /// A concern among recommendations: it asks for nothing.
    Concern,
    /// Noted once, and the same ask supported later.
    NotedThenSupported,
    /// A general action with specific examples: category 5 and not 4.
    GeneralWithExamples,
}

impl Message for TrapRule {
    fn code(&self) -> &'static str {
        self.into()
    }
}
