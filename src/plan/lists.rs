//! Everything in the plan as rows: measures, indicators, assessments. Lists are joined with `|`, bodies are codes,
//! dates are cut to what is known; columns stand as other programs read them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::home::{home_of, outcomes};
use super::names_of::PlanNames;
use crate::domain::plan::{
    AssessedSubject, Assistance, Budget, DatedQuantity, Indicator, Measure, Milestone, Observation, PlanBook, PlanDate,
    PlanSubject, Responsibility, gap_written, joined,
};
use crate::domain::{Asker, ClusterNumber, RecordId};
use crate::view::{Refusal, View};

/// What stands between the values of a list.
const BETWEEN: &str = "|";

/// A measure as a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "each is the column of that name")]
pub struct MeasureRow {
    pub key: String,
    pub number: String,
    pub outcome: String,
    pub cluster: String,
    pub text: String,
    pub recommendations: String,
    pub recommendation_ids: String,
    pub lead: String,
    pub support: String,
    pub from: String,
    pub until: String,
    pub until_words: String,
    pub status: String,
    pub milestones: String,
    pub indicators: String,
    pub budget: String,
    pub assistance: String,
    pub obstacles: String,
    pub remarks: String,
}

/// An indicator as a row; a value as `period=value`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "each is the column of that name")]
pub struct IndicatorRow {
    pub key: String,
    pub measure: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub unit: String,
    pub baseline: String,
    pub baseline_date: String,
    pub target: String,
    pub target_date: String,
    pub source: String,
    pub split_by: String,
    pub every: String,
    pub until: String,
    pub until_words: String,
    pub lead: String,
    pub values: String,
}

/// An assessment as a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "each is the column of that name")]
pub struct AssessmentRow {
    pub subject: String,
    pub value: String,
    pub scale: String,
    pub by: String,
    pub kind: String,
    pub date: String,
    pub evidence: String,
}

/// All measures, or those that a body leads or supports, in the order of their clusters, numbers and keys.
///
/// # Errors
/// When records cannot be read.
pub fn measure_rows(view: &View, asker: &Asker, entity: Option<&str>) -> Result<Vec<MeasureRow>, Refusal> {
    let book = view.plan_in(asker.language);
    let names = PlanNames::of(book.measures.values(), view, asker.language)?;
    let set = outcomes(book, view);
    let mut measures: Vec<(Option<ClusterNumber>, &Measure)> =
        book.measures.values().filter(|m| m.is_of(entity)).map(|measure| (home_of(measure, view), measure)).collect();
    // What stands in no cluster comes last.
    measures.sort_by_cached_key(|(home, measure)| (home.is_none(), *home, measure.place()));
    let mut rows = Vec::with_capacity(measures.len());
    for (home, measure) in measures {
        let own = measure.serves.and_then(|key| book.outcomes.get(&key));
        let of_cluster = || home.and_then(|number| set.get(&number)?.first().copied());
        let outcome = own.or_else(of_cluster).map_or_else(String::new, |outcome| outcome.text.clone());
        rows.push(measure_row(measure, home, outcome, book, &names));
    }
    Ok(rows)
}

fn measure_row(
    measure: &Measure,
    home: Option<ClusterNumber>,
    outcome: String,
    book: &PlanBook,
    names: &PlanNames<'_>,
) -> MeasureRow {
    let (milestones, indicators) = (book.milestones_of(measure.key), book.indicators_of(measure.key));
    let ids: Vec<RecordId> = measure.answers.keys().copied().collect();
    MeasureRow {
        key: measure.key.to_string(),
        number: measure.number.clone(),
        outcome,
        cluster: home.map_or_else(String::new, |number| number.to_string()),
        text: measure.text.clone(),
        recommendations: barred(ids.iter().map(|id| names.reference(*id))),
        recommendation_ids: barred(ids.iter().map(ToString::to_string)),
        lead: codes(&measure.lead),
        support: codes(&measure.support),
        from: date(measure.from.as_ref()),
        until: date(measure.until.as_ref()),
        until_words: words(measure.until.as_ref()),
        status: measure.status.as_ref().map_or_else(String::new, status),
        milestones: barred(milestones.into_iter().map(milestone)),
        indicators: barred(indicators.iter().map(|indicator| indicator.name.clone())),
        budget: measure.budget.as_ref().map_or_else(String::new, budget),
        assistance: measure.assistance.as_ref().map_or_else(String::new, assistance),
        obstacles: measure.obstacles.clone(),
        remarks: measure.remarks.clone(),
    }
}

/// All indicators, in the order of their measures' keys and of their names.
#[must_use]
pub fn indicator_rows(view: &View, asker: &Asker) -> Vec<IndicatorRow> {
    let book = view.plan_in(asker.language);
    let of_measure = |measure: &Measure| book.indicators_of(measure.key);
    book.measures.values().flat_map(of_measure).map(|indicator| indicator_row(indicator, book)).collect()
}

fn indicator_row(indicator: &Indicator, book: &PlanBook) -> IndicatorRow {
    let measure = book.measures.get(&indicator.measure);
    let value = |dated: Option<&DatedQuantity>| dated.map_or_else(String::new, |dated| dated.value.to_string());
    let at = |dated: Option<&DatedQuantity>| date(dated.and_then(|dated| dated.date.as_ref()));
    let target = indicator.target.as_ref();
    // Where it has no date of its own, that of its target or of the measure holds.
    let of_target = target.and_then(|target| target.date.as_ref());
    let until = indicator.until.as_ref().or(of_target).or_else(|| measure?.until.as_ref());
    let own = (!indicator.lead.is_empty()).then_some(&indicator.lead);
    let lead = own.or_else(|| measure.map(|measure| &measure.lead));
    IndicatorRow {
        key: indicator.key.to_string(),
        measure: indicator.measure.to_string(),
        name: indicator.name.clone(),
        kind: indicator.kind.map_or("", |kind| kind.code()).to_owned(),
        unit: indicator.unit.clone(),
        baseline: value(indicator.baseline.as_ref()),
        baseline_date: at(indicator.baseline.as_ref()),
        target: value(target),
        target_date: at(target),
        source: indicator.source.clone(),
        split_by: indicator.split_by.join(BETWEEN),
        every: indicator.every.map_or_else(String::new, |months| format!("{months}m")),
        until: date(until),
        until_words: words(until),
        lead: lead.map_or_else(String::new, codes),
        values: barred(indicator.observed.iter().map(|(period, observed)| format!("{period}={}", said(observed)))),
    }
}

/// All assessments, in the order of their days and keys; a recommendation by its reference.
///
/// # Errors
/// When records cannot be read.
pub fn assessment_rows(view: &View) -> Result<Vec<AssessmentRow>, Refusal> {
    let mut said: Vec<&AssessedSubject> = view.plan().assessments.iter().collect();
    said.sort_by_key(|said| (said.assessment.voice.on, said.key));
    said.into_iter().map(|said| assessment_row(said, view)).collect()
}

fn assessment_row(said: &AssessedSubject, view: &View) -> Result<AssessmentRow, Refusal> {
    let (assessment, voice) = (&said.assessment, &said.assessment.voice);
    Ok(AssessmentRow {
        subject: subject_name(&said.subject, view)?,
        value: assessment.value.written().to_owned(),
        scale: assessment.value.scale().to_owned(),
        by: voice.by.clone(),
        kind: voice.kind.code().to_owned(),
        date: voice.on.to_string(),
        evidence: assessment.evidence.clone(),
    })
}

/// What people call the subject of an assessment or a comment.
///
/// # Errors
/// When its record cannot be read.
pub fn subject_name(subject: &PlanSubject, view: &View) -> Result<String, Refusal> {
    let called = |id: RecordId| Ok(view.record(id)?.map_or_else(|| id.to_string(), |settled| settled.reference));
    Ok(match subject {
        PlanSubject::Record(id) | PlanSubject::Ask(id) => called(*id)?,
        PlanSubject::Part(id, part) => format!("{} ({part})", called(*id)?),
        PlanSubject::Cluster(number) => number.to_string(),
        PlanSubject::Plan(key) => key.to_string(),
    })
}

fn barred(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(BETWEEN)
}

fn codes(tasks: &BTreeMap<String, Responsibility>) -> String {
    barred(tasks.keys().cloned())
}

fn date(date: Option<&PlanDate>) -> String {
    date.map_or_else(String::new, ToString::to_string)
}

fn words(date: Option<&PlanDate>) -> String {
    date.map_or_else(String::new, |date| date.words.clone())
}

fn status(stated: &crate::domain::plan::StatedStatus) -> String {
    stated.status.map_or_else(|| stated.words.clone(), |status| status.code().to_owned())
}

fn milestone(step: &Milestone) -> String {
    match words(step.until.as_ref()) {
        until if until.is_empty() => step.text.clone(),
        until => format!("{} ({until})", step.text),
    }
}

fn budget(budget: &Budget) -> String {
    joined(&[&budget.words, &budget.source, &gap_written(budget)])
}

fn assistance(help: &Assistance) -> String {
    joined(&[&help.words, &help.partner, &help.fund, help.step.code()])
}

fn said(observed: &Observation) -> String {
    match observed {
        Observation::Missing { reason } => format!("– ({reason})"),
        Observation::Value { value, split } if split.is_empty() => value.to_string(),
        Observation::Value { value, split } => {
            let groups: Vec<String> = split.iter().map(|(group, value)| format!("{group}: {value}")).collect();
            format!("{value} ({})", groups.join(", "))
        }
    }
}
