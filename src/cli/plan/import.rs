//! `weft plan import`.

use std::path::PathBuf;

use crate::cli::plural::plural;
use crate::cli::shell::{Shell, Tone};
use crate::i18n::Words;
use crate::workspace::jobs::ImportPlan;
use crate::workspace::{PlanReport, Taken, Workspace};

/// Exit code where something was not understood.
const PARTLY: u8 = 1;
/// Cases shown of one kind.
const MOST: usize = 10;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The plan: XLSX, XLS, ODS, CSV or DOCX, in any layout
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What a heading means, as measure="What is done": outcome, measure, indicator, recommendations, lead, support,
    /// from, until, period, status, budget, assistance, obstacles, remarks, baseline, target, unit, source, theme
    #[arg(long = "map", value_name = "FIELD=HEADING")]
    columns: Vec<String>,
}

pub(super) fn run(args: Args, workspace: &mut Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    shell.bring_up(workspace)?;
    let job = ImportPlan { files: args.files, columns: args.columns };
    let report = workspace.run(&job, &shell.asker(workspace), &*shell.progress())?;
    let code = if report.is_whole() { 0 } else { PARTLY };
    if shell.json {
        shell.json(&report)?;
        return Ok(code);
    }
    print(&report, shell)?;
    Ok(code)
}

fn print(report: &PlanReport, shell: &mut Shell) -> anyhow::Result<()> {
    let counted = |taken: Taken, of: &str| format!("{} ({} new)", plural(taken.read as u64, of), taken.new);
    let counts = [
        counted(report.outcomes, "outcome"),
        counted(report.measures, "measure"),
        counted(report.indicators, "indicator"),
    ];
    shell.paragraph(&format!("{}; {} linked", counts.join(", "), plural(report.linked as u64, "recommendation")), 0)?;
    if report.undated > 0 {
        shell
            .paragraph(&format!("{} kept in words: no day could be read", plural(report.undated as u64, "date")), 0)?;
    }
    names(report, shell)?;
    cells(report, shell)?;
    match report.written {
        0 if report.different.is_empty() => shell.line("All of it was known; nothing has changed."),
        0 => shell.line("Nothing new; nothing has changed."),
        _ => {
            shell.remark("Back: weft undo. Next: weft plan check");
            Ok(())
        }
    }
}

/// Names that are not understood: of bodies, states, measures, recommendations.
fn names(report: &PlanReport, shell: &mut Shell) -> anyhow::Result<()> {
    let bodies: Vec<String> = report.unknown_bodies.iter().cloned().collect();
    listed("Bodies that are not in entities.csv; they stand as they are written", &bodies, shell)?;
    let statuses: Vec<String> = report.unknown_statuses.iter().cloned().collect();
    listed("Words for a status that are of no known scale; they stand as they are written", &statuses, shell)?;
    let twice: Vec<String> = report.numbered_twice.iter().cloned().collect();
    listed("Numbers that stand for several measures; each went by its words", &twice, shell)?;
    listed("Rows without words for the measure, taken to the one above", &report.continued, shell)?;
    let unlinked = report.unlinked.iter().map(|name| {
        let why = if name.candidates == 0 {
            "names no recommendation".to_owned()
        } else {
            format!("names {}", name.candidates)
        };
        format!("{}: '{}' {why}", name.place, name.name)
    });
    listed("Names of recommendations that are not understood", &unlinked.collect::<Vec<_>>(), shell)
}

/// Cells that were not used, and those that say otherwise than what stands.
fn cells(report: &PlanReport, shell: &mut Shell) -> anyhow::Result<()> {
    let unread = report.unread.iter().map(|cell| match cell.column.as_str() {
        "" => format!("{}: {}", cell.place, cell.text),
        column => format!("column '{column}', first in {}: {}", cell.place, cell.text),
    });
    listed("Not used", &unread.collect::<Vec<_>>(), shell)?;
    let words = Words::english();
    let different = report.different.iter().map(|cell| {
        format!(
            "{} {} of {}: '{}' stands, the file says '{}'",
            cell.place,
            words.coded(&cell.field),
            cell.key,
            cell.stands,
            cell.file
        )
    });
    listed("Otherwise in the file; what stands was kept", &different.collect::<Vec<_>>(), shell)
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
