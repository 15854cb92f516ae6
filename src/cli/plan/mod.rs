//! `weft plan`: the plan as it stands, and everything that is decided on it.

mod board;
mod changes;
mod check;
mod editions;
mod import;
mod indicators;
mod propose;
mod receive;
mod said;
mod send;
mod show;

use clap::Subcommand;

pub(super) use said::of_record;

use super::cluster_decisions::meant;
use super::shell::Shell;
use crate::domain::Language;
use crate::plan::PlanBoard;
use crate::workspace::commands::plan::SetOutcome;

/// Show the implementation plan, and write it: outcomes, measures, steps, indicators, values
///
/// A measure answers recommendations, whatever cluster they stand in. What is new gets a key, such as M4KQ-7T9-X, by
/// which it is called from then on; a measure also goes by the office's own number. All of it is taken back by weft undo.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    /// Only this cluster, by number or title
    #[arg(long, value_name = "CLUSTER")]
    cluster: Option<String>,
    /// Only measures of this body, by its code in entities.csv
    #[arg(long, value_name = "CODE")]
    entity: Option<String>,
    /// A closed edition in the place of the plan at work, by its name
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// Clusters without a measure too
    #[arg(long)]
    gaps: bool,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Say what is to be reached in a cluster; "" takes it back
    Outcome {
        /// Number or title of the cluster
        cluster: String,
        /// What is to be reached
        text: String,
        /// The same in a second language, beside the words that were written first
        #[arg(long = "in", value_name = "CODE")]
        language: Option<Language>,
    },
    #[command(flatten)]
    Change(changes::Change),
    #[command(flatten)]
    Indicator(indicators::Indicator),
    /// Show a measure with everything that hangs on it
    Show {
        /// Key of the measure or of something of it, or its number
        key: String,
    },
    /// Take the last plan in, in whatever table it stands; again it changes nothing
    Import(import::Args),
    /// Send tables of the plan to bodies to be filled in, or for comments to others
    Send(send::Args),
    /// Read tables that came back, show what has changed, and take it over
    Receive(receive::Args),
    /// Propose indicators of the library for clusters, with reasons
    Propose(propose::Args),
    /// What the plan lacks, and what is late
    Check(check::Args),
    /// Close the plan as an edition that can be read and no longer changed, and begin the next one
    ///
    /// What is carried on keeps its keys, steps, indicators and values. One undo opens the plan again.
    Close(editions::Close),
    /// The closed editions, with what became of their measures; read one with --edition
    Editions,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let mut workspace = shell.workspace()?;
    match args.action {
        Some(Action::Outcome { cluster, text, language }) => {
            let cluster = meant(&cluster, &workspace, shell)?;
            shell.carry_out(&workspace, &SetOutcome { cluster, text, language })
        }
        Some(Action::Change(change)) => changes::run(change, &workspace, shell),
        Some(Action::Indicator(indicator)) => indicators::run(indicator, &workspace, shell),
        Some(Action::Show { key }) => show::run(key, &workspace, shell),
        Some(Action::Import(args)) => import::run(args, &mut workspace, shell),
        Some(Action::Send(args)) => send::run(args, &mut workspace, shell),
        Some(Action::Receive(args)) => receive::run(args, &mut workspace, shell),
        Some(Action::Propose(args)) => propose::run(args, &workspace, shell),
        Some(Action::Check(args)) => check::run(args, &workspace, shell),
        Some(Action::Close(args)) => editions::close(args, &workspace, shell),
        Some(Action::Editions) => editions::run(&workspace, shell),
        None => {
            shell.edition = args.edition;
            let cluster = args.cluster.map(|cluster| meant(&cluster, &workspace, shell)).transpose()?;
            let question = PlanBoard { cluster, entity: args.entity, gaps: args.gaps };
            let answer = shell.answer(&workspace, &question)?;
            if shell.json { shell.json(&answer) } else { board::print(&answer, shell) }
        }
    }
}
