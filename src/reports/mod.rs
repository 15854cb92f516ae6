//! Answers as plain data: counted and chosen, not formatted.
//!
//! One question a file, over one [`View`](crate::view::View): the question, what it is answered by, and how.

mod ask_places;
mod card;
mod clusters;
mod compare;
mod duplicate_queue;
mod duplicates;
mod first_look;
mod gender;
mod headings;
mod identical;
mod lineage;
mod link_queue;
mod links;
mod named_tag;
mod national;
mod newly_placed;
mod overlap;
mod overview;
mod repeats;
mod status_history;
mod topics;
mod trees;
mod unsure;
mod waiting_records;

pub use ask_places::{AskPlace, AskPlaces, AskPlacesAnswer};
pub use card::{Cards, RecordCard, RelatedRecord, SettledValues};
pub use clusters::{
    ClusterCard, ClusterCards, ClusterLine, ClusterList, ClusterName, ClusterNamed, MemberLine, cluster_line,
};
pub use compare::{
    About, AskMoves, BadCondition, ChangeAnswer, ChangeRow, Compare, CompareAnswer, CompareCell, CompareChange,
    ComparedStates, Condition, Difference, Field, FollowedAsks, Interval, Measured, NO_VALUE, PositionMove, Scope,
    TableNote, Unit, UnknownField, Which, data_version,
};
pub use duplicate_queue::{DuplicateQueue, DuplicateQueueAnswer};
pub use duplicates::{AskLine, DuplicateAnswer, DuplicateList, PairLine};
pub use first_look::{FirstLook, Lookalikes, OverviewAnswer, SharedAsk};
pub use gender::{GenderAnswer, GenderCounts, GenderLens, GenderLenses, GenderLine, GenderRecord};
pub use headings::{ClusterShare, Heading, HeadingLine, Headings};
pub use identical::{IdenticalAnswer, IdenticalAsks, identical_asks};
pub use lineage::{LineageAnswer, LineageLine, Lineages};
pub use link_queue::{LinkQueue, LinkQueueAnswer, WaitingCounts, WaitingLinks};
pub use links::{EntityLinks, LinkAnswer, LinkLine, SdgLinks};
pub use named_tag::{NamedTag, ValueName};
pub use national::{
    ChapterReport, FollowUpReport, LeftOut, MatrixReplies, MidTermForm, MidTermReport, RepliesByNumber, ReplyText,
    ReportBlock, ReportCell, ReportPiece, ReportScope, ReportSection, ReportText, ScopeReport, WordLimit,
};
pub use newly_placed::{NewInCluster, NewMember, NewlyPlaced, NewlyPlacedAnswer};
pub use overlap::{
    Combination, Contradiction, Equivalent, Equivalents, EquivalentsAnswer, HandedRecommendation, MadeBy, Matter,
    Overlap, OverlapAnswer, OverlapCell, OverlapColumn, OverlapUnit, ReviewedRecommendation,
};
pub use overview::{LinkCount, MechanismOverlap, Overview, RelationCount, SourceCount, overview};
pub use repeats::Repeats;
pub use status_history::{StatusCount, StatusDay, StatusDays, StatusHistory, status_days};
pub use topics::{CycleCount, TopicLine};
pub use trees::{ThemeTree, ThemeTrees};
pub use unsure::{Missing, StatedPosition, Unsure, UnsureLine};
pub use waiting_records::{WaitingRecord, WaitingRecords};
