//! Decisions on clusters, as subcommands of `weft clusters`; clusters go by their numbers or their titles.

use clap::Subcommand;

use super::shell::Shell;
use crate::domain::ClusterNumber;
use crate::reports::ClusterNamed;
use crate::workspace::Workspace;
use crate::workspace::commands::{AcceptCluster, LockCluster, MergeClusters, MoveRecord, RenameCluster, SplitCluster};

#[derive(Debug, Subcommand)]
pub(super) enum Decision {
    /// Give a cluster a title
    Rename {
        /// Number or title
        number: String,
        /// New title
        title: String,
    },
    /// Put recommendations into another cluster
    Move {
        /// The recommendations, by any of their names
        #[arg(required = true, value_name = "RECORD")]
        records: Vec<String>,
        /// Number or title of the cluster they go to
        #[arg(required = true)]
        to: String,
    },
    /// Put all recommendations of one cluster into another
    Merge {
        /// The cluster that is emptied, by number or title
        from: String,
        /// The cluster that takes them, by number or title
        into: String,
    },
    /// Make a new cluster of some recommendations
    Split {
        /// The cluster they stand in, by number or title
        from: String,
        /// The recommendations, by any of their names
        #[arg(required = true)]
        records: Vec<String>,
        /// What the new cluster is called [default: its theme]
        #[arg(long)]
        title: Option<String>,
    },
    /// Lock a cluster against changes
    Lock {
        /// Number or title
        number: String,
    },
    /// Open a locked cluster
    Unlock {
        /// Number or title
        number: String,
    },
    /// Accept title and members as proposed, and lock
    Accept {
        /// Number or title
        number: String,
    },
}

pub(super) fn run(decision: Decision, workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    match decision {
        Decision::Rename { number, title } => {
            let number = meant(&number, workspace, shell)?;
            shell.carry_out(workspace, &RenameCluster { number, title })
        }
        Decision::Move { records, to } => {
            let to = meant(&to, workspace, shell)?;
            shell.carry_out(workspace, &MoveRecord { records, to })
        }
        Decision::Merge { from, into } => {
            let (from, into) = (meant(&from, workspace, shell)?, meant(&into, workspace, shell)?);
            shell.carry_out(workspace, &MergeClusters { from, into })
        }
        Decision::Split { from, records, title } => {
            let from = meant(&from, workspace, shell)?;
            shell.carry_out(workspace, &SplitCluster { from, records, title })
        }
        Decision::Lock { number } => {
            let number = meant(&number, workspace, shell)?;
            shell.carry_out(workspace, &LockCluster { number, locked: true })
        }
        Decision::Unlock { number } => {
            let number = meant(&number, workspace, shell)?;
            shell.carry_out(workspace, &LockCluster { number, locked: false })
        }
        Decision::Accept { number } => {
            let number = meant(&number, workspace, shell)?;
            shell.carry_out(workspace, &AcceptCluster { number })
        }
    }
}

/// The cluster that is meant; what is a number is looked up by the request that it goes into.
pub(super) fn meant(wanted: &str, workspace: &Workspace, shell: &Shell) -> anyhow::Result<ClusterNumber> {
    match wanted.parse() {
        Ok(number) => Ok(number),
        Err(_) => Ok(shell.answer(workspace, &ClusterNamed { wanted: wanted.to_owned() })?),
    }
}
