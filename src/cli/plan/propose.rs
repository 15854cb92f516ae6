//! `weft plan propose`.

use crate::cli::cluster_decisions::meant;
use crate::cli::shell::{Shell, Tone};
use crate::i18n::Words;
use crate::plan::{ClusterIndicators, ProposeIndicators, ProposedIndicator};
use crate::workspace::Workspace;
use crate::workspace::commands::plan::TakeIndicator;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only for this cluster, by number or title [default: those that hold measures]
    #[arg(long)]
    cluster: Option<String>,
    /// Take one, by its code
    #[arg(long, value_name = "CODE", requires = "measure")]
    take: Option<String>,
    /// The measure that it is taken for, by key or number
    #[arg(long = "for", value_name = "MEASURE", requires = "take")]
    measure: Option<String>,
}

pub(super) fn run(args: Args, workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    if let (Some(code), Some(measure)) = (args.take, args.measure) {
        return shell.carry_out(workspace, &TakeIndicator { measure, code });
    }
    let cluster = args.cluster.map(|cluster| meant(&cluster, workspace, shell)).transpose()?;
    let answer = shell.answer(workspace, &ProposeIndicators { cluster })?;
    if shell.json {
        return shell.json(&answer);
    }
    for cluster in &answer {
        shell.heading(&format!("{} {}", cluster.number, cluster.title))?;
        if cluster.indicators.is_empty() {
            shell.line(&Tone::Dim.paint("  The library holds nothing that fits"))?;
        }
        cluster.indicators.iter().try_for_each(|own| print(own, cluster, shell))?;
    }
    shell.remark("Nothing is taken yet. To take one: weft plan propose --take CODE --for MEASURE");
    Ok(u8::from(answer.iter().all(|cluster| cluster.indicators.is_empty())))
}

fn print(own: &ProposedIndicator, cluster: &ClusterIndicators, shell: &mut Shell) -> anyhow::Result<()> {
    let kind = Words::english().coded(&own.kind.word());
    let split = if own.split_by.is_empty() { String::new() } else { format!(", by {}", own.split_by.join(", ")) };
    shell.line("")?;
    let before = format!("  {:<10}", own.code);
    shell.beside(&before, &format!("{} ({kind}, in {}{split})", own.name, own.unit))?;
    let linked = if own.linked > 0 { format!("; {} link to SDG {}", own.linked, own.sdg) } else { String::new() };
    let why = format!(
        "{} of {} recommendations are about {}{linked}; follows {}",
        own.about,
        cluster.recommendations,
        own.topics.join(", "),
        own.source
    );
    shell.paragraph(&Tone::Dim.paint(&why), 12)
}
