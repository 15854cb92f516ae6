//! Taking back: the opposite of a command is a command of its own, and the journal keeps both.

use std::collections::BTreeSet;

use super::commands::resting;
use super::decide::{Step, Writer};
use super::{Applied, Store, StoreError};
use crate::domain::{ClusterNumber, CommandId, ImportedFile, JournalCommand, Revision, Stamp, UndoPreview};

/// What to take back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// The command.
    pub of: CommandId,
    /// Those that rest on it and go with it; all of them, or nothing is taken back.
    pub also: Vec<CommandId>,
}

impl Store {
    /// The newest command of a user that is in force and can be taken back: a decision or an import.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`] where there is none, [`StoreError::Removed`] where the newest has taken an
    /// import back, which no undo brings back; or an error of the engine.
    pub fn newest_in_force(&self, who: &str) -> Result<CommandId, StoreError> {
        let commands = self.commands()?;
        let is_decision = |command: &JournalCommand| command.stands() && command.takes_back.is_empty();
        let is_meant = |command: &&JournalCommand| {
            let stands = is_decision(command) || command.standing_import().is_some() || command.removed.is_some();
            command.who == who && stands
        };
        match commands.iter().rev().find(is_meant) {
            None => Err(StoreError::NothingToUndo),
            Some(JournalCommand { removed: Some(file), .. }) => Err(StoreError::Removed { file: file.file.clone() }),
            Some(command) => Ok(command.id),
        }
    }

    /// The file of a command, where it is an import in force.
    ///
    /// # Errors
    /// [`StoreError::UnknownCommand`], [`StoreError::TakenBack`], or an error of the engine.
    pub fn import_of(&self, command: CommandId) -> Result<Option<ImportedFile>, StoreError> {
        let commands = self.commands()?;
        let found = commands.into_iter().find(|known| known.id == command);
        let found = found.ok_or(StoreError::UnknownCommand { command })?;
        if found.imported.is_some() && found.is_taken_back {
            return Err(StoreError::TakenBack { command });
        }
        Ok(found.imported)
    }

    /// What taking back a command would change, and what rests on it; nothing is written.
    ///
    /// # Errors
    /// [`StoreError::UnknownCommand`], [`StoreError::NoDecision`] for what is none, [`StoreError::TakenBack`],
    /// or an error of the engine.
    pub fn preview_undo(&self, of: CommandId) -> Result<UndoPreview, StoreError> {
        let commands = self.commands()?;
        let at = commands.iter().position(|command| command.id == of);
        let at = at.ok_or(StoreError::UnknownCommand { command: of })?;
        let command = commands[at].clone();
        if command.is_taken_back {
            return Err(StoreError::TakenBack { command: of });
        }
        if !command.stands() {
            return Err(StoreError::NoDecision { command: of });
        }
        let known: BTreeSet<ClusterNumber> = self.clusters()?.clusters.iter().map(|cluster| cluster.number).collect();
        let resting = resting(at, &commands, &known).into_iter().cloned().collect();
        let changes = command.changes.iter().rev().map(|change| change.reversed()).collect();
        Ok(UndoPreview { command, changes, resting })
    }

    /// Takes back a command and those that rest on it, newest first, in one transaction under the name
    /// `command`.
    ///
    /// # Errors
    /// As [`Store::preview_undo`]; [`StoreError::Resting`] where a command rests on it that is not named in
    /// `also`; [`StoreError::Changed`] where a subject was decided on since `seen`. Then nothing was written.
    pub fn undo(&self, undo: &Undo, command: CommandId, stamp: &Stamp, seen: Revision) -> Result<Applied, StoreError> {
        let preview = self.preview_undo(undo.of)?;
        let resting: Vec<CommandId> = preview.resting.iter().map(|command| command.id).collect();
        if resting.iter().any(|id| !undo.also.contains(id)) {
            return Err(StoreError::Resting { command: undo.of, resting });
        }
        let taken_back = preview.resting.iter().rev().chain([&preview.command]);
        let steps: Vec<Step> = taken_back.flat_map(steps).collect();
        self.write_steps(&Writer { command, stamp, seen }, &steps)
    }
}

/// The opposite of a command, its last change first.
fn steps(of: &JournalCommand) -> impl Iterator<Item = Step> {
    of.changes.iter().rev().map(|change| Step::TakeBack { command: of.id, change: change.clone() })
}

#[cfg(test)]
mod tests {
    use super::Undo;
    use crate::domain::{ClusterNumber, CommandId, Decision, Outcome, Position, RecordId, Revision, Subject};
    use crate::store::test_store::TestStore;
    use crate::store::{Applied, StoreError};

    const NUMBER: ClusterNumber = ClusterNumber { theme: 1, cluster: 1 };

    fn title(text: &str) -> Decision {
        Decision::Title(NUMBER, text.to_owned())
    }

    fn undo(store: &TestStore, of: CommandId, also: &[CommandId]) -> Result<Applied, StoreError> {
        let stamp = store.stamp("anna");
        let command = store.mint(stamp.at).unwrap();
        store.undo(&Undo { of, also: also.to_vec() }, command, &stamp, store.seen().unwrap())
    }

    #[test]
    fn a_command_in_the_middle_is_taken_back_and_the_others_stay() {
        let store = TestStore::new("undo-middle");
        store.decide("anna", [title("A")]);
        let middle = store.decide("anna", [Decision::Position(RecordId(1), Position::Noted)]).command;
        store.decide("anna", [Decision::Position(RecordId(2), Position::Noted)]);
        undo(&store, middle, &[]).unwrap();
        assert_eq!(store.decisions().unwrap().len(), 2);
        assert!(store.decisions().unwrap().contains(&title("A")));
        assert!(matches!(undo(&store, middle, &[]), Err(StoreError::TakenBack { .. })));
        assert_eq!(store.events().unwrap().len(), 4, "nothing of the journal is discarded");
    }

    #[test]
    fn what_rests_on_a_command_is_named_and_nothing_changes_until_it_is_chosen() {
        let store = TestStore::new("undo-resting");
        let first = store.decide("anna", [title("A")]).command;
        let second = store.decide("ben", [title("B")]).command;
        let refused = undo(&store, first, &[]);
        assert!(matches!(refused, Err(StoreError::Resting { resting, .. }) if resting == [second]));
        assert_eq!(store.decisions().unwrap(), [title("B")]);
        let preview = store.preview_undo(first).unwrap();
        assert_eq!(preview.changes[0].after(), &Outcome::Cleared(Subject::Title(NUMBER)));
        undo(&store, first, &[second]).unwrap();
        assert!(store.decisions().unwrap().is_empty());
    }

    #[test]
    fn an_undo_can_be_undone_and_the_newest_of_a_user_is_a_decision() {
        let store = TestStore::new("undo-undo");
        let first = store.decide("anna", [title("A")]).command;
        store.decide("ben", [Decision::Lock(NUMBER, true)]);
        let back = undo(&store, first, &[]).unwrap().command;
        assert!(matches!(store.newest_in_force("anna"), Err(StoreError::NothingToUndo)));
        undo(&store, back, &[]).unwrap();
        assert!(store.decisions().unwrap().contains(&title("A")));
        assert_eq!(store.newest_in_force("anna").unwrap(), first);
    }

    #[test]
    fn a_command_that_nobody_gave_is_unknown() {
        let store = TestStore::new("undo-unknown");
        let found = undo(&store, CommandId::from_number(5), &[]);
        assert!(matches!(found, Err(StoreError::UnknownCommand { .. })));
        assert_eq!(store.seen().unwrap(), Revision(0));
    }
}
