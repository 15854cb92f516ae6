//! The nouns of the plan: measures that answer recommendations, their steps and indicators, desired outcomes,
//! assessments and comments.
//!
//! Everything in a plan has a minted [`PlanKey`] and is a set of [`PlanFact`]s, each a decision of its own that is
//! journalled and undone; [`PlanBook`] is what the facts in force make. A measure answers a set of records: clusters
//! and asks are derived, so that a plan outlives new clusters, merges and splits.

mod assessment;
mod book;
mod date;
mod edition;
mod fact;
mod field;
mod indicator;
mod joined;
mod key;
mod measure;
mod money;
mod period;
mod quantity;
mod responsibility;
mod status;

pub use assessment::{AssessedValue, Assessment, Comment, Grade, IriAnswer, PlanSubject, Voice, VoiceKind};
pub use book::{AssessedSubject, CommentedSubject, Facts, PlanBook, SentTables};
pub use date::{PlanDate, PlanTime};
pub use edition::Edition;
pub use fact::{Answering, PlanFact, PlanKind, gap_written};
pub use field::PlanField;
pub use indicator::{DatedQuantity, Indicator, IndicatorType, Observation, months_of};
pub use joined::joined;
pub use key::{BadPlanKey, PlanKey};
pub use measure::{DesiredOutcome, Home, Measure, Milestone};
pub use money::{Assistance, AssistanceStep, Budget, Money};
pub use period::{BadPeriod, Period, Precision};
pub use quantity::{Parts, Quantity, QuantityKind};
pub use responsibility::{Acceptance, Responsibility};
pub use status::{Release, StatedStatus, Status};
