//! Reports to the mechanisms and at home, made of the plan: the chapter on follow-up of a national report, the mid-term
//! report, follow-up to a treaty body, and reports of one body, one cluster or parliament.
//!
//! `text` is what every report is made of, `lines` says a measure and `reviewed` which recommendations a review has made;
//! the others are one report each. Nothing is said that no record, measure or assessment carries: what is missing is a
//! marked gap, and what a report leaves out is listed.

mod chapter;
mod follow_up;
mod lines;
mod mid_term;
mod parts;
mod reviewed;
mod scope;
mod text;

pub use chapter::ChapterReport;
pub use follow_up::FollowUpReport;
pub use lines::{RepliesByNumber, ReplyText};
pub use mid_term::{MatrixReplies, MidTermForm, MidTermReport};
pub use scope::{ReportScope, ScopeReport};
pub use text::{LeftOut, ReportBlock, ReportCell, ReportPiece, ReportSection, ReportText, WordLimit};
