//! `weft gender`.

use super::shell::{Shell, Tone};
use crate::reports::{GenderCounts, GenderLens, GenderLenses, GenderLine, GenderRecord};

/// Where women and girls are named, alone or only in a list, and where they are missing
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// How many clusters to show
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// List the recommendations that stand so
    #[arg(long, value_enum, value_name = "HOW")]
    list: Option<Listed>,
}

/// How women and girls stand in what is listed
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Listed {
    /// Not named, though the matter has a gender dimension
    Missing,
    /// Named for themselves, or plainly meant
    Named,
    /// Named only in a list of groups
    InList,
    /// Neither
    Neither,
}

impl Listed {
    const fn lens(self) -> GenderLens {
        match self {
            Self::Missing => GenderLens::Dimension,
            Self::Named => GenderLens::Named,
            Self::InList => GenderLens::InList,
            Self::Neither => GenderLens::None,
        }
    }
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let question = GenderLenses { list: args.list.map(Listed::lens) };
    let answer = shell.answer(&shell.workspace()?, &question)?;
    if shell.json {
        return shell.json(&answer);
    }
    if args.list.is_some() {
        shell.line(&format!("{} of {} recommendations", answer.records.len(), answer.total.all()))?;
        answer.records.iter().try_for_each(|record| listed(record, shell))?;
        return Ok(0);
    }
    let GenderCounts { named, in_list, dimension, none } = answer.total;
    shell.line(&format!("{} recommendations, without concerns and other kinds", answer.total.all()))?;
    shell.line(&format!("{named:>7}  name women or girls for themselves, or plainly mean them"))?;
    shell.line(&format!("{in_list:>7}  name them only in a list of groups"))?;
    shell.line(&format!("{dimension:>7}  name nobody, though the matter has a gender dimension"))?;
    shell.line(&format!("{none:>7}  neither"))?;
    if !answer.clusters.is_empty() {
        shell.heading("Clusters to look at: named · in lists · missing · of")?;
    }
    answer.clusters.iter().take(args.limit).try_for_each(|line| print(line, shell))?;
    let left = answer.clusters.len().saturating_sub(args.limit);
    if left > 0 {
        shell.line(&Tone::Dim.paint(&format!("\n… {left} more: --limit {}", answer.clusters.len())))?;
    }
    shell.line(&Tone::Dim.paint("\nThe recommendations behind a number: --list missing, named, in-list or neither"))?;
    Ok(0)
}

/// A recommendation with the words that tell.
fn listed(record: &GenderRecord, shell: &mut Shell) -> anyhow::Result<()> {
    let words: Vec<String> = record.words.iter().map(|word| format!("\"{word}\"")).collect();
    let cluster = record.cluster.map(|number| format!("  cluster {number}")).unwrap_or_default();
    let words = if words.is_empty() { String::new() } else { format!("  ({})", words.join(", ")) };
    shell.line("")?;
    shell.paragraph(&format!("{}{cluster}{words}", Tone::Strong.paint(&record.reference)), 0)?;
    shell.paragraph(&record.text, 2)
}

fn print(line: &GenderLine, shell: &mut Shell) -> anyhow::Result<()> {
    let GenderCounts { named, in_list, dimension, .. } = line.counts;
    let counts = format!("{named:>4} {in_list:>4} {dimension:>4} {:>5}", line.counts.all());
    shell.beside(&format!("  {:<7}{counts}  ", line.number.to_string()), &line.title)
}
