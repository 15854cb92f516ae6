//! `weft search`.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use super::shell::{Shell, Tone};
use crate::exports::{HitRow, RowFormat, write_rows};
use crate::search::Facet;
use crate::workspace::{Hit, SearchAnswer, SearchQuery};

/// Find recommendations by words and filters
///
/// Words must all occur; "a phrase", AND, OR, NOT, begin* and brackets are understood. Put a query
/// that a shell would take apart into single quotes.
/// Without words all records are found, so that filters and counts can be used alone.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Words to find
    words: Vec<String>,
    #[command(flatten)]
    filters: Filters,
    /// Earliest date: 2015, 2015-06 or 2015-06-30
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Latest date
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// How many to show
    #[arg(long, short = 'n', default_value_t = 10)]
    limit: usize,
    /// How many to pass over
    #[arg(long, default_value_t = 0)]
    offset: usize,
    /// Print the records as CSV
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Show counts only
    #[arg(long)]
    counts: bool,
}

#[derive(Debug, clap::Args)]
struct Filters {
    /// upr, treaty_body, special_procedure …
    #[arg(long)]
    mechanism: Vec<String>,
    /// CEDAW, UPR, "SR Torture" …
    #[arg(long)]
    body: Vec<String>,
    /// State under review or State party, by name or code
    #[arg(long)]
    state: Vec<String>,
    /// Recommending State, by name or code
    #[arg(long, value_name = "STATE")]
    by: Vec<String>,
    /// UPR cycle
    #[arg(long)]
    cycle: Vec<String>,
    /// UPR session
    #[arg(long)]
    session: Vec<String>,
    /// supported, noted …
    #[arg(long)]
    position: Vec<String>,
    /// recommendation, concern, pledge, other
    #[arg(long)]
    kind: Vec<String>,
    /// Issue or theme, whole or by a word
    #[arg(long)]
    theme: Vec<String>,
    /// Group of persons, by code or word
    #[arg(long)]
    group: Vec<String>,
    /// SDG goal or target: 16 or 16.3
    #[arg(long)]
    sdg: Vec<String>,
    /// Type of entity, by code or word
    #[arg(long)]
    entity: Vec<String>,
    /// Cluster or theme number: 12 or 12.3
    #[arg(long)]
    cluster: Vec<String>,
}

impl Filters {
    fn by_facet(self) -> BTreeMap<Facet, Vec<String>> {
        BTreeMap::from([
            (Facet::Mechanism, self.mechanism),
            (Facet::Body, self.body),
            (Facet::State, self.state),
            (Facet::RecommendingState, self.by),
            (Facet::Cycle, self.cycle),
            (Facet::Session, self.session),
            (Facet::Position, self.position),
            (Facet::Kind, self.kind),
            (Facet::Theme, self.theme),
            (Facet::Group, self.group),
            (Facet::Sdg, self.sdg),
            (Facet::Entity, self.entity),
            (Facet::Cluster, self.cluster),
        ])
    }
}

/// Facets whose counts are shown under the results, and how many values of each.
const COUNTED: [Facet; 7] =
    [Facet::Mechanism, Facet::State, Facet::Cycle, Facet::Position, Facet::Theme, Facet::Group, Facet::Sdg];
const VALUES: usize = 6;

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let coloured = std::io::stdout().is_terminal();
    let marks = if coloured && !shell.json && !args.csv { ("\u{1b}[1m", "\u{1b}[22m") } else { ("**", "**") };
    let query = SearchQuery {
        text: args.words.join(" "),
        filters: args.filters.by_facet(),
        from: args.from,
        to: args.to,
        limit: if args.counts { 0 } else { args.limit },
        offset: args.offset,
        marks: (marks.0.to_owned(), marks.1.to_owned()),
        language: shell.language,
    };
    let answer = workspace.search(&query)?;
    let code = u8::from(answer.total == 0);
    if shell.json {
        shell.json(&answer)?;
    } else if args.csv {
        csv(&answer, shell)?;
    } else {
        print(&answer, &query, shell)?;
    }
    Ok(code)
}

fn print(answer: &SearchAnswer, query: &SearchQuery, shell: &mut Shell) -> anyhow::Result<()> {
    if answer.is_stale {
        shell.remark("Records have changed since the last analysis; run: weft analyse");
    }
    shell.line(&format!("{} of {} records", answer.total, answer.searched))?;
    for hit in &answer.hits {
        print_hit(hit, shell)?;
    }
    for filter in &answer.unmatched {
        let known = filter.known.join(", ");
        shell.remark(&format!("nothing has the {} '{}'; there are: {known}", filter.facet.name(), filter.wanted));
    }
    let left = answer.total.saturating_sub(query.offset + answer.hits.len());
    if left > 0 && !answer.hits.is_empty() {
        shell.line(&Tone::Dim.paint(&format!(
            "\n… {left} more: --limit {} or --offset {}",
            query.limit.saturating_mul(5),
            query.offset + query.limit
        )))?;
    }
    if answer.total > 0 {
        counts(answer, shell)?;
    }
    Ok(())
}

fn print_hit(hit: &Hit, shell: &mut Shell) -> anyhow::Result<()> {
    let facts: Vec<&str> = [hit.state.as_str(), hit.position].into_iter().filter(|fact| !fact.is_empty()).collect();
    let cluster = if hit.cluster.is_empty() { String::new() } else { format!("  cluster {}", hit.cluster) };
    shell.line(&format!("\n{}  {}{cluster}", Tone::Strong.paint(&hit.reference), facts.join(", ")))?;
    shell.paragraph(&hit.snippet, 2)
}

fn counts(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    shell.heading("Counts")?;
    for facet in COUNTED {
        let values = answer.facets.get(&facet).map(Vec::as_slice).unwrap_or_default();
        if values.is_empty() {
            continue;
        }
        let shown: Vec<String> = values.iter().take(VALUES).map(|(value, count)| format!("{value} {count}")).collect();
        let more = if values.len() > VALUES { format!(", … ({} values)", values.len()) } else { String::new() };
        shell.paragraph(&format!("{}: {}{more}", facet.name(), shown.join(", ")), 2)?;
    }
    Ok(())
}

fn csv(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    write_rows(RowFormat::Csv, answer.hits.iter().map(row), shell.out())?;
    Ok(())
}

fn row(hit: &Hit) -> HitRow {
    HitRow {
        id: hit.id.to_string(),
        reference: hit.reference.clone(),
        state: hit.state.clone(),
        position: hit.position.to_owned(),
        cluster: hit.cluster.clone(),
        language: hit.language.to_string(),
        text: hit.text.clone(),
    }
}
