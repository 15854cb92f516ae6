//! What was found, as people read it.

use super::cross::fit;
use crate::cli::plural::plural;
use crate::cli::shell::{Shell, Tone};
use crate::domain::{Facet, FacetValue, Position};
use crate::i18n::Words;
use crate::search::{FacetNode, Snippet};
use crate::workspace::{Hit, SearchAnswer, SearchQuery};

/// Facets whose counts are shown under the results, how many values of each, and of each of those.
const COUNTED: [Facet; 8] = [
    Facet::Mechanism,
    Facet::State,
    Facet::Cycle,
    Facet::Position,
    Facet::Issue,
    Facet::Theme,
    Facet::Group,
    Facet::Sdg,
];
const VALUES: usize = 6;
const INNER: usize = 3;
/// Widest value beside its count.
const VALUE: usize = 68;
/// What stands for records without a value.
const NONE: &str = "(none)";
/// Other names of a term that are shown; all stand in the JSON.
const NAMES: usize = 5;

/// How much of a hit is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HitDetail {
    /// Its text.
    Text,
    /// Its score and what it was found by as well.
    Reasons,
}

pub(super) fn answer(
    answer: &SearchAnswer,
    query: &SearchQuery,
    detail: HitDetail,
    shell: &mut Shell,
) -> anyhow::Result<()> {
    let findings = &answer.findings;
    first_line(answer, shell)?;
    reading(answer, query, shell)?;
    let (near, direct): (Vec<&Hit>, Vec<&Hit>) = answer.hits.iter().partition(|hit| hit.is_related);
    for hit in &direct {
        one(hit, detail, shell)?;
    }
    if findings.related > 0 {
        near_by(answer, shell)?;
    }
    for hit in &near {
        one(hit, detail, shell)?;
    }
    for filter in &findings.unmatched {
        let known = filter.known.join(", ");
        shell.remark(&format!("nothing has the {} '{}'; there are: {known}", filter.facet.name(), filter.wanted));
    }
    notes(answer, shell);
    left(answer, query, shell)?;
    if findings.total + findings.related > 0 {
        match query.limit {
            0 => counts_in_lines(answer, shell)?,
            _ => counts_in_short(answer, shell)?,
        }
    }
    Ok(())
}

/// How many fit; where more come near than fit, how many those are and by what the first of them was found,
/// which are words to search for.
fn first_line(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let findings = &answer.findings;
    let fit = format!("{} of {} records", findings.total, answer.searched);
    if findings.related <= findings.total {
        return shell.line(&fit);
    }
    let first = answer.hits.iter().find(|hit| hit.is_related && !hit.matched.is_empty());
    let by = first.map(|hit| format!(", the first by: {}", told(hit))).unwrap_or_default();
    shell.paragraph(&format!("{fit}; {} come near{by}", findings.related), 0)
}

/// What a hit was found by.
fn told(hit: &Hit) -> String {
    hit.matched.iter().map(|reason| Words::english().coded(reason)).collect::<Vec<_>>().join("; ")
}

/// How the records come near that do not fit.
fn near_by(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let name = |named: &FacetValue| match named.facet {
        Facet::State => format!("addressed to {}", answer.state_names.name(&named.value)),
        other => format!("with the {} {}", other.name(), named.value),
    };
    let named: Vec<String> = answer.findings.named.iter().map(name).collect();
    let named = if named.is_empty() { String::new() } else { format!(", or {}", named.join(", ")) };
    let how = format!("in other languages, by other words, with most of the words{named}");
    shell.line("")?;
    shell.paragraph(&Tone::Dim.paint(&format!("{} more come near: {how}", answer.findings.related)), 0)
}

/// What could not be read as it seems to be meant, and words that may have been meant.
fn notes(answer: &SearchAnswer, shell: &Shell) {
    for note in &answer.findings.notes {
        shell.remark(&Words::english().say(note));
    }
    for suggestion in &answer.findings.suggestions {
        shell.remark(&format!("no record has '{}'; did you mean: {}", suggestion.word, suggestion.alike.join(", ")));
    }
}

fn left(answer: &SearchAnswer, query: &SearchQuery, shell: &mut Shell) -> anyhow::Result<()> {
    let all = if query.folds { answer.findings.texts } else { answer.findings.total };
    let left = (all + answer.findings.related).saturating_sub(query.offset.saturating_add(answer.hits.len()));
    if left > 0 && !answer.hits.is_empty() {
        shell.line(&Tone::Dim.paint(&format!(
            "\n… {left} more: --limit {} or --offset {}",
            query.limit.saturating_mul(5),
            query.offset.saturating_add(query.limit)
        )))?;
    }
    Ok(())
}

fn one(hit: &Hit, detail: HitDetail, shell: &mut Shell) -> anyhow::Result<()> {
    let cluster = if hit.cluster.is_empty() { String::new() } else { format!("  cluster {}", hit.cluster) };
    let near = if hit.is_related { "≈ " } else { "" };
    shell.line("")?;
    shell.paragraph(&format!("{near}{}  {}{cluster}", Tone::Strong.paint(&hit.reference), facts(hit)), 0)?;
    shell.paragraph(&marked(&hit.snippet, shell), 2)?;
    if hit.alike > 0 {
        let more = format!("and {} more", plural(hit.alike, "record"));
        let states = if hit.alike_states > 0 {
            format!(", to {} more", plural(hit.alike_states, "State"))
        } else {
            String::new()
        };
        shell.paragraph(&Tone::Dim.paint(&format!("{more} that say the same{states}: --all")), 2)?;
    }
    if detail == HitDetail::Reasons {
        let why = if hit.matched.is_empty() { "filters".to_owned() } else { told(hit) };
        shell.paragraph(&format!("score {:.2}; found by: {why}", hit.score), 2)?;
    }
    Ok(())
}

/// A snippet with what was found in bold on a terminal, between stars elsewhere.
pub(super) fn marked(snippet: &Snippet, shell: &Shell) -> String {
    if shell.is_screen() { snippet.marked("\u{1b}[1m", "\u{1b}[22m") } else { snippet.marked("**", "**") }
}

/// State, position and date of a record.
pub(super) fn facts(hit: &Hit) -> String {
    let position = Position::from_words(&hit.position);
    let position = position.map_or_else(String::new, |position| Words::english().coded(&position.brief()));
    let date = occasion(&hit.date, &hit.session, &hit.year);
    let facts = [hit.state.as_str(), position.as_str(), date.as_str()];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The date of a record; where it has none the session and its year, as far as they are known.
fn occasion(date: &str, session: &str, year: &str) -> String {
    match (date, session, year) {
        ("", "", year) => year.to_owned(),
        ("", session, "") => format!("session {session}"),
        ("", session, year) => format!("session {session} of {year}"),
        (date, ..) => date.to_owned(),
    }
}

/// How the query was read, where that is more than its words, and what was looked for besides.
fn reading(answer: &SearchAnswer, query: &SearchQuery, shell: &mut Shell) -> anyhow::Result<()> {
    let findings = &answer.findings;
    if findings.reading != query.text.split_whitespace().collect::<Vec<_>>().join(" AND ") {
        let read = if findings.reading.is_empty() { "all records" } else { &findings.reading };
        shell.paragraph(&format!("searched: {read}"), 2)?;
    }
    for widened in &findings.widened {
        let names = widened.also.iter().take(NAMES).map(|name| Words::english().say(name));
        let shown = names.collect::<Vec<_>>().join(", ");
        let more = widened.also.len().saturating_sub(NAMES);
        let more = if more > 0 { format!(" and {}", plural(more as u64, "more name")) } else { String::new() };
        shell.paragraph(&format!("{} also as: {shown}{more} (not with --literal)", widened.term), 2)?;
    }
    Ok(())
}

/// Counts under results: a line for each of the most wanted fields.
fn counts_in_short(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    counts_head(answer, shell)?;
    for facet in COUNTED {
        let Some(tree) = counted(answer, facet) else { continue };
        shell.paragraph(&format!("{}: {}", facet.name(), in_line(&tree, answer.without(facet))), 2)?;
    }
    Ok(())
}

/// Counts alone: a tree for each field.
fn counts_in_lines(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    counts_head(answer, shell)?;
    for facet in Facet::ALL {
        let Some(tree) = counted(answer, *facet) else { continue };
        in_lines(*facet, &tree, answer.without(*facet), answer, shell)?;
    }
    Ok(())
}

fn counts_head(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let findings = &answer.findings;
    let over = if findings.counts_related { findings.related } else { findings.total };
    let near = if findings.counts_related { " that come near" } else { "" };
    // Other screens count recommendations alone, and entities by their lead.
    let kinds = "of all kinds, concerns among them; an entity leads or supports";
    shell.heading(&format!("Counts over {}{near}", plural(over as u64, "record")))?;
    shell.paragraph(&Tone::Dim.paint(kinds), 2)
}

/// The counts of a facet; nothing where nothing was counted.
fn counted(answer: &SearchAnswer, facet: Facet) -> Option<Vec<FacetNode>> {
    let mut tree = answer.tree(facet);
    if matches!(facet, Facet::State | Facet::RecommendingState) {
        tree.iter_mut().for_each(|node| node.value = answer.state_names.name(&node.value).to_owned());
    }
    let is_counted = !tree.is_empty() || answer.without(facet) > 0;
    is_counted.then_some(tree)
}

/// The most frequent values, each with its count and the most frequent under it, then how many have none.
fn in_line(tree: &[FacetNode], without: u64) -> String {
    let mut shown: Vec<String> = tree.iter().take(VALUES).map(node_in_line).collect();
    if tree.len() > VALUES {
        shown.push(format!("… ({} values)", tree.len()));
    }
    shown.extend((without > 0).then(|| format!("{NONE} {without}")));
    shown.join(", ")
}

fn node_in_line(node: &FacetNode) -> String {
    let under: Vec<String> = node.under.iter().take(INNER).map(|n| format!("{} {}", n.value, n.count)).collect();
    let more = if node.under.len() > INNER { ", …" } else { "" };
    let under = if under.is_empty() { String::new() } else { format!(" ({}{more})", under.join(", ")) };
    format!("{} {}{under}", node.value, node.count)
}

fn in_lines(
    facet: Facet,
    tree: &[FacetNode],
    without: u64,
    answer: &SearchAnswer,
    shell: &mut Shell,
) -> anyhow::Result<()> {
    let titled = |value: &str| match answer.titles.title(facet, value) {
        Some(title) => format!("{value}  {title}"),
        None => value.to_owned(),
    };
    shell.line(&format!("\n{}", Tone::Strong.paint(facet.name())))?;
    for node in tree {
        shell.line(&format!("  {:>7}  {}", node.count, fit(&titled(&node.value), VALUE).trim_end()))?;
        for under in &node.under {
            shell.line(&format!("  {:>7}    {}", under.count, fit(&titled(&under.value), VALUE - 2).trim_end()))?;
        }
    }
    if without > 0 { shell.line(&format!("  {without:>7}  {NONE}")) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::{Facet, Words, occasion};
    use crate::domain::Message;
    use crate::search::Note;

    #[test]
    fn a_record_without_a_date_shows_its_session_and_no_day() {
        assert_eq!(occasion("2019-06-30", "33", "2019"), "2019-06-30");
        assert_eq!(occasion("", "33", "2019"), "session 33 of 2019");
        assert_eq!(occasion("", "33", ""), "session 33");
        assert_eq!(occasion("", "", ""), "");
    }

    #[test]
    fn every_note_on_a_query_has_its_sentence() {
        let text = || "or".to_owned();
        let notes = [
            Note::UnknownField(text()),
            Note::NoYears(text()),
            Note::SmallOperator(text()),
            Note::NoValue(text()),
            Note::NoNear,
            Note::Elsewhere { value: "Civil society".to_owned(), field: Facet::Issue },
            Note::DaysUnknown(4),
        ];
        for note in &notes {
            assert!(!Words::english().say(note).starts_with(note.code()), "{note:?}");
        }
        assert_eq!(
            Words::english().say(&notes[2]),
            "'or' was read as a word; as an operator it stands in capitals: OR"
        );
    }
}
