//! `weft lineage`.

use super::plural::plural;
use super::shell::{Shell, Tone};
use crate::domain::{LineageStep, Position};
use crate::reports::{CycleCount, LineageAnswer, LineageLine, Lineages, TopicLine};

/// Trace what was asked of a State over cycles and mechanisms, with its positions
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The State, by name or code [default: that of the workspace]
    #[arg(long)]
    state: Option<String>,
    /// Only the ratification of this instrument, by its code or name: CED, OP-ICESCR, "Rome Statute"
    #[arg(long, value_name = "CODE")]
    instrument: Option<String>,
    /// How many chains to show
    #[arg(long, short = 'n', default_value_t = 15)]
    limit: usize,
}

/// What a chain is.
const CHAIN: &str = "A chain is what asks to join one treaty, or else one ask, where it comes up on several occasions. \
                     Asks are told by their words, so weft overview counts others.";
/// Longest title of a chain, characters.
const TITLE: usize = 200;

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let question = Lineages { state: args.state, instrument: args.instrument, limit: args.limit };
    let answer = shell.answer(&workspace, &question)?;
    if shell.json {
        shell.json(&answer)?;
    } else {
        print(&answer, shell)?;
    }
    Ok(u8::from(answer.total == 0 && answer.topics.is_empty()))
}

fn print(answer: &LineageAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let LineageAnswer { state, records, total, lines, topics, missing_cycles } = answer;
    let counts = format!("{} over {}", plural(*total as u64, "chain"), plural(*records as u64, "record"));
    shell.paragraph(&format!("{counts} of {state}, concerns among them"), 0)?;
    if !missing_cycles.is_empty() {
        let missing: Vec<String> = missing_cycles.iter().map(ToString::to_string).collect();
        let word = if missing.len() == 1 { "cycle" } else { "cycles" };
        shell.paragraph(&format!("Not in the workspace: {word} {} of the review", missing.join(", ")), 0)?;
    }
    shell.paragraph(&Tone::Dim.paint(CHAIN), 0)?;
    for line in lines {
        one(line, shell)?;
    }
    if lines.len() < *total {
        shell.line(&Tone::Dim.paint(&format!("\n… {} more: --limit {total}", total - lines.len())))?;
    }
    again(topics, shell)
}

/// The topics that came up in several cycles, though with other asks.
fn again(topics: &[TopicLine], shell: &mut Shell) -> anyhow::Result<()> {
    if topics.is_empty() {
        return Ok(());
    }
    shell.heading("The same topic again: clusters with recommendations of several cycles")?;
    for topic in topics {
        let count = |count: &CycleCount| format!("cycle {}: {}", count.cycle, count.records);
        let counts: Vec<String> = topic.cycles.iter().map(count).collect();
        shell.paragraph(&format!("{}  {}", topic.number, topic.title), 2)?;
        shell.paragraph(&Tone::Dim.paint(&counts.join(", ")), 6)?;
    }
    Ok(())
}

fn one(line: &LineageLine, shell: &mut Shell) -> anyhow::Result<()> {
    let lineage = &line.lineage;
    let title: String = lineage.title.chars().take(TITLE).collect();
    shell.line("")?;
    shell.paragraph(&Tone::Strong.paint(&title), 0)?;
    for step in &lineage.steps {
        shell.paragraph(&told(line, step), 2)?;
    }
    let mut remarks = vec![format!("asked {}", plural(lineage.times() as u64, "time"))];
    remarks.extend(line.not_since.map(|cycle| format!("not repeated since cycle {cycle}")));
    if !lineage.shared.is_empty() {
        remarks.push("* names several instruments: its position is not counted".to_owned());
    }
    shell.paragraph(&Tone::Dim.paint(&remarks.join("; ")), 2)
}

/// `cycle 3: 122.5, 122.6*  noted`.
fn told(line: &LineageLine, step: &LineageStep) -> String {
    let year = step.occasion.cycle.map_or_else(|| step.occasion.body.clone(), |cycle| format!("cycle {cycle}"));
    let name = |id: &crate::domain::RecordId| {
        let star = if line.lineage.shared.contains(id) { "*" } else { "" };
        format!("{}{star}", line.names.get(id).map_or("", String::as_str))
    };
    let names: Vec<String> = step.members.iter().map(name).collect();
    let positions: Vec<&str> = step.positions.iter().map(|position: &Position| position.label()).collect();
    format!("{year}: {}  {}", names.join(", "), positions.join(" / "))
}
