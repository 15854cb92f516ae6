//! Drafts of a ministry are for nobody else: folders of a workspace are their owner's alone.
//!
//! New folders are made so. In those that are there, others lose what they had; a group keeps it, because
//! somebody let it in. Where permissions are lists, as on Windows, a folder takes on those of the one it lies
//! in, and nothing is done here.

use std::io::Result;
use std::path::Path;

/// Makes a folder, and those it lies in, for its owner alone; one that is there stays as it is.
///
/// # Errors
/// When the disk refuses.
pub(in crate::workspace) fn make_folder(path: &Path) -> Result<()> {
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(path)
}

/// Takes from others what they may do with a file or folder, if it is there.
#[cfg(unix)]
pub(in crate::workspace) fn close_to_others(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(found) = path.metadata() else { return };
    let mode = found.permissions().mode();
    if mode & 0o007 != 0 {
        // Whoever does not own it cannot, and did not open it to others either.
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode & 0o770));
    }
}

/// Takes from others what they may do with a file or folder, if it is there.
#[cfg(not(unix))]
pub(in crate::workspace) const fn close_to_others(_path: &Path) {}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::{close_to_others, make_folder};

    #[test]
    fn folders_are_for_their_owner_and_those_that_were_let_in() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("a").join("b");
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        make_folder(&own).unwrap();
        assert_eq!(mode(&own), 0o700);
        std::fs::set_permissions(&own, std::fs::Permissions::from_mode(0o775)).unwrap();
        make_folder(&own).unwrap();
        assert_eq!(mode(&own), 0o775);
        close_to_others(&own);
        assert_eq!(mode(&own), 0o770);
        close_to_others(&own.join("none"));
    }
}
