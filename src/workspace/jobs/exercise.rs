//! The job of writing the files of an exercise.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::progress::Progress;
use super::super::written::exercise::{ExerciseAnswer, UsedFolder};
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;
use crate::exercise::DrawExercise;

/// Draws an exercise and writes its handout, key and pages in the language of the asker. Stopped, it writes none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeExercise {
    /// Which cards.
    pub draw: DrawExercise,
    /// The folder.
    pub folder: PathBuf,
    /// What is done where it holds files already.
    #[serde(default)]
    pub used: UsedFolder,
}

impl Job for MakeExercise {
    type Report = ExerciseAnswer;

    const CHANGES: bool = false;

    fn run(
        &self,
        desk: &mut Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<ExerciseAnswer, WorkspaceError> {
        desk.make_exercise(&self.draw, &self.folder, self.used, asker, progress)
    }
}
