//! `weft show`.

use super::plan::of_record;
use super::shell::{Shell, Tone};
use super::unsure;
use crate::domain::{Evidence, Mechanism, Source, Text};
use crate::i18n::Words;
use crate::reports::{Cards, GenderLens, NamedTag, RecordCard};
use crate::workspace::begin_to_load_models;

/// Show one recommendation with its tags, reasons, sources and relations
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Identifier, identifier of the source, reference, symbol, or paragraph: 140.7, "para. 140.7 of 2019"
    #[arg(required_unless_present = "unsure")]
    name: Option<String>,
    /// List the records to look at: read with doubt, without a State, session or position, or with sources
    /// that do not agree
    #[arg(long, conflicts_with = "name")]
    unsure: bool,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let Some(name) = args.name else { return unsure::run(&shell.workspace()?, shell) };
    begin_to_load_models();
    let workspace = shell.workspace()?;
    let cards = shell.answer(&workspace, &Cards { wanted: name })?;
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
    shell.paragraph(&facts(card).join(" · "), 0)?;
    if !card.recommending_states.is_empty() {
        shell.paragraph(&format!("recommended by {}", card.recommending_states.join(", ")), 0)?;
    }
    for doubt in &record.doubts {
        shell.paragraph(&format!("in doubt: {}", Words::english().say(&doubt.reason)), 0)?;
    }
    if record.is_disputed() {
        shell.paragraph("in doubt: the sources do not agree on the position", 0)?;
    }
    for stated in record.history.iter().flat_map(|history| &history.later) {
        shell.paragraph(&format!("{}: {}", stated.on, Words::english().coded(&stated.word())), 0)?;
    }
    if let Some(follow_up) = &record.follow_up {
        let due = follow_up.due.map_or_else(|| "no day stated".to_owned(), |day| format!("due {day}"));
        shell.paragraph(&format!("follow-up report: {due} (asked for in ¶ {})", follow_up.asked_in), 0)?;
    }
    for (language, text) in &record.texts {
        shell.paragraph(&format!("[{language}] {}", text.clean), 2)?;
        if let Some(lead) = lead(text).filter(|_| record.mechanism != Mechanism::Upr) {
            shell.paragraph(&Tone::Dim.paint(&format!("under: {lead}")), 4)?;
        }
    }
    if let Some(cluster) = &card.cluster {
        shell.line("")?;
        shell.paragraph(&format!("{} {}  {}", Tone::Strong.paint("cluster"), cluster.number, cluster.title), 0)?;
        if let Some(reason) = &card.placed_by {
            shell.paragraph(&Words::english().coded(reason), 4)?;
        }
    }
    held(&card.held, shell)?;
    shell.paragraph(&format!("women and girls: {}{}", lens_words(card.gender), quoted(&card.gender_words)), 0)?;
    proposals(&card.proposed, shell)?;
    related(card, shell)?;
    of_record(&card.plan, shell)?;
    shell.line(&format!("\n{}", Tone::Strong.paint("sources")))?;
    for source in &record.sources {
        self::source(source, shell)?;
    }
    Ok(())
}

/// What it is, whose, of when, and what the State says of it.
fn facts(card: &RecordCard) -> Vec<String> {
    let record = &card.record;
    let mut facts = vec![record.kind.code().to_owned(), record.mechanism.label().to_owned()];
    facts.extend([card.state.clone()].into_iter().filter(|s| !s.is_empty()));
    facts.extend(record.session.map(|s| format!("session {s}, cycle {}", s.cycle())));
    let restated = record.history.as_ref().and_then(|history| history.word());
    match restated {
        Some(said) => facts.push(Words::english().coded(&said)),
        None if record.mechanism == Mechanism::Upr => facts.push(record.position.label().to_owned()),
        None => {}
    }
    facts.retain(|fact| !fact.is_empty());
    facts.extend(record.published.map(|d| d.to_string()));
    facts
}

/// The tags that hold, one line a kind, each with where it comes from.
fn held(tags: &[NamedTag], shell: &mut Shell) -> anyhow::Result<()> {
    let words = Words::english();
    for of_kind in tags.chunk_by(|a, b| a.tag.kind == b.tag.kind) {
        let values: Vec<String> = of_kind.iter().map(|tag| words.say(tag)).collect();
        shell.paragraph(&format!("{}: {}", words.coded(&of_kind[0].tag.kind.word()), values.join(", ")), 0)?;
    }
    Ok(())
}

/// Words of the text behind what they show; nothing where there are none.
fn quoted(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    if quoted.is_empty() { String::new() } else { format!(" ({})", quoted.join(", ")) }
}

const fn lens_words(lens: GenderLens) -> &'static str {
    match lens {
        GenderLens::Named => "named for themselves, or plainly meant",
        GenderLens::InList => "named only in a list of groups",
        GenderLens::Dimension => "not named, though the matter has a gender dimension",
        GenderLens::None => "not named",
    }
}

/// Where it was read, and what that source says of its own.
fn source(source: &Source, shell: &mut Shell) -> anyhow::Result<()> {
    let id = source.source_id.as_deref().map(|id| format!(", {id}")).unwrap_or_default();
    shell.paragraph(&format!("{}, {}{id}", source.file, source.place), 2)?;
    let says = &source.says;
    let mut own: Vec<String> = Vec::new();
    if let Some(position) = says.position {
        let stated = says.position_source.as_deref().map(|place| format!(", stated in {place}")).unwrap_or_default();
        own.push(format!("position: {}{stated}", position.code().replace('_', " ")));
    }
    own.extend(says.paragraph.as_ref().map(|p| format!("numbered {p} there")));
    own.extend(says.wording.as_ref().map(|w| format!("worded there: {w}")));
    if !says.recommending_states.is_empty() {
        let states: Vec<String> = says.recommending_states.iter().map(ToString::to_string).collect();
        own.push(format!("recommending States there: {}", states.join(", ")));
    }
    own.extend(says.comment.as_ref().map(|c| format!("comment: {c}")));
    for line in own {
        shell.paragraph(&line, 6)?;
    }
    Ok(())
}

/// What stands before a sub-point in its paragraph.
fn lead(text: &Text) -> Option<&str> {
    let start: String = text.clean.chars().take(40).collect();
    let lead = text.raw.split(&start).next()?.trim();
    (lead.len() > 20 && lead.len() < text.raw.len()).then_some(lead)
}

fn proposals(tags: &[NamedTag], shell: &mut Shell) -> anyhow::Result<()> {
    shell.line(&format!("\n{}", Tone::Strong.paint("proposed, and why")))?;
    for named in tags {
        let (tag, name) = (&named.tag, Words::english().coded(&named.named()));
        let why = evidence(&tag.evidence);
        let sure = format!("{:.0} %", tag.confidence.value() * 100.0);
        shell.paragraph(&format!("{} {name} ({}, {sure}): {why}", tag.kind.code(), tag.provenance), 2)?;
    }
    Ok(())
}

/// What speaks for a tag, in words.
fn evidence(list: &[Evidence]) -> String {
    if list.is_empty() {
        return "no single word decides".to_owned();
    }
    let mut said: Vec<String> = Vec::new();
    for words in list.iter().map(|evidence| Words::english().say(evidence)) {
        // A word may speak for a tag by itself and as part of a pair.
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said.join(", ")
}

fn related(card: &RecordCard, shell: &mut Shell) -> anyhow::Result<()> {
    if card.related.is_empty() {
        return Ok(());
    }
    shell.line(&format!("\n{}", Tone::Strong.paint("related")))?;
    for other in &card.related {
        shell.paragraph(&format!("{} {:.2}  {}", other.kind, other.score, other.reference), 2)?;
        shell.paragraph(&other.text, 4)?;
        let why = Words::english().sentence(&other.reason.code, &other.reason.values);
        shell.paragraph(&Tone::Dim.paint(&why), 4)?;
    }
    Ok(())
}
