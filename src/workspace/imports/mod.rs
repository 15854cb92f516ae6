//! Files on their way in: read once, told from what is known, written in whole batches, reported, taken out again.

pub(super) mod difference;
pub(super) mod files;
pub(super) mod import;
pub(super) mod kept_report;
mod known;
pub(super) mod plan;
mod plan_decisions;
mod plan_links;
pub(super) mod plan_report;
pub(super) mod removal;
pub(super) mod report;
