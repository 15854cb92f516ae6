//! A desk with a workspace on it: tests read like sentences.
//!
//! Commands run inside the process of the test, and names of files stand for files on the desk. A
//! process is started only where one is the point: [`Desk::process`], [`Desk::child`].

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::folders::{self, Files};
use crate::program::{self, COLUMNS, Kept};

/// The program, for tests in which a process is the point.
const PROGRAM: &str = env!("CARGO_BIN_EXE_weft");
/// Options whose value is a file or a folder.
const NAMING: [&str; 8] = ["--workspace", "-w", "--out", "-o", "--rejections", "--models", "--data", "--gold"];
/// Commands that make the file or the folder named after them.
const MAKING: [&str; 3] = ["init", "demo", "backup"];
/// Commands that read files.
const READING: &[&str] = &["plan", "import", "restore", "exercise"];
/// Options with a value before the command.
const BEFORE_COMMANDS: [&str; 3] = ["--workspace", "-w", "--language"];

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
    /// A desk with nothing on it.
    pub(crate) fn bare() -> Self {
        // The running program is the test, which cannot read a PDF.
        weft::ingest::start_readers_with(PathBuf::from(PROGRAM));
        Self { folder: TempDir::new().unwrap() }
    }

    /// A new workspace.
    pub(crate) fn new() -> Self {
        let desk = Self::bare();
        let done = desk.weft(["init", "desk"]);
        assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
        desk
    }

    /// The demo, imported and analysed: made once, then copied.
    pub(crate) fn demo() -> Self {
        static DEMO: OnceLock<Files> = OnceLock::new();
        Self::holding(DEMO.get_or_init(|| folders::read(&Self::made_demo().workspace())))
    }

    /// The demo, made from its documents.
    pub(crate) fn made_demo() -> Self {
        let desk = Self::bare();
        let done = desk.weft(["demo", "desk", "--without-plan"]);
        assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
        desk
    }

    /// A desk with a copy of a workspace.
    pub(crate) fn holding(workspace: &Files) -> Self {
        let desk = Self::bare();
        folders::write(workspace, &desk.workspace());
        desk
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn workspace(&self) -> PathBuf {
        self.folder.path().join("desk")
    }

    /// Writes a file into the folder and returns its name.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.folder.path().join(name), content).unwrap();
        name.to_owned()
    }

    /// The same, for sentences.
    pub(crate) fn with(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        self.file(name, content);
        self
    }

    /// Imports a file of the folder.
    pub(crate) fn import(&self, file: &str) -> &Self {
        self.imported(file);
        self
    }

    /// Imports a file of the folder and returns what was told of it.
    pub(crate) fn imported(&self, file: &str) -> serde_json::Value {
        self.json(["import", file])[0].clone()
    }

    pub(crate) fn analyse(&self) -> &Self {
        self.ok(["analyse"]);
        self
    }

    /// Runs a command on the workspace.
    pub(crate) fn run<A: AsRef<str>>(&self, arguments: impl IntoIterator<Item = A>) -> Done {
        self.weft(on_workspace(arguments))
    }

    /// Runs a command that must succeed; returns what it printed.
    pub(crate) fn ok<A: AsRef<str>>(&self, arguments: impl IntoIterator<Item = A>) -> String {
        let all = on_workspace(arguments);
        let done = self.weft(&all);
        assert_eq!(done.code, 0, "{all:?}: {}{}", done.stdout, done.stderr);
        done.stdout
    }

    /// Runs a command with `--json` and reads what it printed.
    pub(crate) fn json<A: AsRef<str>>(&self, arguments: impl IntoIterator<Item = A>) -> serde_json::Value {
        let mut all = on_workspace(arguments);
        all.push("--json".to_owned());
        let done = self.weft(&all);
        serde_json::from_str(&done.stdout).unwrap_or_else(|error| panic!("{all:?}: {error}: {}", done.stderr))
    }

    /// The rows of an exported CSV.
    pub(crate) fn export<A: AsRef<str>>(&self, arguments: impl IntoIterator<Item = A>) -> Vec<HashMap<String, String>> {
        let mut all = vec!["export".to_owned()];
        all.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        let text = self.ok(&all);
        csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
    }

    /// Runs the program in this process, as if from the folder.
    pub(crate) fn weft<A: AsRef<str>>(&self, arguments: impl IntoIterator<Item = A>) -> Done {
        let (out, err) = (Kept::default(), Kept::default());
        let line = self.line(arguments);
        let code = program::on_a_main_stack(|| program::run(line, &out, &err));
        self.wait_for_the_engine();
        Done { code, stdout: out.text(), stderr: err.text() }
    }

    /// A command line on which names of files lead to the desk.
    pub(crate) fn line<A: AsRef<str>>(&self, arguments: impl IntoIterator<Item = A>) -> Vec<OsString> {
        let (mut line, mut before, mut command) = (vec![OsString::from("weft")], String::new(), String::new());
        for argument in arguments {
            let argument = argument.as_ref();
            let is_word = !argument.is_empty() && !argument.starts_with('-');
            if command.is_empty() && is_word && !BEFORE_COMMANDS.contains(&before.as_str()) {
                command = argument.to_owned();
            } else if is_word && self.is_file(&command, &before, argument) {
                line.push(self.folder().join(argument).into_os_string());
                before = argument.to_owned();
                continue;
            }
            line.push(argument.into());
            before = argument.to_owned();
        }
        line
    }

    /// Whether an argument after another names a file; words to search for never do.
    fn is_file(&self, command: &str, before: &str, argument: &str) -> bool {
        NAMING.contains(&before)
            || (MAKING.contains(&command) && before == command)
            || (command == "exercise" && before == "--to")
            || (READING.contains(&command) && self.folder().join(argument).exists())
    }

    /// The engine closes its file on threads of its own, a moment after the command is done; a process
    /// that ends has closed it.
    pub(crate) fn wait_for_the_engine(&self) {
        let store = self.workspace().join("store");
        // Tests put pipes in places of files: to open one is to wait for ever.
        let Ok(file) =
            store.join("db").metadata().map_err(drop).and_then(|metadata| {
                if metadata.is_file() { File::open(store.join("db")).map_err(drop) } else { Err(()) }
            })
        else {
            return;
        };
        // Where the mark of a holder stands, the test itself holds the store.
        while !store.join("holder.pid").exists() && matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
            std::thread::yield_now();
        }
    }

    /// The program as a process of its own, in the folder.
    pub(crate) fn process(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        let columns = COLUMNS.to_string();
        command.current_dir(self.folder()).env_remove("WEFT_WORKSPACE").env("COLUMNS", columns).env("NO_COLOR", "1");
        command
    }

    /// Runs a command on the workspace in a process of its own.
    pub(crate) fn child<A: AsRef<str>>(&self, arguments: impl IntoIterator<Item = A>) -> Done {
        self.process().args(on_workspace(arguments)).output().unwrap().into()
    }
}

/// The arguments of a command on the workspace of the desk.
fn on_workspace<A: AsRef<str>>(arguments: impl IntoIterator<Item = A>) -> Vec<String> {
    let mut all = vec!["--workspace".to_owned(), "desk".to_owned()];
    all.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
    all
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

/// An input that went wrong elsewhere, if it lies beside the checkout; else one line tells that it does not.
#[expect(clippy::print_stderr, reason = "whoever runs the tests is told what was passed over")]
pub(crate) fn trial_file(name: &str) -> Option<PathBuf> {
    let file = shared().map(|data| data.join("trials").join(name)).filter(|file| file.exists());
    if file.is_none() {
        eprintln!("skipped: {name} is not beside the checkout");
    }
    file
}

#[test]
fn names_of_files_lead_to_the_desk_and_other_words_stay_words() {
    let desk = Desk::bare();
    desk.with("a.csv", "state,text\n").with("torture", "");
    let line = |arguments: &[&str]| -> Vec<String> {
        let shown = desk.folder().to_string_lossy().into_owned();
        let line = desk.line(arguments).into_iter().skip(1);
        line.map(|argument| argument.to_string_lossy().replace(&shown, "HERE").replace('\\', "/")).collect()
    };
    assert_eq!(
        line(&["--workspace", "desk", "import", "a.csv", "--map", "text=A"])[1..4],
        ["HERE/desk", "import", "HERE/a.csv"]
    );
    assert_eq!(line(&["search", "torture", "--out", "r.csv"]), ["search", "torture", "--out", "HERE/r.csv"]);
    assert_eq!(line(&["--language", "es", "backup", "b.jsonl"])[2..], ["backup", "HERE/b.jsonl"]);
    assert_eq!(line(&["init", "desk", "--name", "init"]), ["init", "HERE/desk", "--name", "init"]);
}
