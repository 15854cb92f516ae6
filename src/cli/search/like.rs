//! `weft search --like`: records that ask what a record asks.

use super::print::{facts, marked};
use crate::cli::shell::{Shell, Tone};
use crate::domain::RelationKind;
use crate::i18n::Words;
use crate::workspace::{Finder, LikeHit, SearchQuery};

pub(super) fn run(finder: &Finder, record: &str, query: &SearchQuery, shell: &mut Shell) -> anyhow::Result<u8> {
    let answer = finder.like(record, query)?;
    if shell.json {
        shell.json(&answer)?;
        return Ok(u8::from(answer.hits.is_empty()));
    }
    shell.line(&format!("Like {}", Tone::Strong.paint(&answer.reference)))?;
    shell.paragraph(&answer.text, 2)?;
    shell.line(&format!("\n{} of {} records compared closely", answer.compared, answer.searched))?;
    let mut current = None;
    for hit in &answer.hits {
        if current != Some(hit.relation) {
            shell.heading(title(hit.relation))?;
            current = Some(hit.relation);
        }
        one(hit, shell)?;
    }
    Ok(u8::from(answer.hits.is_empty()))
}

fn one(line: &LikeHit, shell: &mut Shell) -> anyhow::Result<()> {
    let hit = &line.hit;
    shell.line(&format!("\n{}  {}", Tone::Strong.paint(&hit.reference), facts(hit)))?;
    shell.paragraph(&marked(&hit.snippet, shell), 2)?;
    let why = Words::english().sentence(&line.reason.code, &line.reason.values);
    shell.paragraph(&Tone::Dim.paint(&format!("{:.2}  {why}", hit.score)), 2)
}

const fn title(relation: Option<RelationKind>) -> &'static str {
    match relation {
        Some(RelationKind::Identical) => "The same words",
        Some(RelationKind::NearIdentical) => "Nearly the same words",
        Some(RelationKind::SameAsk) => "The same ask",
        Some(RelationKind::Overlap) => "A part in common",
        None => "Alike in words, another ask",
    }
}
