//! Relations on disk, a file a State, so that a change in one State rewrites no other's.
//!
//! A file begins with the fingerprint of the records it was made from (eight bytes, big-endian); one
//! that does not fit the analysis counts as missing, and the State is compared anew.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use super::settled::{Decisions, decided_relations};
use super::{Workspace, WorkspaceError};
use crate::analysis::{Analysis, StateAnalysis};
use crate::domain::{Relation, StateCode};

impl Workspace {
    fn relations_file(&self, state: Option<StateCode>) -> PathBuf {
        let name = state.map_or_else(|| "none".to_owned(), String::from);
        self.cache_file().with_file_name("relations").join(format!("{name}.bin"))
    }

    /// Whether the relations of a State are on disk and of those records.
    pub(super) fn has_relations(&self, state: Option<StateCode>, fingerprint: u64) -> bool {
        let mut head = [0; 8];
        let opened = File::open(self.relations_file(state));
        opened.and_then(|mut file| file.read_exact(&mut head)).is_ok() && u64::from_be_bytes(head) == fingerprint
    }

    /// Writes the relations that the run has made.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write_relations(&self, analysis: &Analysis) -> Result<(), WorkspaceError> {
        let folder = self.cache_file().with_file_name("relations");
        std::fs::create_dir_all(&folder).map_err(Self::io(&folder))?;
        for (state, made) in &analysis.states {
            let Some(relations) = &made.relations else { continue };
            let path = self.relations_file(*state);
            let mut bytes = made.fingerprint.to_be_bytes().to_vec();
            rmp_serde::encode::write(&mut bytes, relations)
                .map_err(|e| WorkspaceError::BadSettings { path: path.clone(), reason: e.to_string() })?;
            super::files::write_whole(&path, &bytes)?;
        }
        Ok(())
    }

    /// The relations of one State as they were proposed.
    ///
    /// # Errors
    /// [`WorkspaceError::NotAnalysed`] when its file is gone or damaged: the next analysis makes it
    /// anew.
    pub(super) fn proposed_relations(
        &self,
        state: Option<StateCode>,
        made: &StateAnalysis,
    ) -> Result<Vec<Relation>, WorkspaceError> {
        if let Some(relations) = &made.relations {
            return Ok(relations.clone());
        }
        let bytes = std::fs::read(self.relations_file(state)).map_err(|_| WorkspaceError::NotAnalysed)?;
        let decoded = bytes.get(8..).and_then(|body| rmp_serde::from_slice(body).ok());
        decoded.ok_or_else(|| {
            // A damaged cache is worth nothing: without it the next analysis compares the State anew.
            let _ = std::fs::remove_file(self.relations_file(state));
            WorkspaceError::NotAnalysed
        })
    }

    /// The relations of all States with the decisions of persons in them.
    ///
    /// # Errors
    /// When a State's relations cannot be read.
    pub(super) fn relations(
        &self,
        analysis: &Analysis,
        decisions: &Decisions,
    ) -> Result<Vec<Relation>, WorkspaceError> {
        let mut proposed = Vec::new();
        for (state, made) in &analysis.states {
            proposed.extend(self.proposed_relations(*state, made)?);
        }
        Ok(decided_relations(&proposed, decisions))
    }
}
