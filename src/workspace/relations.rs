//! Relations on disk, a file a State, so that a change in one State rewrites no other's.
//!
//! A file begins with the fingerprint of the records it was made from (eight bytes, big-endian); one
//! that does not fit the analysis counts as missing, and the State is compared anew.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Workspace, WorkspaceError};
use crate::analysis::Analysis;
use crate::domain::{Relation, StateCode};

/// The relations that an analysis has left on disk.
pub(super) struct RelationFiles {
    folder: PathBuf,
    /// Those that no file holds, because the run has just made them.
    fresh: BTreeMap<Option<StateCode>, Vec<Relation>>,
}

impl RelationFiles {
    pub(super) fn of(workspace: &Workspace, analysis: &Analysis) -> Self {
        let made = |(state, made): (&Option<StateCode>, &crate::analysis::StateAnalysis)| {
            Some((*state, made.relations.clone()?))
        };
        Self { folder: workspace.relations_folder(), fresh: analysis.states.iter().filter_map(made).collect() }
    }

    /// The relations of a State as they were proposed; none when its file is gone or damaged: the next
    /// analysis makes it anew.
    pub(super) fn read(&self, state: Option<StateCode>) -> Option<Vec<Relation>> {
        if let Some(fresh) = self.fresh.get(&state) {
            return Some(fresh.clone());
        }
        let path = file_of(&self.folder, state);
        let bytes = std::fs::read(&path).ok()?;
        let decoded = bytes.get(8..).and_then(|body| rmp_serde::from_slice(body).ok());
        if decoded.is_none() {
            // A damaged cache is worth nothing: without it the next analysis compares the State anew.
            let _ = std::fs::remove_file(&path);
        }
        decoded
    }
}

fn file_of(folder: &Path, state: Option<StateCode>) -> PathBuf {
    let name = state.map_or_else(|| "none".to_owned(), String::from);
    folder.join(format!("{name}.bin"))
}

impl Workspace {
    fn relations_folder(&self) -> PathBuf {
        self.cache_file().with_file_name("relations")
    }

    /// Whether the relations of a State are on disk and of those records.
    pub(super) fn has_relations(&self, state: Option<StateCode>, fingerprint: u64) -> bool {
        let mut head = [0; 8];
        let opened = File::open(file_of(&self.relations_folder(), state));
        opened.and_then(|mut file| file.read_exact(&mut head)).is_ok() && u64::from_be_bytes(head) == fingerprint
    }

    /// Writes the relations that the run has made.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write_relations(&self, analysis: &Analysis) -> Result<(), WorkspaceError> {
        let folder = self.relations_folder();
        std::fs::create_dir_all(&folder).map_err(Self::io(&folder))?;
        for (state, made) in &analysis.states {
            let Some(relations) = &made.relations else { continue };
            let path = file_of(&folder, *state);
            let mut bytes = made.fingerprint.to_be_bytes().to_vec();
            rmp_serde::encode::write(&mut bytes, relations)
                .map_err(|e| WorkspaceError::BadSettings { path: path.clone(), reason: e.to_string() })?;
            super::files::write_whole(&path, &bytes)?;
        }
        Ok(())
    }
}
