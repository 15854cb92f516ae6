//! The program as it is started by its icon: nobody sees a terminal, and what is said goes into a page of the browser.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use maud::{DOCTYPE, html};

use super::{Terminal, run_in};
use crate::workspace::Workspace;

/// The folder in that of the user where nobody has begun a workspace yet.
const FIRST: &str = "Weft";
/// Columns of lines that a page holds.
const COLUMNS: usize = 100;

/// What was said, for a page.
#[derive(Clone, Default)]
struct Said(Arc<Mutex<Vec<u8>>>);

impl Write for Said {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Opens the interface of a workspace: of the folder that is named, as by a drop on the icon; else of the one at hand or
/// in which the program lies; else of `Weft` in the folder of the user, which is begun where it is not there.
///
/// What goes wrong is shown by the browser, since there is no terminal to show it on. Returns the exit code.
pub fn run_by_icon(named: Option<OsString>) -> u8 {
    let said = Said::default();
    let folder = named.map(PathBuf::from).unwrap_or_else(at_hand);
    let line = ["weft", "--workspace"].map(OsString::from).into_iter();
    let line = line.chain([folder.into_os_string(), OsString::from("ui")]);
    let code = run_in(line, Terminal::of_streams(said.clone(), said.clone(), COLUMNS));
    let said = said.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if code != 0 {
        shown(&String::from_utf8_lossy(&said));
    }
    code
}

/// The workspace that is meant where none is named.
fn at_hand() -> PathBuf {
    let here = || std::env::current_dir().ok();
    let beside = || Some(std::env::current_exe().ok()?.parent()?.to_owned());
    let found = [here(), beside()].into_iter().flatten().find_map(|folder| Workspace::find(&folder).ok());
    found.unwrap_or_else(|| std::env::home_dir().unwrap_or_default().join(FIRST))
}

/// Shows what was said; where not even a page can be shown, there is nobody to tell.
fn shown(said: &str) {
    let file = tempfile::Builder::new().prefix("weft-").suffix(".html").tempfile();
    let written = file.and_then(|mut file| file.write_all(page(said).as_bytes()).map(|()| file));
    // It stays: the browser reads it after this program has ended.
    if let Some((_, path)) = written.ok().and_then(|file| file.keep().ok()) {
        _ = open::that_detached(path);
    }
}

fn page(said: &str) -> String {
    html! { (DOCTYPE) html lang="en" { meta charset="utf-8"; title { "Weft" } h1 { "Weft" } pre { (said) } } }
        .into_string()
}

/// Whether the folder at hand is that of a workspace, so that the name of the program alone opens it.
pub(super) fn is_at_hand() -> bool {
    Workspace::find(Path::new(".")).is_ok()
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn what_is_said_is_no_markup() {
        assert!(page("no <b>folder</b> & none").contains("no &lt;b&gt;folder&lt;/b&gt; &amp; none"));
    }
}
