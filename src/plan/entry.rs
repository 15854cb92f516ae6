//! One thing in the plan, whole; and what the plan says of one recommendation.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::board::{BoardMeasure, line};
use super::editions::closed_editions;
use super::iri::{Iri, iri};
use super::lists::subject_name;
use super::names_of::PlanNames;
use crate::domain::plan::{Assessment, Comment, Indicator, Measure, Milestone, PlanBook, PlanKey, PlanSubject};
use crate::domain::{Asker, RecordId};
use crate::view::{Noun, Question, Refusal, View};

/// What is in a measure?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanEntry {
    /// The key of the measure, or of something of it; or the office's number.
    pub key: String,
}

/// An assessment or a comment of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said<T> {
    /// Its key.
    pub key: PlanKey,
    /// What it is about, as people call it.
    pub subject: String,
    /// What was said.
    pub said: T,
}

/// A measure with everything that hangs on it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasureCard {
    /// In short, with names.
    pub line: BoardMeasure,
    /// As it was decided.
    pub measure: Measure,
    /// Its steps, in the order of their dates.
    pub milestones: Vec<Milestone>,
    /// Its indicators with their values.
    pub indicators: Vec<Indicator>,
    /// What was said of how far it has come, oldest first.
    pub assessments: Vec<Said<Assessment>>,
    /// Comments, oldest first.
    pub comments: Vec<Said<Comment>>,
    /// The closed edition that it stands in; `None` of the plan at work.
    pub edition: Option<String>,
}

/// What the plan says of a recommendation.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RecordPlan {
    /// The measures that answer it.
    pub measures: Vec<BoardMeasure>,
    /// What was said of how far it has come, and its lettered parts, oldest first.
    pub assessments: Vec<Said<Assessment>>,
    /// The index of stakeholders' answers.
    pub iri: Option<Iri>,
    /// Comments, oldest first.
    pub comments: Vec<Said<Comment>>,
}

impl Question for PlanEntry {
    type Answer = MeasureCard;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let at_work = view.plan_in(asker.language);
        if let Some(measure) = self.measure(at_work) {
            return card(measure, at_work, None, view, asker);
        }
        // What has left the plan stands in the newest edition that holds it.
        for edition in closed_editions(at_work) {
            let closed = view.plan_at_closing(edition.key, asker.language)?;
            if let Some(measure) = self.measure(&closed) {
                return card(measure, &closed, Some(edition.name.clone()), view, asker);
            }
        }
        Err(Refusal::unknown(Noun::Plan, self.key.clone()))
    }
}

fn card(
    measure: &Measure,
    book: &PlanBook,
    edition: Option<String>,
    view: &View,
    asker: &Asker,
) -> Result<MeasureCard, Refusal> {
    let names = PlanNames::of(std::iter::once(measure), view, asker.language)?;
    let indicators: Vec<Indicator> = book.indicators_of(measure.key).into_iter().cloned().collect();
    let keys: Vec<PlanKey> =
        std::iter::once(measure.key).chain(indicators.iter().map(|indicator| indicator.key)).collect();
    let is_about = |subject: &PlanSubject| matches!(subject, PlanSubject::Plan(key) if keys.contains(key));
    Ok(MeasureCard {
        line: line(measure, book, &names),
        measure: measure.clone(),
        milestones: book.milestones_of(measure.key).into_iter().cloned().collect(),
        indicators,
        assessments: assessments(book, view, is_about)?,
        comments: comments(book, view, is_about)?,
        edition,
    })
}

impl PlanEntry {
    fn measure<'b>(&self, book: &'b PlanBook) -> Option<&'b Measure> {
        let numbered = || book.measures.values().find(|measure| measure.number == self.key.trim());
        let Ok(key) = self.key.parse::<PlanKey>() else { return numbered() };
        let of = book.milestones.get(&key).map(|step| step.measure);
        let of = of.or_else(|| book.indicators.get(&key).map(|indicator| indicator.measure)).unwrap_or(key);
        book.measures.get(&of).or_else(numbered)
    }
}

/// What the plan says of a record; nothing where it says nothing.
///
/// # Errors
/// When records cannot be read.
pub fn plan_of_record(id: RecordId, view: &View, asker: &Asker) -> Result<RecordPlan, Refusal> {
    let book = view.plan_in(asker.language);
    let answering: Vec<&Measure> = book.measures.values().filter(|m| m.answers.contains_key(&id)).collect();
    let names = PlanNames::of(answering.iter().copied(), view, asker.language)?;
    let is_about = |subject: &PlanSubject| subject.record() == Some(id);
    let of_record = book.assessments.iter().filter(|said| said.subject == PlanSubject::Record(id));
    Ok(RecordPlan {
        measures: answering.iter().map(|measure| line(measure, book, &names)).collect(),
        assessments: assessments(book, view, is_about)?,
        iri: iri(of_record),
        comments: comments(book, view, is_about)?,
    })
}

fn assessments(
    book: &PlanBook,
    view: &View,
    is_about: impl Fn(&PlanSubject) -> bool,
) -> Result<Vec<Said<Assessment>>, Refusal> {
    let found = book.assessments.iter().filter(|own| is_about(&own.subject));
    said(found.map(|own| (own.key, &own.subject, &own.assessment)), |own| own.voice.on, view)
}

fn comments(
    book: &PlanBook,
    view: &View,
    is_about: impl Fn(&PlanSubject) -> bool,
) -> Result<Vec<Said<Comment>>, Refusal> {
    let found = book.comments.iter().filter(|own| is_about(&own.subject));
    said(found.map(|own| (own.key, &own.subject, &own.comment)), |own| own.voice.on, view)
}

/// What was said, each with the name of what it is about, oldest first.
fn said<'b, T: Clone + 'b>(
    found: impl Iterator<Item = (PlanKey, &'b PlanSubject, &'b T)>,
    on: impl Fn(&T) -> Date,
    view: &View,
) -> Result<Vec<Said<T>>, Refusal> {
    let named =
        found.map(|(key, subject, own)| Ok(Said { key, subject: subject_name(subject, view)?, said: own.clone() }));
    let mut all: Vec<Said<T>> = named.collect::<Result<_, Refusal>>()?;
    all.sort_by_key(|own| (on(&own.said), own.key));
    Ok(all)
}
