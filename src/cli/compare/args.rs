//! Arguments of comparisons.

use clap::{Subcommand, ValueEnum};

use super::output::Output;
use crate::cli::argument;
use crate::cli::tags::Tags;
use crate::reports::{Compare, CompareChange, ComparedStates, Condition, Field, FollowedAsks, Scope, Unit, Which};

/// Compare parts of the records: counts and shares by field, with intervals
///
/// FIELD is one of state, region, session, cycle, mechanism, body, recommender,
/// recommender_region, position, category, issue, theme, group, sdg, entity,
/// cluster, year, kind. A value that a record lacks is the row (none).
///
/// weft compare --rows recommender_region --share position=supported --unit pair
/// weft compare change --rows issue --from cycle=1 --to cycle=2
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(in crate::cli) struct Args {
    /// What makes a row
    #[arg(long, value_name = "FIELD", required = true, value_parser = argument::read::<Field>)]
    rows: Option<Field>,
    /// What makes a column
    #[arg(long, value_name = "FIELD", value_parser = argument::read::<Field>)]
    columns: Option<Field>,
    /// Of what the share is taken, such as position=supported [default: of the cell in its row]
    #[arg(long, value_name = "FIELD=VALUE", value_parser = argument::read::<Condition>)]
    share: Option<Condition>,
    #[command(flatten)]
    counting: Counting,
    #[command(flatten)]
    pub(super) output: Output,
    #[command(subcommand)]
    pub(super) what: Option<What>,
}

#[derive(Debug, Subcommand)]
pub(super) enum What {
    Change(Box<ChangeArgs>),
}

/// How shares differ between two cycles, sessions, States or other parts
#[derive(Debug, clap::Args)]
pub(super) struct ChangeArgs {
    /// What makes a row
    #[arg(long, value_name = "FIELD", value_parser = argument::read::<Field>)]
    rows: Field,
    /// The one part, such as cycle=1
    #[arg(long, value_name = "FIELD=VALUE", value_parser = argument::read::<Condition>)]
    from: Condition,
    /// The other part, such as cycle=2
    #[arg(long, value_name = "FIELD=VALUE", value_parser = argument::read::<Condition>)]
    to: Condition,
    /// Of what the share is taken in each row [default: of the row in its part]
    #[arg(long, value_name = "FIELD=VALUE", value_parser = argument::read::<Condition>)]
    share: Option<Condition>,
    /// Only States with records in both parts
    #[arg(long)]
    in_both: bool,
    /// Follow single asks: which are new, repeated, dropped, and with which positions
    #[arg(long)]
    asks: bool,
    #[command(flatten)]
    counting: Counting,
    #[command(flatten)]
    pub(super) output: Output,
}

/// What is counted.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Counting {
    /// What is counted
    #[arg(long, value_enum, default_value_t = UnitName::Recommendation)]
    unit: UnitName,
    /// Whose tags
    #[arg(long, value_enum, default_value_t = Tags::Final)]
    tags: Tags,
    /// Which position of an ask counts where sessions differ
    #[arg(long, value_enum, default_value_t = At::Newest)]
    position_at: At,
    #[command(flatten)]
    filters: Filters,
}

impl Counting {
    pub(in crate::cli) fn scope(self) -> Scope {
        Scope {
            unit: match self.unit {
                UnitName::Recommendation => Unit::Recommendation,
                UnitName::Pair => Unit::Pair,
                UnitName::Ask => Unit::Ask,
            },
            tags: self.tags.source(),
            positions: match self.position_at {
                At::Newest => Which::Newest,
                At::First => Which::First,
            },
            filters: self.filters.conditions(),
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UnitName {
    /// A numbered paragraph; without numbers a text of one review
    Recommendation,
    /// A recommendation and a State that makes it
    Pair,
    /// What one measure answers
    Ask,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum At {
    /// The State's last word; of an ask, that of the newest session
    Newest,
    /// Its word at the review; of an ask, that of the first session
    First,
}

/// What must hold of a record; the values of one option are alternatives.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Filters {
    /// State under review or State party, by name or code
    #[arg(long)]
    state: Vec<String>,
    /// Its regional group: africa, asia, eeg, grulac, weog, observer
    #[arg(long)]
    region: Vec<String>,
    /// UPR session, or several: 1..5
    #[arg(long)]
    session: Vec<String>,
    /// UPR cycle
    #[arg(long)]
    cycle: Vec<String>,
    /// upr, treaty_body, special_procedure …
    #[arg(long)]
    mechanism: Vec<String>,
    /// CEDAW, UPR, "SR Torture" …
    #[arg(long)]
    body: Vec<String>,
    /// Recommending State, by name or code; 'none' finds records without one
    #[arg(long, value_name = "STATE")]
    by: Vec<String>,
    /// Regional group of the recommending State
    #[arg(long, value_name = "REGION")]
    by_region: Vec<String>,
    /// supported, noted …
    #[arg(long)]
    position: Vec<String>,
    /// Action category, 1 to 5
    #[arg(long)]
    category: Vec<String>,
    /// Issue of UPR Info, whole or by a word
    #[arg(long)]
    issue: Vec<String>,
    /// Theme of OHCHR, whole or by a word
    #[arg(long)]
    theme: Vec<String>,
    /// Group of persons
    #[arg(long)]
    group: Vec<String>,
    /// SDG goal or target: 16 or 16.3
    #[arg(long)]
    sdg: Vec<String>,
    /// Type of entity
    #[arg(long)]
    entity: Vec<String>,
    /// Cluster or theme number: 12 or 12.3
    #[arg(long)]
    cluster: Vec<String>,
    /// Year, or several: 2019..2024
    #[arg(long)]
    year: Vec<String>,
    /// recommendation, concern, pledge, other [default: recommendation]
    #[arg(long)]
    kind: Vec<String>,
}

impl Filters {
    pub(in crate::cli) fn conditions(self) -> Vec<Condition> {
        let all = [
            (Field::State, self.state),
            (Field::Region, self.region),
            (Field::Session, self.session),
            (Field::Cycle, self.cycle),
            (Field::Mechanism, self.mechanism),
            (Field::Body, self.body),
            (Field::Recommender, self.by),
            (Field::RecommenderRegion, self.by_region),
            (Field::Position, self.position),
            (Field::Category, self.category),
            (Field::Issue, self.issue),
            (Field::Theme, self.theme),
            (Field::Group, self.group),
            (Field::Sdg, self.sdg),
            (Field::Entity, self.entity),
            (Field::Cluster, self.cluster),
            (Field::Year, self.year),
            (Field::Kind, self.kind),
        ];
        let filled = all.into_iter().filter(|(_, values)| !values.is_empty());
        filled.map(|(field, values)| Condition { field, values }).collect()
    }
}

impl Args {
    /// The question about one table; `None` when another is asked.
    pub(super) fn question(self) -> Option<Compare> {
        let Self { rows, columns, share, counting, .. } = self;
        rows.map(|rows| Compare { rows, columns, share, scope: counting.scope() })
    }
}

impl ChangeArgs {
    pub(super) fn question(self) -> CompareChange {
        CompareChange {
            rows: self.rows,
            from: self.from,
            to: self.to,
            share: self.share,
            states: if self.in_both { ComparedStates::InBoth } else { ComparedStates::All },
            asks: if self.asks { FollowedAsks::All } else { FollowedAsks::None },
            scope: self.counting.scope(),
        }
    }
}
