//! What events say, with records named by their references.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use super::WorkspaceError;
use crate::domain::{Change, Coded, DecisionChange, Event, Message, Position, RecordId, Setting, Values, fields};
use crate::store::Store;

/// What an event says.
#[derive(Debug, Clone, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "history-")]
enum Happening {
    Imported { file: String, rows: u64, new: u64, changed: u64 },
    RecordChanged { record: String, field: String, before: Value, after: Value },
    Absorbed { record: String, into: String },
    Decided { subject: Coded, before: Coded, after: Coded },
    Removed { file: String, gone: u64, changed: u64 },
    Restored { file: String },
    SettingChanged { setting: Setting, before: String, after: String },
}

impl Message for Happening {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

/// A value of a field in words, where it is kept as a code.
fn value_of(field: &str, text: &str) -> Value {
    let position = Position::ALL.iter().find(|own| field == "position" && own.code() == text);
    position.and_then(|own| serde_json::to_value(own.word()).ok()).unwrap_or_else(|| text.into())
}

/// The names of records, looked up once each.
pub(super) struct RecordNames<'a> {
    store: &'a Store,
    /// Names by record; those that have ended keep the one that the journal tells.
    known: HashMap<RecordId, String>,
}

impl<'a> RecordNames<'a> {
    pub(super) fn new(store: &'a Store, events: &[Event]) -> Self {
        let ended = |event: &Event| match &event.what {
            Change::Absorbed { id, reference, .. } => Some((*id, reference.clone())),
            _ => None,
        };
        Self { store, known: events.iter().filter_map(ended).collect() }
    }

    /// What an event says.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn event(&mut self, what: &Change) -> Result<Coded, WorkspaceError> {
        let happening = match what {
            Change::Imported { file, rows, new, changed, .. } => {
                Happening::Imported { file: file.clone(), rows: *rows, new: *new, changed: *changed }
            }
            Change::RecordChanged { id, field, before, after } => Happening::RecordChanged {
                record: self.name(*id)?,
                field: field.clone(),
                before: value_of(field, before),
                after: value_of(field, after),
            },
            Change::Absorbed { into, reference, .. } => {
                Happening::Absorbed { record: reference.clone(), into: self.name(*into)? }
            }
            Change::Decided(change) => return self.change(change),
            Change::Removed { file, gone, changed, .. } => {
                Happening::Removed { file: file.clone(), gone: *gone, changed: *changed }
            }
            Change::Restored { file } => Happening::Restored { file: file.clone() },
            Change::SettingChanged { setting, before, after } => {
                let before = if before.is_empty() { "–" } else { before }.to_owned();
                Happening::SettingChanged { setting: *setting, before, after: after.clone() }
            }
        };
        Ok(Coded::from(&happening))
    }

    /// What became of a subject.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn change(&mut self, change: &DecisionChange) -> Result<Coded, WorkspaceError> {
        let subject = change.subject();
        for id in subject.records() {
            self.name(id)?;
        }
        let name = |id: RecordId| self.known.get(&id).cloned().unwrap_or_else(|| id.to_string());
        let (before, after) = (change.before().word(), change.after().word());
        Ok(Coded::from(&Happening::Decided { subject: subject.word(name), before, after }))
    }

    fn name(&mut self, id: RecordId) -> Result<String, WorkspaceError> {
        if let Some(name) = self.known.get(&id) {
            return Ok(name.clone());
        }
        let record = self.store.record(id)?;
        let name = record.map_or_else(|| id.to_string(), |record| record.called());
        self.known.insert(id, name.clone());
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::Happening;
    use crate::domain::Subject;
    use crate::i18n::Words;
    use crate::store::{BackupFault, CodecFault, Damage, StoreError, ValueKind, VerifyFault};

    #[test]
    fn everything_the_journal_and_the_store_say_has_words() {
        let told = [Happening::VARIANTS, Subject::VARIANTS];
        let refused = [StoreError::VARIANTS, Damage::VARIANTS, BackupFault::VARIANTS, VerifyFault::VARIANTS];
        let kinds = [CodecFault::VARIANTS, ValueKind::VARIANTS];
        for code in told.into_iter().chain(refused).chain(kinds).flatten() {
            assert!(Words::english().knows(code), "{code}");
        }
    }
}
