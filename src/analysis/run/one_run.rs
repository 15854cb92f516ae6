//! One run over all records: what its steps share.

use super::steering::Steering;
use super::work_list::WorkList;
use crate::analysis::models::Models;

/// One run over all records.
pub(super) struct OneRun<'a> {
    /// The records, and what has to be done.
    pub(super) list: WorkList<'a>,
    /// The models it is done with.
    pub(super) models: &'a Models,
    /// What steers it.
    pub(super) steering: Steering<'a>,
}
