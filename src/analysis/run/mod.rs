//! The whole analysis: what is stale is computed, what stands is kept.
//!
//! `work_list` says what of each record and State is stale; `states` reads, tags and compares that, a
//! State at a time, and hands each to the `state_cache` when it is done; `earlier_state` is what an earlier run
//! has left there; `placing` puts records without a place into clusters; `analyse` leads them and makes
//! the `cache` of what they found. `steering` is what steers a run besides the records.

mod analyse;
mod cache;
mod earlier_state;
mod one_run;
mod placing;
mod state_cache;
mod states;
mod steering;
mod work_list;

pub use analyse::{RunCounts, analyse};
pub use cache::{Analysis, CODE_VERSION, RecordAnalysis, StateAnalysis};
pub use state_cache::{ComparedState, NothingKept, StateCache};
pub use steering::{OnStep, Steering};
