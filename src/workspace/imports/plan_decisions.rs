//! What a plan that comes in decides: new outcomes, measures and indicators, and what was blank of known ones.
//!
//! What is known is told by the office's number, else by the words; a key hangs on the words alone, so that the same
//! plan in another file is the same plan. What people have decided stands: a file fills what is blank and nothing else,
//! and what it says otherwise is told.

use std::collections::BTreeSet;

use super::plan_links::Links;
use super::plan_report::{DifferentCell, PlanReport};
use crate::domain::plan::{
    Answering, Assistance, DatedQuantity, Facts, PlanFact, PlanField, PlanKey, PlanKind, Quantity, Responsibility,
    StatedStatus,
};
use crate::domain::vocabulary::fold;
use crate::domain::{Decision, Outcome, Subject};
use crate::ingest::{LastIndicator, LastMeasure, LastOutcome, LastPlan};
use crate::text::plan_dates::{Edge, plan_date};
use crate::text::plan_words::status_of;
use crate::text::quantities::quantity;
use crate::view::{Refusal, View};
use crate::workspace::commands::{body_code, budget_of};

/// What a plan decides, and the report of it.
pub(super) struct Taking<'v> {
    view: &'v View,
    links: Links<'v>,
    decided: Vec<Outcome>,
    subjects: BTreeSet<Subject>,
    pub(super) report: PlanReport,
}

impl<'v> Taking<'v> {
    pub(super) fn of(view: &'v View, links: Links<'v>) -> Self {
        let (decided, subjects) = (Vec::new(), BTreeSet::new());
        Self { view, links, decided, subjects, report: PlanReport::default() }
    }

    /// The decisions of all plans that were taken.
    pub(super) fn into_parts(self) -> (Vec<Outcome>, PlanReport) {
        (self.decided, self.report)
    }

    /// Takes a plan.
    ///
    /// # Errors
    /// When records or the register cannot be read.
    pub(super) fn take(&mut self, plan: LastPlan) -> Result<(), Refusal> {
        self.report.unread.extend(plan.unread);
        plan.outcomes.iter().try_for_each(|outcome| self.outcome(outcome))
    }

    fn outcome(&mut self, outcome: &LastOutcome) -> Result<(), Refusal> {
        let named = !outcome.text.is_empty() || !outcome.number.is_empty();
        let key = named.then(|| self.key_of_outcome(outcome));
        if let Some(key) = key {
            let text = if outcome.text.is_empty() { &outcome.number } else { &outcome.text };
            let is_new = self.begin(key, PlanKind::Outcome);
            self.report.outcomes.count(is_new);
            self.set(key, "", PlanFact::Text(text.clone()));
            if !outcome.number.is_empty() {
                self.set(key, "", PlanFact::Number(outcome.number.clone()));
            }
        }
        outcome.measures.iter().try_for_each(|measure| self.measure(measure, key))
    }

    fn measure(&mut self, measure: &LastMeasure, outcome: Option<PlanKey>) -> Result<(), Refusal> {
        let key = self.key_of_measure(measure, outcome);
        let is_new = self.begin(key, PlanKind::Measure);
        self.report.measures.count(is_new);
        let place = measure.place.as_str();
        let text = if measure.text.is_empty() { &measure.number } else { &measure.text };
        self.set(key, place, PlanFact::Text(text.clone()));
        let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let facts = [
            filled(&measure.number).map(PlanFact::Number),
            outcome.map(PlanFact::Serves),
            filled(&measure.from).map(|words| PlanFact::From(plan_date(&words, Edge::First))),
            filled(&measure.until).map(|words| PlanFact::Until(plan_date(&words, Edge::Last))),
            filled(&measure.status).map(|words| PlanFact::Status(StatedStatus { status: status_of(&words), words })),
            filled(&measure.budget).map(|words| PlanFact::Budget(budget_of(&words))),
            filled(&measure.assistance)
                .map(|words| PlanFact::Assistance(Assistance { words, ..Assistance::default() })),
            filled(&measure.obstacles).map(PlanFact::Obstacles),
            filled(&measure.remarks).map(PlanFact::Remarks),
        ];
        facts.into_iter().flatten().for_each(|fact| self.set(key, place, fact));
        self.bodies(key, &measure.lead, PlanFact::Lead)?;
        self.bodies(key, &measure.support, PlanFact::Support)?;
        self.answers(key, measure)?;
        measure.indicators.iter().try_for_each(|indicator| self.indicator(indicator, key))
    }

    /// The recommendations of a measure; where some are known already, no others are added.
    fn answers(&mut self, key: PlanKey, measure: &LastMeasure) -> Result<(), Refusal> {
        let (found, unlinked) = self.links.of(&measure.recommendations, &measure.place)?;
        self.report.linked += found.len();
        self.report.unlinked.extend(unlinked);
        if !self.has(key, |field| matches!(field, PlanField::Answers(_))) {
            found.into_iter().for_each(|id| self.decide(key, PlanFact::Answers(id, Answering::Answers)));
        }
        Ok(())
    }

    fn indicator(&mut self, indicator: &LastIndicator, measure: PlanKey) -> Result<(), Refusal> {
        let key = self.key_of_indicator(indicator, measure);
        let is_new = self.begin(key, PlanKind::Indicator(measure));
        self.report.indicators.count(is_new);
        let place = indicator.place.as_str();
        let valued = |words: &String| {
            let value = quantity(words, &indicator.unit).unwrap_or_else(|_| Quantity::Words(words.clone()));
            DatedQuantity { value, date: None }
        };
        let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let facts = [
            Some(PlanFact::Text(indicator.text.clone())),
            filled(&indicator.number).map(PlanFact::Number),
            filled(&indicator.unit).map(PlanFact::Unit),
            filled(&indicator.baseline).map(|words| PlanFact::Baseline(valued(&words))),
            filled(&indicator.target).map(|words| PlanFact::Target(valued(&words))),
            filled(&indicator.source).map(PlanFact::Source),
            filled(&indicator.until).map(|words| PlanFact::Until(plan_date(&words, Edge::Last))),
        ];
        facts.into_iter().flatten().for_each(|fact| self.set(key, place, fact));
        self.bodies(key, &indicator.lead, PlanFact::Lead)
    }

    /// Bodies that lead or take part, where none is known: by their codes, or as they are written.
    fn bodies(
        &mut self,
        key: PlanKey,
        names: &[String],
        fact: fn(String, Responsibility) -> PlanFact,
    ) -> Result<(), Refusal> {
        let is_part = |field: &PlanField| {
            let of = fact(String::new(), Responsibility::default()).field();
            std::mem::discriminant(field) == std::mem::discriminant(&of)
        };
        let has_any = self.has(key, is_part);
        for name in names {
            let code = match body_code(name, self.view) {
                Ok(code) => code,
                Err(Refusal::Unknown { .. }) => {
                    _ = self.report.unknown_bodies.insert(name.clone());
                    name.clone()
                }
                Err(other) => return Err(other),
            };
            if !has_any {
                self.decide(key, fact(code, Responsibility::default()));
            }
        }
        Ok(())
    }

    /// Begins something; whether it is new.
    fn begin(&mut self, key: PlanKey, kind: PlanKind) -> bool {
        let is_new = !self.view.decisions.plan.get(&key).is_some_and(|facts| facts.contains_key(&PlanField::Kind));
        let is_first = !self.subjects.contains(&Subject::Plan(key, PlanField::Kind));
        if is_new && is_first {
            self.decide(key, PlanFact::Kind(kind));
        }
        is_new && is_first
    }

    /// Fills a field that is blank; what stands otherwise is told.
    fn set(&mut self, key: PlanKey, place: &str, fact: PlanFact) {
        match &fact {
            PlanFact::From(date) | PlanFact::Until(date) if date.last().is_none() => self.report.undated += 1,
            PlanFact::Status(said) if said.status.is_none() => {
                _ = self.report.unknown_statuses.insert(said.words.clone());
            }
            _ => {}
        }
        match self.facts(key).and_then(|facts| facts.get(&fact.field())) {
            None => self.decide(key, fact),
            Some(stands) if stands.written() == fact.written() => {}
            Some(stands) => self.report.different.push(DifferentCell {
                place: place.to_owned(),
                key,
                field: fact.field().word(),
                stands: stands.written(),
                file: fact.written(),
            }),
        }
    }

    fn decide(&mut self, key: PlanKey, fact: PlanFact) {
        if self.subjects.insert(Subject::Plan(key, fact.field())) {
            self.decided.push(Outcome::Set(Decision::Plan(key, fact)));
        }
    }

    fn facts(&self, key: PlanKey) -> Option<&'v Facts> {
        self.view.decisions.plan.get(&key)
    }

    fn has(&self, key: PlanKey, is_wanted: impl Fn(&PlanField) -> bool) -> bool {
        self.facts(key).is_some_and(|facts| facts.keys().any(is_wanted))
    }

    fn key_of_outcome(&self, outcome: &LastOutcome) -> PlanKey {
        let mut known = self.view.plan().outcomes.values();
        let same = known.find(|own| fold(&own.text) == fold(&outcome.text)).map(|own| own.key);
        same.unwrap_or_else(|| key_of(&["outcome", &outcome.number, &outcome.text]))
    }

    fn key_of_measure(&self, measure: &LastMeasure, outcome: Option<PlanKey>) -> PlanKey {
        let book = self.view.plan();
        let numbered = || book.measures.values().find(|own| !own.number.is_empty() && own.number == measure.number);
        let worded =
            || book.measures.values().find(|own| own.serves == outcome && fold(&own.text) == fold(&measure.text));
        let known = numbered().or_else(worded).map(|own| own.key);
        let under = outcome.map_or_else(String::new, |key| key.to_string());
        known.unwrap_or_else(|| key_of(&["measure", &under, &measure.number, &measure.text]))
    }

    fn key_of_indicator(&self, indicator: &LastIndicator, measure: PlanKey) -> PlanKey {
        let known = self.view.plan().indicators_of(measure);
        let same = known.iter().find(|own| fold(&own.name) == fold(&indicator.text)).map(|own| own.key);
        same.unwrap_or_else(|| key_of(&["indicator", &measure.to_string(), &indicator.number, &indicator.text]))
    }
}

/// The key of words, however they are spaced and spelt with small letters or capitals.
fn key_of(parts: &[&str]) -> PlanKey {
    let folded: Vec<String> = parts.iter().map(|part| fold(part)).collect();
    PlanKey::minted(folded.join("\0").as_bytes(), |_| false)
}
