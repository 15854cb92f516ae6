//! The nouns of the field: recommendations, references, mechanisms, States, positions, tags,
//! relations, clusters, entities, plans, decisions, events.
//!
//! This room knows no files, no network, no clock and no other room. Every rule that holds for a
//! noun by itself stands here; [`vocabulary`] holds the closed lists (States, bodies, issues,
//! themes, groups, SDG targets, instruments, entity types) that ship with Weft.

mod asker;
mod cluster;
mod command;
mod day;
mod decision;
mod entity;
mod event;
mod evidence;
mod facet;
mod file_place;
mod fingerprint;
mod identity;
mod journal_command;
mod language;
mod lineage;
mod mechanism;
mod message;
mod paragraph;
mod plan;
mod plan_column;
mod position;
mod position_list;
mod reason;
mod recommendation;
mod record_id;
mod reference;
mod rejection;
mod relation;
mod row_key;
mod ruling;
mod said;
mod session;
mod settled;
mod settling;
mod state;
mod step;
mod subject;
mod symbol;
pub mod tag;
mod tag_kind;
mod taken_back;
pub mod vocabulary;

pub use asker::{Asker, Role};
pub use cluster::{Ask, BadClusterNumber, Cluster, ClusterDefinition, ClusterNumber, ClusterSubject};
pub use command::{BadCommandId, CommandId};
pub use day::day_number;
pub use decision::{Decision, DecisionChange, Outcome};
pub use entity::Entity;
pub use event::{Change, Event, Revision, Stamp};
pub use evidence::Evidence;
pub use facet::Facet;
pub use file_place::FilePlace;
pub use fingerprint::Fingerprint;
pub use identity::Identity;
pub use journal_command::{JournalCommand, Moved, UndoPreview};
pub use language::{Language, UnknownLanguage};
pub use lineage::{Lineage, LineageStep, Occasion};
pub use mechanism::{Body, Mechanism};
pub use message::{Coded, Message, Values, fields};
pub use paragraph::Paragraph;
pub use plan::{IndicatorType, Status};
pub use plan_column::PlanColumn;
pub use position::Position;
pub use position_list::{NumberRange, PositionList, PositionStatement};
pub use reason::Reason;
pub use recommendation::{Kind, Recommendation, Source, Text, is_uuid};
pub use record_id::RecordId;
pub use reference::{BadReference, Place, Reference};
pub use rejection::Rejection;
pub use relation::{Relation, RelationKind};
pub use row_key::{BadRowKey, RowKey};
pub use said::{Doubt, DoubtReason, FollowUp, Said};
pub use session::{Cycle, Session};
pub use settled::SettledRecord;
pub use settling::{Claim, settle};
pub use state::{BadStateCode, RegionalGroup, StateCode};
pub use step::Step;
pub use subject::Subject;
pub use symbol::Symbol;
pub use tag::{Confidence, Provenance, Tag, TagKind, Verdict};
