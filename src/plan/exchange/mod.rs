//! Tables of the plan on their way out and back.
//!
//! `outgoing` says what goes to whom, `frame` what stands around the tables, with `cells` for the text of each cell and
//! `review` for recommendations that somebody decides on. Of what comes back, `dispatch_of` finds what
//! it is of, `columns` what each column holds, `rows` which row is which, `same` whether two texts say the same, `checked`
//! whether what is written can be what its column holds; `diff` lays what was sent, what stands now and what has come back
//! side by side, with `found`, `replies` and `values` for one row.
//!
//! Nothing is decided here and nothing is guessed: what is not certain is a problem with its place.

mod answer;
mod cells;
mod checked;
mod columns;
mod diff;
mod dispatch_of;
mod found;
mod frame;
mod outgoing;
mod problem;
mod replies;
mod review;
mod rows;
mod same;
mod values;
mod weighed;

pub use answer::{ChangedCell, NewMeasure, Refusal as TaskRefusal, ReturnDiff, RowCounts, SaidInReturn};
pub use diff::compare_return;
pub use dispatch_of::SaidOfReturn;
pub use frame::{Frame, offered};
pub use outgoing::{Outgoing, OutgoingSheets};
pub use problem::{Problem, ProblemKind};
