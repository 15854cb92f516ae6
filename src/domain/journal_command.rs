//! Commands as the journal tells them, and what taking one back would change.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::command::CommandId;
use super::decision::{DecisionChange, Outcome};

/// A file that an import has read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedFile {
    /// Its name, without the folder.
    pub file: String,
    /// Its hash, sixteen hexadecimal digits.
    pub file_hash: String,
}

/// What was done together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalCommand {
    /// Its name.
    pub id: CommandId,
    /// When it began.
    pub at: Timestamp,
    /// Account name of the user.
    pub who: String,
    /// What became of decisions, in order, on records by the identifiers that they have now.
    pub changes: Vec<DecisionChange>,
    /// The file that it has read to its end, where it is an import.
    pub imported: Option<ImportedFile>,
    /// The file whose import it has taken back. What went with that file is not kept, so that it stands for
    /// good; the file can be imported again.
    pub removed: Option<ImportedFile>,
    /// The commands that it takes back.
    pub takes_back: Vec<CommandId>,
    /// Whether a later command has taken it back.
    pub is_taken_back: bool,
}

impl JournalCommand {
    /// Whether it is a decision in force that could be taken back.
    #[must_use]
    pub const fn stands(&self) -> bool {
        !self.changes.is_empty() && !self.is_taken_back && self.removed.is_none()
    }

    /// The file, where it is an import in force.
    #[must_use]
    pub fn standing_import(&self) -> Option<&ImportedFile> {
        self.imported.as_ref().filter(|_| !self.is_taken_back)
    }
}

/// What taking back a command would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoPreview {
    /// The command.
    pub command: JournalCommand,
    /// What would become of its subjects, if nothing rested on it.
    pub changes: Vec<DecisionChange>,
    /// Later commands in force that rest on it, oldest first: they would have to go with it.
    pub resting: Vec<JournalCommand>,
}

/// A subject that others have decided on since somebody looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// What stands now.
    pub now: Outcome,
    /// Who moved it last.
    pub who: String,
    /// When.
    pub at: Timestamp,
    /// With which command.
    pub command: CommandId,
}
