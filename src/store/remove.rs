//! An import is taken back: records that only its file holds, its place among the sources of others, the
//! decisions that rest on what goes, and the mark that it was read, in one transaction with the journal.
//!
//! [`records`](crate::records) says what becomes of the records; it is written here as it comes.

use sled::Transactional;
use sled::transaction::{ConflictableTransactionError, TransactionError};

use super::codec::encode;
use super::value_kind::ValueKind;
use super::{InTransaction, Store, StoreError, counters, journal, keys};
use crate::domain::{
    Change, CommandId, Decision, DecisionChange, Event, ImportedFile, JournalCommand, Outcome, RecordId, Revision,
    Stamp,
};
use crate::records::{FileRemoval, LostSource};

/// What taking an import back would do.
#[derive(Debug)]
pub struct PlannedRemoval {
    /// The file.
    pub file: ImportedFile,
    /// What becomes of the records.
    pub records: FileRemoval,
    /// The decisions on records that go, in the order of their subjects: they go with them.
    pub resting: Vec<Decision>,
    /// The import in force that it takes back; `None` when that was cut off or changed nothing.
    of: Option<CommandId>,
    /// What stood when this was told.
    seen: Revision,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// The name of the command that did it.
    pub command: CommandId,
    /// The revision after it.
    pub revision: Revision,
}

/// What is written, encoded outside the transaction, which may be run again.
struct Encoded {
    left: Vec<([u8; 9], Vec<u8>)>,
    subjects: Vec<Vec<u8>>,
    events: Vec<Vec<u8>>,
}

impl Store {
    /// What taking the import of a file back would do; nothing is written.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn plan_removal(&self, file: ImportedFile) -> Result<PlannedRemoval, StoreError> {
        let seen = self.seen()?;
        let is_of_file = |command: &&JournalCommand| {
            command.standing_import().is_some_and(|known| known.file_hash == file.file_hash)
        };
        // An import that was cut off and went on stands under several commands.
        let all = self.commands()?;
        let standing: Vec<CommandId> = all.iter().filter(is_of_file).map(|command| command.id).collect();
        let of = standing.last().copied();
        let told = self.events()?.into_iter().filter(|event| standing.contains(&event.command)).map(|event| event.what);
        let mut records = FileRemoval::of(file.file_hash.clone(), told.collect());
        self.each_record(|record| {
            records.take(record);
            Ok::<(), StoreError>(())
        })?;
        let goes = |id: &RecordId| records.gone.contains_key(id);
        let rests = |decision: &Decision| decision.subject().records().iter().any(goes);
        let resting = self.decisions()?.into_iter().filter(rests).collect();
        Ok(PlannedRemoval { file, records, resting, of, seen })
    }

    /// Takes the import of a file back in one transaction under the name `command`, with the decisions that
    /// rest on its records.
    ///
    /// # Errors
    /// [`StoreError::ImportMoved`] where something was decided or imported since the plan was made,
    /// [`StoreError::ReadOnly`], or an error of the engine; then nothing was written.
    pub fn remove(&self, plan: &PlannedRemoval, command: CommandId, stamp: &Stamp) -> Result<Removed, StoreError> {
        self.check_writable()?;
        let encoded = encoded(plan, command, stamp)?;
        let trees = (&self.records, &self.sources, &self.imports, &self.decisions, &self.journal, &self.meta);
        fail::fail_point!("store-remove-begin");
        let outcome: Result<Revision, TransactionError<StoreError>> = trees.transaction(|trees| {
            let (records, sources, imports, decisions, journal, meta) = trees;
            if counters::add(meta, counters::EVENTS, 0)? != plan.seen.0 {
                let moved = StoreError::ImportMoved { file: plan.file.file.clone() };
                return Err(ConflictableTransactionError::Abort(moved));
            }
            for id in plan.records.gone.keys() {
                records.remove(&keys::record(*id))?;
            }
            for (key, value) in &encoded.left {
                records.insert(key, value.as_slice())?;
            }
            for LostSource { source, record: id } in &plan.records.sources {
                let key = keys::text(source);
                // Where two records had a running number in common, it leads to the other.
                if sources.get(&key)?.is_some_and(|to| to[..] == keys::record(*id)[..]) {
                    sources.remove(key)?;
                }
            }
            for subject in &encoded.subjects {
                decisions.remove(subject.as_slice())?;
            }
            imports.remove(keys::text(&plan.file.file_hash))?;
            journal::append(journal, meta, &encoded.events)?;
            counters::take(meta, counters::RECORDS, plan.records.gone.len() as u64)?;
            counters::add(meta, counters::REVISION, 1)?;
            fail::fail_point!("store-remove-inside");
            InTransaction::Ok(Revision(plan.seen.0 + encoded.events.len() as u64))
        });
        let revision = outcome.map_err(|e| self.transaction(e))?;
        self.flush()?;
        Ok(Removed { command, revision })
    }
}

fn encoded(plan: &PlannedRemoval, command: CommandId, stamp: &Stamp) -> Result<Encoded, StoreError> {
    let removed = Change::Removed {
        file: plan.file.file.clone(),
        file_hash: plan.file.file_hash.clone(),
        gone: plan.records.gone.len() as u64,
        changed: plan.records.left.len() as u64,
    };
    let cleared = plan.resting.iter().map(|decision| {
        let after = Outcome::Cleared(decision.subject());
        (Change::Decided(Box::new(DecisionChange::new(Some(decision.clone()), after))), None)
    });
    let event = |(what, undoes)| {
        let event = Event { at: stamp.at, who: stamp.who.clone(), command, undoes, what };
        encode(ValueKind::Event, &event)
    };
    let left = plan.records.left.iter();
    let left = left.map(|(id, record)| Ok::<_, StoreError>((keys::record(*id), encode(ValueKind::Record, record)?)));
    let subjects = plan.resting.iter().map(|decision| encode(ValueKind::Subject, &decision.subject()));
    Ok(Encoded {
        left: left.collect::<Result<_, StoreError>>()?,
        subjects: subjects.collect::<Result<_, StoreError>>()?,
        events: [(removed, plan.of)].into_iter().chain(cleared).map(event).collect::<Result<_, StoreError>>()?,
    })
}
