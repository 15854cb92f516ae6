//! `weft show`.

use super::shell::{Shell, Tone};
use crate::domain::{Mechanism, Tag};
use crate::workspace::RecordCard;

/// Show one recommendation with its tags, reasons, sources and relations
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Identifier, identifier of the source, reference, or paragraph such as 140.7
    name: String,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let cards = workspace.show(&args.name)?;
    if shell.json {
        return shell.json(&cards);
    }
    for card in &cards {
        print(card, shell)?;
    }
    Ok(0)
}

fn print(card: &RecordCard, shell: &mut Shell) -> anyhow::Result<()> {
    let record = &card.record;
    shell.heading(&format!("{}  ({})", card.reference, record.id))?;
    let mut facts = vec![record.kind.code().to_owned(), record.mechanism.label().to_owned()];
    facts.extend([card.state.clone()].into_iter().filter(|s| !s.is_empty()));
    facts.extend(record.session.map(|s| format!("session {s}, cycle {}", s.cycle())));
    if record.mechanism == Mechanism::Upr && !record.position.label().is_empty() {
        facts.push(record.position.label().to_owned());
    }
    facts.extend(record.published.map(|d| d.to_string()));
    shell.paragraph(&facts.join(" · "), 0)?;
    if !card.recommending_states.is_empty() {
        shell.paragraph(&format!("recommended by {}", card.recommending_states.join(", ")), 0)?;
    }
    for (language, text) in &record.texts {
        shell.paragraph(&format!("[{language}] {}", text.clean), 2)?;
    }
    if let Some((number, title)) = &card.cluster {
        shell.line(&format!("\n{} {number}  {title}", Tone::Strong.paint("cluster")))?;
    }
    for (name, values) in card.settled.iter().filter(|(_, values)| !values.is_empty()) {
        shell.paragraph(&format!("{name}: {}", values.join(", ")), 0)?;
    }
    proposals(&card.proposed, shell)?;
    related(card, shell)?;
    shell.line(&format!("\n{}", Tone::Strong.paint("sources")))?;
    for source in &record.sources {
        let id = source.source_id.as_deref().map(|id| format!(", {id}")).unwrap_or_default();
        shell.paragraph(&format!("{}, {}{id}", source.file, source.place), 2)?;
    }
    Ok(())
}

fn proposals(tags: &[Tag], shell: &mut Shell) -> anyhow::Result<()> {
    shell.line(&format!("\n{}", Tone::Strong.paint("proposed, and why")))?;
    for tag in tags {
        let why = if tag.evidence.is_empty() { "no single word decides".to_owned() } else { tag.evidence.join(", ") };
        let sure = format!("{:.0} %", tag.confidence.value() * 100.0);
        shell.paragraph(&format!("{} {} ({}, {sure}): {why}", tag.kind.code(), tag.value, tag.provenance), 2)?;
    }
    Ok(())
}

fn related(card: &RecordCard, shell: &mut Shell) -> anyhow::Result<()> {
    if card.related.is_empty() {
        return Ok(());
    }
    shell.line(&format!("\n{}", Tone::Strong.paint("related")))?;
    for other in &card.related {
        shell.paragraph(&format!("{} {:.2}  {}", other.kind, other.score, other.reference), 2)?;
        shell.paragraph(&other.text, 4)?;
        shell.paragraph(&Tone::Dim.paint(&other.explanation), 4)?;
    }
    Ok(())
}
