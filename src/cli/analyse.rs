//! `weft analyse`.

use std::path::PathBuf;

use super::shell::Shell;
use crate::workspace::jobs::Analyse;
use crate::workspace::{AnalyseReport, RunCounts};

/// Tag, compare, cluster and index what is new
///
/// Only what has changed since the last time is computed. Decisions of people are never changed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folder of models to use instead of those in the program
    #[arg(long, value_name = "DIR")]
    models: Option<PathBuf>,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let mut workspace = shell.workspace()?;
    let asker = shell.asker(&workspace);
    let report = workspace.run(&Analyse { models: args.models }, &asker, &*shell.progress())?;
    if shell.json {
        return shell.json(&report);
    }
    for line in told(&report) {
        shell.paragraph(&line, 0)?;
    }
    shell.line("\nNext: weft overview, weft clusters, weft search WORDS")?;
    Ok(0)
}

/// What was done, in the order in which it was: nothing is counted as new that has not become so.
fn told(report: &AnalyseReport) -> Vec<String> {
    let RunCounts { records, computed, states } = report.work;
    let read = match computed {
        0 => format!("{} are analysed already", count(records, "record", "records")),
        all if all == records => format!("{} read and tagged", count(records, "record", "records")),
        some => format!("{} new or changed, read and tagged; {records} in all", count(some, "record", "records")),
    };
    let compared = if states == 0 {
        "no State had to be compared anew".to_owned()
    } else {
        format!("the records of {} compared with each other", count(states, "State", "States"))
    };
    let placed = match (report.newly_placed, report.newly_made.len()) {
        (0, 0) => String::new(),
        (placed, made) => format!(
            ": {} joined one that was there, {} made for others",
            count(placed, "record", "records"),
            count(made as u64, "was", "were")
        ),
    };
    vec![
        format!("{read}; {compared}."),
        format!(
            "{}{placed}. {} between records.",
            count(report.clusters, "cluster", "clusters"),
            count(report.relations, "relation", "relations")
        ),
        format!("{} in the index for searching.", count(report.indexed, "entry written", "entries written")),
    ]
}

/// A number with its noun.
fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
