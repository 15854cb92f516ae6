//! `weft demo`.

use std::path::PathBuf;

use super::plural::plural;
use super::shell::Shell;
use super::{import, overview};
use crate::i18n::Words;
use crate::reports::FirstLook;
use crate::workspace::{DemoExtent, DemoPlan, Workspace};

/// Build a workspace of a fictional State and show what there is to see
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folder [default: weft-demo]
    folder: Option<PathBuf>,
    /// Make it anew if it is there already
    #[arg(long)]
    again: bool,
    /// Records and clusters alone, without measures
    #[arg(long)]
    without_plan: bool,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let folder = args.folder.or_else(|| shell.named_folder()).unwrap_or_else(|| PathBuf::from("weft-demo"));
    let is_demo = folder.join("documents").join("uhri_saravia.json").exists();
    shell.free(&folder);
    if args.again && is_demo {
        std::fs::remove_dir_all(&folder)?;
    } else if is_demo {
        shell.remark(&format!("{} is there already; this is what it holds. Anew: weft demo --again", folder.display()));
        let answer = shell.answer(&Workspace::open(&folder)?, &FirstLook {})?;
        if shell.json {
            return shell.json(&answer);
        }
        overview::print(&answer, shell)?;
        return Ok(0);
    }
    let extent = if args.without_plan { DemoExtent::WithoutPlan } else { DemoExtent::Whole };
    let answer = Workspace::demo(&folder, extent, &*shell.progress())?;
    if shell.json {
        return shell.json(&answer);
    }
    import::print(&answer.imports, shell)?;
    shell.line("")?;
    overview::print(&answer.overview, shell)?;
    if let Some(measures) = &answer.measures {
        planned(measures, shell)?;
    }
    let folder = folder.display();
    shell.heading("Where things are")?;
    shell.line(&format!("  {folder}/documents    the files that were read"))?;
    shell.line(&format!("  {}    the clustered plan table (also as plan.docx)", answer.plan.display()))?;
    shell.line(&format!("  {folder}/entities.csv   the register of bodies, to be edited"))?;
    if answer.measures.is_some() {
        shell.line(&format!(
            "  {folder}/measures.docx  the plan of measures (also .xlsx, .html), calendar.ics, chapter.docx"
        ))?;
        shell.line(&format!("  {folder}/sent, {folder}/returned   tables that went out and came back"))?;
    }
    shell.heading("What to type next")?;
    for command in ["search 'torture NOT children'", "clusters", "duplicates", "links entities", "show 121.1"] {
        shell.line(&format!("  weft --workspace {folder} {command}"))?;
    }
    Ok(0)
}

/// The plan, what it lacks, what is due, and what came back.
fn planned(plan: &DemoPlan, shell: &mut Shell) -> anyhow::Result<()> {
    shell.heading(&format!("The plan of measures, on {}", plan.as_of))?;
    let taken = &plan.import;
    shell.line(&format!(
        "  {} measures for {} outcomes came in with {} indicators; {} recommendations linked",
        taken.measures.read, taken.outcomes.read, taken.indicators.read, taken.linked
    ))?;
    let words = Words::english();
    for found in plan.gaps.iter().filter(|found| found.count > 0) {
        shell.beside("  gap   ", &format!("{}: {} of {}", words.coded(&found.rule.word()), found.count, found.of))?;
    }
    shell.line(&format!("  due   {} days: weft calendar", plan.dues))?;
    for file in &plan.sent {
        shell.beside("  sent  ", &format!("{} to {}: {} rows", file.dispatch, file.to, file.rows))?;
    }
    for report in &plan.taken {
        let counts = &report.diff.counts;
        shell.beside(
            "  back  ",
            &format!(
                "{} from {}: {} rows changed, {} refused, {} cells taken over, {}",
                report.file,
                report.from,
                counts.changed,
                counts.refused,
                report.taken,
                plural(report.problems.len() as u64, "problem")
            ),
        )?;
    }
    for report in &plan.waiting {
        let (changed, file) = (report.diff.counts.changed, plan.waiting_file.display());
        shell.beside(
            "  waits ",
            &format!("{} from {}: {changed} rows changed: weft plan receive {file}", report.file, report.from),
        )?;
    }
    Ok(())
}
