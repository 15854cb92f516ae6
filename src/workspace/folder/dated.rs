//! Names that tell the time: never one that is there already.

use std::path::{Path, PathBuf};

use crate::workspace::clock;

/// The path of something new in a folder: a beginning, the second it is made in, an ending. Where that is
/// taken, a number follows the time.
pub(in crate::workspace) fn dated(folder: &Path, beginning: &str, ending: &str) -> PathBuf {
    free(folder, &format!("{beginning}{}", clock::now().strftime("%Y%m%d-%H%M%S")), ending)
}

/// The first path of a name, numbered from the second on, at which there is nothing.
pub(in crate::workspace) fn free(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let first = folder.join(format!("{name}{ending}"));
    let numbered = (2_u64..).map(|number| folder.join(format!("{name}-{number}{ending}")));
    std::iter::once(first).chain(numbered).find(|path| !path.exists()).expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::free;

    #[test]
    fn a_name_that_is_taken_is_numbered() {
        let folder = tempfile::tempdir().unwrap();
        let next = || {
            let path = free(folder.path(), "weft", ".jsonl");
            std::fs::write(&path, "").unwrap();
            path.file_name().unwrap().to_string_lossy().into_owned()
        };
        assert_eq!([next(), next(), next()], ["weft.jsonl", "weft-2.jsonl", "weft-3.jsonl"]);
    }
}
