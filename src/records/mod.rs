//! Many sources, one record: the one answer to whether an arriving record is known, and to what becomes
//! of it.
//!
//! The way of a batch: [`KnownReviews`] tells which arriving records are known, by the identifiers of
//! their sources, their place, their content or their words; [`reconcile()`] merges and absorbs, and makes
//! one value of all there is to write. Addenda arrive as [`PositionList`](crate::domain::PositionList)s and
//! become arrivals by [`answer`]. [`Corrections`] are laid over it, and [`FileRemoval`] tells
//! what is left when a file is taken out again.
//!
//! This room is pure: it reads what is known through [`KnownRecords`], writes nothing, and knows neither
//! files nor the store.

mod absorb;
mod arrival;
mod corrections;
mod difference;
mod folded;
mod known;
mod matching;
mod merge;
mod outline;
mod own_statement;
mod positions;
mod recommending_states;
mod reconcile;
mod reconciled;
mod remove;
mod resolution;
mod sameness;
mod twins;
mod unresolved;

pub use arrival::{Arrival, Evidence, SameAs, Voice};
pub use corrections::Corrections;
pub use difference::{Difference, RecordField};
pub use folded::FoldedRow;
pub use known::KnownRecords;
pub use matching::KnownReviews;
pub use outline::Outline;
pub use positions::{AddendumFile, AnsweredRecommendations, PositionReport, answer, is_answered};
pub use reconcile::reconcile;
pub use reconciled::{ArrivalOutcome, Counts, Effect, Reconciled, RecordToWrite};
pub use remove::{FileRemoval, LostSource};
pub use resolution::Resolution;
pub use unresolved::{PositionsRejected, Unresolved, UnresolvedReason};
