//! What is meant where the program is started by its icon, or by its name alone: nobody names a folder, and nobody may see
//! a terminal.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::ui::page_of;
use crate::workspace::Workspace;

/// The folder in that of the user where nobody has begun a workspace yet.
const FIRST: &str = "Weft";

/// What was said, for a page.
#[derive(Clone, Default)]
pub(super) struct Said(Arc<Mutex<Vec<u8>>>);

impl Write for Said {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Said {
    /// Shows it in the browser; where not even a page can be shown, there is nobody to tell.
    pub(super) fn show(&self) {
        let said = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Ok(page) = page_of(&String::from_utf8_lossy(&said)) {
            _ = open::that_detached(page);
        }
    }
}

/// The command line that an icon stands for: it opens the interface of the folder that is named, as by a drop on the icon;
/// else of the workspace at hand, or of that in which the program lies; else of `Weft` in the folder of the user.
pub(super) fn line(named: Option<OsString>) -> Vec<OsString> {
    let folder = named.map_or_else(at_hand, PathBuf::from);
    vec!["weft".into(), "--workspace".into(), folder.into_os_string(), "ui".into()]
}

/// The workspace that is meant where none is named.
fn at_hand() -> PathBuf {
    let here = || std::env::current_dir().ok();
    let beside = || Some(std::env::current_exe().ok()?.parent()?.to_owned());
    let found = [here(), beside()].into_iter().flatten().find_map(|folder| Workspace::find(&folder).ok());
    found.unwrap_or_else(|| std::env::home_dir().unwrap_or_default().join(FIRST))
}

/// Whether there is a workspace at hand, so that the name of the program alone opens it.
pub(super) fn is_at_hand() -> bool {
    Workspace::find(Path::new(".")).is_ok()
}
