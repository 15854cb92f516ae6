//! What of a file that came back is taken over.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::domain::exchange::{SheetColumn, Verdict};
use crate::domain::plan::PlanKey;
use crate::ingest::{PlainRow, SourceFile, read_tables};
use crate::plan::exchange::ChangedCell;
use crate::workspace::WorkspaceError;

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

/// Choices for single cells, before the side that is taken for all others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::workspace) struct Choices {
    of_cell: BTreeMap<(PlanKey, SheetColumn), bool>,
    path: std::path::PathBuf,
}

impl Choices {
    /// Reads a list of choices: a table with the columns `key`, `field`, `choice` (`theirs` or `ours`).
    ///
    /// # Errors
    /// When it cannot be read, or a line names no cell or no side.
    pub(in crate::workspace) fn read(path: &Path) -> Result<Self, WorkspaceError> {
        let tables = read_tables(&SourceFile::open(path)?)?;
        let rows: Vec<&PlainRow> = tables.iter().flat_map(|table| &table.rows).collect();
        let wrong = |row: &PlainRow, cause: &str| WorkspaceError::BadChoice {
            path: path.to_owned(),
            line: row.place.clone(),
            cause: cause.to_owned(),
        };
        let Some((head, rows)) = rows.split_first() else { return Ok(Self::default()) };
        let place = |name: &str| {
            let found = head.cells.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
            found.ok_or_else(|| wrong(head, name))
        };
        let (key, field, choice) = (place("key")?, place("field")?, place("choice")?);
        let mut of_cell = BTreeMap::new();
        for row in rows {
            let text = |at: usize| row.cells.get(at).map_or("", |cell| cell.trim());
            let of = text(key).parse().map_err(|_| wrong(row, text(key)))?;
            let column = text(field).to_lowercase().parse().map_err(|_| wrong(row, text(field)))?;
            let is_theirs = match text(choice).to_lowercase().as_str() {
                "theirs" => true,
                "ours" => false,
                other => return Err(wrong(row, other)),
            };
            let before = of_cell.insert((of, column), is_theirs);
            if before.is_some_and(|before| before != is_theirs) {
                return Err(wrong(row, text(choice)));
            }
        }
        Ok(Self { of_cell, path: path.to_owned() })
    }

    /// Whether every choice is of a cell that has changed.
    ///
    /// # Errors
    /// [`WorkspaceError::BadChoice`] for one that is of none.
    pub(in crate::workspace) fn check(&self, cells: &[ChangedCell]) -> Result<(), WorkspaceError> {
        let is_there =
            |key: &PlanKey, field: &SheetColumn| cells.iter().any(|cell| cell.key == *key && cell.field == *field);
        match self.of_cell.iter().find(|((key, field), _)| !is_there(key, field)) {
            Some(((key, field), _)) => Err(WorkspaceError::BadChoice {
                path: self.path.clone(),
                line: key.to_string(),
                cause: field.code().to_owned(),
            }),
            None => Ok(()),
        }
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
