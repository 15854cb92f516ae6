//! Measures and recommendations as lines of text, the same in every format.

use super::caption::PlanCaption;
use crate::domain::Position;
use crate::exports::measure_lines::{indicators, money, status, time};
use crate::exports::plan::source_line;
use crate::i18n::Words;
use crate::plan::{DocumentCluster, DocumentMeasure, DocumentTheme, PlanText};
use crate::text::printable::printable;

/// The columns of a table of measures.
pub(super) const COLUMNS: [PlanCaption; 9] = [
    PlanCaption::Number,
    PlanCaption::Measure,
    PlanCaption::Answers,
    PlanCaption::Lead,
    PlanCaption::Support,
    PlanCaption::Time,
    PlanCaption::Indicators,
    PlanCaption::Budget,
    PlanCaption::Status,
];

/// The cells of a measure, in the order of the columns; what nobody has said is marked.
pub(super) fn cells(measure: &DocumentMeasure, words: &Words) -> [Vec<String>; 9] {
    let named =
        |caption: PlanCaption, text: &str| (!text.is_empty()).then(|| format!("{}: {text}", words.say(&caption)));
    let mut text = vec![measure.text.clone()];
    text.extend(measure.steps.iter().map(|step| format!("– {step}")));
    text.extend(named(PlanCaption::Obstacles, &measure.obstacles));
    let mut money = money(measure, words);
    money.extend(named(PlanCaption::Assistance, &measure.assistance));
    let cells = [
        vec![measure.called()],
        text,
        measure.answers.clone(),
        measure.lead.clone(),
        measure.support.clone(),
        time(measure),
        indicators(measure, words),
        money,
        status(measure, words),
    ];
    // Support, money and status may well be nobody's and nothing; the others are gaps that want mending.
    let wanted = [true, true, true, true, false, true, true, false, true];
    let mut at = 0;
    cells.map(|lines| {
        let is_gap = lines.is_empty() && wanted[at];
        at += 1;
        if is_gap { vec![words.say(&PlanCaption::Gap)] } else { lines.iter().map(|line| shown(line)).collect() }
    })
}

/// The title of the whole.
pub(super) fn title(plan: &PlanText, words: &Words) -> String {
    shown(&words.say(&PlanCaption::Title { name: plan.name.clone() }))
}

/// What it is of, and how much of it is planned.
pub(super) fn as_of(plan: &PlanText, words: &Words) -> String {
    let of_day = PlanCaption::AsOf {
        date: plan.as_of.to_string(),
        measures: plan.measures,
        recommendations: plan.recommendations,
        answered: plan.answered,
    };
    let sentences = PlanCaption::closed(plan.edition.as_ref()).into_iter().chain([of_day]);
    shown(&sentences.map(|caption| words.say(&caption)).collect::<Vec<_>>().join(" "))
}

/// How many clusters stand outside the plan still; nothing when none.
pub(super) fn rest(plan: &PlanText, words: &Words) -> Option<String> {
    (plan.clusters_without > 0).then(|| words.say(&PlanCaption::Rest { clusters: plan.clusters_without }))
}

/// The heading of a cluster.
pub(super) fn cluster_title(cluster: &DocumentCluster, words: &Words) -> String {
    match cluster.number {
        Some(number) => shown(&format!("{number} {}", cluster.title)),
        None => words.say(&PlanCaption::Loose),
    }
}

/// The heading of a theme.
pub(super) fn theme_title(theme: &DocumentTheme, words: &Words) -> String {
    if theme.title.is_empty() { words.say(&PlanCaption::Loose) } else { shown(&theme.title) }
}

/// What links lead to a cluster by.
pub(super) fn anchor(cluster: &DocumentCluster) -> String {
    cluster.number.map_or_else(|| "loose".to_owned(), |number| format!("cluster-{number}"))
}

/// The lines under the heading of a cluster: outcomes, or that there is none.
pub(super) fn outcomes(cluster: &DocumentCluster, words: &Words) -> Vec<String> {
    if cluster.number.is_some() && cluster.outcomes.is_empty() {
        return vec![words.say(&PlanCaption::NoOutcome)];
    }
    let named = |text: &String| shown(&format!("{}: {text}", words.say(&PlanCaption::Outcome)));
    cluster.outcomes.iter().map(named).collect()
}

/// The recommendations of a cluster, each with its States and position.
pub(super) fn recommendations(cluster: &DocumentCluster, words: &Words) -> Vec<String> {
    cluster.recommendations.iter().map(|own| shown(&source_line(own, words))).collect()
}

/// How many of the recommendations of a cluster no measure answers; nothing when all are answered.
pub(super) fn unanswered(cluster: &DocumentCluster, words: &Words) -> Option<String> {
    let caption = PlanCaption::Unanswered { count: cluster.unanswered, all: cluster.recommendations.len() };
    (cluster.unanswered > 0).then(|| words.say(&caption))
}

/// Whether a recommendation was noted: such lines stand paler.
pub(super) fn is_noted(cluster: &DocumentCluster, at: usize) -> bool {
    cluster.recommendations.get(at).is_some_and(|own| own.position == Position::Noted)
}

fn shown(text: &str) -> String {
    printable(text).into_owned()
}
