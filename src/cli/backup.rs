//! `weft backup`, `weft restore`, `weft verify`.

use std::path::PathBuf;

use super::shell::Shell;
use crate::i18n::Words;
use crate::workspace::jobs::Backup;
use crate::workspace::lookups::Verify;
use crate::workspace::{Originals, Workspace};

/// Write everything into one file that any program can read
#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    /// File [default: backups/weft-TIME.jsonl in the workspace]
    file: Option<PathBuf>,
    /// Copy the imported originals too, into a folder beside the file
    #[arg(long)]
    originals: bool,
}

/// Replace the records by those of a backup; the ones before are kept beside
#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    /// The backup
    file: PathBuf,
}

/// Check the records, the originals and the backups from end to end
#[derive(Debug, clap::Args)]
pub(super) struct VerifyArgs {}

pub(super) fn backup(args: BackupArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let originals = if args.originals { Originals::GoAlong } else { Originals::Stay };
    let mut workspace = shell.workspace()?;
    let asker = shell.asker(&workspace);
    let answer = workspace.run(&Backup { file: args.file, originals }, &asker, &*shell.progress())?;
    if shell.json {
        return shell.json(&answer);
    }
    shell.line(&format!(
        "{} records and {} events written to {}",
        answer.records,
        answer.events,
        answer.file.display()
    ))?;
    if args.originals {
        shell.line(&format!("{} originals copied beside it", answer.originals))?;
    }
    Ok(0)
}

pub(super) fn restore(args: RestoreArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let answer = Workspace::restore(&shell.free_folder()?, &args.file)?;
    if shell.json {
        return shell.json(&answer);
    }
    shell.line(&format!(
        "{} records and {} events restored from {}",
        answer.records,
        answer.events,
        answer.file.display()
    ))?;
    if let Some(aside) = &answer.set_aside {
        shell.line(&format!("What was there before: {}", aside.display()))?;
    }
    shell.line("Next: weft analyse")?;
    Ok(0)
}

pub(super) fn verify(_args: VerifyArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let report = shell.look(&shell.workspace()?, &Verify {})?;
    let code = if report.sound { 0 } else { 2 };
    if shell.json {
        shell.json(&report)?;
        return Ok(code);
    }
    shell
        .line(&format!("{} records, {} events, {} decisions read", report.records, report.events, report.decisions))?;
    shell.line(&format!(
        "{} of {} imported files kept as they came; {} backups",
        report.originals, report.imports, report.backups
    ))?;
    for fault in &report.faults {
        shell.line(&format!("fault: {}", Words::english().coded(fault)))?;
    }
    if report.sound {
        shell.line("The store is sound")?;
    }
    if let Some(backup) = &report.mended_by {
        shell.line(&format!("The newest sound backup would mend it: weft restore {}", backup.display()))?;
    }
    Ok(code)
}
