//! An index in a folder that nobody may write to: the engine locks a file even to read, so it is read into
//! memory first.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use tantivy::Index;
use tantivy::directory::{Directory, RamDirectory};

/// The file that the engine locks.
const LOCK: &str = ".tantivy-meta.lock";

/// The index of a folder in memory, where nobody may write to the folder; none else.
pub(super) fn read_only(path: &Path) -> Option<Index> {
    if is_closed(path) { copied(path) } else { None }
}

fn is_closed(path: &Path) -> bool {
    let locked = File::options().create(true).truncate(false).write(true).open(path.join(LOCK));
    locked.is_err_and(|error| matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem))
}

fn copied(path: &Path) -> Option<Index> {
    let memory = RamDirectory::create();
    for entry in std::fs::read_dir(path).ok()?.flatten() {
        // In memory a lock is a file that is there.
        if entry.path().is_file() && entry.path().extension().is_none_or(|ending| ending != "lock") {
            let bytes = std::fs::read(entry.path()).ok()?;
            memory.atomic_write(Path::new(&entry.file_name()), &bytes).ok()?;
        }
    }
    Index::open(memory).ok()
}

#[cfg(test)]
mod tests {
    use tantivy::Index;
    use tantivy::schema::{STORED, Schema, TEXT};

    use super::{LOCK, copied, read_only};

    #[test]
    fn an_index_is_read_from_memory_as_from_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let mut schema = Schema::builder();
        schema.add_text_field("text", TEXT | STORED);
        let index = Index::create_in_dir(folder.path(), schema.build()).unwrap();
        std::fs::write(folder.path().join(LOCK), "").unwrap();
        let copy = copied(folder.path()).unwrap();
        assert!(copy.schema() == index.schema());
        assert_eq!(copy.load_metas().unwrap().segments.len(), 0);
        assert!(copy.reader().is_ok(), "the lock of the folder is not held in memory");
        assert!(read_only(folder.path()).is_none(), "who may write opens the index itself");
    }
}
