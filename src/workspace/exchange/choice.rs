//! What of a file that came back is taken over.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::domain::exchange::{SheetColumn, Verdict};
use crate::domain::plan::PlanKey;
use crate::plan::exchange::ChangedCell;
use crate::workspace::{Workspace, WorkspaceError};

/// Which side is taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Take {
    /// Theirs where only they have changed it; what both have changed stays ours and is told.
    #[default]
    All,
    /// Nothing; that the file came back is noted, with what it says.
    None,
    /// Theirs, also where both have changed it.
    Theirs,
    /// Ours, also where only they have changed it.
    Ours,
}

/// One cell of a list of choices.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Line {
    key: String,
    field: String,
    #[serde(alias = "take", alias = "side")]
    choice: String,
}

/// Choices for single cells, before the side that is taken for all others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::workspace) struct Choices {
    of_cell: BTreeMap<(PlanKey, SheetColumn), bool>,
}

impl Choices {
    /// Reads a list of choices: CSV with the columns `key`, `field`, `choice` (`theirs` or `ours`).
    ///
    /// # Errors
    /// When it cannot be read, or a line names no cell or no side.
    pub(in crate::workspace) fn read(path: &Path) -> Result<Self, WorkspaceError> {
        let bytes = std::fs::read(path).map_err(Workspace::io(path))?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_start_matches('\u{feff}');
        let delimiter = if text.lines().next().is_some_and(|head| head.contains(';')) { b';' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
        let mut of_cell = BTreeMap::new();
        for (number, line) in (2_u64..).zip(reader.deserialize::<Line>()) {
            let wrong = |cause: String| WorkspaceError::BadChoice { path: path.to_owned(), line: number, cause };
            let line = line.map_err(|error| wrong(error.to_string()))?;
            let key = line.key.parse().map_err(|_| wrong(line.key.clone()))?;
            let field = line.field.to_lowercase().parse().map_err(|_| wrong(line.field.clone()))?;
            let is_theirs = match line.choice.to_lowercase().as_str() {
                "theirs" | "yes" | "1" => true,
                "ours" | "no" | "0" => false,
                other => return Err(wrong(other.to_owned())),
            };
            of_cell.insert((key, field), is_theirs);
        }
        Ok(Self { of_cell })
    }

    /// Whether a cell is taken. What is doubtful is taken only when it is chosen itself.
    pub(in crate::workspace) fn takes(&self, cell: &ChangedCell, take: Take) -> bool {
        if matches!(cell.verdict, Verdict::Ours | Verdict::Equal) {
            return false;
        }
        let of_all = match take {
            Take::All => cell.verdict == Verdict::Theirs && !cell.is_doubtful,
            Take::Theirs => !cell.is_doubtful,
            Take::None | Take::Ours => false,
        };
        self.of_cell.get(&(cell.key, cell.field)).copied().unwrap_or(of_all)
    }
}
