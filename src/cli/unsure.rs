//! `weft show --unsure`: records that somebody should look at, with why.

use std::collections::HashMap;

use super::shell::{Shell, Tone};
use crate::i18n::Words;
use crate::reports::{Unsure, UnsureLine};
use crate::workspace::Workspace;

/// Most records in doubt for the same reasons that are shown one by one.
const ALONE: usize = 3;
/// References named of more.
const NAMED: usize = 6;

pub(super) fn run(workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    let lines = shell.answer(workspace, &Unsure {})?;
    if shell.json {
        shell.json(&lines)?;
        return Ok(u8::from(lines.is_empty()));
    }
    if lines.is_empty() {
        shell.line("Every record was read without doubt.")?;
        return Ok(1);
    }
    shell.line(&format!("{} records to look at, least sure first. Mend one with: weft correct", lines.len()))?;
    for (reasons, lines) in alike(&lines) {
        if lines.len() > ALONE {
            several(&reasons, &lines, shell)?;
        } else {
            lines.iter().try_for_each(|line| one(&reasons, line, shell))?;
        }
    }
    Ok(0)
}

/// Records with the same reasons together, in the order of the first of them: what a document does not say
/// puts all its records in doubt.
fn alike(lines: &[UnsureLine]) -> Vec<(Vec<String>, Vec<&UnsureLine>)> {
    let mut alike: Vec<(Vec<String>, Vec<&UnsureLine>)> = Vec::new();
    let mut places: HashMap<Vec<String>, usize> = HashMap::new();
    for line in lines {
        let reasons = doubts(line);
        let place = *places.entry(reasons.clone()).or_insert(alike.len());
        if place == alike.len() {
            alike.push((reasons, Vec::new()));
        }
        alike[place].1.push(line);
    }
    alike
}

fn one(reasons: &[String], line: &UnsureLine, shell: &mut Shell) -> anyhow::Result<()> {
    shell.line(&format!("\n{}  ({})", Tone::Strong.paint(&line.reference), sure(line)))?;
    shell.paragraph(&line.text, 2)?;
    reasons.iter().try_for_each(|reason| shell.paragraph(&Tone::Dim.paint(reason), 4))
}

fn several(reasons: &[String], lines: &[&UnsureLine], shell: &mut Shell) -> anyhow::Result<()> {
    let count = format!("{} records", lines.len());
    let sure = lines.first().map(|line| sure(line)).unwrap_or_default();
    shell.line(&format!("\n{}  ({sure})", Tone::Strong.paint(&count)))?;
    let named: Vec<&str> = lines.iter().take(NAMED).map(|line| line.reference.as_str()).collect();
    let more = lines.len().saturating_sub(NAMED);
    let more = if more > 0 { format!("; and {more} more: --json") } else { String::new() };
    shell.paragraph(&format!("{}{more}", named.join("; ")), 2)?;
    reasons.iter().try_for_each(|reason| shell.paragraph(&Tone::Dim.paint(reason), 4))
}

fn sure(line: &UnsureLine) -> String {
    format!("{:.0} %", line.confidence.value() * 100.0)
}

/// What is in doubt about a record, in words.
fn doubts(line: &UnsureLine) -> Vec<String> {
    let words = Words::english();
    let mut doubts: Vec<String> = line.reasons.iter().map(|r| words.sentence(&r.code, &r.values)).collect();
    let said = line.disagreeing.iter().map(|stated| format!("{} says {}", stated.file, stated.position));
    let said: Vec<String> = said.collect();
    if !said.is_empty() {
        doubts.push(format!("sources do not agree on the position: {}", said.join("; ")));
    }
    doubts
}
