//! Comparing parts of the records: counts and shares by any two fields, and how they differ between two parts.
//!
//! `field` names the fields, `fields` reads them; `piece` and `units` make of records what is counted; `condition`
//! is what is held against it, `scope` what is counted at all. `tally` counts in one pass, `intervals` and
//! `resample` say how sure a share is, `about` what has to be known of it. `table` and `change` are the questions,
//! `moves` follows single asks.

mod about;
mod change;
mod condition;
mod field;
mod fields;
mod intervals;
mod moves;
mod piece;
mod resample;
mod scope;
mod table;
mod tally;
mod titles;
mod units;
mod version;
mod which;

pub use about::{About, TableNote};
pub use change::{ChangeAnswer, ChangeRow, CompareChange, ComparedStates, Difference, FollowedAsks};
pub use condition::{BadCondition, Condition};
pub(super) use field::Value;
pub use field::{Field, NO_VALUE, UnknownField};
pub use intervals::Interval;
pub use moves::{AskMoves, PositionMove};
pub use scope::Scope;
pub(super) use scope::Settled;
pub use table::{Compare, CompareAnswer, CompareCell, Measured};
pub(super) use titles::Titles;
pub use units::Unit;
pub(super) use units::Units;
pub use version::data_version;
pub use which::Which;
