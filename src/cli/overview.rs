//! `weft overview`.

use super::shell::{Shell, Tone};
use crate::domain::vocabulary::{entity_type, sdg_title};
use crate::domain::{Language, Mechanism};
use crate::i18n::Words;
use crate::reports::{FirstLook, LinkCount, Lookalikes, Overview, OverviewAnswer, Repeats, SourceCount};

/// What there is: records, clusters, repeats, overlaps, coverage
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let answer = shell.answer(&shell.workspace()?, &FirstLook {})?;
    if shell.json {
        return shell.json(&answer);
    }
    print(&answer, shell)?;
    Ok(0)
}

/// The overview on the terminal.
pub(super) fn print(answer: &OverviewAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let overview = &answer.overview;
    shell.line(&Tone::Strong.paint(&answer.name))?;
    shell.heading("Records by mechanism")?;
    sources(overview, shell)?;
    shell.heading(&format!("Clusters ({}, the largest first)", answer.cluster_count))?;
    for line in &answer.clusters {
        shell.paragraph(
            &format!("{:<6} {:>4}  {}: {}", line.number.to_string(), line.records, line.theme, line.title),
            2,
        )?;
    }
    repeats(answer, shell)?;
    coverage(overview, shell)
}

fn sources(overview: &Overview, shell: &mut Shell) -> anyhow::Result<()> {
    let headings = ["Mechanism", "Cycle or body", "All", "Recs", "Supported", "Partly", "Noted", "Open", "Unknown"];
    shell.table(&headings, overview.sources.iter().map(source).collect(), &[])?;
    let others = overview.records - overview.recommendations;
    shell.paragraph(
        &format!(
            "All: {} records. Recs: {} recommendations among them; the other {others} are concerns, pledges and other \
             remarks. Positions are of all records of the review: Supported counts those that are implemented already, Open those \
             that wait for an answer; where nothing is known it is unknown.",
            overview.records, overview.recommendations
        ),
        2,
    )
}

/// A line of the table; positions there are in the UPR alone.
fn source(counts: &SourceCount) -> Vec<String> {
    let is_upr = counts.mechanism == Mechanism::Upr;
    let part = match counts.cycle {
        Some(cycle) => format!("Cycle {cycle}"),
        None if is_upr => "Cycle unknown".to_owned(),
        None => counts.body.to_string(),
    };
    let positions = [counts.supported, counts.partly_supported, counts.noted, counts.open, counts.unknown]
        .map(|count| count.map(|count| count.to_string()).unwrap_or_default());
    let all = [counts.records.to_string(), counts.recommendations.to_string()];
    let names = [Words::english().coded(&counts.mechanism.word()), part];
    names.into_iter().chain(all).chain(positions).collect()
}

fn repeats(answer: &OverviewAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let overview = &answer.overview;
    shell.heading("What repeats")?;
    for line in asked(overview) {
        shell.paragraph(&line, 2)?;
    }
    if let Some(Lookalikes { first, second }) = &answer.trap {
        shell.paragraph("Alike, and kept apart because they name different instruments:", 2)?;
        shell.paragraph(&format!("- {first}"), 4)?;
        shell.paragraph(&format!("- {second}"), 4)?;
    }
    if overview.overlaps.is_empty() {
        return Ok(());
    }
    shell.heading("Where mechanisms ask the same")?;
    let words = Words::english();
    for overlap in &overview.overlaps {
        let names: Vec<String> = overlap.mechanisms.iter().map(|m| words.coded(&m.word())).collect();
        shell.line(&format!("  {:>4}  {}", overlap.asks, names.join(" + ")))?;
    }
    for ask in &answer.shared_asks {
        shell.paragraph(&ask.text, 4)?;
        shell.paragraph(&Tone::Dim.paint(&ask.references.join("; ")), 6)?;
    }
    Ok(())
}

/// What is asked how often: asks, pairs and what moved, each with what it is counted of.
fn asked(overview: &Overview) -> Vec<String> {
    let Repeats { records, asks, repeated_asks, besides_first, .. } = overview.repeats;
    let Repeats { within_one, over_documents, over_cycles, over_mechanisms, .. } = overview.repeats;
    let Repeats { with_partner_elsewhere, alone_with_partner, pairs_in_two_asks, .. } = overview.repeats;
    let others = overview.records - records;
    let pairs: Vec<String> = overview.relations.iter().map(|r| format!("{} {}", r.pairs, r.kind)).collect();
    vec![
        format!(
            "{records} recommendations and pledges make {asks} asks. The other {others} records, concerns among them, \
             are no asks of a plan."
        ),
        format!(
            "{repeated_asks} of the {asks} asks are made more than once, by {besides_first} records besides the first: \
             {within_one} within one session or document only, {over_documents} in several of one cycle, {over_cycles} \
             over cycles, {over_mechanisms} over mechanisms."
        ),
        format!(
            "Pairs of all {} records, of {} possible ones of one State: {}.",
            overview.records,
            overview.possible_pairs,
            pairs.join(", ")
        ),
        format!(
            "{pairs_in_two_asks} pairs that ask the same stand in two asks, because not all records of the two do: \
             {with_partner_elsewhere} of the {records} have such a partner, {alone_with_partner} of them stand alone."
        ),
        format!(
            "{} of the {asks} asks were noted in one cycle and supported in a later one. Asks are told by their words; \
             weft lineage joins what asks for one treaty and counts chains.",
            overview.moved_to_support
        ),
    ]
}

/// Characters of the longest bar; titles of goals have room beside it.
const WIDEST_BAR: u64 = 24;
/// Leads that are shown.
const LEADS: usize = 8;

fn coverage(overview: &Overview, shell: &mut Shell) -> anyhow::Result<()> {
    let share = |part: u64| (part * 100).checked_div(overview.recommendations).unwrap_or(0);
    shell.heading("Links")?;
    shell.paragraph(
        &format!(
            "{} of {} recommendations, without other kinds, have SDG targets ({} %), {} have a lead ({} %).",
            overview.with_sdg,
            overview.recommendations,
            share(overview.with_sdg),
            overview.with_lead,
            share(overview.with_lead)
        ),
        2,
    )?;
    let language = shell.language.unwrap_or(Language::En);
    let largest = overview.goals.iter().map(|goal| goal.recommendations).max().unwrap_or(1);
    for LinkCount { code: goal, recommendations: count } in &overview.goals {
        let bar = "█".repeat((count * WIDEST_BAR).div_ceil(largest) as usize);
        shell.line(&format!("  SDG {goal:>2} {count:>5} {bar} {}", sdg_title(goal, language).unwrap_or("")))?;
    }
    let shown = overview.leads.len().min(LEADS);
    let leads: Vec<String> = overview
        .leads
        .iter()
        .take(shown)
        .map(|LinkCount { code, recommendations }| {
            format!("{} {recommendations}", entity_type(code).map_or(code.as_str(), |t| t.names.get(language)))
        })
        .collect();
    if leads.is_empty() {
        return Ok(());
    }
    let of = overview.leads.len();
    shell.paragraph(&format!("Leads, {shown} of {of} types of entity: {}.", leads.join(", ")), 2)
}
