//! `weft gender`.

use super::shell::{Shell, Tone};
use crate::reports::{GenderCounts, GenderLenses, GenderLine};

/// Where women and girls are named, alone or only in a list, and where they are missing
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// How many clusters to show
    #[arg(long, default_value_t = 20)]
    limit: usize,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let answer = shell.answer(&shell.workspace()?, &GenderLenses {})?;
    if shell.json {
        return shell.json(&answer);
    }
    let GenderCounts { named, in_list, dimension, none } = answer.total;
    shell.line(&format!("{} recommendations, without concerns and other kinds", answer.total.all()))?;
    shell.line(&format!("{named:>7}  name women or girls for themselves"))?;
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
    Ok(0)
}

fn print(line: &GenderLine, shell: &mut Shell) -> anyhow::Result<()> {
    let GenderCounts { named, in_list, dimension, .. } = line.counts;
    let counts = format!("{named:>4} {in_list:>4} {dimension:>4} {:>5}", line.counts.all());
    shell.line(&format!("  {:<7}{counts}  {}", line.number.to_string(), line.title))
}
