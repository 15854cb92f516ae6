//! The lookups.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::lookups::{
    ClusterPreview, CountBy, FormerRegisters, History, ImportDiff, KeptBackups, Like, Lookup, OneSource,
    ReturnCompared, SavedSearches, Search, Sources, Verify,
};
use super::super::progress::Progress;
use super::super::written::plain_data::plain;
use super::super::{Workspace, WorkspaceError};
use crate::domain::Asker;

/// The lookups.
#[derive(Debug, Clone, Serialize, Deserialize, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the lookup of that name")]
pub enum Look {
    ClusterPreview(ClusterPreview),
    CountBy(CountBy),
    FormerRegisters(FormerRegisters),
    History(History),
    ImportDiff(ImportDiff),
    KeptBackups(KeptBackups),
    Like(Like),
    OneSource(OneSource),
    ReturnCompared(ReturnCompared),
    SavedSearches(SavedSearches),
    Search(Search),
    Sources(Sources),
    Verify(Verify),
}

impl Look {
    /// What was looked up, as plain data.
    ///
    /// # Errors
    /// As the typed lookup.
    pub(super) fn answered(
        &self,
        desk: &Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Value, WorkspaceError> {
        match self {
            Self::ClusterPreview(lookup) => looked(lookup, desk, asker, progress),
            Self::CountBy(lookup) => looked(lookup, desk, asker, progress),
            Self::FormerRegisters(lookup) => looked(lookup, desk, asker, progress),
            Self::History(lookup) => looked(lookup, desk, asker, progress),
            Self::ImportDiff(lookup) => looked(lookup, desk, asker, progress),
            Self::KeptBackups(lookup) => looked(lookup, desk, asker, progress),
            Self::Like(lookup) => looked(lookup, desk, asker, progress),
            Self::OneSource(lookup) => looked(lookup, desk, asker, progress),
            Self::ReturnCompared(lookup) => looked(lookup, desk, asker, progress),
            Self::SavedSearches(lookup) => looked(lookup, desk, asker, progress),
            Self::Search(lookup) => looked(lookup, desk, asker, progress),
            Self::Sources(lookup) => looked(lookup, desk, asker, progress),
            Self::Verify(lookup) => looked(lookup, desk, asker, progress),
        }
    }
}

fn looked<L: Lookup>(
    lookup: &L,
    desk: &Workspace,
    asker: &Asker,
    progress: &dyn Progress,
) -> Result<Value, WorkspaceError> {
    plain(&desk.look(lookup, asker, progress)?)
}
