//! `weft plan check`.

use jiff::civil::Date;

use crate::cli::plural::plural;
use crate::cli::shell::{Shell, Tone};
use crate::i18n::Words;
use crate::plan::{PlanCheck, RuleFindings};
use crate::workspace::{Workspace, clock};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The day to look from [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// After how many months without news to ask about a measure
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = clap::value_parser!(u16).range(1..=600))]
    months: u16,
    /// A closed edition in the place of the plan at work, by its name
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// How many cases of each rule to show
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
}

pub(super) fn run(args: Args, workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    shell.edition = args.edition;
    let as_of = args.as_of.unwrap_or_else(clock::today);
    let most = (!shell.json).then_some(args.limit);
    let found = shell.answer(workspace, &PlanCheck { months: args.months, most, ..PlanCheck::on(as_of) })?;
    if shell.json {
        return shell.json(&found);
    }
    shell.paragraph(
        &format!(
            "{}; {} of {} recommendations and pledges are answered (as of {as_of})",
            plural(found.measures as u64, "measure"),
            found.answered,
            found.recommendations
        ),
        0,
    )?;
    if !found.lacking.is_empty() {
        let sums: Vec<String> = found.lacking.iter().map(|(currency, sum)| format!("{currency} {sum}")).collect();
        shell.line(&format!("Nobody pays yet for {}", sums.join(", ")))?;
    }
    let (lacking, sound): (Vec<&RuleFindings>, Vec<&RuleFindings>) =
        found.rules.iter().partition(|rule| rule.count > 0);
    for rule in lacking {
        let words = Words::english().coded(&rule.rule.word());
        shell.heading(&format!("{words}: {} of {}", rule.count, rule.of))?;
        for finding in rule.findings.iter().take(args.limit) {
            shell.beside(&format!("  {}  ", finding.name), &finding.detail)?;
        }
        let left = rule.count.saturating_sub(args.limit);
        if left > 0 {
            shell.line(&Tone::Dim.paint(&format!("  … {left} more: --limit {}", rule.count)))?;
        }
    }
    if !sound.is_empty() {
        let names: Vec<String> =
            sound.iter().map(|rule| format!("{} ({})", Words::english().coded(&rule.rule.word()), rule.of)).collect();
        shell.heading("Nothing found, with how many were looked at")?;
        shell.paragraph(&names.join(" · "), 2)?;
    }
    Ok(0)
}
