//! The steps of long work, as progress tells them.

use serde::Serialize;

use super::message::{Message, Values, fields};

/// A step of long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "step-")]
pub enum Step {
    /// Files are opened and read before the first is taken over.
    LookingAtFiles,
    /// What files gave is taken over.
    Importing,
    /// Records are read from the store.
    ReadingRecords,
    /// Texts are read, tagged and compared.
    Comparing,
    /// Records get their clusters.
    Clustering,
    /// Records are written to the index.
    Indexing,
    /// What was made is written.
    Writing,
    /// A step in the fitting of models.
    Fitting {
        /// Which, in the words of the developers, who alone see it.
        what: &'static str,
    },
}

impl Message for Step {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}
