//! Decisions go in: what stood before, what others have decided since, and what is written are seen in
//! one transaction.

use std::collections::{BTreeMap, BTreeSet};

use sled::Transactional;
use sled::transaction::{ConflictableTransactionError, TransactionError, TransactionalTree};

use super::codec::{decode, encode};
use super::value_kind::ValueKind;
use super::{InTransaction, Store, StoreError, counters, journal, keys};
use crate::domain::{Change, CommandId, Decision, DecisionChange, Event, Moved, Outcome, Revision, Stamp, Subject};

/// The decisions of one command.
#[derive(Debug, Clone)]
pub struct Batch {
    /// The name of the command, from [`Store::mint`].
    pub command: CommandId,
    /// Who decides, and when.
    pub stamp: Stamp,
    /// The revision that the person has looked at.
    pub seen: Revision,
    /// What is to stand on each subject.
    pub decisions: Vec<Outcome>,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The name of the command.
    pub command: CommandId,
    /// What has changed; what stood already is passed over.
    pub changes: Vec<DecisionChange>,
    /// The revision after it.
    pub revision: Revision,
}

/// One step of a batch.
pub(super) enum Step {
    /// This is to stand.
    Decide(Outcome),
    /// What a command has changed is to be as it was before.
    TakeBack { command: CommandId, change: DecisionChange },
}

impl Step {
    fn subject(&self) -> Subject {
        match self {
            Self::Decide(outcome) => outcome.subject(),
            Self::TakeBack { change, .. } => change.subject(),
        }
    }
}

/// Who writes, when, and what they have seen.
pub(super) struct Writer<'a> {
    pub(super) command: CommandId,
    pub(super) stamp: &'a Stamp,
    pub(super) seen: Revision,
}

impl Store {
    /// Writes the decisions of one command with their events in one transaction. What stands already is
    /// passed over.
    ///
    /// # Errors
    /// [`StoreError::Changed`] where one of the subjects was decided on since `seen`, or an error of the
    /// engine; then nothing was written.
    pub fn apply(&self, batch: &Batch) -> Result<Applied, StoreError> {
        let steps: Vec<Step> = batch.decisions.iter().cloned().map(Step::Decide).collect();
        self.write_steps(&Writer { command: batch.command, stamp: &batch.stamp, seen: batch.seen }, &steps)
    }

    pub(super) fn write_steps(&self, writer: &Writer<'_>, steps: &[Step]) -> Result<Applied, StoreError> {
        self.check_writable()?;
        let trees = (&self.decisions, &self.journal, &self.meta);
        fail::fail_point!("store-decide-begin");
        let applied: Result<Applied, TransactionError<StoreError>> = trees.transaction(|(decisions, journal, meta)| {
            let applied = Trees { decisions, journal, meta }.write(writer, steps)?;
            fail::fail_point!("store-decide-inside");
            Ok(applied)
        });
        let applied = applied.map_err(|e| self.transaction(e))?;
        self.flush()?;
        Ok(applied)
    }
}

/// The trees inside one transaction, which may be run again.
struct Trees<'a> {
    decisions: &'a TransactionalTree,
    journal: &'a TransactionalTree,
    meta: &'a TransactionalTree,
}

impl Trees<'_> {
    fn write(&self, writer: &Writer<'_>, steps: &[Step]) -> InTransaction<Applied> {
        let theirs = self.moved_since(writer.seen, steps)?;
        if !theirs.is_empty() {
            return Err(ConflictableTransactionError::Abort(StoreError::Changed { theirs }));
        }
        let (mut changes, mut events, mut revisions) = (Vec::new(), Vec::new(), 0);
        for step in steps {
            let Some((change, undoes)) = self.change(step)? else { continue };
            if change.before() != change.after() {
                self.put(change.after())?;
                revisions += u64::from(changes_caches(&change.subject()));
            }
            let what = Change::Decided(Box::new(change.clone()));
            let (at, who) = (writer.stamp.at, writer.stamp.who.clone());
            let event = Event { at, who, command: writer.command, undoes, what };
            events.push(encode(ValueKind::Event, &event).map_err(ConflictableTransactionError::Abort)?);
            changes.push(change);
        }
        journal::append(self.journal, self.meta, &events)?;
        counters::add(self.meta, counters::REVISION, revisions)?;
        let revision = Revision(counters::add(self.meta, counters::EVENTS, 0)?);
        Ok(Applied { command: writer.command, changes, revision })
    }

    /// What a step changes, and the command that it takes back; `None` when what it wants stands already.
    fn change(&self, step: &Step) -> InTransaction<Option<(DecisionChange, Option<CommandId>)>> {
        let before = self.decision(&step.subject())?;
        Ok(match step {
            Step::Decide(after) => {
                let change = DecisionChange::new(before, after.clone());
                (change.before() != change.after()).then_some((change, None))
            }
            Step::TakeBack { command, change } => {
                let now = Outcome::on(change.subject(), before.clone());
                // Where records became one, the decision on the other may stand here: it stays. That it was
                // taken back is told all the same, or it would be taken back for ever.
                let after = if now == *change.after() { change.before().clone() } else { now };
                Some((DecisionChange::new(before, after), Some(*command)))
            }
        })
    }

    /// The subjects of the steps that were decided on since a revision, with who did it last.
    fn moved_since(&self, seen: Revision, steps: &[Step]) -> InTransaction<Vec<Moved>> {
        let subjects: BTreeSet<Subject> = steps.iter().map(Step::subject).collect();
        let mut last: BTreeMap<&Subject, Event> = BTreeMap::new();
        for number in seen.0..counters::add(self.meta, counters::EVENTS, 0)? {
            let Some(bytes) = self.journal.get(keys::number(number))? else { continue };
            let event: Event = decode(ValueKind::Event, &bytes).map_err(ConflictableTransactionError::Abort)?;
            for subject in subjects.iter().filter(|subject| event.what.touches(subject)) {
                last.insert(subject, event.clone());
            }
        }
        let moved = |(subject, event): (&Subject, Event)| {
            let now = Outcome::on(subject.clone(), self.decision(subject)?);
            InTransaction::Ok(Moved { now, who: event.who, at: event.at, command: event.command })
        };
        last.into_iter().map(moved).collect()
    }

    fn decision(&self, subject: &Subject) -> InTransaction<Option<Decision>> {
        let key = encode(ValueKind::Subject, subject).map_err(ConflictableTransactionError::Abort)?;
        let found = self.decisions.get(key)?;
        found.map(|bytes| decode(ValueKind::Decision, &bytes)).transpose().map_err(ConflictableTransactionError::Abort)
    }

    fn put(&self, outcome: &Outcome) -> InTransaction<()> {
        let key = encode(ValueKind::Subject, &outcome.subject()).map_err(ConflictableTransactionError::Abort)?;
        match outcome.decision() {
            Some(decision) => {
                let value = encode(ValueKind::Decision, decision).map_err(ConflictableTransactionError::Abort)?;
                self.decisions.insert(key, value)?
            }
            None => self.decisions.remove(key)?,
        };
        Ok(())
    }
}

/// Titles, locks and the plan are read when they are shown; the other decisions change what caches hold.
const fn changes_caches(subject: &Subject) -> bool {
    !matches!(subject, Subject::Title(_) | Subject::Lock(_) | Subject::Plan(..))
}

#[cfg(test)]
mod tests {
    use super::Batch;
    use crate::domain::{ClusterNumber, Decision, Outcome, RecordId, Revision, Subject};
    use crate::store::StoreError;
    use crate::store::test_store::TestStore;

    const NUMBER: ClusterNumber = ClusterNumber { theme: 1, cluster: 1 };

    fn title(text: &str) -> Decision {
        Decision::Title(NUMBER, text.to_owned())
    }

    fn batch(store: &TestStore, seen: Revision, decisions: Vec<Outcome>) -> Batch {
        let stamp = store.stamp("ben");
        Batch { command: store.mint(stamp.at).unwrap(), stamp, seen, decisions }
    }

    #[test]
    fn what_stood_before_is_told_even_where_one_batch_decides_twice() {
        let store = TestStore::new("decide-before");
        store.decide("anna", [title("A")]);
        let applied = store.decide("anna", [title("B"), title("C"), title("C")]);
        let before: Vec<&Outcome> = applied.changes.iter().map(|change| change.before()).collect();
        assert_eq!(before, [&Outcome::Set(title("A")), &Outcome::Set(title("B"))]);
        assert_eq!(applied.revision, store.seen().unwrap());
        assert_eq!(store.decisions().unwrap(), [title("C")]);
    }

    #[test]
    fn a_subject_that_moved_since_it_was_seen_is_refused_with_who_moved_it() {
        let store = TestStore::new("decide-changed");
        let seen = store.seen().unwrap();
        store.decide("anna", [title("A")]);
        let lock = Outcome::Set(Decision::Lock(NUMBER, true));
        let refused = store.apply(&batch(&store, seen, vec![lock.clone(), Outcome::Set(title("B"))]));
        let Err(StoreError::Changed { theirs }) = refused else { panic!("it was not refused") };
        assert_eq!((theirs.len(), theirs[0].who.as_str()), (1, "anna"));
        assert_eq!(theirs[0].now, Outcome::Set(title("A")));
        assert_eq!(store.decisions().unwrap(), [title("A")], "nothing was written");
        store.apply(&batch(&store, seen, vec![lock])).unwrap();
        assert_eq!(store.decisions().unwrap().len(), 2, "another subject has not moved");
    }

    #[test]
    fn titles_and_locks_are_seen_and_leave_caches_fresh() {
        let store = TestStore::new("decide-revision");
        let (seen, caches) = (store.seen().unwrap(), store.revision().unwrap());
        store.decide("anna", [title("A"), Decision::Lock(NUMBER, true)]);
        assert!(store.seen().unwrap() > seen);
        assert_eq!(store.revision().unwrap(), caches);
        store.decide("anna", [Decision::Placement(RecordId(1), NUMBER)]);
        assert!(store.revision().unwrap() > caches);
    }

    #[test]
    fn a_decision_is_taken_back_by_a_batch_too() {
        let store = TestStore::new("decide-cleared");
        store.decide("anna", [title("A")]);
        let cleared = Outcome::Cleared(Subject::Title(NUMBER));
        let applied = store.apply(&batch(&store, store.seen().unwrap(), vec![cleared.clone()])).unwrap();
        assert_eq!(applied.changes[0].after(), &cleared);
        assert!(store.decisions().unwrap().is_empty());
    }
}
