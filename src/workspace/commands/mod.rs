//! What people can decide: one command a file, a value that says what is wanted and a pure function that
//! says which decisions that makes.
//!
//! Commands read a view and write nothing; [`Workspace::decide`](super::Workspace::decide) writes their
//! decisions together.

mod cluster_lock;
mod cluster_members;
mod cluster_title;
mod correction;
mod identical;
mod later_position;
mod named_records;
mod pair;
pub mod plan;
mod tag_verdict;
mod tag_verdicts;

use serde_json::Value;

pub use cluster_lock::{AcceptCluster, LockCluster};
pub use cluster_members::{MergeClusters, MoveRecord, SplitCluster};
pub use cluster_title::RenameCluster;
pub use correction::CorrectRecord;
pub use identical::AcceptIdentical;
pub use later_position::StateLaterPosition;
pub use pair::RelateRecords;
pub(in crate::workspace) use plan::budget_of;
pub use tag_verdict::JudgeTag;
pub use tag_verdicts::JudgeTags;

use crate::domain::{Cluster, Coded, RecordId};
use crate::view::{Refusal, View};

/// What people are told, by a code with values.
fn told<const N: usize>(code: &str, values: [(&str, Value); N]) -> Coded {
    let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Coded { code: code.to_owned(), values }
}

/// What people call a record: its reference, or its identifier where it is gone.
fn called(view: &View, id: RecordId) -> Value {
    let found = view.record(id).ok().flatten();
    found.map_or_else(|| id.to_string(), |settled| settled.reference).into()
}

/// Refuses to change a cluster that is locked.
fn open(cluster: &Cluster) -> Result<(), Refusal> {
    if cluster.locked { Err(Refusal::locked(cluster.number)) } else { Ok(()) }
}
