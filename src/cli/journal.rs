//! `weft history`, `weft undo`.

use super::argument;
use super::plural::plural;
use super::removal::{self, UNDECIDED};
use super::shell::{Shell, Tone};
use crate::domain::plan::PlanField;
use crate::domain::{Change, Coded, CommandId, Subject};
use crate::i18n::Words;
use crate::workspace::lookups::History;
use crate::workspace::{CommandLine, Consent, HistoryLine, TakenBack, UndoAnswer, UndoRequest};

/// List what was done, newest last
#[derive(Debug, clap::Args)]
pub(super) struct HistoryArgs {
    /// How many to show
    #[arg(long, short = 'n', default_value_t = 30)]
    limit: usize,
}

/// Take back your newest decision or import, or all of a command that decided several things
///
/// Any other command is taken back by the name that `weft history` shows. Where later ones rest on it, they
/// are listed, and nothing changes without --yes. An import is always told first: what goes with it, and
/// which decisions rest on that.
#[derive(Debug, clap::Args)]
pub(super) struct UndoArgs {
    /// Name of the command [default: your newest decision or import]
    #[arg(value_name = "COMMAND", value_parser = argument::read::<CommandId>)]
    command: Option<CommandId>,
    /// Show what would be taken back; nothing is changed
    #[arg(long, conflicts_with = "yes")]
    preview: bool,
    /// Take back later commands that rest on it as well, and imports
    #[arg(long, short)]
    yes: bool,
}

impl UndoArgs {
    fn request(&self) -> UndoRequest {
        let consent = match (self.preview, self.yes) {
            (true, _) => Consent::Preview,
            (false, true) => Consent::WithResting,
            (false, false) => Consent::Alone,
        };
        UndoRequest { command: self.command, consent }
    }
}

pub(super) fn history(args: HistoryArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let answer = shell.look(&shell.workspace()?, &History { most: args.limit, ..History::default() })?;
    if shell.json {
        return shell.json(&answer.lines);
    }
    for of_command in answer.lines.chunk_by(|a, b| a.event.command == b.event.command) {
        command(of_command, shell)?;
    }
    shell.line(&format!("{} of {} events", answer.lines.len(), answer.total))?;
    Ok(0)
}

/// Who did what and when, under the name of the command.
fn command(lines: &[HistoryLine], shell: &mut Shell) -> anyhow::Result<()> {
    let Some(first) = lines.first() else { return Ok(()) };
    let event = &first.event;
    let mut head = format!("{}  {}  {}", event.command, event.at.strftime("%Y-%m-%d %H:%M"), event.who);
    let mut named: Vec<CommandId> = lines.iter().filter_map(|line| line.event.undoes).collect();
    named.dedup();
    if !named.is_empty() {
        let named: Vec<String> = named.iter().map(ToString::to_string).collect();
        head.push_str(&format!("  takes back {}", named.join(", ")));
    }
    if first.is_taken_back {
        head.push_str("  (taken back)");
    }
    shell.line(&Tone::Strong.paint(&head))?;
    let (rows, told): (Vec<&HistoryLine>, Vec<&HistoryLine>) = lines.iter().partition(|line| is_row(line));
    told.iter().try_for_each(|line| said(&line.said, shell))?;
    match rows.len() {
        0 => Ok(()),
        count => shell.line(&format!("  {} of dispatches", plural(count as u64, "row"))),
    }
}

/// Whether an event is one row of a table that went out: there are as many as the table has.
fn is_row(line: &HistoryLine) -> bool {
    matches!(&line.event.what, Change::Decided(change) if matches!(change.subject(), Subject::Plan(_, PlanField::Row(_))))
}

pub(super) fn undo(args: UndoArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let request = args.request();
    let answer = workspace.undo(&workspace.owner(), workspace.seen()?, &request)?;
    let code = if answer.written().is_some() || request.consent == Consent::Preview { 0 } else { UNDECIDED };
    if shell.json {
        shell.json(&answer)?;
        return Ok(code);
    }
    match &answer {
        TakenBack::Decisions(answer) => decisions(answer, shell)?,
        TakenBack::Import(answer) => {
            let named = request.command.map_or_else(String::new, |command| format!(" {command}"));
            removal::show(answer, &format!("weft undo{named} --yes"), shell)?;
        }
    }
    Ok(code)
}

fn decisions(answer: &UndoAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    match answer.written {
        Some(written) => taken_back(answer, written, shell),
        None => preview(answer, shell),
    }
}

fn taken_back(answer: &UndoAnswer, written: CommandId, shell: &mut Shell) -> anyhow::Result<()> {
    match (answer.undone.as_slice(), answer.command.said.as_slice()) {
        ([_], [said]) => shell.paragraph(&format!("Taken back: {}", Words::english().coded(said)), 0)?,
        (many, _) if answer.resting.is_empty() => {
            shell.line(&format!("Taken back: {} decisions of one command", many.len()))?;
        }
        (many, _) => {
            let commands = answer.resting.len() + 1;
            shell.line(&format!("Taken back: {} decisions of {commands} commands", many.len()))?;
        }
    }
    shell.line(&format!("To have it again: weft undo {written}"))
}

/// What would be taken back, and what rests on it.
fn preview(answer: &UndoAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    shell.line("Would be taken back; nothing was changed:")?;
    decided(&answer.command, shell)?;
    if answer.resting.is_empty() {
        return shell.line(&format!("To take it back: weft undo {}", answer.command.id));
    }
    shell.heading("Later commands rest on it and would go with it:")?;
    for resting in &answer.resting {
        decided(resting, shell)?;
    }
    shell.line(&format!("To take back all of it: weft undo {} --yes", answer.command.id))
}

fn decided(command: &CommandLine, shell: &mut Shell) -> anyhow::Result<()> {
    let head = format!("{}  {}  {}", command.id, command.at.strftime("%Y-%m-%d %H:%M"), command.who);
    shell.line(&Tone::Strong.paint(&head))?;
    command.said.iter().try_for_each(|decided| said(decided, shell))
}

fn said(message: &Coded, shell: &mut Shell) -> anyhow::Result<()> {
    shell.paragraph(&Words::english().coded(message), 2)
}
