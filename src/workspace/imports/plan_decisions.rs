//! What a plan that comes in decides: new outcomes, measures and indicators, and what was blank of known ones.
//!
//! What is known is told by the office's number, else by the words; a key hangs on the words alone, so that the same
//! plan in another file is the same plan. What people have decided stands: a file fills what is blank and nothing else,
//! and what it says otherwise is told.

use std::collections::{BTreeMap, BTreeSet};

use super::plan_links::Links;
use super::plan_report::{DifferentCell, PlanReport};
use crate::domain::plan::{
    Answering, Assistance, DatedQuantity, Facts, PlanFact, PlanField, PlanKey, PlanKind, PlanTime, Quantity,
    Responsibility, StatedStatus,
};
use crate::domain::vocabulary::fold;
use crate::domain::{Decision, Outcome};
use crate::ingest::{LastIndicator, LastMeasure, LastOutcome, LastPlan, UnreadCell};
use crate::text::plan_dates::{Edge, plan_date};
use crate::text::plan_words::status_of;
use crate::text::quantities::quantity;
use crate::view::{Refusal, View};
use crate::workspace::commands::budget_of;

/// What a plan decides, and the report of it.
pub(super) struct Taking<'v> {
    view: &'v View,
    links: Links<'v>,
    /// What is decided so far, by what it is about.
    decided: BTreeMap<PlanKey, Facts>,
    /// Measures that stand, by their words and what they serve.
    worded: BTreeMap<(Option<PlanKey>, String), PlanKey>,
    pub(super) report: PlanReport,
}

impl<'v> Taking<'v> {
    pub(super) fn of(view: &'v View, links: Links<'v>) -> Self {
        let measures = view.plan().measures.values();
        let worded = measures.map(|own| ((own.serves, fold(&own.text)), own.key)).collect();
        Self { view, links, decided: BTreeMap::new(), worded, report: PlanReport::default() }
    }

    /// The decisions of all plans that were taken.
    pub(super) fn into_parts(self) -> (Vec<Outcome>, PlanReport) {
        let decided = self.decided.into_iter();
        let outcomes = decided.flat_map(|(key, facts)| facts.into_values().map(move |fact| Decision::Plan(key, fact)));
        (outcomes.map(Outcome::Set).collect(), self.report)
    }

    /// Takes a plan. What stands twice under one number goes by its words.
    ///
    /// # Errors
    /// When records or the register cannot be read.
    pub(super) fn take(&mut self, plan: LastPlan) -> Result<(), Refusal> {
        self.report.unread.extend(plan.unread);
        self.report.continued.extend(plan.continued);
        self.numbered_twice(&plan.outcomes);
        plan.outcomes.iter().try_for_each(|outcome| self.outcome(outcome))
    }

    /// Notes the numbers that stand for several measures.
    fn numbered_twice(&mut self, outcomes: &[LastOutcome]) {
        let mut seen = BTreeSet::new();
        let numbers = outcomes.iter().flat_map(|outcome| &outcome.measures).map(|measure| &measure.number);
        for number in numbers.filter(|number| !number.is_empty()) {
            if !seen.insert(number) {
                self.report.numbered_twice.insert(number.clone());
            }
        }
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
        let mut misfits = Vec::new();
        let mut valued = |words: &String| {
            let value = quantity(words, &indicator.unit).unwrap_or_else(|_| {
                misfits.push(words.clone());
                Quantity::Words(words.clone())
            });
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
        let unread = misfits.into_iter().map(|text| UnreadCell {
            place: place.to_owned(),
            column: indicator.unit.clone(),
            text,
        });
        self.report.unread.extend(unread);
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
            let whole = codes_of(name, self.view)?;
            // A name that is not known whole may be several: the names of single bodies hold commas too.
            let parts: Vec<&str> = if whole.is_empty() { name.split([',', '،', '，']).collect() } else { Vec::new() };
            let mut codes = whole;
            for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
                let known = codes_of(part, self.view)?;
                if known.is_empty() {
                    _ = self.report.unknown_bodies.insert(part.to_owned());
                    codes.push(part.to_owned());
                }
                codes.extend(known);
            }
            if !has_any {
                codes.into_iter().for_each(|code| self.decide(key, fact(code, Responsibility::default())));
            }
        }
        Ok(())
    }

    /// Begins something; whether it is new.
    fn begin(&mut self, key: PlanKey, kind: PlanKind) -> bool {
        let is_new = self.stands(key, &PlanField::Kind).is_none();
        if is_new {
            self.decide(key, PlanFact::Kind(kind));
        }
        is_new
    }

    /// Fills a field that is blank; what stands otherwise, or was read otherwise before, is told.
    fn set(&mut self, key: PlanKey, place: &str, fact: PlanFact) {
        match &fact {
            PlanFact::From(date) | PlanFact::Until(date) if date.time == PlanTime::Unread => self.report.undated += 1,
            PlanFact::Status(said) if said.status.is_none() => {
                _ = self.report.unknown_statuses.insert(said.words.clone());
            }
            _ => {}
        }
        match self.stands(key, &fact.field()) {
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
        self.decided.entry(key).or_default().entry(fact.field()).or_insert(fact);
    }

    /// What stands of a field, or is decided here already.
    fn stands(&self, key: PlanKey, field: &PlanField) -> Option<PlanFact> {
        let known = self.facts(key).and_then(|facts| facts.get(field));
        known.or_else(|| self.decided.get(&key)?.get(field)).cloned()
    }

    fn facts(&self, key: PlanKey) -> Option<&'v Facts> {
        self.view.decisions.plan.get(&key)
    }

    fn has(&self, key: PlanKey, is_wanted: impl Fn(&PlanField) -> bool) -> bool {
        self.facts(key).is_some_and(|facts| facts.keys().any(is_wanted))
    }

    /// The key of words, however they are spaced and spelt with small letters or capitals; never one that something
    /// with other words has.
    fn key_of(&self, parts: &[&str], text: &str) -> PlanKey {
        let folded: Vec<String> = parts.iter().map(|part| fold(part)).collect();
        let is_other = |key: PlanKey| {
            let stands = self.stands(key, &PlanField::Text);
            stands.is_some_and(|stands| !text.is_empty() && fold(&stands.written()) != fold(text))
        };
        PlanKey::minted(folded.join("\0").as_bytes(), is_other)
    }

    fn key_of_outcome(&self, outcome: &LastOutcome) -> PlanKey {
        let mut known = self.view.plan().outcomes.values();
        let same = known.find(|own| fold(&own.text) == fold(&outcome.text)).map(|own| own.key);
        same.unwrap_or_else(|| self.key_of(&["outcome", &outcome.number, &outcome.text], &outcome.text))
    }

    fn key_of_measure(&self, measure: &LastMeasure, outcome: Option<PlanKey>) -> PlanKey {
        let book = self.view.plan();
        let stated = measure.key.parse::<PlanKey>().ok();
        let under = outcome.map_or_else(String::new, |key| key.to_string());
        let own = self.key_of(&["measure", &under, &measure.number, &measure.text], &measure.text);
        if let Some(key) = [stated, Some(own)].into_iter().flatten().find(|key| book.measures.contains_key(key)) {
            return key;
        }
        let is_unique = !measure.number.is_empty() && !self.report.numbered_twice.contains(&measure.number);
        // An office numbers anew under each of its objectives.
        let numbered = || {
            let mut of_number =
                book.measures.values().filter(|own| own.serves == outcome && own.number == measure.number);
            let first = of_number.next().filter(|_| is_unique);
            first.filter(|_| of_number.next().is_none()).map(|own| own.key)
        };
        let worded = || self.worded.get(&(outcome, fold(&measure.text))).copied();
        numbered().or_else(worded).unwrap_or(own)
    }

    fn key_of_indicator(&self, indicator: &LastIndicator, measure: PlanKey) -> PlanKey {
        let known = self.view.plan().indicators_of(measure);
        let same = known.iter().find(|own| fold(&own.name) == fold(&indicator.text)).map(|own| own.key);
        let parts = ["indicator", &measure.to_string(), &indicator.number, &indicator.text];
        same.unwrap_or_else(|| self.key_of(&parts, &indicator.text))
    }
}

/// What stands between two bodies in one cell, besides commas: names of single bodies hold such words too.
const BETWEEN: [&str; 9] = [" / ", "/", " & ", " + ", " and ", " et ", " y ", " и ", " و"];

/// The codes of the body of a name; of several bodies in one name where each of them is known. Empty when it is not.
fn codes_of(name: &str, view: &View) -> Result<Vec<String>, Refusal> {
    let code = |name: &str| match view.body_code(name.trim()) {
        Ok(code) => Ok(Some(code)),
        Err(Refusal::Unknown { .. }) => Ok(None),
        Err(other) => Err(other),
    };
    // "Ministry of Justice (lead)": what stands in brackets says what it does.
    let bare = name.split_once('(').map_or(name, |(bare, _)| bare);
    for name in [name, bare] {
        if let Some(code) = code(name)? {
            return Ok(vec![code]);
        }
    }
    for mark in BETWEEN {
        let parts: Vec<Option<String>> = name.split(mark).map(code).collect::<Result<_, _>>()?;
        if let (true, Some(codes)) = (parts.len() > 1, parts.into_iter().collect::<Option<Vec<String>>>()) {
            return Ok(codes);
        }
    }
    Ok(Vec::new())
}
