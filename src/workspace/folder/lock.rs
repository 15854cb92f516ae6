//! One at a time where a workspace is changed without its store being open: settings, the swap of a restore, and
//! the moment in which the store is opened.
//!
//! What is read, changed and written back under this lock loses nobody's change. It goes with its process,
//! so a kill leaves nothing locked.

use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use crate::store::{Patience, StoreError, check_place};
use crate::workspace::folder::layout::{LOCK, STORE};
use crate::workspace::{Workspace, WorkspaceError};

/// The lock; open again when it is dropped.
pub(in crate::workspace) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the lock, as soon as nobody else has it.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub(in crate::workspace) fn wait(folder: &Path) -> Result<Self, WorkspaceError> {
        let file = opened(folder)?;
        match file.lock() {
            // Some network drives know no locks; there everything is as it is without one.
            Err(error) if error.kind() != ErrorKind::Unsupported => Err(Workspace::io(&folder.join(LOCK))(error)),
            _ => Ok(Self { _file: file }),
        }
    }

    /// Takes the lock if nobody else has it.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub(in crate::workspace) fn at_once(folder: &Path) -> Result<Option<Self>, WorkspaceError> {
        let file = opened(folder)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => {
                Err(Workspace::io(&folder.join(LOCK))(error))
            }
            _ => Ok(Some(Self { _file: file })),
        }
    }

    /// Takes the lock within some patience; `None` when nobody may write to the folder, so that nobody can put a
    /// backup into it either.
    ///
    /// # Errors
    /// [`StoreError::Held`] when somebody else has it all the time.
    pub(in crate::workspace) fn patiently(folder: &Path, patience: Patience) -> Result<Option<Self>, WorkspaceError> {
        let mut attempts = patience.attempts();
        loop {
            attempts -= 1;
            match Self::at_once(folder) {
                Ok(None) if attempts > 0 => std::thread::sleep(Patience::PAUSE),
                Ok(None) => return Err(StoreError::Held { path: folder.join(STORE), pid: None }.into()),
                Ok(lock) => return Ok(lock),
                Err(_) => return Ok(None),
            }
        }
    }
}

fn opened(folder: &Path) -> Result<File, WorkspaceError> {
    let path = folder.join(LOCK);
    let open = || File::options().create(true).truncate(false).write(true).open(&path);
    check_place(&path).and_then(|()| open()).map_err(Workspace::io(&path))
}

#[cfg(test)]
mod tests {
    use super::{FolderLock, Patience, StoreError, WorkspaceError};

    #[test]
    fn one_at_a_time_has_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::wait(folder.path()).unwrap();
        assert!(FolderLock::at_once(folder.path()).unwrap().is_none());
        let held = FolderLock::patiently(folder.path(), Patience::AtOnce);
        assert!(matches!(held, Err(WorkspaceError::Store(StoreError::Held { .. }))));
        drop(first);
        assert!(FolderLock::at_once(folder.path()).unwrap().is_some());
    }
}
