//! The closed lists of the field, compiled in from `corpora/reference`.
//!
//! Tables are CSV because clerks and translators edit them; this is the one place outside the
//! readers and writers that parses CSV.

mod action_families;
mod acts;
mod bodies;
mod entities;
mod families;
mod fold;
mod indicators;
mod instruments;
mod position_words;
mod sdgs;
mod sessions;
mod states;
mod table;
mod term;
pub(in crate::domain) mod term_numbers;
mod themes;
mod topics;
mod values;

pub use action_families::{ActionFamilies, ActionFamily, ActionFamilyEntry, action_families};
pub use acts::{Act, act, acts};
pub use bodies::{BodyEntry, BodyRegister};
pub use entities::{EntityType, entity_type, entity_type_named, entity_types, nearest_entity_types};
pub use families::{IssueFamily, issue_families};
pub use fold::fold;
pub use indicators::{LibraryIndicator, library_indicators};
pub use instruments::{Instrument, InstrumentRegister};
pub use position_words::{PositionWord, position_words};
pub use sdgs::{SdgGoal, SdgTarget, goals, sdg_code, sdg_title, targets};
pub use sessions::{SessionEntry, session_days, session_of_council, session_on, sessions};
pub use states::{State, StateRegister};
pub use table::{Names, Row, Table};
pub use term::{Vocabulary, VocabularyTerm};
pub use themes::{Group, Issue, Theme, ThemeRegister, group_code, groups, issue_number, issues};
pub use topics::{Topic, TopicGroup, topic_groups, topics};
pub use values::{value_number, values};
