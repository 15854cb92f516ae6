//! The journal: every change of the truth, so that it can be told and undone.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::command::CommandId;
use super::decision::DecisionChange;
use super::taken_back::taken_back;
use super::{RecordId, Subject};

/// Who does something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The moment.
    pub at: Timestamp,
    /// Account name of the user.
    pub who: String,
}

/// How many events the journal held when somebody looked: what was decided since has a later number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub u64);

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When it happened.
    pub at: Timestamp,
    /// Who did it: the account name of the user.
    pub who: String,
    /// The command that it is part of; [`CommandId::UNNAMED`] on disk where the first format wrote it.
    #[serde(default = "unnamed")]
    pub command: CommandId,
    /// The command that it takes back a decision of.
    #[serde(default, deserialize_with = "taken_back")]
    pub undoes: Option<CommandId>,
    /// What happened.
    pub what: Change,
}

/// What a change was, with what is needed to tell before from after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A file was read to its end.
    Imported {
        /// Name of the file.
        file: String,
        /// Hash of the file, sixteen hexadecimal digits.
        file_hash: String,
        /// Rows read.
        rows: u64,
        /// Records that were new.
        new: u64,
        /// Records that were known and have changed.
        changed: u64,
    },
    /// A source gave a known record another value.
    RecordChanged {
        /// The record.
        id: RecordId,
        /// Which field.
        field: String,
        /// Its value before.
        before: String,
        /// Its value after.
        after: String,
    },
    /// A record turned out to be the same recommendation as another, and became part of it.
    Absorbed {
        /// The record that ended.
        id: RecordId,
        /// The record that has its sources now.
        into: RecordId,
        /// Reference of the record that ended.
        reference: String,
    },
    /// A person decided, or took a decision back.
    Decided(Box<DecisionChange>),
    /// The import of a file was taken back.
    Removed {
        /// Name of the file.
        file: String,
        /// Hash of the file, sixteen hexadecimal digits.
        file_hash: String,
        /// Records that only this file held.
        gone: u64,
        /// Records of other files that have lost this source.
        changed: u64,
    },
    /// The workspace was restored from a backup.
    Restored {
        /// Name of the backup file.
        file: String,
    },
    /// What people set for the whole workspace became another. It has no undo: the value before is set again.
    SettingChanged {
        /// Which setting.
        setting: Setting,
        /// Its value before; empty where it had none. Of the register the file that keeps it.
        before: String,
        /// Its value after; of the register the file that took its place.
        after: String,
    },
}

/// What people set for a whole workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// The State that it is of, by its code.
    State,
    /// The register of bodies.
    Register,
}

impl Change {
    /// The records that it is about; none for files and for whole stores.
    #[must_use]
    pub fn records(&self) -> Vec<RecordId> {
        match self {
            Self::Decided(change) => change.subject().records(),
            Self::Absorbed { id, into, .. } => vec![*id, *into],
            Self::RecordChanged { id, .. } => vec![*id],
            Self::Imported { .. } | Self::Removed { .. } | Self::Restored { .. } | Self::SettingChanged { .. } => {
                Vec::new()
            }
        }
    }

    /// Whether what stands on a subject may be another after it.
    #[must_use]
    pub fn touches(&self, subject: &Subject) -> bool {
        match self {
            Self::Decided(change) => change.subject() == *subject,
            // Decisions go over to the record that stays.
            Self::Absorbed { id, into, .. } => subject.records().iter().any(|record| record == id || record == into),
            Self::Imported { .. }
            | Self::RecordChanged { .. }
            | Self::Removed { .. }
            | Self::Restored { .. }
            | Self::SettingChanged { .. } => false,
        }
    }
}

const fn unnamed() -> CommandId {
    CommandId::UNNAMED
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Change, Event};
    use crate::domain::{CommandId, RecordId, Subject};

    fn event(undoes: &serde_json::Value) -> Event {
        let what = json!({"decided": {"subject": {"position": "0000000000000001"}, "before": null, "after": {"position": "noted"}}});
        let event = json!({"at": "2026-01-01T00:00:00Z", "who": "anna", "undoes": undoes, "what": what});
        serde_json::from_value(event).unwrap()
    }

    #[test]
    fn events_of_the_first_format_read_without_names() {
        let (plain, back) = (event(&json!(false)), event(&json!(true)));
        assert_eq!((plain.command, plain.undoes), (CommandId::UNNAMED, None));
        assert_eq!(back.undoes, Some(CommandId::UNNAMED));
        assert!(plain.what.touches(&Subject::Position(RecordId(1))));
    }

    #[test]
    fn a_command_that_is_taken_back_is_named() {
        let id = CommandId::from_number(77);
        let named = Event { command: CommandId::from_number(78), undoes: Some(id), ..event(&json!(null)) };
        let text = serde_json::to_string(&named).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&text).unwrap(), named);
        assert_eq!(event(&json!(id.to_string())).undoes, Some(id));
    }

    #[test]
    fn a_record_that_becomes_part_of_another_touches_decisions_on_both() {
        let absorbed = Change::Absorbed { id: RecordId(1), into: RecordId(2), reference: String::new() };
        assert!(
            absorbed.touches(&Subject::Placement(RecordId(2))) && !absorbed.touches(&Subject::Placement(RecordId(3)))
        );
    }
}
