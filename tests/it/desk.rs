//! A desk with a workspace on it: tests read like sentences.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A temporary folder with a workspace in it.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a command left behind.
pub(crate) struct Done {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Desk {
    /// A new workspace.
    pub(crate) fn new() -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        desk.weft().args(["init", "desk"]).output().unwrap();
        assert!(desk.workspace().join("weft.toml").exists());
        desk
    }

    /// The demo, imported and analysed.
    pub(crate) fn demo() -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        let output = desk.weft().args(["demo", "desk"]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        desk
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn workspace(&self) -> PathBuf {
        self.folder.path().join("desk")
    }

    /// The program, run in the temporary folder.
    pub(crate) fn weft(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_weft"));
        command.current_dir(self.folder.path()).env_remove("WEFT_WORKSPACE").env("COLUMNS", "80").env("NO_COLOR", "1");
        command
    }

    /// Writes a file into the folder and returns its name.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.folder.path().join(name), content).unwrap();
        name.to_owned()
    }

    /// Runs a command on the workspace.
    pub(crate) fn run<S: AsRef<str>>(&self, arguments: &[S]) -> Done {
        let arguments = arguments.iter().map(AsRef::as_ref);
        self.weft().args(["--workspace", "desk"]).args(arguments).output().unwrap().into()
    }

    /// Runs a command that must succeed; returns what it printed.
    pub(crate) fn ok<S: AsRef<str>>(&self, arguments: &[S]) -> String {
        let done = self.run(arguments);
        let shown: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
        assert_eq!(done.code, 0, "{shown:?}: {}{}", done.stdout, done.stderr);
        done.stdout
    }

    /// Runs a command with `--json` and reads what it printed.
    pub(crate) fn json<S: AsRef<str>>(&self, arguments: &[S]) -> serde_json::Value {
        let mut all: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
        all.push("--json");
        serde_json::from_str(&self.run(&all).stdout).unwrap()
    }

    pub(crate) fn import(&self, file: &str) -> serde_json::Value {
        self.json(&["import", file])[0].clone()
    }

    /// The rows of an exported CSV.
    pub(crate) fn export<S: AsRef<str>>(&self, arguments: &[S]) -> Vec<std::collections::HashMap<String, String>> {
        let mut all = vec!["export"];
        all.extend(arguments.iter().map(AsRef::as_ref));
        let text = self.ok(&all);
        csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
    }
}

impl From<Output> for Done {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// The folder with real data beside the checkout, if it is there.
pub(crate) fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join("shared").join("data");
    folder.exists().then_some(folder)
}
