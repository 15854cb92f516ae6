//! `weft plan show`.

use super::board::of_measure;
use super::said::said;
use crate::cli::shell::{Shell, Tone};
use crate::domain::plan::{DatedQuantity, Indicator, Measure, Milestone, Observation, PlanDate, joined};
use crate::i18n::Words;
use crate::plan::PlanEntry;
use crate::workspace::Workspace;

pub(super) fn run(key: String, workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    let card = shell.answer(workspace, &PlanEntry { key })?;
    if shell.json {
        return shell.json(&card);
    }
    if let Some(edition) = &card.edition {
        shell.remark(&format!("this stands in the closed plan '{edition}' and can only be read"));
    }
    of_measure(&card.line, shell)?;
    more(&card.measure, shell)?;
    if !card.milestones.is_empty() {
        shell.line(&format!("\n{}", Tone::Strong.paint("steps")))?;
    }
    card.milestones.iter().try_for_each(|step| milestone(step, shell))?;
    card.indicators.iter().try_for_each(|own| indicator(own, shell))?;
    said(&card.assessments, &card.comments, shell)?;
    Ok(0)
}

/// What the list of the plan does not show.
fn more(measure: &Measure, shell: &mut Shell) -> anyhow::Result<()> {
    let words = Words::english();
    let tasks = measure.lead.iter().chain(&measure.support);
    let tasks: Vec<String> = tasks
        .map(|(body, task)| {
            let reason = if task.reason.is_empty() { String::new() } else { format!(", {}", task.reason) };
            let instead = if task.instead.is_empty() { String::new() } else { format!(", proposes {}", task.instead) };
            let contact = if task.contact.is_empty() { String::new() } else { format!(", {}", task.contact) };
            format!("{body}: {}{reason}{instead}{contact}", words.coded(&task.acceptance.word()))
        })
        .collect();
    let budget = measure.budget.as_ref().map_or_else(String::new, |b| joined(&[&b.words, &b.source]));
    let help = measure.assistance.as_ref().map_or_else(String::new, |help| {
        let from = joined(&[&help.partner, &help.fund]);
        format!("{} ({})", joined(&[&help.words, &from]), words.coded(&help.step.word()))
    });
    let release = words.coded(&measure.release.word());
    let public = if measure.is_published { ", published" } else { "" };
    let lines = [
        ("from", measure.from.as_ref().map_or_else(String::new, |from| from.words.clone())),
        ("tasks", tasks.join("; ")),
        ("budget", budget),
        ("lacking", measure.budget.as_ref().map_or_else(String::new, |b| b.gap_words().to_owned())),
        ("help", help),
        ("obstacle", measure.obstacles.clone()),
        ("remarks", measure.remarks.clone()),
        ("release", format!("{release}{public}")),
    ];
    for (name, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        shell.beside(&format!("      {name:<9}"), value)?;
    }
    Ok(())
}

fn milestone(step: &Milestone, shell: &mut Shell) -> anyhow::Result<()> {
    let until = words_of(step.until.as_ref());
    let status = step.status.as_ref().map_or_else(String::new, |status| format!(", {}", status.words));
    let until = if until.is_empty() { String::new() } else { format!(" ({until})") };
    shell.beside(&format!("  {}  ", step.key), &format!("{}{until}{status}", step.text))
}

fn indicator(indicator: &Indicator, shell: &mut Shell) -> anyhow::Result<()> {
    shell.line(&format!("\n{}", Tone::Strong.paint("indicator")))?;
    let kind = indicator.kind.map_or_else(String::new, |kind| format!(" ({})", Words::english().coded(&kind.word())));
    shell.beside(&format!("  {}  ", indicator.key), &format!("{}{kind}", indicator.name))?;
    let every = indicator.every.map_or_else(String::new, |months| format!("every {months} months"));
    let facts = [
        ("unit", indicator.unit.clone()),
        ("baseline", dated(indicator.baseline.as_ref())),
        ("target", dated(indicator.target.as_ref())),
        ("source", indicator.source.clone()),
        ("split by", indicator.split_by.join(", ")),
        ("due", every),
    ];
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        shell.beside(&format!("      {name:<9}"), value)?;
    }
    for (period, observed) in &indicator.observed {
        shell.beside(&format!("      {:<11}", period.to_string()), &observation(observed))?;
    }
    Ok(())
}

fn observation(observed: &Observation) -> String {
    match observed {
        Observation::Missing { reason } => format!("no value: {reason}"),
        Observation::Value { value, split } => {
            let groups: Vec<String> = split.iter().map(|(group, value)| format!("{group} {value}")).collect();
            if groups.is_empty() { value.to_string() } else { format!("{value} ({})", groups.join(", ")) }
        }
    }
}

fn dated(dated: Option<&DatedQuantity>) -> String {
    dated.map_or_else(String::new, |dated| {
        let date = words_of(dated.date.as_ref());
        if date.is_empty() { dated.value.to_string() } else { format!("{} ({date})", dated.value) }
    })
}

fn words_of(date: Option<&PlanDate>) -> String {
    date.map_or_else(String::new, |date| date.words.clone())
}
