//! What was found, as people read it.

use super::counts::fit;
use crate::cli::shell::{Shell, Tone};
use crate::search::{Facet, FacetNode, Note};
use crate::workspace::{Finder, Hit, SearchAnswer, SearchQuery};

/// Facets whose counts are shown under the results, how many values of each, and of each of those.
const COUNTED: [Facet; 7] =
    [Facet::Mechanism, Facet::State, Facet::Cycle, Facet::Position, Facet::Theme, Facet::Group, Facet::Sdg];
const VALUES: usize = 6;
const INNER: usize = 3;
/// Widest value beside its count.
const VALUE: usize = 68;
/// Other names of a term that are shown; all stand in the JSON.
const NAMES: usize = 5;

pub(super) fn answer(
    answer: &SearchAnswer,
    finder: &Finder,
    query: &SearchQuery,
    explains: bool,
    shell: &mut Shell,
) -> anyhow::Result<()> {
    shell.line(&format!("{} of {} records", answer.total, answer.searched))?;
    reading(answer, query, shell)?;
    let (near, direct): (Vec<&Hit>, Vec<&Hit>) = answer.hits.iter().partition(|hit| hit.is_related);
    for hit in &direct {
        one(hit, explains, shell)?;
    }
    if answer.related > 0 {
        near_by(answer, finder, shell)?;
    }
    for hit in &near {
        one(hit, explains, shell)?;
    }
    for filter in &answer.unmatched {
        let known = filter.known.join(", ");
        shell.remark(&format!("nothing has the {} '{}'; there are: {known}", filter.facet.name(), filter.wanted));
    }
    notes(answer, shell);
    left(answer, query, shell)?;
    if answer.total + answer.related > 0 {
        counts(answer, finder, query.limit == 0, shell)?;
    }
    Ok(())
}

/// How the records come near that do not fit.
fn near_by(answer: &SearchAnswer, finder: &Finder, shell: &mut Shell) -> anyhow::Result<()> {
    let name = |(facet, value): &(Facet, String)| match facet {
        Facet::State => format!("addressed to {}", finder.state_name(value)),
        other => format!("with the {} {value}", other.name()),
    };
    let named: Vec<String> = answer.named.iter().map(name).collect();
    let named = if named.is_empty() { String::new() } else { format!(", or {}", named.join(", ")) };
    let how = format!("in other languages, by other words, with most of the words{named}");
    shell.line("")?;
    shell.paragraph(&Tone::Dim.paint(&format!("{} more come near: {how}", answer.related)), 0)
}

/// What could not be read as it seems to be meant, and words that may have been meant.
fn notes(answer: &SearchAnswer, shell: &Shell) {
    for note in &answer.notes {
        shell.remark(&match note {
            Note::UnknownField(word) => {
                let names = Facet::ALL.map(Facet::name).join(", ");
                format!("'{word}' was read as words: there is no such field; fields are {names}")
            }
            Note::NoYears(value) => {
                format!("'{value}' was read as a word: years are written 2019, 2019..2024, 2019.. or >2018")
            }
            Note::NoValue(field) => format!("'{field}:' has no value and was read as a word"),
            Note::NoNear => {
                "NEAR stands between words, phrases or (alternatives OR of, them), as NEAR/5; here it asks for both anywhere".to_owned()
            }
            Note::SmallOperator(word) => {
                format!("'{word}' was read as a word; as an operator it stands in capitals: {}", word.to_uppercase())
            }
        });
    }
    for (word, alike) in &answer.suggestions {
        shell.remark(&format!("no record has '{word}'; did you mean: {}", alike.join(", ")));
    }
}

fn left(answer: &SearchAnswer, query: &SearchQuery, shell: &mut Shell) -> anyhow::Result<()> {
    let all = if query.folds { answer.texts } else { answer.total };
    let left = (all + answer.related).saturating_sub(query.offset.saturating_add(answer.hits.len()));
    if left > 0 && !answer.hits.is_empty() {
        shell.line(&Tone::Dim.paint(&format!(
            "\n… {left} more: --limit {} or --offset {}",
            query.limit.saturating_mul(5),
            query.offset.saturating_add(query.limit)
        )))?;
    }
    Ok(())
}

fn one(hit: &Hit, explains: bool, shell: &mut Shell) -> anyhow::Result<()> {
    let cluster = if hit.cluster.is_empty() { String::new() } else { format!("  cluster {}", hit.cluster) };
    let near = if hit.is_related { "≈ " } else { "" };
    shell.line("")?;
    shell.paragraph(&format!("{near}{}  {}{cluster}", Tone::Strong.paint(&hit.reference), facts(hit)), 0)?;
    shell.paragraph(&hit.snippet, 2)?;
    if hit.alike > 0 {
        let more = format!("and {} more", plural(hit.alike, "record"));
        let states = if hit.alike_states > 0 {
            format!(", to {} more", plural(hit.alike_states, "State"))
        } else {
            String::new()
        };
        shell.paragraph(&Tone::Dim.paint(&format!("{more} that say the same{states}: --all")), 2)?;
    }
    if explains {
        let why = if hit.matched.is_empty() { "filters".to_owned() } else { hit.matched.join("; ") };
        shell.paragraph(&format!("score {:.2}; found by: {why}", hit.score), 2)?;
    }
    Ok(())
}

/// State, position and date of a record.
pub(super) fn facts(hit: &Hit) -> String {
    let position = hit.position.replace('_', " ");
    let facts = [hit.state.as_str(), position.as_str(), hit.date.as_str()];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(", ")
}

fn plural(count: u64, of: &str) -> String {
    format!("{count} {of}{}", if count == 1 { "" } else { "s" })
}

/// How the query was read, where that is more than its words, and what was looked for besides.
fn reading(answer: &SearchAnswer, query: &SearchQuery, shell: &mut Shell) -> anyhow::Result<()> {
    if answer.reading != query.text.split_whitespace().collect::<Vec<_>>().join(" AND ") {
        let read = if answer.reading.is_empty() { "all records" } else { &answer.reading };
        shell.paragraph(&format!("searched: {read}"), 2)?;
    }
    for widened in &answer.widened {
        let shown = widened.also.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
        let more = widened.also.len().saturating_sub(NAMES);
        let more = if more > 0 { format!(" and {}", plural(more as u64, "more name")) } else { String::new() };
        shell.paragraph(&format!("{} also as: {shown}{more} (not with --literal)", widened.term), 2)?;
    }
    Ok(())
}

/// Counts by facet: a line each under results, a tree where only counts are wanted.
fn counts(answer: &SearchAnswer, finder: &Finder, in_full: bool, shell: &mut Shell) -> anyhow::Result<()> {
    let over = if answer.counts_related { answer.related } else { answer.total };
    let near = if answer.counts_related { " that come near" } else { "" };
    shell.heading(&format!("Counts over {}{near}", plural(over as u64, "record")))?;
    let facets: &[Facet] = if in_full { &Facet::ALL } else { &COUNTED };
    for facet in facets {
        let mut tree = answer.tree(*facet);
        if matches!(facet, Facet::State | Facet::RecommendingState) {
            tree.iter_mut().for_each(|node| node.value = finder.state_name(&node.value));
        }
        match tree.len() {
            0 => {}
            _ if in_full => in_lines(*facet, &tree, shell)?,
            many => {
                let shown: Vec<String> = tree.iter().take(VALUES).map(in_line).collect();
                let more = if many > VALUES { format!(", … ({many} values)") } else { String::new() };
                shell.paragraph(&format!("{}: {}{more}", facet.name(), shown.join(", ")), 2)?;
            }
        }
    }
    Ok(())
}

/// A value with its count and the most frequent under it.
fn in_line(node: &FacetNode) -> String {
    let under: Vec<String> = node.under.iter().take(INNER).map(|n| format!("{} {}", n.value, n.count)).collect();
    let more = if node.under.len() > INNER { ", …" } else { "" };
    let under = if under.is_empty() { String::new() } else { format!(" ({}{more})", under.join(", ")) };
    format!("{} {}{under}", node.value, node.count)
}

fn in_lines(facet: Facet, tree: &[FacetNode], shell: &mut Shell) -> anyhow::Result<()> {
    shell.line(&format!("\n{}", Tone::Strong.paint(facet.name())))?;
    for node in tree {
        shell.line(&format!("  {:>7}  {}", node.count, fit(&node.value, VALUE).trim_end()))?;
        for under in &node.under {
            shell.line(&format!("  {:>7}    {}", under.count, fit(&under.value, VALUE - 2).trim_end()))?;
        }
    }
    Ok(())
}
