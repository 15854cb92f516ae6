//! `weft import --diff`: what an import would change.

use super::shell::{Shell, Tone};
use crate::i18n::Words;
use crate::workspace::{FileDiff, FileKind, RecordInShort};

pub(super) fn show(diffs: &[FileDiff], shell: &mut Shell) -> anyhow::Result<u8> {
    let changes =
        diffs.iter().any(|d| d.gaining > 0 || !(d.new.is_empty() && d.differences.is_empty() && d.missing.is_empty()));
    if shell.json {
        shell.json(&diffs)?;
        return Ok(u8::from(!changes));
    }
    for diff in diffs {
        file(diff, shell)?;
    }
    shell.line("\nNothing was changed. To take it over: the same command without --diff")?;
    Ok(u8::from(!changes))
}

fn file(diff: &FileDiff, shell: &mut Shell) -> anyhow::Result<()> {
    let words = Words::english();
    shell.heading(&format!("{}  ({}; {})", diff.file, kind(diff, words), diff.about))?;
    let counts = format!(
        "{} the same, {} would gain something, {} differ, {} new, {} in the workspace and not in the file",
        diff.same,
        diff.gaining,
        diff.differing,
        diff.new.len(),
        diff.missing.len()
    );
    shell.paragraph(&counts, 0)?;
    for difference in &diff.differences {
        let outcome = if difference.taken { "would be taken over" } else { "would be kept beside" };
        let (reference, field) = (Tone::Strong.paint(&difference.reference), words.say(&difference.field));
        shell.line(&format!("\n{reference}: {field} {outcome}"))?;
        shell.paragraph(&format!("- {}", difference.stored), 2)?;
        shell.paragraph(&format!("+ {}", difference.arrived), 2)?;
    }
    list("new", '+', &diff.new, shell)?;
    list("not in the file", '-', &diff.missing, shell)?;
    for rejection in &diff.rejected {
        let reason = words.sentence(&rejection.reason.code, &rejection.reason.values);
        shell.paragraph(&format!("{}: would not be taken, {reason}", rejection.place), 0)?;
    }
    Ok(())
}

/// Kind of document, or format of an export or a table.
fn kind(diff: &FileDiff, words: &Words) -> String {
    match (diff.kind, diff.format) {
        (FileKind::Rows, Some(format)) => words.say(&format),
        (kind, _) => words.say(&kind),
    }
}

fn list(title: &str, sign: char, records: &[RecordInShort], shell: &mut Shell) -> anyhow::Result<()> {
    if records.is_empty() {
        return Ok(());
    }
    shell.line(&format!("\n{}", Tone::Strong.paint(title)))?;
    for RecordInShort { reference, text } in records {
        shell.paragraph(&format!("{sign} {reference}  {text}"), 2)?;
    }
    Ok(())
}
