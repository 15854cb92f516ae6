//! How answers are laid out for the terminal: lines, paragraphs, tables, JSON, remarks, errors.

use std::cell::{Cell, OnceCell};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use serde::Serialize;

use super::progress::{Bar, Lines};
use super::shown::shown;
use super::terminal::{Reader, Terminal};
use crate::domain::{Asker, Coded, Language};
use crate::i18n::Words;
use crate::ui::{Borrowed, borrow};
use crate::view::{Command, Question};
use crate::workspace::lookups::Lookup;
use crate::workspace::{AnalysisStatus, Held, Progress, Silent, Workspace, WorkspaceError};

/// Columns of a terminal that does not say how wide it is.
const WIDTH: usize = 80;
/// Text wider than this is hard to read on any screen.
const WIDEST: usize = 110;

/// One run of a command: the terminal, and what every command takes.
pub(super) struct Shell {
    workspace: Option<PathBuf>,
    pub(super) json: bool,
    pub(super) language: Option<Language>,
    /// The closed edition of the plan that is read; the plan at work where none is named.
    pub(super) edition: Option<String>,
    terminal: Terminal,
    /// What the last question was asked of; before the loan, which goes back when this is closed.
    held: Cell<Option<Held>>,
    /// What an open interface lends, as long as the command runs.
    borrowed: OnceCell<Borrowed>,
}

/// How a piece of text is meant; colour only underlines what the words say.
#[derive(Debug, Clone, Copy)]
pub(super) enum Tone {
    Heading,
    Strong,
    Dim,
}

impl Tone {
    fn style(self) -> Style {
        match self {
            Self::Heading => Style::new().bold().fg_color(Some(AnsiColor::Cyan.into())),
            Self::Strong => Style::new().bold(),
            Self::Dim => Style::new().dimmed(),
        }
    }

    /// The text in this tone; the stream drops the tone where it is no terminal.
    pub(super) fn paint(self, text: &str) -> String {
        let style = self.style();
        format!("{style}{text}{style:#}")
    }
}

impl Shell {
    /// Text in the language of the workspace, unless that is changed.
    pub(super) fn new(terminal: Terminal, workspace: Option<PathBuf>) -> Self {
        Self {
            workspace,
            json: false,
            language: None,
            edition: None,
            terminal,
            borrowed: OnceCell::new(),
            held: Cell::new(None),
        }
    }

    /// The workspace that the user means; an open interface lends it until the command has ended.
    pub(super) fn workspace(&self) -> Result<Workspace, WorkspaceError> {
        let workspace = Workspace::open(&self.free_folder()?)?;
        for fault in workspace.standing_faults() {
            self.remark(&Words::english().coded(&fault));
        }
        Ok(workspace)
    }

    /// The person at the terminal, who reads the language of the workspace unless another was asked for.
    pub(super) fn asker(&self, workspace: &Workspace) -> Asker {
        let owner = workspace.owner();
        Asker { language: self.language.unwrap_or(owner.language), edition: self.edition.clone(), ..owner }
    }

    /// The answer to a question; the analysis that it needs is made where there is none.
    pub(super) fn answer<Q: Question>(&self, workspace: &Workspace, question: &Q) -> Result<Q::Answer, WorkspaceError> {
        self.bring_up(workspace)?;
        let answer = workspace.ask(question, &self.asker(workspace));
        self.held.set(Some(workspace.held()));
        answer
    }

    /// What is looked up in the workspace.
    pub(super) fn look<L: Lookup>(&self, workspace: &Workspace, lookup: &L) -> Result<L::Answer, WorkspaceError> {
        workspace.look(lookup, &self.asker(workspace), &*self.progress())
    }

    /// Makes the analysis where there is none or records have come since; says how far behind it is else.
    pub(super) fn bring_up(&self, workspace: &Workspace) -> Result<(), WorkspaceError> {
        match workspace.bring_up(&*self.progress())? {
            AnalysisStatus::Current => {}
            AnalysisStatus::Made(records) => self.analysed_now(records),
            AnalysisStatus::Behind => self.remark(
                "What was decided since the last analysis is in this; proposals that follow from it come with: weft analyse",
            ),
        }
        Ok(())
    }

    fn analysed_now(&self, records: u64) {
        self.remark(&match records {
            0 => "a part of the analysis was gone and has been made again".to_owned(),
            new => format!("{new} records were new and are analysed now"),
        });
    }

    /// Carries out a command and says what it did.
    pub(super) fn carry_out<C: Command>(&mut self, workspace: &Workspace, command: &C) -> anyhow::Result<u8> {
        // How far behind proposals are is for those who ask, not for those who decide.
        if let AnalysisStatus::Made(records) = workspace.bring_up(&*self.progress())? {
            self.analysed_now(records);
        }
        let done = workspace.decide(command, &self.asker(workspace))?;
        self.told(&done.told)
    }

    /// Says what was done.
    pub(super) fn told(&mut self, told: &Coded) -> anyhow::Result<u8> {
        let words = Words::english().coded(told);
        if self.json {
            let mut answer = serde_json::json!({"done": words, "told": told});
            if let Some(key) = told.values.get("key") {
                answer["key"] = key.clone();
            }
            return self.json(&answer);
        }
        self.paragraph(&words, 0)?;
        Ok(0)
    }

    /// Its folder, for commands that open or replace what is in it themselves; an open interface lends it.
    pub(super) fn free_folder(&self) -> Result<PathBuf, WorkspaceError> {
        let folder = self.folder()?;
        self.free(&folder);
        Ok(folder)
    }

    /// Ends with the process: what was only read is not waited for, unless an interface waits to have it back.
    pub(super) fn leave(self) {
        if let (Some(held), None) = (self.held.take(), self.borrowed.get()) {
            held.leave();
        }
    }

    /// Borrows what is in a folder, where an interface is open; nothing of it is held by this command either.
    pub(super) fn free(&self, folder: &Path) {
        self.held.set(None);
        if self.borrowed.get().is_none()
            && let Some(borrowed) = borrow(folder)
        {
            _ = self.borrowed.set(borrowed);
        }
    }

    /// Its folder, for commands that need not open it.
    pub(super) fn folder(&self) -> Result<PathBuf, WorkspaceError> {
        match &self.workspace {
            Some(folder) => Ok(folder.clone()),
            None => Workspace::find(&PathBuf::from(".")),
        }
    }

    /// The folder named on the command line, if one was.
    pub(super) fn named_folder(&self) -> Option<PathBuf> {
        self.workspace.clone()
    }

    /// Shows progress beside the data: a bar for people, JSON Lines with `--json`.
    pub(super) fn progress(&self) -> Box<dyn Progress> {
        match self.terminal.err.reader {
            _ if self.json => Box::new(Lines(self.terminal.err.clone())),
            Reader::Person => Box::new(Bar::new()),
            Reader::Program => Box::new(Silent),
        }
    }

    /// Whether data goes to a screen, and to no file or other program.
    pub(super) fn is_screen(&self) -> bool {
        self.terminal.out.reader == Reader::Person
    }

    /// Whether somebody sits at the terminal who can be asked.
    pub(super) const fn can_ask(&self) -> bool {
        self.terminal.input.is_some()
    }

    /// Puts a question; `None` if nobody can be asked or nothing is typed.
    pub(super) fn ask(&mut self, question: &str) -> Option<String> {
        let input = self.terminal.input.as_mut()?;
        self.terminal.err.say(question);
        let mut line = String::new();
        input.read_line(&mut line).ok()?;
        Some(line.trim().to_owned()).filter(|answer| !answer.is_empty())
    }

    /// One line of data.
    pub(super) fn line(&mut self, text: &str) -> anyhow::Result<()> {
        quiet(writeln!(self.terminal.out, "{}", shown(text)))
    }

    /// Sends what was written on its way, for a program that waits for it.
    pub(super) fn flush(&mut self) -> anyhow::Result<()> {
        quiet(self.terminal.out.flush())
    }

    /// A heading with an empty line before it, wrapped.
    pub(super) fn heading(&mut self, text: &str) -> anyhow::Result<()> {
        self.line("")?;
        self.paragraph(&Tone::Heading.paint(text), 0)
    }

    /// A paragraph, wrapped and indented.
    pub(super) fn paragraph(&mut self, text: &str, indent: usize) -> anyhow::Result<()> {
        let blank = " ".repeat(indent);
        self.wrapped(text, &blank, &blank)
    }

    /// A text beside what stands before it, wrapped under its own beginning.
    pub(super) fn beside(&mut self, before: &str, text: &str) -> anyhow::Result<()> {
        let under = " ".repeat(textwrap::core::display_width(before));
        self.wrapped(text, before, &under)
    }

    fn wrapped(&mut self, text: &str, first: &str, under: &str) -> anyhow::Result<()> {
        // Symbols are not torn apart at their slashes; Chinese has no blanks to break at.
        let is_han = text.chars().any(|c| matches!(c, '\u{3000}'..='\u{9fff}'));
        let breaks =
            if is_han { textwrap::WordSeparator::UnicodeBreakProperties } else { textwrap::WordSeparator::AsciiSpace };
        let options =
            textwrap::Options::new(self.width()).initial_indent(first).subsequent_indent(under).word_separator(breaks);
        let wrapped = textwrap::fill(text, options);
        self.line(&wrapped)
    }

    /// A table; `fixed` names columns that keep their width.
    pub(super) fn table(&mut self, headings: &[&str], rows: Vec<Vec<String>>, fixed: &[usize]) -> anyhow::Result<()> {
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(self.width() as u16).set_header(
            headings
                .iter()
                .map(|h| comfy_table::Cell::new(h).add_attribute(comfy_table::Attribute::Bold))
                .collect::<Vec<_>>(),
        );
        let longest = |at: usize| {
            rows.iter().map(|r| r[at].chars().count()).chain([headings[at].chars().count()]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..headings.len()).map(longest).collect();
        for row in rows {
            table.add_row(row);
        }
        for &at in fixed {
            if let Some(column) = table.column_mut(at) {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(widths[at] as u16 + 2)));
            }
        }
        self.line(&table.to_string())
    }

    /// An answer as JSON.
    pub(super) fn json<T: Serialize>(&mut self, answer: &T) -> anyhow::Result<u8> {
        let text = serde_json::to_string_pretty(answer)?;
        self.line(&text)?;
        Ok(0)
    }

    /// Bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> anyhow::Result<u8> {
        quiet(self.terminal.out.write_all(bytes))?;
        Ok(0)
    }

    /// The stream that data goes to.
    pub(super) fn out(&mut self) -> &mut dyn Write {
        &mut self.terminal.out
    }

    /// A remark beside the data.
    pub(super) fn remark(&self, text: &str) {
        let err = &self.terminal.err;
        match err.reader {
            Reader::Person => err.say(&format!("{}\n", textwrap::fill(text, self.width()))),
            // What reads a pipe wants lines whole.
            Reader::Program => err.say(&format!("{text}\n")),
        }
    }

    pub(super) fn width(&self) -> usize {
        self.terminal.width.unwrap_or(WIDTH).clamp(40, WIDEST)
    }

    /// Says what went wrong, then what to do; returns the exit code.
    pub(super) fn fail(&self, error: &anyhow::Error) -> u8 {
        if error.chain().any(is_closed_pipe) {
            return 0;
        }
        let known = error.downcast_ref::<WorkspaceError>();
        let words = Words::english();
        let (said, hint) = match known {
            Some(message) => (words.say(message), words.hint(message)),
            None => (causes(error), None),
        };
        let label = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
        self.remark(&format!("{label}error:{label:#} {said}"));
        if let Some(hint) = hint {
            self.remark(&format!("\n{}: {hint}", Tone::Strong.paint("hint")));
        }
        known.map_or(2, WorkspaceError::exit_code)
    }
}

/// An error and its causes, each said once.
fn causes(error: &anyhow::Error) -> String {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    let mut said: Vec<&str> = Vec::new();
    for cause in &causes {
        if !said.iter().any(|s| s.contains(cause.as_str())) {
            said.push(cause);
        }
    }
    said.join(": ")
}

/// A reader that has gone (`weft … | head`) is no error.
fn quiet(outcome: std::io::Result<()>) -> anyhow::Result<()> {
    match outcome {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn is_closed_pipe(cause: &(dyn std::error::Error + 'static)) -> bool {
    cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
}
