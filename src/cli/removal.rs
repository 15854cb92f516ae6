//! Telling what becomes of a file whose import is taken back; for `weft undo` and `weft import --remove`.

use super::shell::Shell;
use crate::domain::CommandId;
use crate::i18n::Words;
use crate::workspace::RemovalAnswer;

/// The exit code where something is to be chosen first.
pub(super) const UNDECIDED: u8 = 2;

/// Tells what went, or what would; `again` is the command line that does it.
pub(super) fn show(answer: &RemovalAnswer, again: &str, shell: &mut Shell) -> anyhow::Result<()> {
    match answer.written {
        Some(written) => removed(answer, written, shell),
        None => preview(answer, again, shell),
    }
}

fn removed(answer: &RemovalAnswer, written: CommandId, shell: &mut Shell) -> anyhow::Result<()> {
    shell.paragraph(&format!("Taken back: the import of {}, as command {written}", answer.file.file), 0)?;
    counts(answer, shell)?;
    shell.line(&format!("To have it again: weft import {}", answer.file.file))
}

fn preview(answer: &RemovalAnswer, again: &str, shell: &mut Shell) -> anyhow::Result<()> {
    let (file, hash) = (&answer.file.file, &answer.file.file_hash);
    shell.paragraph(&format!("Would be taken back; nothing was changed: the import of {file} ({hash})"), 0)?;
    counts(answer, shell)?;
    if !answer.resting.is_empty() {
        shell.heading("Decisions rest on records that go, and go with them:")?;
        for decided in &answer.resting {
            shell.paragraph(&Words::english().coded(decided), 2)?;
        }
    }
    shell.line(&format!("To take it back: {again}"))
}

fn counts(answer: &RemovalAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let lines = [
        (answer.gone, "that only this file holds: gone"),
        (answer.changed, "of other files: without this source"),
        (answer.positions, "of those: another position, as the other files state it"),
    ];
    for (count, what) in lines.iter().filter(|(count, _)| *count > 0) {
        let records = if *count == 1 { "record" } else { "records" };
        shell.paragraph(&format!("{count} {records} {what}"), 2)?;
    }
    Ok(())
}
