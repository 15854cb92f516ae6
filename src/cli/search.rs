//! `weft search`.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use super::shell::{Shell, Tone};
use crate::exports::{HitRow, RowFormat, write_rows};
use crate::search::Facet;
use crate::workspace::{Hit, SearchAnswer, SearchQuery, Sort};

/// Find recommendations by words and filters
///
/// Words must all occur, in any form: ratify finds "ratification". Put a query
/// that a shell would take apart into single quotes. Without words all records
/// are found, so that filters and counts can be used alone.
///
/// "two words"      next to each other, in any form
/// =word ="words"   exactly this form, but for capitals and accents
/// begin*           words that begin so
/// tortur~          words with up to two letters off
/// a NEAR/5 b       at most five words between them
/// AND OR NOT -     both, any, without; ( ) for brackets
/// state:SVN        a field: state by body mechanism cycle session position kind
///                  theme group sdg entity cluster cites lang; several values
///                  with commas: state:SVN,EGY
/// year:2019..2024  published in these years
///
/// Names of instruments, abbreviations and set terms (FGM, CEDAW, "death
/// penalty") are looked for under their other names too, in six languages;
/// --literal leaves that out.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
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
    /// Order of the results
    #[arg(long, value_enum, default_value_t = Order::Relevance)]
    sort: Order,
    /// Show each of the texts that say the same
    #[arg(long)]
    all: bool,
    /// Leave aside other names of terms
    #[arg(long)]
    literal: bool,
    /// Tell why each record was found
    #[arg(long)]
    explain: bool,
    /// Count by one field or by two: state or state,position
    #[arg(long, value_name = "FIELD[,FIELD]", conflicts_with_all = ["limit", "offset", "counts", "explain", "sort"])]
    count_by: Option<String>,
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

/// The order of results, as the option spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Order {
    /// Most relevant first
    Relevance,
    /// Newest first
    Date,
    /// By State, then document and paragraph
    State,
    /// By document and paragraph
    Reference,
    /// By cluster number
    Cluster,
}

impl From<Order> for Sort {
    fn from(order: Order) -> Self {
        match order {
            Order::Relevance => Self::Relevance,
            Order::Date => Self::Date,
            Order::State => Self::State,
            Order::Reference => Self::Reference,
            Order::Cluster => Self::Cluster,
        }
    }
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let (is_csv, explains) = (args.csv, args.explain);
    let fields = args.count_by.clone();
    let query = query(args, shell);
    if let Some(fields) = fields {
        return super::counts::run(&workspace, &query, &fields, is_csv, shell);
    }
    let answer = workspace.search(&query)?;
    let code = u8::from(answer.total == 0);
    if shell.json {
        shell.json(&answer)?;
    } else if is_csv {
        csv(&answer, shell)?;
    } else {
        print(&answer, &query, explains, shell)?;
    }
    Ok(code)
}

fn query(args: Args, shell: &Shell) -> SearchQuery {
    let coloured = std::io::stdout().is_terminal();
    let marks = if coloured && !shell.json && !args.csv { ("\u{1b}[1m", "\u{1b}[22m") } else { ("**", "**") };
    SearchQuery {
        text: args.words.join(" "),
        filters: args.filters.by_facet(),
        from: args.from,
        to: args.to,
        limit: if args.counts { 0 } else { args.limit },
        offset: args.offset,
        marks: (marks.0.to_owned(), marks.1.to_owned()),
        language: shell.language,
        sort: args.sort.into(),
        // Data is given whole; people are spared the same text again and again.
        folds: !args.all && !args.csv && !shell.json,
        is_literal: args.literal,
    }
}

fn print(answer: &SearchAnswer, query: &SearchQuery, explains: bool, shell: &mut Shell) -> anyhow::Result<()> {
    if answer.is_stale {
        shell.remark("Records have changed since the last analysis; run: weft analyse");
    }
    shell.line(&format!("{} of {} records", answer.total, answer.searched))?;
    reading(answer, query, shell)?;
    for hit in &answer.hits {
        print_hit(hit, explains, shell)?;
    }
    for filter in &answer.unmatched {
        let known = filter.known.join(", ");
        shell.remark(&format!("nothing has the {} '{}'; there are: {known}", filter.facet.name(), filter.wanted));
    }
    // How many are left after folding is not known before they are looked at.
    let folded: u64 = answer.hits.iter().map(|hit| hit.alike).sum();
    let left = answer.total.saturating_sub(query.offset + answer.hits.len() + folded as usize);
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

fn print_hit(hit: &Hit, explains: bool, shell: &mut Shell) -> anyhow::Result<()> {
    let facts: Vec<&str> = [hit.state.as_str(), hit.position].into_iter().filter(|fact| !fact.is_empty()).collect();
    let cluster = if hit.cluster.is_empty() { String::new() } else { format!("  cluster {}", hit.cluster) };
    shell.line(&format!("\n{}  {}{cluster}", Tone::Strong.paint(&hit.reference), facts.join(", ")))?;
    shell.paragraph(&hit.snippet, 2)?;
    if hit.alike > 0 {
        let (records, states) = (plural(hit.alike, "record"), plural(hit.alike_states, "other State"));
        shell.paragraph(&Tone::Dim.paint(&format!("and {records} more that say the same, {states}: --all")), 2)?;
    }
    if explains {
        let why = if hit.matched.is_empty() { "filters".to_owned() } else { hit.matched.join("; ") };
        shell.paragraph(&format!("score {:.2}; found by: {why}", hit.score), 2)?;
    }
    Ok(())
}

fn plural(count: u64, of: &str) -> String {
    format!("{count} {of}{}", if count == 1 { "" } else { "s" })
}

/// How the query was read, where that is more than its words, and what was looked for besides.
fn reading(answer: &SearchAnswer, query: &SearchQuery, shell: &mut Shell) -> anyhow::Result<()> {
    if answer.reading != query.text.split_whitespace().collect::<Vec<_>>().join(" AND ") {
        let read = if answer.reading.is_empty() { "all records" } else { &answer.reading };
        shell.paragraph(&format!("read as: {read}"), 2)?;
    }
    for widened in &answer.widened {
        shell.paragraph(&format!("{} also as: {} (not with --literal)", widened.term, widened.also.join(", ")), 2)?;
    }
    Ok(())
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
