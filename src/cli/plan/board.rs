//! The plan on a terminal: clusters with their outcomes, measures with who, when and how far.

use crate::cli::plural::plural;
use crate::cli::shell::{Shell, Tone};
use crate::domain::full_title;
use crate::domain::plan::Status;
use crate::i18n::Words;
use crate::plan::{BoardCluster, BoardMeasure, PlanOverview};

/// References shown of one measure.
const MOST: usize = 8;

pub(super) fn print(plan: &PlanOverview, shell: &mut Shell) -> anyhow::Result<u8> {
    if let Some(edition) = &plan.edition {
        shell.line(&format!("Closed plan \"{}\", as it stood on {}", edition.name, edition.closed))?;
    }
    if plan.all_measures == 0 {
        shell.line("The plan holds no measure yet.")?;
        shell
            .remark("Set what is to be reached: weft plan outcome CLUSTER TEXT; then: weft plan add TEXT --for RECORD");
    }
    for cluster in &plan.clusters {
        of_cluster(cluster, shell)?;
    }
    if plan.all_measures > 0 {
        shell.line("")?;
        let shown = plural(plan.measures as u64, "measure");
        let without = plural(plan.clusters_without as u64, "cluster");
        shell.paragraph(
            &format!("{shown} of {}; {without} without any. What is missing: weft plan check", plan.all_measures),
            0,
        )?;
    }
    Ok(u8::from(plan.clusters.is_empty()))
}

fn of_cluster(cluster: &BoardCluster, shell: &mut Shell) -> anyhow::Result<()> {
    match cluster.number {
        Some(number) => shell.heading(&format!("{number} {}", full_title(&cluster.theme_title, &cluster.title)))?,
        None => shell.heading("In no cluster")?,
    }
    for outcome in &cluster.outcomes {
        shell.beside("  Outcome: ", outcome)?;
    }
    if cluster.number.is_some() && cluster.outcomes.is_empty() {
        shell.line(&Tone::Dim.paint("  No desired outcome yet"))?;
    }
    for measure in &cluster.measures {
        of_measure(measure, shell)?;
    }
    if cluster.unanswered > 0 {
        let records = format!("  {} of {} records in no measure", cluster.unanswered, cluster.records);
        shell.line(&Tone::Dim.paint(&records))?;
    }
    Ok(())
}

pub(super) fn of_measure(measure: &BoardMeasure, shell: &mut Shell) -> anyhow::Result<()> {
    let number = if measure.number.is_empty() { String::new() } else { format!("{} ", measure.number) };
    shell.line("")?;
    let before = format!("  {}  {number}", Tone::Strong.paint(&measure.key.to_string()));
    shell.paragraph(&format!("{before}{}", measure.text), 2)?;
    let left = measure.answers.len().saturating_sub(MOST);
    let mut answers = measure.answers.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if left > 0 {
        answers.push_str(&format!(" and {left} more"));
    }
    let names = |names: &[String]| if names.is_empty() { "–".to_owned() } else { names.join(", ") };
    let facts = [
        ("answers", if answers.is_empty() { "–".to_owned() } else { answers }),
        ("lead", names(&measure.lead)),
        ("with", measure.support.join(", ")),
        ("until", if measure.until.is_empty() { "–".to_owned() } else { measure.until.clone() }),
        ("status", status(measure)),
        ("steps", if measure.milestones > 0 { measure.milestones.to_string() } else { String::new() }),
        ("measured", indicators(measure)),
    ];
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        shell.beside(&format!("      {name:<9}"), value)?;
    }
    Ok(())
}

/// The words as they were written; where a word of Weft's own means the same, that one.
fn status(measure: &BoardMeasure) -> String {
    let word = |status: Status| Words::english().coded(&status.word());
    match measure.status {
        Some(known) if measure.status_words == known.code() => word(known),
        Some(known) if measure.status_words != word(known) => format!("{} ({})", measure.status_words, word(known)),
        _ => measure.status_words.clone(),
    }
}

fn indicators(measure: &BoardMeasure) -> String {
    match (&measure.no_indicator, measure.indicators) {
        (Some(reason), 0) => format!("no indicator needed: {reason}"),
        (_, 0) => "–".to_owned(),
        (_, count) => plural(count as u64, "indicator"),
    }
}
