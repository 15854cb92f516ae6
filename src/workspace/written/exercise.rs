//! The files of an exercise in a folder of their own.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::Asker;
use crate::exercise::{DrawExercise, Exercise};
use crate::exports::{ExerciseFile, write_exercise};
use crate::i18n::Words;
use crate::view::Question;
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::folder::whole_file::write_whole;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::written::export::keep_earlier;
use crate::workspace::{Workspace, WorkspaceError};

/// Fewer cards cannot be sorted.
const LEAST: usize = 3;

/// What is done about a folder that holds files already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UsedFolder {
    /// Nothing is written.
    #[default]
    Refused,
    /// The files come beside the others; one of the same name and other content is kept under another name.
    Joined,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExerciseAnswer {
    /// The folder.
    pub folder: PathBuf,
    /// Names of the files in it.
    pub files: Vec<&'static str>,
    /// How many cards there are.
    pub cards: usize,
    /// How many were wished.
    pub wanted: u16,
    /// How many traps are among them.
    pub traps: usize,
}

impl Workspace {
    /// Draws an exercise and writes its files into a folder, which is made where there is none; all of them, or
    /// none if one cannot be made.
    ///
    /// # Errors
    /// When nothing was analysed yet, too few records fit, the folder is in use, or the disk refuses.
    pub(in crate::workspace) fn make_exercise(
        &self,
        draw: &DrawExercise,
        folder: &Path,
        used: UsedFolder,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<ExerciseAnswer, WorkspaceError> {
        let outputs = Outputs::of(&self.folder, &self.settings);
        outputs.check_folder(folder)?;
        if used == UsedFolder::Refused && is_used(folder) {
            return Err(WorkspaceError::FolderInUse(folder.to_owned()));
        }
        let words = Words::of(asker.language);
        let exercise = draw.answer(&*self.view()?, asker)?.worded(|said| words.coded(said));
        if exercise.cards.len() < LEAST {
            return Err(WorkspaceError::TooFewCards { cards: exercise.cards.len(), least: LEAST });
        }
        let files = contents(&exercise, words)?;
        go_on(progress)?;
        fs::create_dir_all(folder).map_err(Self::io(folder))?;
        for (name, bytes) in &files {
            let file = folder.join(name);
            outputs.check(&file, &[])?;
            put(&file, bytes)?;
        }
        Ok(ExerciseAnswer {
            folder: folder.to_owned(),
            files: files.into_iter().map(|(name, _)| name).collect(),
            cards: exercise.cards.len(),
            wanted: exercise.wanted,
            traps: exercise.traps.len(),
        })
    }
}

/// Whether something lies in a folder, or stands where it should be.
fn is_used(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => folder.exists(),
    }
}

fn contents(exercise: &Exercise, words: &Words) -> Result<Vec<(&'static str, Vec<u8>)>, WorkspaceError> {
    let content = |file: &ExerciseFile| -> Result<(&'static str, Vec<u8>), WorkspaceError> {
        let mut bytes = Vec::new();
        write_exercise(*file, exercise, words, &mut bytes)?;
        Ok((file.name(), bytes))
    };
    ExerciseFile::ALL.iter().map(content).collect()
}

/// Writes a file; what is there stays as it is where it is the same, and under another name else.
fn put(file: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
    if fs::read(file).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    keep_earlier(file)?;
    write_whole(file, bytes)
}
