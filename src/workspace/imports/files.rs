//! Files on their way in: found, read once, sorted, kept.

use std::path::{Path, PathBuf};

use crate::domain::{Entity, FilePlace, Rejection, Step};
use crate::ingest::{
    ColumnMap, Context, DocumentFacts, DocumentKind, IngestError, SourceFile, SourceItems, read, read_register,
    remove_waiting_copies,
};
use crate::workspace::backups::originals::is_sound;
use crate::workspace::folder::layout::FILES;
use crate::workspace::folder::private::make_folder;
use crate::workspace::jobs::Import;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::{Workspace, WorkspaceError};

/// All files are read before the first is taken over, and what they gave is kept up to this many items; a
/// file beyond them is read again when its turn comes. A record takes about three kilobytes, so a whole
/// export of UHRI is kept, and not several of them side by side.
const MOST_HELD: usize = 300_000;

/// Files that were read, in the order in which they are taken over.
pub(in crate::workspace) struct PreparedFiles {
    pub(in crate::workspace) files: Vec<PreparedFile>,
    pub(in crate::workspace) columns: ColumnMap,
    /// The register of entities; empty where it cannot be read, which a check of the workspace tells.
    pub(in crate::workspace) entities: Vec<Entity>,
    /// Files of folders that cannot be read, with the reason.
    pub(in crate::workspace) passed_over: Vec<Rejection>,
}

/// A file that can be read to its end.
pub(in crate::workspace) struct PreparedFile {
    pub(in crate::workspace) file: SourceFile,
    is_addendum: bool,
    /// What it gave, unless other files had given too much before it.
    items: Option<SourceItems>,
}

impl PreparedFile {
    /// What the file gives.
    pub(in crate::workspace) fn take_items(&mut self, context: &Context<'_>) -> Result<SourceItems, IngestError> {
        self.items.take().map_or_else(|| read(&self.file, context), Ok)
    }
}

impl Workspace {
    /// Reads all files, so that a damaged one changes nothing. Addenda come last: their numbers are
    /// resolved against the records of the others.
    pub(in crate::workspace) fn prepare_import(
        &self,
        request: &Import,
        progress: &dyn Progress,
    ) -> Result<PreparedFiles, WorkspaceError> {
        let columns = self.columns(&request.columns)?;
        let register = self.folder.join(&self.settings.entities);
        let entities = if register.exists() { read_register(&register)?.entities } else { Vec::new() };
        let total = (request.files.len() + request.found.len()) as u64;
        let (mut held, mut files, mut passed_over) = (0, Vec::new(), Vec::new());
        let incoming = self.folder.join(FILES);
        make_folder(&incoming).map_err(Self::io(&incoming))?;
        remove_waiting_copies(&incoming);
        let named = request.files.iter().map(|path| (path, false));
        for (path, is_found) in named.chain(request.found.iter().map(|path| (path, true))) {
            go_on(progress)?;
            progress.step(Step::LookingAtFiles, (files.len() + passed_over.len()) as u64, total);
            let given = request.given_for(path);
            match prepared(path, &incoming, &self.context(&columns, &entities, &given), &mut held) {
                Ok(file) => files.push(file),
                Err(error) if is_found => passed_over.push(unreadable(path, &error)),
                Err(error) => return Err(error.into()),
            }
        }
        files.sort_by_key(|prepared| prepared.is_addendum);
        Ok(PreparedFiles { files, columns, entities, passed_over })
    }

    /// What readers are told.
    pub(in crate::workspace) fn context<'a>(
        &'a self,
        columns: &'a ColumnMap,
        entities: &'a [Entity],
        given: &'a DocumentFacts,
    ) -> Context<'a> {
        Context { states: &self.states, default_state: self.settings.state, entities, columns, given }
    }

    /// What the user says now, else what was said before.
    fn columns(&self, given: &[String]) -> Result<ColumnMap, WorkspaceError> {
        if !given.is_empty() {
            return Ok(ColumnMap::parse(given)?);
        }
        // A remembered mapping that does not fit another table must not stop its import.
        Ok(ColumnMap::parse(&self.settings.columns)?.optional())
    }

    /// Keeps the file as it came, named by its content: the very bytes that were hashed and read. One that is
    /// there and damaged is replaced.
    pub(in crate::workspace) fn keep_original(&self, file: &SourceFile) -> Result<(), WorkspaceError> {
        let extension = file.path.extension().map_or_else(String::new, |e| format!(".{}", e.to_string_lossy()));
        let kept = self.folder.join(FILES).join(format!("{}{extension}", file.hash));
        if is_sound(&kept).unwrap_or(false) {
            return Ok(());
        }
        fail::fail_point!("workspace-original-beside");
        std::fs::rename(file.content(), &kept).map_err(Self::io(&kept))?;
        fail::fail_point!("workspace-original-kept");
        Ok(())
    }
}

/// Opens and reads a file from a copy in `incoming`; `held` is how many items the files before it hold.
fn prepared(
    path: &Path,
    incoming: &Path,
    context: &Context<'_>,
    held: &mut usize,
) -> Result<PreparedFile, IngestError> {
    let file = SourceFile::open_copy(path, incoming)?;
    let items = read(&file, context)?;
    let is_addendum = items.recognition.kind == Some(DocumentKind::Addendum);
    let count = items.list.len();
    // The first file is kept whatever its size: it would be held whole at its turn as well.
    let is_kept = *held == 0 || *held + count <= MOST_HELD;
    *held += if is_kept { count } else { 0 };
    Ok(PreparedFile { file, is_addendum, items: is_kept.then_some(items) })
}

fn unreadable(path: &Path, error: &IngestError) -> Rejection {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    let reason = error.under_file_name();
    Rejection { file: name, place: FilePlace::WholeFile.to_string(), reason, raw: String::new() }
}

/// Files of a folder in the order of their names, those of its folders too; a file stands for
/// itself. Hidden files and the lock files of Word (`~$…`) are passed over.
///
/// # Errors
/// When the folder cannot be read.
pub fn files_of(path: &Path) -> Result<Vec<PathBuf>, WorkspaceError> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(Workspace::io(path))?;
    let entries: Result<Vec<PathBuf>, std::io::Error> = entries.map(|entry| entry.map(|e| e.path())).collect();
    let mut entries = entries.map_err(Workspace::io(path))?;
    entries.sort();
    let is_hidden = |path: &PathBuf| {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with('.') || name.starts_with("~$")
    };
    let mut files = Vec::new();
    for entry in entries.into_iter().filter(|entry| !is_hidden(entry) && !entry.is_symlink()) {
        if entry.is_dir() {
            files.extend(files_of(&entry)?);
        } else if entry.is_file() {
            files.push(entry);
        }
    }
    Ok(files)
}
