//! `weft backup`, `weft restore`, `weft verify`.

use std::path::PathBuf;

use super::shell::Shell;
use crate::i18n::Words;
use crate::workspace::Workspace;
use crate::workspace::jobs::Backup;

/// Write everything into one file that any program can read
#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    /// File [default: backups/weft-TIME.jsonl in the workspace]
    file: Option<PathBuf>,
}

/// Replace the records by those of a backup; the ones before are kept beside
#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    /// The backup
    file: PathBuf,
}

/// Check the store from end to end
#[derive(Debug, clap::Args)]
pub(super) struct VerifyArgs {}

pub(super) fn backup(args: BackupArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let mut workspace = shell.workspace()?;
    let asker = shell.asker(&workspace);
    let answer = workspace.run(&Backup { file: args.file }, &asker, &*shell.progress())?;
    if shell.json {
        return shell.json(&answer);
    }
    shell.line(&format!(
        "{} records and {} events written to {}",
        answer.records,
        answer.events,
        answer.file.display()
    ))?;
    Ok(0)
}

pub(super) fn restore(args: RestoreArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let answer = Workspace::restore(&shell.folder()?, &args.file)?;
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
    let report = shell.workspace()?.verify()?;
    let code = if report.faults.is_empty() { 0 } else { 2 };
    if shell.json {
        let faults = &report.faults;
        let sound = faults.is_empty();
        shell.json(&serde_json::json!({
            "records": report.records, "events": report.events, "decisions": report.decisions, "sound": sound, "faults": faults,
        }))?;
        return Ok(code);
    }
    shell
        .line(&format!("{} records, {} events, {} decisions read", report.records, report.events, report.decisions))?;
    for fault in &report.faults {
        shell.line(&format!("fault: {}", Words::english().coded(fault)))?;
    }
    shell.line(if report.faults.is_empty() {
        "The store is sound"
    } else {
        "Restore the newest backup: weft restore FILE"
    })?;
    Ok(code)
}
