//! Whether the folder of an index holds files alone: the engine would wait for a named pipe in the place of one
//! without end.

use std::path::Path;

/// Whether nothing in a folder is a pipe or a device; a folder that is not there holds nothing.
pub(super) fn only_files(folder: &Path) -> bool {
    let mut entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    // A link that leads nowhere is nothing that anybody could wait for.
    entries.all(|entry| entry.path().metadata().map_or(true, |found| found.is_file() || found.is_dir()))
}

#[cfg(test)]
mod tests {
    use super::only_files;

    #[test]
    fn files_and_folders_are_nothing_to_wait_for() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("meta.json"), "{}").unwrap();
        std::fs::create_dir(folder.path().join("a")).unwrap();
        assert!(only_files(folder.path()) && only_files(&folder.path().join("none")));
        #[cfg(unix)]
        {
            let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket")).unwrap();
            assert!(!only_files(folder.path()));
        }
    }
}
