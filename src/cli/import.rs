//! `weft import`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::import_diff;
use super::plural::plural;
use super::removal::{self, UNDECIDED};
use super::shell::{Shell, Tone};
use crate::domain::{Session, StateCode, Symbol};
use crate::i18n::Words;
use crate::workspace::jobs::Import;
use crate::workspace::lookups::ImportDiff;
use crate::workspace::{
    Difference, FileKind, FileReport, Progress, RecordField, RemarkCount, RemovalRequest, TakingOut, Workspace,
    WorkspaceError, files_of, is_whole,
};

/// Read files into the workspace
///
/// Reads documents (Word, PDF, web pages, plain text): OHCHR's thematic lists and matrices, Working
/// Group reports, addenda with positions, concluding observations, reports of mandate holders; UHRI
/// exports (JSON, XLSX), UPR Info exports (XLS, CSV), and any table with a column of texts. What a
/// file is, it says itself. Importing a file again changes nothing. What a file brought is taken back with
/// --remove.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files, or folders whose files are all read; what cannot be read in a folder is listed
    #[arg(required_unless_present = "remove")]
    files: Vec<PathBuf>,
    /// Which column holds a field, such as text=Recomendación; remembered for later imports
    #[arg(long = "map", value_name = "FIELD=HEADER")]
    columns: Vec<String>,
    /// The State that documents are about, where they do not say it
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    /// The symbol of the document, such as A/HRC/59/15, where it does not say it
    #[arg(long, value_name = "SYMBOL", value_parser = symbol)]
    symbol: Option<Symbol>,
    /// The session of the UPR Working Group, where the document does not say it
    #[arg(long, value_name = "NUMBER", value_parser = session)]
    session: Option<Session>,
    /// Show what an import would change, and change nothing
    #[arg(long)]
    diff: bool,
    /// Write rows that were not taken over to this CSV file
    #[arg(long, value_name = "FILE")]
    rejections: Option<PathBuf>,
    /// Take the import of a file back, by its path, its name or its hash; tells first what would go
    #[arg(long, value_name = "FILE", conflicts_with_all = ["files", "columns", "state", "symbol", "session", "diff", "rejections"])]
    remove: Option<String>,
    /// With --remove: do it
    #[arg(long, short, requires = "remove")]
    yes: bool,
}

/// Rejections and differences shown on screen; all are in the file and in JSON.
const SHOWN: usize = 5;
/// Kinds of what was not used that are shown on screen: nothing of it should be missed.
const UNUSED_SHOWN: usize = 20;
/// Places shown of each.
const PLACES_SHOWN: usize = 3;

fn symbol(text: &str) -> Result<Symbol, String> {
    Symbol::parse(text).ok_or_else(|| "a symbol looks like A/HRC/59/15 or CEDAW/C/PER/CO/9".to_owned())
}

fn session(text: &str) -> Result<Session, String> {
    Session::from_words(text).ok_or_else(|| "sessions are numbered from 1".to_owned())
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    if let Some(file) = &args.remove {
        let taking_out = if args.yes { TakingOut::Done } else { TakingOut::Told };
        return remove(RemovalRequest { file: file.clone(), taking_out, seen: None }, shell);
    }
    let mut workspace = shell.workspace()?;
    let mut request = request(&args, &workspace)?;
    if args.diff {
        let diffs = shell.look(&workspace, &ImportDiff { import: request })?;
        return import_diff::show(&diffs, shell);
    }
    let outcome = import(&mut workspace, &mut request, &*shell.progress(), shell);
    if matches!(outcome, Err(WorkspaceError::Ingest(_))) && request.files.len() + request.found.len() > 1 {
        shell.remark("No file was taken over, the others neither; of a folder those that can be read are");
    }
    let reports = outcome?;
    let code = u8::from(!is_whole(&reports));
    if shell.json {
        shell.json(&reports)?;
        return Ok(code);
    }
    print(&reports, shell)?;
    if let Some(path) = request.rejections.as_ref().filter(|_| code == 1) {
        shell.line(&format!("Rejected rows: {}", path.display()))?;
    }
    if reports.iter().any(|report| report.unsure > 0) {
        shell.line("\nTo look at: weft show --unsure")?;
    }
    shell.line("\nNext: weft analyse")?;
    Ok(code)
}

/// Takes an import back, or tells what would go.
fn remove(request: RemovalRequest, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let answer = workspace.remove_import(&workspace.owner(), &request)?;
    let code = if answer.written.is_some() { 0 } else { UNDECIDED };
    if shell.json {
        shell.json(&answer)?;
        return Ok(code);
    }
    removal::show(&answer, &format!("weft import --remove {} --yes", answer.file.file_hash), shell)?;
    Ok(code)
}

fn request(args: &Args, workspace: &Workspace) -> Result<Import, WorkspaceError> {
    let mut request =
        Import { columns: args.columns.clone(), rejections: args.rejections.clone(), ..Import::default() };
    for path in &args.files {
        let list = if path.is_dir() { &mut request.found } else { &mut request.files };
        list.extend(files_of(path)?);
    }
    request.given.state = args.state.as_deref().map(|name| workspace.state(name)).transpose()?;
    request.given.symbol.clone_from(&args.symbol);
    request.given.session = args.session;
    Ok(request)
}

/// Imports; where a document does not say its State and somebody sits at the terminal, asks.
fn import(
    workspace: &mut Workspace,
    request: &mut Import,
    progress: &dyn Progress,
    shell: &mut Shell,
) -> Result<Vec<FileReport>, WorkspaceError> {
    loop {
        let outcome = workspace.run(request, &shell.asker(workspace), progress);
        let Err(WorkspaceError::Ingest(error)) = &outcome else { return outcome };
        let Some(path) = error.asks_for_state().filter(|_| shell.can_ask()) else { return outcome };
        let path = path.to_owned();
        match ask(&Words::english().say(error), workspace, shell) {
            Some(state) => _ = request.answers.insert(path, state),
            None => return outcome,
        }
    }
}

/// Asks for the State until a known one or nothing is typed.
fn ask(why: &str, workspace: &Workspace, shell: &mut Shell) -> Option<StateCode> {
    loop {
        let name = shell.ask(&format!("{why}\nWhich State? (Enter to stop) "))?;
        match workspace.state(&name) {
            Ok(state) => return Some(state),
            Err(refusal) => shell.remark(&Words::english().say(&refusal)),
        }
    }
}

/// The report of every file.
pub(super) fn print(reports: &[FileReport], shell: &mut Shell) -> anyhow::Result<()> {
    for report in reports {
        shell.heading(&report.file)?;
        if let Some(kind) = kind(report) {
            shell.paragraph(&kind, 2)?;
        }
        if report.format.is_some() {
            shell.line(&format!("  {}", counts(report)))?;
        }
        details(report, shell)?;
    }
    Ok(())
}

/// What the file was taken for.
fn kind(report: &FileReport) -> Option<String> {
    let words = Words::english();
    let format = report.format.map(|format| words.say(&format));
    match (report.kind, format, report.about.as_str()) {
        (FileKind::Rows, format, _) => format,
        (kind, None, _) => Some(words.say(&kind)),
        (kind, Some(format), "") => Some(format!("{} ({format})", words.say(&kind))),
        (kind, Some(format), about) => Some(format!("{} ({format}): {about}", words.say(&kind))),
    }
}

fn counts(report: &FileReport) -> String {
    let named = [
        (report.new, "new"),
        (report.known, "known"),
        (report.changed, "changed"),
        (report.rejected.len() as u64, "not taken"),
        (report.unsure, "to look at"),
    ];
    let counts: Vec<String> = named.iter().filter(|(n, _)| *n > 0).map(|(n, name)| format!("{n} {name}")).collect();
    let rows = if report.rows == 1 { "row" } else { "rows" };
    format!("{} {rows}: {}", report.rows, if counts.is_empty() { "nothing".to_owned() } else { counts.join(", ") })
}

/// What an addendum gave.
fn positions(report: &FileReport, shell: &mut Shell) -> anyhow::Result<()> {
    let Some(found) = report.positions.as_ref().filter(|found| found.recommendations > 0) else { return Ok(()) };
    let counts: Vec<String> =
        found.positions.iter().map(|(code, n)| format!("{n} {}", code.replace('_', " "))).collect();
    // A list of nothing is no list: say that it gave none.
    let counts = if counts.is_empty() { "none was read".to_owned() } else { counts.join(", ") };
    let (all, comments) = (found.recommendations, found.comments);
    shell.paragraph(
        &format!("positions on {all} recommendations: {counts}; {comments} with a comment of the State"),
        2,
    )?;
    if !found.unnamed.is_empty() {
        shell.paragraph(&format!("in no class: {}", found.unnamed.join(", ")), 4)?;
    }
    Ok(())
}

fn details(report: &FileReport, shell: &mut Shell) -> anyhow::Result<()> {
    positions(report, shell)?;
    if let Some(row) = report.resumed_at {
        shell.paragraph(&format!("went on after row {row}, where an earlier import had stopped"), 2)?;
    }
    let words = Words::english();
    for rejection in report.rejected.iter().take(SHOWN) {
        let reason = words.sentence(&rejection.reason.code, &rejection.reason.values);
        shell.paragraph(&format!("{}: not taken, {reason}", rejection.place), 2)?;
    }
    more(report.rejected.len(), "not taken", shell)?;
    folded(report, shell)?;
    remarks(report, shell)?;
    differences(report, shell)
}

/// Rows that are one record with another of the file, and what they brought to it.
fn folded(report: &FileReport, shell: &mut Shell) -> anyhow::Result<()> {
    for row in report.folded.iter().take(SHOWN) {
        let own = row.source_id.as_deref().map(|id| format!(" ({id})")).unwrap_or_default();
        let brought: Vec<String> = row.brought.iter().map(|tag| format!("{} {}", tag.kind.code(), tag.value)).collect();
        let brought = if brought.is_empty() { "nothing new".to_owned() } else { brought.join(", ") };
        shell.paragraph(
            &format!("{}{own}: one record with {}, {}; it brought {brought}", row.place, row.with, row.reference),
            2,
        )?;
    }
    more(report.folded.len(), "rows that are one record with another", shell)
}

/// What was not used, all kinds of it with their places; then other remarks. Those that were met most often
/// come first.
fn remarks(report: &FileReport, shell: &mut Shell) -> anyhow::Result<()> {
    let (mut unused, mut others): (Vec<&RemarkCount>, Vec<&RemarkCount>) =
        report.remarks.iter().partition(|remark| remark.is_unused);
    for list in [&mut unused, &mut others] {
        list.sort_by_key(|remark| std::cmp::Reverse(remark.count));
    }
    for remark in unused.iter().take(UNUSED_SHOWN) {
        shell.paragraph(&format!("not used: {}{}", said(remark), places(remark)), 2)?;
    }
    if unused.len() > UNUSED_SHOWN {
        let rest = unused.len() - UNUSED_SHOWN;
        shell
            .line(&Tone::Dim.paint(&format!("  … and {rest} more that were not used (all with --rejections FILE)")))?;
    }
    for remark in others.iter().take(SHOWN) {
        shell.paragraph(&said(remark), 2)?;
    }
    more(others.len(), "kinds of remarks", shell)
}

/// A remark in words, with how often it was met.
fn said(remark: &RemarkCount) -> String {
    let words = Words::english().sentence(&remark.remark.code, &remark.remark.values);
    if remark.count > 1 { format!("{words} ({} times)", remark.count) } else { words }
}

/// Where it was met, the first places.
fn places(remark: &RemarkCount) -> String {
    let shown = remark.places.iter().take(PLACES_SHOWN).cloned().collect::<Vec<_>>().join(", ");
    match (shown.is_empty(), remark.count as usize > PLACES_SHOWN) {
        (true, _) => String::new(),
        (false, false) => format!("; {shown}"),
        (false, true) => format!("; {shown} …"),
    }
}

/// Positions that were taken over are counted; what was not, and other fields, are shown.
fn differences(report: &FileReport, shell: &mut Shell) -> anyhow::Result<()> {
    let (positions, others): (Vec<&Difference>, Vec<&Difference>) =
        report.differences.iter().partition(|d| d.field == RecordField::Position && d.taken);
    let mut counts: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    positions.iter().for_each(|d| *counts.entry((&d.stored, &d.arrived)).or_default() += 1);
    for ((before, after), count) in counts {
        let (before, after) = (before.replace('_', " "), after.replace('_', " "));
        shell.paragraph(&format!("{}: {before} became {after}", plural(count, "position")), 2)?;
    }
    for difference in others.iter().take(SHOWN) {
        let verb = if difference.taken { "taken over" } else { "kept as it was" };
        let field = Words::english().say(&difference.field);
        shell.paragraph(&format!("{}: {field} differs, {verb}", difference.reference), 2)?;
        shell.paragraph(&format!("stored:  {}", difference.stored), 4)?;
        shell.paragraph(&format!("arrived: {}", difference.arrived), 4)?;
    }
    more(others.len(), "differences", shell)
}

fn more(count: usize, what: &str, shell: &mut Shell) -> anyhow::Result<()> {
    if count > SHOWN {
        shell.line(&Tone::Dim.paint(&format!("  … and {} more {what} (all with --json)", count - SHOWN)))?;
    }
    Ok(())
}
