//! Taking the import of a file back: what would go is told first.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::domain::{Asker, Coded, CommandId, DecisionChange, ImportedFile, Outcome, Revision};
use crate::ingest::SourceFile;
use crate::store::{ImportProgress, PlannedRemoval, StoreError};
use crate::workspace::decide::check;
use crate::workspace::record_names::RecordNames;
use crate::workspace::{Workspace, WorkspaceError, clock};

/// Which import to take back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovalRequest {
    /// The file: its path, its name, or the beginning of its hash.
    pub file: String,
    /// How far it may go.
    #[serde(default)]
    pub taking_out: TakingOut,
    /// What whoever takes it out was told by: where anything was decided since, nothing is taken out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Revision>,
}

/// How far taking a file out may go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TakingOut {
    /// Only tell what it would do.
    #[default]
    Told,
    /// Do it.
    Done,
}

/// What became of a file that was taken out, or would.
#[derive(Debug, Clone, Serialize)]
pub struct RemovalAnswer {
    /// The file.
    #[serde(flatten)]
    pub file: ImportedFile,
    /// Records that only this file holds, and that go.
    pub gone: u64,
    /// Records of other files that lose this source.
    pub changed: u64,
    /// How many of those get another position.
    pub positions: u64,
    /// Decisions on records that go, which go with them.
    pub resting: Vec<Coded>,
    /// The command that has done it; `None` when nothing was changed.
    pub written: Option<CommandId>,
}

/// Fewest digits of a hash that name a file.
const FEWEST_DIGITS: usize = 6;

impl Workspace {
    /// Takes the import of a file back whole, or tells what that would do: records that only this file holds
    /// go, the others lose it as a source, positions it set go back. The original stays in the folder.
    ///
    /// # Errors
    /// When no such file was imported, when several were, when the person may not decide, or when something
    /// was decided meanwhile; then nothing was written.
    pub fn remove_import(&self, asker: &Asker, request: &RemovalRequest) -> Result<RemovalAnswer, WorkspaceError> {
        let file = self.imported_file(&request.file)?;
        if request.taking_out == TakingOut::Done
            && request.seen.is_some_and(|seen| self.seen().is_ok_and(|now| now != seen))
        {
            return Err(StoreError::ImportMoved { file: file.file }.into());
        }
        self.take_out(asker, file, request.taking_out)
    }

    pub(in crate::workspace) fn take_out(
        &self,
        asker: &Asker,
        file: ImportedFile,
        taking_out: TakingOut,
    ) -> Result<RemovalAnswer, WorkspaceError> {
        let plan = self.store.plan_removal(file)?;
        let mut answer = self.preview_of(&plan)?;
        if taking_out == TakingOut::Done {
            check(asker)?;
            let stamp = clock::stamp_of(asker);
            let removed = self.store.remove(&plan, self.store.mint(stamp.at)?, &stamp)?;
            self.forget();
            answer.written = Some(removed.command);
        }
        Ok(answer)
    }

    fn preview_of(&self, plan: &PlannedRemoval) -> Result<RemovalAnswer, WorkspaceError> {
        let events = self.store.events()?;
        let mut names = RecordNames::new(&self.store, &events);
        let cleared = plan.resting.iter().map(|decision| {
            let after = Outcome::Cleared(decision.subject());
            names.change(&DecisionChange::new(Some(decision.clone()), after))
        });
        Ok(RemovalAnswer {
            resting: cleared.collect::<Result<_, _>>()?,
            file: plan.file.clone(),
            gone: plan.records.gone.len() as u64,
            changed: plan.records.left.len() as u64,
            positions: plan.records.positions,
            written: None,
        })
    }

    /// The file that the user means: the one of the same content, else of the same name or hash.
    pub(in crate::workspace) fn imported_file(&self, given: &str) -> Result<ImportedFile, WorkspaceError> {
        let imports = self.store.imports()?;
        // A file that cannot be read any more was imported all the same.
        let hash = SourceFile::open(Path::new(given)).map(|file| file.hash).ok();
        let name = Path::new(given).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let is_hash = given.len() >= FEWEST_DIGITS && given.bytes().all(|digit| digit.is_ascii_hexdigit());
        let digits = given.to_ascii_lowercase();
        let ways: [&dyn Fn(&ImportProgress) -> bool; 3] = [
            &|import| hash.as_ref() == Some(&import.file_hash),
            &|import| is_hash && import.file_hash.starts_with(&digits),
            &|import| import.file == name,
        ];
        let meant = |is_meant: &&dyn Fn(&ImportProgress) -> bool| -> Vec<&ImportProgress> {
            imports.iter().filter(|import| is_meant(import)).collect()
        };
        let found = ways.iter().map(meant).find(|found| !found.is_empty()).unwrap_or_default();
        match found.as_slice() {
            [] => Err(WorkspaceError::NotImported(given.to_owned())),
            [one] => Ok(ImportedFile { file: one.file.clone(), file_hash: one.file_hash.clone() }),
            several => Err(WorkspaceError::SeveralImports {
                given: given.to_owned(),
                hashes: several.iter().map(|import| import.file_hash.clone()).collect(),
            }),
        }
    }
}
