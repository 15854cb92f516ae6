//! What pages have done in the background: reading files in, analysing, backing up and what takes files out again.

use std::path::{Path, PathBuf};

use super::notes::UnreadFile;
use super::upload::Upload;
use crate::domain::{Asker, Coded, EntityRegister, Revision, StateCode};
use crate::view::{Noun, Refusal};
use crate::workspace::jobs::{Analyse, Backup, Import};
use crate::workspace::{
    BackupAnswer, FileReport, Progress, RemovalAnswer, RemovalRequest, TakingOut, Workspace, WorkspaceError, clock,
};

/// Something to be done.
pub(super) enum Work {
    /// Files are read in, and what is new is analysed.
    ReadIn {
        /// The files, which go when the work has ended.
        upload: Upload,
        /// The State that they are about, where they do not say it.
        state: Option<StateCode>,
    },
    /// The documents of the fictional State are read in and analysed.
    Demo,
    /// What is new is analysed.
    Analyse,
    /// Everything is written into one file.
    BackUp,
    /// A file is taken out again.
    TakeOut {
        /// Its hash.
        file: String,
        /// What whoever takes it out was told by.
        seen: Option<Revision>,
    },
    /// A backup takes the place of what is there.
    PutBack(PathBuf),
    /// A table takes the place of the register of bodies.
    Register(Upload),
    /// A register of before takes its place again.
    FormerRegister(PathBuf),
    /// The workspace is of a State from now on.
    State(StateCode),
}

/// How work has ended.
pub(super) enum Ended {
    /// Files were read in; with what came of the analysis after it where that failed.
    ReadIn(Vec<FileReport>, Option<WorkspaceError>),
    /// The analysis is up to date.
    Analysed,
    /// A backup was written.
    BackedUp(BackupAnswer),
    /// A backup was put back; with what went wrong after it.
    PutBack(BackupAnswer, Option<WorkspaceError>),
    /// A file was taken out; with what came of the analysis after it where that failed.
    TakenOut(RemovalAnswer, Option<WorkspaceError>),
    /// A register was read; where rows of it cannot be used, nothing was changed.
    Register(EntityRegister),
    /// The State is set; with what came of the analysis after it where that failed.
    State(Option<WorkspaceError>),
    /// It did not work.
    Failed(WorkspaceError),
    /// Something is broken on this side.
    Broken,
}

impl Work {
    /// The code of what it does.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::ReadIn { .. } | Self::Demo => "read-in",
            Self::Analyse => "analyse",
            Self::BackUp => "back-up",
            Self::TakeOut { .. } => "take-out",
            Self::PutBack(_) => "put-back",
            Self::Register(_) | Self::FormerRegister(_) => "register",
            Self::State(_) => "state",
        }
    }

    /// What it works on.
    pub(super) fn on(&self) -> Vec<String> {
        match self {
            Self::ReadIn { upload, .. } => upload.names(),
            Self::TakeOut { file, .. } => vec![file.clone()],
            Self::PutBack(file) | Self::FormerRegister(file) => {
                file.file_name().map(|name| name.to_string_lossy().into_owned()).into_iter().collect()
            }
            Self::Register(upload) => upload.names(),
            Self::State(state) => vec![state.to_string()],
            Self::Demo | Self::Analyse | Self::BackUp => Vec::new(),
        }
    }

    /// Does it; the workspace comes back unless it was put back from a backup and could not be opened.
    pub(super) fn done(
        self,
        desk: Box<Workspace>,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> (Option<Box<Workspace>>, Ended) {
        match self {
            Self::PutBack(file) => put_back(desk, &file, asker, progress),
            Self::ReadIn { upload, state } => on(desk, |desk| {
                let reports = desk.run(&import_of(&upload, state), asker, progress)?;
                Ok(Ended::ReadIn(reports, analysed(desk, asker, progress)))
            }),
            Self::Demo => on(desk, |desk| {
                let reports = desk.read_demo_documents(asker, progress)?;
                Ok(Ended::ReadIn(reports, analysed(desk, asker, progress)))
            }),
            Self::Analyse => on(desk, |desk| desk.run(&Analyse::default(), asker, progress).map(|_| Ended::Analysed)),
            Self::BackUp => on(desk, |desk| desk.run(&Backup::default(), asker, progress).map(Ended::BackedUp)),
            Self::Register(upload) => on(desk, |desk| {
                // A form sends one; of several the first is meant.
                let files = upload.files();
                let first = files.first().ok_or_else(|| Refusal::unknown(Noun::Value, ""))?;
                desk.put_register(first, asker).map(Ended::Register)
            }),
            Self::FormerRegister(file) => on(desk, |desk| desk.put_register(&file, asker).map(Ended::Register)),
            Self::State(state) => on(desk, |desk| {
                desk.set_own_state(state, asker)?;
                Ok(Ended::State(analysed(desk, asker, progress)))
            }),
            Self::TakeOut { file, seen } => on(desk, |desk| {
                let request = RemovalRequest { file, taking_out: TakingOut::Done, seen };
                let removed = desk.remove_import(asker, &request)?;
                Ok(Ended::TakenOut(removed, analysed(desk, asker, progress)))
            }),
        }
    }
}

impl Ended {
    /// Names of files that were read, and files that were not with the reason; `None` where none was to be read.
    pub(super) fn files(&self, name: &str, on: &[String]) -> Option<(Vec<String>, Vec<UnreadFile>)> {
        let unread = |file: &String, why: Coded| UnreadFile { file: file.clone(), at: clock::now(), why };
        match self {
            Self::ReadIn(reports, _) => {
                let (read, not): (Vec<&FileReport>, Vec<&FileReport>) =
                    reports.iter().partition(|report| report.format.is_some());
                let why = |report: &FileReport| report.rejected.first().map(|first| first.reason.clone());
                let not = not.into_iter().filter_map(|report| Some(unread(&report.file, why(report)?)));
                Some((read.into_iter().map(|report| report.file.clone()).collect(), not.collect()))
            }
            // What a file is refused for; what was stopped, or a full disk, is no fault of a file.
            Self::Failed(WorkspaceError::Ingest(error)) if name == "read-in" => {
                let why = error.under_file_name();
                Some((Vec::new(), on.iter().map(|file| unread(file, why.clone())).collect()))
            }
            _ => None,
        }
    }
}

/// The analysis after what has changed the records; what was done before it stands, whatever becomes of it.
fn analysed(desk: &mut Workspace, asker: &Asker, progress: &dyn Progress) -> Option<WorkspaceError> {
    desk.run(&Analyse::default(), asker, progress).err()
}

/// Work on the workspace as it is, which comes back whatever became of it.
fn on(
    mut desk: Box<Workspace>,
    work: impl FnOnce(&mut Workspace) -> Result<Ended, WorkspaceError>,
) -> (Option<Box<Workspace>>, Ended) {
    let ended = work(&mut desk).unwrap_or_else(Ended::Failed);
    (Some(desk), ended)
}

/// The import of what was sent: of several files those that can be read are taken, and the others listed with the reason.
fn import_of(upload: &Upload, state: Option<StateCode>) -> Import {
    let (files, found) = match upload.files() {
        one if one.len() == 1 => (one, Vec::new()),
        several => (Vec::new(), several),
    };
    let mut import = Import { files, found, ..Import::default() };
    import.given.state = state;
    import
}

/// The workspace is closed for it: another store takes its place. What was made from the one before is made anew.
fn put_back(
    desk: Box<Workspace>,
    file: &Path,
    asker: &Asker,
    progress: &dyn Progress,
) -> (Option<Box<Workspace>>, Ended) {
    let folder = desk.folder().to_owned();
    drop(desk);
    let restored = Workspace::restore(&folder, file);
    let (mut desk, shut) = match Workspace::open(&folder) {
        Ok(desk) => (Some(Box::new(desk)), None),
        Err(error) => (None, Some(error)),
    };
    let failed = desk.as_mut().and_then(|desk| analysed(desk, asker, progress));
    let ended = match restored {
        Err(error) => Ended::Failed(error),
        Ok(answer) => Ended::PutBack(answer, shut.or(failed)),
    };
    (desk, ended)
}
