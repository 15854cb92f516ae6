//! `weft plan receive`.

use std::path::PathBuf;

use crate::cli::plural::plural;
use crate::cli::shell::{Shell, Tone};
use crate::domain::Language;
use crate::domain::exchange::Verdict;
use crate::domain::plan::PlanKey;
use crate::i18n::Words;
use crate::plan::exchange::ChangedCell;
use crate::workspace::jobs::ReceivePlan;
use crate::workspace::lookups::ReturnCompared;
use crate::workspace::{ReturnReport, Take, Workspace};

/// Exit code where something is open or was not understood.
const OPEN: u8 = 1;
/// Cases shown of one kind.
const MOST: usize = 30;
/// Letters shown of a cell, and of what stands before two texts part.
const SHORT: usize = 90;
const BEFORE: usize = 20;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The tables that came back: XLSX, DOCX, ODS or CSV
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Only show what would change; so it is without --take and --choose
    #[arg(long, conflicts_with_all = ["take", "choose"])]
    diff: bool,
    /// Take over: all that only they have changed; theirs also where both have; ours or none of it, and note that it came
    #[arg(long, value_enum)]
    take: Option<Side>,
    /// A list of choices for single cells, before what --take says: CSV with key, field, choice (theirs, ours)
    #[arg(long, value_name = "FILE")]
    choose: Option<PathBuf>,
    /// What a heading means, as status="State of play"
    #[arg(long = "map", value_name = "COLUMN=HEADING")]
    columns: Vec<String>,
    /// The dispatch that the files are of, where they bear no number, or one of another
    #[arg(long, value_name = "NUMBER", value_parser = dispatch)]
    dispatch: Option<PlanKey>,
    /// Write what needs mending for those who sent it: text, .html, or .xlsx with notes on their own rows
    #[arg(long, value_name = "FILE")]
    answer: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Side {
    /// Where only they have changed it
    All,
    /// Nothing
    None,
    /// Theirs, also where both have changed it
    Theirs,
    /// Ours throughout
    Ours,
}

impl From<Side> for Take {
    fn from(side: Side) -> Self {
        match side {
            Side::All => Self::All,
            Side::None => Self::None,
            Side::Theirs => Self::Theirs,
            Side::Ours => Self::Ours,
        }
    }
}

fn dispatch(text: &str) -> Result<PlanKey, String> {
    text.parse().map_err(|_| format!("'{text}' is no number of a dispatch, such as those that weft plan send prints"))
}

pub(super) fn run(args: Args, workspace: &mut Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    shell.bring_up(workspace)?;
    let Args { files, take, choose, columns, answer, dispatch, .. } = args;
    let reports = if take.is_some() || choose.is_some() {
        // Where cells are chosen one by one, the others are left.
        let take = take.map_or(Take::Ours, Take::from);
        let job = ReceivePlan { files, columns, take, choose, answer, dispatch, on: None };
        workspace.run(&job, &shell.asker(workspace), &*shell.progress())?
    } else {
        shell.look(workspace, &ReturnCompared { files, columns, answer, dispatch })?
    };
    let code = if reports.iter().all(ReturnReport::is_clear) { 0 } else { OPEN };
    if shell.json {
        match reports.as_slice() {
            [one] => shell.json(one)?,
            all => shell.json(&all)?,
        };
        return Ok(code);
    }
    reports.iter().try_for_each(|report| print(report, shell))?;
    Ok(code)
}

fn print(report: &ReturnReport, shell: &mut Shell) -> anyhow::Result<()> {
    shell.heading(&format!("{} from {}, dispatch {}", report.file, report.from, report.diff.dispatch))?;
    for line in report.row_sentences(Words::english()) {
        shell.paragraph(&line, 0)?;
    }
    let of = |verdict: Verdict| -> Vec<&ChangedCell> {
        report.diff.changes.iter().filter(|cell| cell.verdict == verdict).collect()
    };
    cells("Changed by them", &of(Verdict::Theirs), shell)?;
    cells("Changed by both, differently", &of(Verdict::Conflict), shell)?;
    cells("Stands here already as they have it", &of(Verdict::Equal), shell)?;
    cells("Changed here since it was sent", &of(Verdict::Ours), shell)?;
    said(report, shell)?;
    let problems = report.problems.iter().map(|problem| {
        let column = problem.column.map_or_else(String::new, |column| format!(", {}", column.heading(Language::En)));
        let mend = if problem.mend.is_empty() { String::new() } else { format!(": {}", problem.mend) };
        format!("{}{column}: {}{mend}", problem.row, problem.what)
    });
    listed("Not taken", &problems.collect::<Vec<_>>(), shell)?;
    let open = report.diff.conflicts();
    match (report.is_taken, open) {
        (true, _) if report.taken + report.taken_comments + report.taken_measures == 0 => {
            shell.remark("Nothing was taken over.");
        }
        (true, _) => shell.remark(&format!(
            "Taken over: {}, {}, {}. Back: weft undo",
            plural(report.taken as u64, "cell"),
            plural(report.taken_comments as u64, "comment"),
            plural(report.taken_measures as u64, "new measure"),
        )),
        (false, _) if !report.has_news() => shell.remark("There is nothing to take over."),
        (false, 0) => shell.remark("Nothing was taken over yet: --take all"),
        (false, _) => {
            shell.remark("Nothing was taken over yet: --take all, theirs or ours, or --choose FILE for single cells")
        }
    }
    Ok(())
}

/// Refusals, comments, new measures.
fn said(report: &ReturnReport, shell: &mut Shell) -> anyhow::Result<()> {
    let refusals = report.diff.refusals.iter().map(|own| {
        let instead = if own.proposed.is_empty() { String::new() } else { format!("; they name {}", own.proposed) };
        format!("{}: \"{}\"{instead}", own.key, own.reason)
    });
    listed("Tasks refused", &refusals.collect::<Vec<_>>(), shell)?;
    let comments = report.diff.comments.iter().map(|own| format!("{} {}: \"{}\"", own.key, own.by, short(&own.text)));
    listed("Comments", &comments.collect::<Vec<_>>(), shell)?;
    let new = report.diff.new_measures.iter().map(|own| {
        let text = own.cells.get(&crate::domain::exchange::SheetColumn::Measure).map_or("", String::as_str);
        format!("{}: {}", own.row, short(text))
    });
    listed("New measures", &new.collect::<Vec<_>>(), shell)?;
    listed("Not returned", &report.diff.not_returned_keys.iter().map(ToString::to_string).collect::<Vec<_>>(), shell)
}

fn cells(heading: &str, cells: &[&ChangedCell], shell: &mut Shell) -> anyhow::Result<()> {
    let line = |cell: &&ChangedCell| {
        let period = if cell.period.is_empty() { String::new() } else { format!(" {}", cell.period) };
        let doubtful = if cell.is_doubtful { " (to be confirmed)" } else { "" };
        let changed = if cell.verdict == Verdict::Ours { &cell.ours } else { &cell.theirs };
        let show = |text: &str| short(&where_they_differ(text, &cell.sent, changed));
        let ours = if cell.ours == cell.sent { String::new() } else { format!(", here \"{}\"", show(&cell.ours)) };
        let theirs =
            if cell.verdict == Verdict::Ours { String::new() } else { format!(" -> \"{}\"", show(&cell.theirs)) };
        let field = cell.field.heading(Language::En);
        format!("{} {field}{period}: \"{}\"{theirs}{ours}{doubtful}", cell.key, show(&cell.sent))
    };
    listed(heading, &cells.iter().map(line).collect::<Vec<_>>(), shell)
}

/// A text from shortly before two others part, where what they share would fill the line.
fn where_they_differ(text: &str, one: &str, other: &str) -> String {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let skipped = shared.saturating_sub(BEFORE);
    if shared < SHORT / 2 { text.to_owned() } else { format!("…{}", text.chars().skip(skipped).collect::<String>()) }
}

fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHORT { line } else { format!("{}…", line.chars().take(SHORT).collect::<String>()) }
}

fn listed(heading: &str, lines: &[String], shell: &mut Shell) -> anyhow::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    shell.heading(&format!("{heading}: {}", lines.len()))?;
    lines.iter().take(MOST).try_for_each(|line| shell.beside("  ", line))?;
    let left = lines.len().saturating_sub(MOST);
    if left > 0 { shell.line(&Tone::Dim.paint(&format!("  … {left} more: --json"))) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::{short, where_they_differ};

    #[test]
    fn what_was_added_to_a_long_cell_is_seen() {
        let sent = "16.1 Reduce violence everywhere\n16.3 Promote the rule of law and access to justice for all";
        let theirs = format!("{sent}\n16.6");
        let shown = |text: &str| short(&where_they_differ(text, sent, &theirs));
        assert_eq!(shown(sent), "…s to justice for all");
        assert_eq!(shown(&theirs), "…s to justice for all 16.6");
        assert_eq!(where_they_differ("a", "a", "b"), "a");
    }
}
