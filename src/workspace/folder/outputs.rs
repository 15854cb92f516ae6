//! What a command writes never takes the place of a file of the workspace, of a file that the same command
//! reads, or of something that is no file.

use std::path::{Component, Path, PathBuf};

use crate::workspace::WorkspaceError;
use crate::workspace::folder::layout::{BACKUPS, is_own};
use crate::workspace::folder::settings::Settings;

/// Where a workspace lies, as it bears on what is written.
pub(in crate::workspace) struct Outputs<'a> {
    folder: &'a Path,
    register: &'a str,
}

impl<'a> Outputs<'a> {
    /// The outputs of the commands on a workspace.
    pub(in crate::workspace) fn of(folder: &'a Path, settings: &'a Settings) -> Self {
        Self { folder, register: &settings.entities }
    }

    /// Whether a file may be written; `inputs` are the files that the same command reads.
    ///
    /// # Errors
    /// [`WorkspaceError::NoFile`], [`WorkspaceError::OwnInput`], [`WorkspaceError::OwnFile`].
    pub(in crate::workspace) fn check(&self, path: &Path, inputs: &[&Path]) -> Result<(), WorkspaceError> {
        if path.exists() && !path.is_file() {
            return Err(WorkspaceError::NoFile(path.to_owned()));
        }
        let place = placed(path);
        if inputs.iter().any(|input| placed(input) == place) {
            return Err(WorkspaceError::OwnInput(path.to_owned()));
        }
        if self.owns(&place) { Err(WorkspaceError::OwnFile(path.to_owned())) } else { Ok(()) }
    }

    /// Whether files may be laid into a folder.
    ///
    /// # Errors
    /// [`WorkspaceError::OwnFile`] where it belongs to the workspace.
    pub(in crate::workspace) fn check_folder(&self, path: &Path) -> Result<(), WorkspaceError> {
        if self.is_own_place(&placed(path)) { Err(WorkspaceError::OwnFile(path.to_owned())) } else { Ok(()) }
    }

    /// Backups that are there belong to the workspace; another may come beside them.
    fn owns(&self, place: &Path) -> bool {
        let is_backup = self.inside(place).is_some_and(|inside| first(&inside).eq_ignore_ascii_case(BACKUPS));
        if is_backup { place.exists() } else { self.is_own_place(place) }
    }

    fn is_own_place(&self, place: &Path) -> bool {
        let Some(inside) = self.inside(place) else { return false };
        let name = first(&inside);
        if inside.components().count() > 1 {
            return is_own(&name) && !name.eq_ignore_ascii_case(BACKUPS);
        }
        is_own(&name) || name.eq_ignore_ascii_case(self.register)
    }

    /// A place as it is called from the folder of the workspace; none outside it.
    fn inside(&self, place: &Path) -> Option<PathBuf> {
        let folder = self.folder.canonicalize().ok()?;
        place.strip_prefix(folder).ok().map(Path::to_owned)
    }
}

/// The first name of a path.
fn first(path: &Path) -> String {
    let name = path.components().find_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    name.unwrap_or_default()
}

/// Where a path leads, links followed; a file that is not there yet stands in the folder that it names.
fn placed(path: &Path) -> PathBuf {
    if let Ok(place) = path.canonicalize() {
        return place;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Outputs;
    use crate::workspace::WorkspaceError;
    use crate::workspace::folder::layout::OWN_FOLDERS;
    use crate::workspace::folder::settings::Settings;

    #[test]
    fn outputs_take_the_place_of_no_file_of_the_workspace() {
        let desk = tempfile::tempdir().unwrap();
        let folder = desk.path().join("desk");
        for part in OWN_FOLDERS.iter().chain(&["backups"]) {
            fs::create_dir_all(folder.join(part)).unwrap();
        }
        for name in ["store/db", "entities.csv", "plan.xlsx", "backups/weft-1.jsonl"] {
            fs::write(folder.join(name), "").unwrap();
        }
        fs::write(desk.path().join("in.csv"), "").unwrap();
        let settings = Settings::new("Desk", None);
        let outputs = Outputs::of(&folder, &settings);
        let checked = |name: &str| outputs.check(&folder.join(name), &[]);
        for own in ["store/db", "store/new", "files/a.csv", "weft.toml", "learnt.json", "entities.csv"] {
            assert!(matches!(checked(own), Err(WorkspaceError::OwnFile(_))), "{own}");
        }
        assert!(matches!(checked("backups/weft-1.jsonl"), Err(WorkspaceError::OwnFile(_))));
        assert!(matches!(checked("backups/../store/db"), Err(WorkspaceError::OwnFile(_))));
        for free in ["backups/weft-2.jsonl", "plan.xlsx", "plan.docx", "../table.csv"] {
            assert!(checked(free).is_ok(), "{free}");
        }
        let input = desk.path().join("in.csv");
        let other = folder.join("../in.csv");
        assert!(matches!(outputs.check(&other, &[&input]), Err(WorkspaceError::OwnInput(_))));
        assert!(matches!(outputs.check(&folder, &[]), Err(WorkspaceError::NoFile(_))));
        assert!(outputs.check_folder(&folder.join("dump.jsonl-files")).is_ok());
        assert!(outputs.check_folder(&folder.join("files")).is_err());
    }
}
