//! What people decide on the plan: measures, steps, indicators, values, outcomes, assessments and comments.
//!
//! What is new gets a key that is minted here; everything else names it by that key, or a measure by the office's
//! number. Values are read where they come in, so that a decision holds what was meant beside what was written.

mod assess;
mod close;
mod indicator;
mod library;
mod link;
mod measure;
mod milestone;
mod minting;
mod named;
mod outcome;
mod remove;
mod responsible;
mod reviewed;
mod send;
mod set;
mod settable;
mod spoken;
mod take_over;
mod taken_cell;
mod value;

pub use assess::{AssessSubject, CommentOn, NamedSubject, SaidBy, ScaleName};
pub use close::ClosePlan;
pub use indicator::AddIndicator;
pub use library::TakeIndicator;
pub use link::{LinkMeasure, UnlinkMeasure};
pub use measure::AddMeasure;
pub use milestone::AddMilestone;
pub use outcome::SetOutcome;
pub use remove::RemoveFromPlan;
pub use send::SendTables;
pub use set::SetInPlan;
pub use settable::{PlanCell, Settable};
pub(in crate::workspace) use settable::{budget_of, day};
pub use take_over::TakeOver;
pub(in crate::workspace) use take_over::{is_known, named};
pub use value::{ObserveValue, SplitValue};
