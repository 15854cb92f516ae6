//! Checking a workspace from end to end: the store, the originals, the backups and the small files beside
//! them. Nothing is mended here; each fault says what is damaged, and the answer which backup would mend it.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::domain::{Coded, Message, Values, fields};
use crate::ingest::read_register;
use crate::store::Store;
use crate::workspace::backups::listed::backups;
use crate::workspace::backups::originals::{is_sound, originals};
use crate::workspace::folder::layout::{BACKUPS, FILES};
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::{Workspace, WorkspaceError};

/// What is wrong with a workspace outside its store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "workspace-fault-")]
pub enum WorkspaceFault {
    /// An original holds other bytes than its name tells.
    ChangedOriginal {
        /// Its name.
        file: String,
    },
    /// An original cannot be read.
    UnreadableOriginal {
        /// Its name.
        file: String,
        /// What the system said.
        cause: String,
    },
    /// A backup cannot be put back.
    BadBackup {
        /// Its name.
        file: String,
        /// Why.
        reason: Coded,
    },
    /// The register of entities is gone, so that plans name types of entities.
    MissingRegister {
        /// Its name.
        file: String,
    },
    /// The register of entities cannot be read.
    BadRegister {
        /// Why.
        reason: Coded,
    },
}

impl Message for WorkspaceFault {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifyAnswer {
    /// Records that could be read.
    pub records: u64,
    /// Events that could be read.
    pub events: u64,
    /// Decisions that could be read.
    pub decisions: u64,
    /// Files that were imported.
    pub imports: u64,
    /// Originals that hold what their names tell; fewer than were imported after a restore without them.
    pub originals: u64,
    /// Backups that can be put back.
    pub backups: u64,
    /// Whether nothing is wrong.
    pub sound: bool,
    /// What is wrong.
    pub faults: Vec<Coded>,
    /// The newest sound backup, where something is damaged that a backup holds.
    pub mended_by: Option<PathBuf>,
}

impl Workspace {
    /// Checks everything: reads the store from end to end, all originals, all backups, what was learnt and the
    /// register. Settings are read before, or the workspace would not be open.
    ///
    /// # Errors
    /// When the engine fails, or the work was stopped.
    pub(in crate::workspace) fn verify(&self, progress: &dyn Progress) -> Result<VerifyAnswer, WorkspaceError> {
        let report = self.store.verify()?;
        go_on(progress)?;
        let mut faults = report.faults;
        faults.extend(self.learnt_fault());
        let register = self.folder.join(&self.settings.entities);
        let missing = self.missing_register();
        let is_there = missing.is_none();
        faults.extend(missing);
        if is_there && let Err(error) = read_register(&register) {
            faults.push(Coded::from(&WorkspaceFault::BadRegister { reason: error.under_file_name() }));
        }
        let is_truth_damaged = !faults.is_empty();
        let originals = check_originals(&self.folder.join(FILES), &mut faults);
        go_on(progress)?;
        let (sound, bad) = checked_backups(&self.folder.join(BACKUPS));
        faults.extend(bad.iter().map(Coded::from));
        Ok(VerifyAnswer {
            records: report.records,
            events: report.events,
            decisions: report.decisions,
            imports: self.store.imports()?.len() as u64,
            originals,
            backups: sound.len() as u64,
            sound: faults.is_empty(),
            faults,
            mended_by: sound.into_iter().next().filter(|_| is_truth_damaged),
        })
    }
}

impl Workspace {
    /// What people have brought beside the records and is gone or cannot be read, a line each, to be told where
    /// views go on without it.
    #[must_use]
    pub fn standing_faults(&self) -> Vec<Coded> {
        self.learnt_fault().into_iter().chain(self.missing_register()).collect()
    }

    fn missing_register(&self) -> Option<Coded> {
        let file = &self.settings.entities;
        let is_there = self.folder.join(file).exists();
        (!is_there).then(|| Coded::from(&WorkspaceFault::MissingRegister { file: file.clone() }))
    }
}

/// How many originals are sound.
fn check_originals(folder: &Path, faults: &mut Vec<Coded>) -> u64 {
    let mut sound = 0;
    for original in originals(folder) {
        let file = name_of(&original);
        let fault = match is_sound(&original) {
            Ok(true) => {
                sound += 1;
                continue;
            }
            Ok(false) => WorkspaceFault::ChangedOriginal { file },
            Err(error) => WorkspaceFault::UnreadableOriginal { file, cause: error.to_string() },
        };
        faults.push(Coded::from(&fault));
    }
    sound
}

/// The sound backups in a folder, the newest first, and what is wrong with the others.
fn checked_backups(folder: &Path) -> (Vec<PathBuf>, Vec<WorkspaceFault>) {
    let (mut sound, mut bad) = (Vec::new(), Vec::new());
    for path in backups(folder) {
        match Store::check_backup(&path) {
            Ok(_) => sound.push(path),
            Err(error) => {
                bad.push(WorkspaceFault::BadBackup { file: name_of(&path), reason: Coded::from(&error) });
            }
        }
    }
    (sound, bad)
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::{WorkspaceFault, check_originals, checked_backups};
    use crate::domain::{Coded, Fingerprint};

    #[test]
    fn damaged_originals_and_backups_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let sound = format!("{}.csv", Fingerprint::of(b"sound"));
        let changed = format!("{}.csv", Fingerprint::of(b"other"));
        for (name, text) in [(&sound, "sound"), (&changed, "sound"), (&"a.jsonl".to_owned(), "no backup")] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let mut faults = Vec::new();
        assert_eq!(check_originals(folder.path(), &mut faults), 1);
        assert!(faults.contains(&Coded::from(&WorkspaceFault::ChangedOriginal { file: changed })));
        let (sound, bad) = checked_backups(folder.path());
        assert!(sound.is_empty() && matches!(&bad[0], WorkspaceFault::BadBackup { file, .. } if file == "a.jsonl"));
    }
}
