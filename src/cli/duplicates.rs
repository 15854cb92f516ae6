//! `weft duplicates`.

use clap::Subcommand;

use super::shell::{Shell, Tone};
use crate::domain::RelationKind;
use crate::i18n::Words;
use crate::reports::{AskLine, DuplicateAnswer, DuplicateList};
use crate::workspace::Workspace;
use crate::workspace::commands::RelateRecords;

/// Show recommendations that ask the same, and decide on pairs
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only of this State
    #[arg(long)]
    state: Option<String>,
    /// How many asks to show
    #[arg(long, short = 'n', default_value_t = 15)]
    limit: usize,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Say that a recommendation asks the same as others
    Accept(Pairs),
    /// Say that a recommendation shares only a part with others
    Overlap(Pairs),
    /// Say that a recommendation asks for something else than others
    Refuse(Pairs),
}

/// A recommendation and those it is held against
#[derive(Debug, clap::Args)]
struct Pairs {
    /// One, by any of its names
    #[arg(value_name = "RECORD")]
    record: String,
    /// The other, or several that it is held against one by one
    #[arg(required = true, value_name = "OTHER")]
    others: Vec<String>,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let (Pairs { record, others }, kind) = match args.action {
        None => return list(&DuplicateList { state: args.state, limit: args.limit }, &workspace, shell),
        Some(Action::Accept(pairs)) => (pairs, Some(RelationKind::SameAsk)),
        Some(Action::Overlap(pairs)) => (pairs, Some(RelationKind::Overlap)),
        Some(Action::Refuse(pairs)) => (pairs, None),
    };
    shell.carry_out(&workspace, &RelateRecords { record, others, kind })
}

fn list(question: &DuplicateList, workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    let answer = shell.answer(workspace, question)?;
    if shell.json {
        return shell.json(&serde_json::json!({"list": answer}));
    }
    let DuplicateAnswer { total, of_asks, of_records, asks, pairs, possible_pairs } = &answer;
    let counts: Vec<String> = pairs.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    shell.paragraph(
        &format!(
            "{total} of {of_asks} asks are made more than once, counted of {of_records} recommendations and pledges. \
             Pairs of all records, of {possible_pairs} possible ones of one State: {}.",
            counts.join(", ")
        ),
        0,
    )?;
    asks.iter().try_for_each(|ask| print(ask, shell))?;
    if asks.len() < *total {
        shell.line(&Tone::Dim.paint(&format!("\n… {} more: --limit {total}", total - asks.len())))?;
    }
    Ok(0)
}

fn print(ask: &AskLine, shell: &mut Shell) -> anyhow::Result<()> {
    shell.line(&format!("\n{}  {}", Tone::Strong.paint(&format!("{} times", ask.members.len())), ask.state))?;
    for (at, line) in ask.text.iter().enumerate() {
        shell.paragraph(line, if at == 0 { 2 } else { 4 })?;
    }
    for member in &ask.members {
        let closest = ask
            .relations
            .iter()
            .filter(|r| r.a == member.id || r.b == member.id)
            .max_by(|x, y| x.score.total_cmp(&y.score));
        let how = closest.map_or(String::new(), |r| format!("  {} {:.2}", r.kind, r.score));
        shell.paragraph(&format!("{}{how}", member.reference), 4)?;
    }
    let said = ask.relations.iter().map(|r| Words::english().sentence(&r.reason.code, &r.reason.values));
    if let Some(reason) = said.max_by_key(String::len) {
        shell.paragraph(&Tone::Dim.paint(&format!("why: {reason}")), 4)?;
    }
    Ok(())
}
