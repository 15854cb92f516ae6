//! Whole folders in memory: read, laid out elsewhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What lies in a folder, by the path in it; a folder has no bytes. Folders stand before what is in them.
pub(crate) type Files = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// Reads a folder with all folders in it.
pub(crate) fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for path in fs::read_dir(&next).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.strip_prefix(folder).unwrap().to_owned();
            if path.is_dir() {
                files.insert(name, None);
                open.push(path);
            } else if let Ok(bytes) = fs::read(&path) {
                // One that is renamed in this moment is found under its new name by the next reading.
                files.insert(name, Some(bytes));
            }
        }
    }
    files
}

/// Lays out what was read in another folder.
pub(crate) fn write(files: &Files, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for (name, content) in files {
        let path = folder.join(name);
        match content {
            None => fs::create_dir_all(&path).unwrap(),
            Some(bytes) => fs::write(&path, bytes).unwrap(),
        }
    }
}
