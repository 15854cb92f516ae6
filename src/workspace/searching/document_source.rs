//! What the document of a record is made from, as a hash: one that would be the same is not made again.

use crate::analysis::{Analysis, CODE_VERSION};
use crate::domain::{Fingerprint, Recommendation};
use crate::view::Decisions;

/// Version of how documents are made of records and their tags; raised when they would differ.
const VERSION: u32 = 2;

/// A hash of all that the document of a record is made from; `None` when it cannot be told.
pub(in crate::workspace) fn document_source(
    record: &Recommendation,
    analysis: &Analysis,
    decisions: &Decisions,
) -> Option<u64> {
    let id = &record.id;
    let said = (analysis.records.get(id).map(|analysed| &analysed.tags), decisions.tags.get(id));
    let cluster = decisions.placements.get(id).or_else(|| analysis.clusters.placements.get(id));
    let names = [Some(record.reference().to_string()), record.called_by_states()];
    let is_shared = names.into_iter().flatten().any(|name| analysis.shared_references.contains(&name));
    let bytes = rmp_serde::to_vec(&(VERSION, CODE_VERSION, record, said, cluster, is_shared)).ok()?;
    Some(Fingerprint::of(&bytes).0)
}
