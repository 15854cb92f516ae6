//! The backups in a folder, which of them holds what is missed, and the registers of bodies kept beside them.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use crate::store::Store;
use crate::workspace::folder::layout::{REGISTER_ENDING, REGISTERS};

/// How the names of backups end.
const ENDING: &str = ".jsonl";

/// The backups in a folder, the newest first; whether they are sound is not told.
pub(in crate::workspace) fn backups(folder: &Path) -> Vec<PathBuf> {
    newest_first(folder, |name| name.ends_with(ENDING))
}

/// The registers of before in a folder, the newest first.
pub(in crate::workspace) fn former_registers(folder: &Path) -> Vec<PathBuf> {
    newest_first(folder, |name| name.starts_with(REGISTERS) && name.ends_with(REGISTER_ENDING))
}

fn newest_first(folder: &Path, is_meant: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let is_named = |path: &PathBuf| path.file_name().is_some_and(|name| is_meant(&name.to_string_lossy()));
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.is_file() && is_named(path)).collect();
    files.sort_by_key(|path| Reverse((path.metadata().and_then(|found| found.modified()).ok(), path.clone())));
    files
}

/// The newest backup in a folder that holds a text file of a name.
pub(in crate::workspace) fn newest_with(folder: &Path, document: &str) -> Option<PathBuf> {
    let holds = |path: &PathBuf| {
        let documents = Store::documents_in_backup(path).unwrap_or_default();
        documents.iter().any(|name| name == document)
    };
    backups(folder).into_iter().find(holds)
}

#[cfg(test)]
mod tests {
    use super::{backups, newest_with};

    #[test]
    fn the_newest_backup_with_a_file_is_found_by_its_beginning() {
        let folder = tempfile::tempdir().unwrap();
        let head = r#"{"line":"weft","format":1}"#;
        let document = r#"{"line":"document","name":"learnt.json","text":"[]"}"#;
        for (name, text) in [
            ("a.jsonl", format!("{head}\n{document}\nanything")),
            ("b.jsonl", format!("{head}\n")),
            ("c.jsonl", "no backup".to_owned()),
            ("d.txt", format!("{head}\n{document}\n")),
        ] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        assert_eq!(backups(folder.path()).len(), 3);
        assert_eq!(newest_with(folder.path(), "entities.csv"), None);
        assert_eq!(newest_with(folder.path(), "learnt.json"), None, "what follows cannot be read");
        std::fs::write(folder.path().join("a.jsonl"), format!("{head}\n{document}\n")).unwrap();
        assert_eq!(newest_with(folder.path(), "learnt.json"), Some(folder.path().join("a.jsonl")));
    }
}
