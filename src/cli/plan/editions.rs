//! `weft plan close` and `weft plan editions`.

use jiff::civil::Date;

use crate::cli::plural::plural;
use crate::cli::shell::{Shell, Tone};
use crate::i18n::Words;
use crate::plan::{EditionLine, PlanEditions};
use crate::workspace::commands::plan::ClosePlan;
use crate::workspace::{Workspace, clock};

#[derive(Debug, clap::Args)]
pub(super) struct Close {
    /// What the edition is called: the years that it covered, or its title
    name: String,
    /// The day on which it is closed [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// Measures that go on in the next plan, by key or number
    #[arg(long = "carry-on", value_name = "KEY", num_args = 1.., value_delimiter = ',')]
    carried: Vec<String>,
    /// All measures go on that are neither done nor given up
    #[arg(long)]
    carry_on_unfinished: bool,
}

pub(super) fn close(args: Close, workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    let on = args.on.unwrap_or_else(clock::today);
    let command = ClosePlan { name: args.name, on, carried: args.carried, with_unfinished: args.carry_on_unfinished };
    shell.carry_out(workspace, &command)
}

pub(super) fn run(workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    let editions = shell.answer(workspace, &PlanEditions {})?;
    if shell.json {
        return shell.json(&editions);
    }
    if editions.is_empty() {
        shell.line("No edition of the plan has been closed yet.")?;
        shell.remark("Close the plan at work with: weft plan close NAME");
    }
    for edition in &editions {
        shell.heading(&format!("{} (closed on {})", edition.name, edition.closed))?;
        shell.paragraph(&held(edition), 2)?;
        shell.line(&Tone::Dim.paint(&format!("  weft plan --edition \"{}\"", edition.name)))?;
    }
    Ok(u8::from(editions.is_empty()))
}

/// "12 measures: 4 completed, 3 in progress, 5 without a status; 3 go on in the plan at work".
fn held(edition: &EditionLine) -> String {
    let words = Words::english();
    let known: usize = edition.by_status.values().sum();
    let by_status = edition.by_status.iter().map(|(status, count)| format!("{count} {}", words.coded(&status.word())));
    let without = edition.measures - known;
    let without = (without > 0).then(|| format!("{without} without a status that is known"));
    let parts: Vec<String> = by_status.chain(without).collect();
    let measures = plural(edition.measures as u64, "measure");
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    format!("{measures}{parts}; {} of them in the plan at work as well", edition.carried_on)
}
