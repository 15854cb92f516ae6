//! `weft analyse`.

use std::path::PathBuf;

use super::shell::Shell;

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
    let workspace = shell.workspace()?;
    let report = workspace.analyse(args.models.as_deref(), &*shell.progress())?;
    if shell.json {
        return shell.json(&report);
    }
    shell.line(&format!(
        "{} records, {} computed anew; {} States compared",
        report.work.records, report.work.computed, report.work.states
    ))?;
    shell.line(&format!(
        "{} clusters ({} records newly placed), {} relations, {} documents indexed",
        report.clusters, report.newly_placed, report.relations, report.indexed
    ))?;
    shell.line("\nNext: weft overview, weft clusters, weft search WORDS")?;
    Ok(0)
}
