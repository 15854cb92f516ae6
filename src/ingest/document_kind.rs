//! The kinds of documents that are read.

use serde::{Deserialize, Serialize};

use crate::domain::Message;

/// The kinds of documents that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "ingest-kind-")]
pub enum DocumentKind {
    /// OHCHR's thematic list or matrix of recommendations.
    ThematicList,
    /// Report of the UPR Working Group, draft or final.
    WorkingGroupReport,
    /// Addendum with the State's positions.
    Addendum,
    /// Concluding observations of a treaty body.
    ConcludingObservations,
    /// Report of a mandate holder.
    SpecialProcedureReport,
    /// Any other document with a table of recommendations.
    Table,
}

impl DocumentKind {
    /// Whether nothing can be read without knowing the State.
    pub(super) const fn needs_state(self) -> bool {
        !matches!(self, Self::Table)
    }

    /// Whether it belongs to the UPR.
    pub(super) const fn is_upr(self) -> bool {
        matches!(self, Self::ThematicList | Self::WorkingGroupReport | Self::Addendum)
    }
}

impl Message for DocumentKind {
    fn code(&self) -> &'static str {
        self.into()
    }
}
