//! The arguments of `weft search`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::domain::Facet;

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
///                  issue theme topic group sdg entity cluster cites lang;
///                  several values with commas: state:SVN,EGY
/// -state:SVN       all but these, as NOT state:SVN
/// year:2019..2024  published, or reviewed in a session, in these years
///
/// Operators, fields and values have names in six languages: prison ET
/// état:Slovénie. Every text is a query; how it was read is shown.
///
/// Names of instruments, abbreviations and set terms (FGM, CEDAW, "death
/// penalty") are looked for under their other names too, in six languages.
/// Records that only come near, in other languages or with most of the
/// words, stand below, marked ≈ and counted apart. --literal leaves both out.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(in crate::cli) struct Args {
    /// Words to find
    pub(super) words: Vec<String>,
    #[command(flatten)]
    pub(super) filters: Filters,
    /// Earliest date: 2015, 2015-06 or 2015-06-30. Of many sessions only the year is known: what
    /// may lie between the dates or not is left out and counted
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<String>,
    /// Latest date
    #[arg(long, value_name = "DATE")]
    pub(super) to: Option<String>,
    /// How many to show [default: 10, with --csv all]
    #[arg(long, short = 'n')]
    pub(super) limit: Option<usize>,
    /// How many to pass over
    #[arg(long, default_value_t = 0)]
    pub(super) offset: usize,
    /// Order of the results
    #[arg(long, value_enum, default_value_t = Order::Relevance)]
    pub(super) sort: Order,
    /// Show each of the texts that say the same
    #[arg(long)]
    pub(super) all: bool,
    /// Leave aside other names of terms and what comes near
    #[arg(long)]
    pub(super) literal: bool,
    /// Tell why each record was found
    #[arg(long)]
    pub(super) explain: bool,
    /// Count by one field or by two: state or state,position
    #[arg(long, value_name = "FIELD[,FIELD]", conflicts_with_all = ["limit", "offset", "counts", "explain", "sort"])]
    pub(super) count_by: Option<String>,
    /// Records that ask what this one asks: identifier, reference or paragraph
    #[arg(long, value_name = "RECORD", conflicts_with_all = ["count_by", "out", "csv", "counts", "words"])]
    pub(super) like: Option<String>,
    /// Write all that fits, with query, counts and version of the data: .xlsx .docx .csv .json
    #[arg(long, short, value_name = "FILE", conflicts_with_all = ["limit", "offset", "counts", "csv", "count_by"])]
    pub(super) out: Option<PathBuf>,
    /// Keep the query and its filters under a name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["like", "saved"])]
    pub(super) save: Option<String>,
    /// Use a kept query; further words and filters narrow it
    #[arg(long, value_name = "NAME", conflicts_with = "like")]
    pub(super) saved: Option<String>,
    /// Print the records as CSV
    #[arg(long, conflicts_with = "json")]
    pub(super) csv: bool,
    /// Show counts only
    #[arg(long)]
    pub(super) counts: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Filters {
    /// upr, treaty_body, special_procedure …
    #[arg(long)]
    pub(super) mechanism: Vec<String>,
    /// CEDAW, UPR, "SR Torture" …
    #[arg(long)]
    pub(super) body: Vec<String>,
    /// State under review or State party, by name or code
    #[arg(long)]
    pub(super) state: Vec<String>,
    /// Recommending State, by name or code; 'none' finds records without one
    #[arg(long, value_name = "STATE")]
    pub(super) by: Vec<String>,
    /// UPR cycle
    #[arg(long)]
    pub(super) cycle: Vec<String>,
    /// UPR session
    #[arg(long)]
    pub(super) session: Vec<String>,
    /// supported, noted …
    #[arg(long)]
    pub(super) position: Vec<String>,
    /// recommendation, concern, pledge, other
    #[arg(long)]
    pub(super) kind: Vec<String>,
    /// Issue of UPR Info, whole or by a word
    #[arg(long)]
    pub(super) issue: Vec<String>,
    /// Theme of OHCHR, whole or by a word
    #[arg(long)]
    pub(super) theme: Vec<String>,
    /// Topic, by code, title or a word of the title
    #[arg(long)]
    pub(super) topic: Vec<String>,
    /// Group of persons, by code or word
    #[arg(long)]
    pub(super) group: Vec<String>,
    /// SDG goal or target: 16 or 16.3
    #[arg(long)]
    pub(super) sdg: Vec<String>,
    /// Type of entity, by code or word
    #[arg(long)]
    pub(super) entity: Vec<String>,
    /// Cluster or theme by its number, 12 or 12.3, or by words of its title
    #[arg(long)]
    pub(super) cluster: Vec<String>,
}

impl Filters {
    pub(super) fn by_facet(&self) -> BTreeMap<Facet, Vec<String>> {
        BTreeMap::from([
            (Facet::Mechanism, self.mechanism.clone()),
            (Facet::Body, self.body.clone()),
            (Facet::State, self.state.clone()),
            (Facet::RecommendingState, self.by.clone()),
            (Facet::Cycle, self.cycle.clone()),
            (Facet::Session, self.session.clone()),
            (Facet::Position, self.position.clone()),
            (Facet::Kind, self.kind.clone()),
            (Facet::Issue, self.issue.clone()),
            (Facet::Theme, self.theme.clone()),
            (Facet::Topic, self.topic.clone()),
            (Facet::Group, self.group.clone()),
            (Facet::Sdg, self.sdg.clone()),
            (Facet::Entity, self.entity.clone()),
            (Facet::Cluster, self.cluster.clone()),
        ])
    }
}

/// The order of results, as the option spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Order {
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

impl From<Order> for crate::search::Order {
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
