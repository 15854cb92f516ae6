//! `weft clusters`.

use clap::Subcommand;

use super::shell::{Shell, Tone};
use crate::domain::ClusterNumber;
use crate::workspace::{ClusterAnswer, ClusterLine, ClusterRequest, MemberLine};

/// List clusters and decide on them
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only clusters of this theme, by its number or a word of its name
    #[arg(long)]
    theme: Option<String>,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// One cluster with its recommendations, grouped by ask
    Show {
        /// Number, such as 12.3
        number: ClusterNumber,
    },
    /// Give a cluster a title
    Rename {
        /// Number
        number: ClusterNumber,
        /// New title
        title: String,
    },
    /// Put a recommendation into another cluster
    Move {
        /// The recommendation, by any of its names
        record: String,
        /// Number of the cluster it goes to
        to: ClusterNumber,
    },
    /// Put all recommendations of one cluster into another
    Merge {
        /// The cluster that is emptied
        from: ClusterNumber,
        /// The cluster that takes them
        into: ClusterNumber,
    },
    /// Make a new cluster of some recommendations
    Split {
        /// The cluster they stand in
        from: ClusterNumber,
        /// The recommendations, by any of their names
        #[arg(required = true)]
        records: Vec<String>,
    },
    /// Lock a cluster against changes
    Lock {
        /// Number
        number: ClusterNumber,
    },
    /// Open a locked cluster
    Unlock {
        /// Number
        number: ClusterNumber,
    },
    /// Accept title and members as proposed, and lock
    Accept {
        /// Number
        number: ClusterNumber,
    },
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let request = match args.action {
        None => ClusterRequest::List { theme: args.theme },
        Some(Action::Show { number }) => ClusterRequest::Show(number),
        Some(Action::Rename { number, title }) => ClusterRequest::Rename(number, title),
        Some(Action::Move { record, to }) => ClusterRequest::Move { record, to },
        Some(Action::Merge { from, into }) => ClusterRequest::Merge { from, into },
        Some(Action::Split { from, records }) => ClusterRequest::Split { from, records },
        Some(Action::Lock { number }) => ClusterRequest::Lock(number, true),
        Some(Action::Unlock { number }) => ClusterRequest::Lock(number, false),
        Some(Action::Accept { number }) => ClusterRequest::Accept(number),
    };
    let answer = workspace.clusters(&request)?;
    if shell.json {
        return shell.json(&answer);
    }
    match &answer {
        ClusterAnswer::List(lines) => list(lines, shell)?,
        ClusterAnswer::Cluster(line, members) => one(line, members, shell)?,
        ClusterAnswer::Done(words) => shell.line(words)?,
    }
    Ok(0)
}

fn list(lines: &[ClusterLine], shell: &mut Shell) -> anyhow::Result<()> {
    let records: u64 = lines.iter().map(|line| line.records).sum();
    let mut theme = "";
    for line in lines {
        if theme != line.theme {
            theme = &line.theme;
            let of_theme: u64 = lines.iter().filter(|l| l.theme == line.theme).map(|l| l.records).sum();
            shell.heading(&format!("{} {}  ({of_theme})", line.number.theme, line.theme))?;
        }
        let lock = if line.locked { " [locked]" } else { "" };
        shell.line(&format!("  {:<7}{:>5}  {}{lock}", line.number.to_string(), line.records, line.title))?;
        let rest = line.key_phrases.iter().skip(2).cloned().collect::<Vec<_>>().join(", ");
        if !rest.is_empty() {
            shell.paragraph(&Tone::Dim.paint(&rest), 16)?;
        }
    }
    shell.line(&format!("\n{} clusters, {records} records. One of them: weft clusters show NUMBER", lines.len()))
}

fn one(line: &ClusterLine, members: &[MemberLine], shell: &mut Shell) -> anyhow::Result<()> {
    shell.heading(&format!("{}  {}: {}", line.number, line.theme, line.title))?;
    shell.paragraph(&format!("{} records, {} asks; {}", line.records, line.asks, line.key_phrases.join(", ")), 0)?;
    let mut ask = None;
    for member in members {
        if ask != Some(member.ask) {
            ask = Some(member.ask);
            let count = members.iter().filter(|m| m.ask == member.ask).count();
            shell.line("")?;
            if count > 1 {
                shell.line(&Tone::Strong.paint(&format!("one ask, {count} recommendations")))?;
            }
        }
        shell.line(&format!("  {}  {}", member.reference, Tone::Dim.paint(&member.id.to_string())))?;
        shell.paragraph(&member.text, 4)?;
    }
    Ok(())
}
