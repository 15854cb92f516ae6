//! What a value on disk is, for errors that name it.

use serde::Serialize;

use crate::domain::Message;

/// Kind of a value that is written or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "store-value-")]
pub enum ValueKind {
    /// A record.
    Record,
    /// The progress of an import.
    Import,
    /// What a decision is about.
    Subject,
    /// A decision.
    Decision,
    /// An event of the journal.
    Event,
    /// A cluster as it was made.
    Cluster,
    /// Clusters of records as they were proposed.
    Placements,
}

impl Message for ValueKind {
    fn code(&self) -> &'static str {
        self.into()
    }
}
