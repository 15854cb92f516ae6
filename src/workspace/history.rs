//! What was done, in words that name records as people do, and taking it back.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::decide::check;
use super::imports::removal::{RemovalAnswer, TakingOut};
use super::record_names::RecordNames;
use super::{Workspace, WorkspaceError, clock};
use crate::domain::{Asker, Coded, CommandId, DecisionChange, Event, JournalCommand, RecordId, Revision, Subject};
use crate::store::Undo;

/// One event of the journal.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryLine {
    /// The event.
    #[serde(flatten)]
    pub event: Event,
    /// What happened.
    pub said: Coded,
    /// Whether its command was taken back.
    pub is_taken_back: bool,
}

/// The last change.
#[derive(Debug, Clone, Serialize)]
pub struct LastChange {
    /// Its newest event.
    #[serde(flatten)]
    pub line: HistoryLine,
    /// How many events more its command has written, at most a hundred of which are counted.
    pub more: usize,
    /// Whether there are more than were counted.
    pub is_more: bool,
}

/// Events of one command that are counted beside the newest.
const MOST_TOGETHER: usize = 100;

/// The newest events.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryAnswer {
    /// Those asked for, oldest first.
    pub lines: Vec<HistoryLine>,
    /// How many events there are.
    pub total: usize,
}

/// What to take back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoRequest {
    /// The command; the newest decision or import in force of the one who asks where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<CommandId>,
    /// How far it may go.
    #[serde(default)]
    pub consent: Consent,
}

/// How far taking back may go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// Only tell what it would do.
    Preview,
    /// Take the command back where nothing rests on it; never an import, which is told first.
    #[default]
    Alone,
    /// Take back what rests on it as well, and imports.
    WithResting,
}

/// One command with what it decided.
#[derive(Debug, Clone, Serialize)]
pub struct CommandLine {
    /// Its name.
    pub id: CommandId,
    /// When it was given.
    pub at: Timestamp,
    /// Who gave it.
    pub who: String,
    /// What it decided.
    pub said: Vec<Coded>,
}

/// What was taken back, or would be.
#[derive(Debug, Clone, Serialize)]
pub struct UndoAnswer {
    /// The command, with what would become of its subjects.
    pub command: CommandLine,
    /// Later commands that rest on it, oldest first.
    pub resting: Vec<CommandLine>,
    /// The command that has taken them back; `None` when nothing was changed.
    pub written: Option<CommandId>,
    /// What was taken back decisions on; empty where nothing was changed.
    pub undone: Vec<Subject>,
}

/// What was taken back, or would be.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum TakenBack {
    /// Decisions.
    Decisions(UndoAnswer),
    /// The import of a file.
    Import(RemovalAnswer),
}

impl TakenBack {
    /// The command that has taken it back; `None` when nothing was changed.
    #[must_use]
    pub const fn written(&self) -> Option<CommandId> {
        match self {
            Self::Decisions(answer) => answer.written,
            Self::Import(answer) => answer.written,
        }
    }
}

impl Workspace {
    /// The newest events of the journal, `most` of them or fewer; of one record, or of one person, where these are named.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn history(
        &self,
        most: usize,
        record: Option<RecordId>,
        who: &str,
    ) -> Result<HistoryAnswer, WorkspaceError> {
        let events = self.store.events()?;
        let taken_back: BTreeSet<CommandId> =
            self.store.commands()?.iter().filter(|command| command.is_taken_back).map(|command| command.id).collect();
        let is_wanted = |event: &&Event| {
            let is_of = |id: RecordId| event.what.records().contains(&id);
            record.is_none_or(is_of) && (who.is_empty() || event.who == who)
        };
        let found: Vec<&Event> = events.iter().filter(is_wanted).collect();
        let total = found.len();
        let mut names = RecordNames::new(&self.store, &events);
        let mut line = |event: Event| -> Result<HistoryLine, WorkspaceError> {
            let said = names.event(&event.what)?;
            Ok(HistoryLine { said, is_taken_back: taken_back.contains(&event.command), event })
        };
        let newest = found.into_iter().skip(total.saturating_sub(most)).cloned();
        let lines = newest.map(&mut line).collect::<Result<_, _>>()?;
        Ok(HistoryAnswer { lines, total })
    }

    /// The newest event of the journal, without reading all others: nothing can have taken it back.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn last_change(&self) -> Result<Option<LastChange>, WorkspaceError> {
        let together = self.store.newest_together(MOST_TOGETHER + 2)?;
        let (others, is_more) = (together.len().saturating_sub(1), together.len() > MOST_TOGETHER + 1);
        let more = others.min(MOST_TOGETHER);
        match together.into_iter().next() {
            Some(event) if event.command == CommandId::UNNAMED => {
                Ok(self.history(1, None, "")?.lines.pop().map(|line| LastChange { line, more: 0, is_more: false }))
            }
            Some(event) => {
                let mut names = RecordNames::new(&self.store, std::slice::from_ref(&event));
                let line = HistoryLine { said: names.event(&event.what)?, is_taken_back: false, event };
                Ok(Some(LastChange { line, more, is_more }))
            }
            None => Ok(None),
        }
    }

    /// Takes back a command of decisions or an import, or tells what that would do. Nothing of the journal is
    /// lost. Decisions can be had again by taking back the command that took them back, an import by
    /// importing the file.
    ///
    /// # Errors
    /// When there is no such command, when it cannot be taken back or was already, when the person may not
    /// decide, or when others have decided on the same since `seen`.
    pub fn undo(&self, asker: &Asker, seen: Revision, request: &UndoRequest) -> Result<TakenBack, WorkspaceError> {
        let of = request.command.map_or_else(|| self.store.newest_in_force(&asker.who), Ok)?;
        match self.store.import_of(of)? {
            Some(file) => self.take_out(asker, file, taking_out(request.consent)).map(TakenBack::Import),
            None => self.undo_decisions(asker, seen, of, request.consent).map(TakenBack::Decisions),
        }
    }

    fn undo_decisions(
        &self,
        asker: &Asker,
        seen: Revision,
        of: CommandId,
        consent: Consent,
    ) -> Result<UndoAnswer, WorkspaceError> {
        let preview = self.store.preview_undo(of)?;
        let events = self.store.events()?;
        let mut names = RecordNames::new(&self.store, &events);
        let mut answer = UndoAnswer {
            command: command_line(&preview.command, &preview.changes, &mut names)?,
            resting: Vec::new(),
            written: None,
            undone: Vec::new(),
        };
        for command in &preview.resting {
            answer.resting.push(command_line(command, &command.changes, &mut names)?);
        }
        let may_write = match consent {
            Consent::Preview => false,
            Consent::Alone => preview.resting.is_empty(),
            Consent::WithResting => true,
        };
        if may_write {
            check(asker)?;
            let also = preview.resting.iter().map(|command| command.id).collect();
            let stamp = clock::stamp_of(asker);
            let applied = self.store.undo(&Undo { of, also }, self.store.mint(stamp.at)?, &stamp, seen)?;
            self.outdate();
            answer.written = Some(applied.command);
            answer.undone = applied.changes.iter().map(DecisionChange::subject).collect();
        }
        Ok(answer)
    }
}

/// An import is taken out only where that was said expressly.
const fn taking_out(consent: Consent) -> TakingOut {
    match consent {
        Consent::Preview | Consent::Alone => TakingOut::Told,
        Consent::WithResting => TakingOut::Done,
    }
}

fn command_line(
    command: &JournalCommand,
    changes: &[DecisionChange],
    names: &mut RecordNames<'_>,
) -> Result<CommandLine, WorkspaceError> {
    let said = changes.iter().map(|change| names.change(change)).collect::<Result<_, _>>()?;
    Ok(CommandLine { id: command.id, at: command.at, who: command.who.clone(), said })
}
