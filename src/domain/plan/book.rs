//! The plan as it stands: what all facts in force make.

use std::collections::{BTreeMap, BTreeSet};

use super::assessment::{Assessment, Comment, PlanSubject};
use super::edition::Edition;
use super::fact::{PlanFact, PlanKind};
use super::field::PlanField;
use super::indicator::Indicator;
use super::key::PlanKey;
use super::measure::{DesiredOutcome, Home, Measure, Milestone};
use super::responsibility::Responsibility;
use crate::domain::Language;
use crate::domain::exchange::{Dispatch, Return, SentRow};

/// The facts of one thing in the plan, by field.
pub type Facts = BTreeMap<PlanField, PlanFact>;

/// Those of them that speak to the one who reads, in the order of their fields: words in another language are laid over
/// those that were written first.
type Heard<'f> = Vec<&'f PlanFact>;

/// An assessment with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessedSubject {
    /// Its key.
    pub key: PlanKey,
    /// What it is about.
    pub subject: PlanSubject,
    /// What was said.
    pub assessment: Assessment,
}

/// A comment with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentedSubject {
    /// Its key.
    pub key: PlanKey,
    /// What it is about.
    pub subject: PlanSubject,
    /// What was said.
    pub comment: Comment,
}

/// Tables that went out, with what has come back of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentTables {
    /// The number of the dispatch.
    pub key: PlanKey,
    /// What went out, and to whom.
    pub dispatch: Dispatch,
    /// Its rows, by their keys.
    pub rows: BTreeMap<PlanKey, SentRow>,
    /// Files that came back, by their fingerprints.
    pub returns: BTreeMap<String, Return>,
}

/// The plan. What has no kind is none: facts of something that was removed stand for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanBook {
    /// Desired outcomes, by key.
    pub outcomes: BTreeMap<PlanKey, DesiredOutcome>,
    /// Measures, by key.
    pub measures: BTreeMap<PlanKey, Measure>,
    /// Steps of measures, by key.
    pub milestones: BTreeMap<PlanKey, Milestone>,
    /// Indicators of measures, by key.
    pub indicators: BTreeMap<PlanKey, Indicator>,
    /// Assessments, in the order of their keys.
    pub assessments: Vec<AssessedSubject>,
    /// Comments, in the order of their keys.
    pub comments: Vec<CommentedSubject>,
    /// Tables that went out, by the number of the dispatch.
    pub dispatches: BTreeMap<PlanKey, SentTables>,
    /// Closed editions, by key.
    pub editions: BTreeMap<PlanKey, Edition>,
    /// The steps and indicators of every measure.
    parts: BTreeMap<PlanKey, Vec<PlanKey>>,
}

impl PlanBook {
    /// The plan that these facts make, in the words that it was written in first.
    #[must_use]
    pub fn of(all: &BTreeMap<PlanKey, Facts>) -> Self {
        Self::made(all, None)
    }

    /// The same with the words of a language where they are given in it.
    #[must_use]
    pub fn in_language(all: &BTreeMap<PlanKey, Facts>, language: Language) -> Self {
        Self::made(all, Some(language))
    }

    fn made(all: &BTreeMap<PlanKey, Facts>, language: Option<Language>) -> Self {
        let mut book = Self::default();
        for (key, facts) in all {
            let Some(PlanFact::Kind(kind)) = facts.get(&PlanField::Kind) else { continue };
            let heard: Heard<'_> = facts.values().filter(|fact| fact.is_heard_in(language)).collect();
            book.add(*key, *kind, &heard);
            if let Some(measure) = book.measures.get_mut(key) {
                measure.languages = facts.keys().filter_map(PlanField::language_of_text).collect();
            }
        }
        book
    }

    fn add(&mut self, key: PlanKey, kind: PlanKind, facts: &Heard<'_>) {
        if let Some(measure) = kind.measure() {
            self.parts.entry(measure).or_default().push(key);
        }
        match kind {
            PlanKind::Outcome => _ = self.outcomes.insert(key, outcome(key, facts)),
            PlanKind::Measure => _ = self.measures.insert(key, measure(key, facts)),
            PlanKind::Milestone(of) => _ = self.milestones.insert(key, milestone(key, of, facts)),
            PlanKind::Indicator(of) => _ = self.indicators.insert(key, indicator(key, of, facts)),
            PlanKind::Assessment => self.assessments.extend(assessed(key, facts)),
            PlanKind::Comment => self.comments.extend(commented(key, facts)),
            PlanKind::Dispatch => self.dispatches.extend(sent(key, facts).map(|tables| (key, tables))),
            PlanKind::Edition => self.editions.extend(edition(key, facts).map(|edition| (key, edition))),
        }
    }

    /// The steps of a measure, in the order of their dates.
    #[must_use]
    pub fn milestones_of(&self, measure: PlanKey) -> Vec<&Milestone> {
        let mut steps: Vec<&Milestone> = self.parts_of(measure).filter_map(|key| self.milestones.get(key)).collect();
        steps.sort_by_key(|step| (step.until.as_ref().and_then(|date| date.period()), step.key));
        steps
    }

    /// The indicators of a measure, in the order of their names.
    #[must_use]
    pub fn indicators_of(&self, measure: PlanKey) -> Vec<&Indicator> {
        let mut found: Vec<&Indicator> = self.parts_of(measure).filter_map(|key| self.indicators.get(key)).collect();
        found.sort_by(|a, b| (&a.name, a.key).cmp(&(&b.name, b.key)));
        found
    }

    fn parts_of(&self, measure: PlanKey) -> impl Iterator<Item = &PlanKey> {
        self.parts.get(&measure).into_iter().flatten()
    }
}

fn outcome(key: PlanKey, facts: &Heard<'_>) -> DesiredOutcome {
    let mut outcome = DesiredOutcome { key, text: String::new(), covers: BTreeSet::new() };
    for fact in facts {
        match fact {
            PlanFact::Text(text) | PlanFact::TextIn(_, text) => outcome.text.clone_from(text),
            PlanFact::Answers(id, _) => _ = outcome.covers.insert(*id),
            _ => {}
        }
    }
    outcome
}

fn measure(key: PlanKey, facts: &Heard<'_>) -> Measure {
    let mut measure = blank(key);
    facts.iter().for_each(|fact| fill(&mut measure, fact));
    measure
}

fn blank(key: PlanKey) -> Measure {
    Measure {
        key,
        number: String::new(),
        text: String::new(),
        languages: BTreeSet::new(),
        answers: BTreeMap::new(),
        home: None,
        serves: None,
        lead: BTreeMap::new(),
        support: BTreeMap::new(),
        from: None,
        until: None,
        status: None,
        obstacles: String::new(),
        budget: None,
        assistance: None,
        remarks: String::new(),
        release: super::Release::default(),
        is_published: false,
        no_indicator: None,
    }
}

fn fill(measure: &mut Measure, fact: &PlanFact) {
    match fact {
        PlanFact::Text(text) | PlanFact::TextIn(_, text) => measure.text.clone_from(text),
        PlanFact::Number(number) => measure.number.clone_from(number),
        PlanFact::Answers(id, role) => _ = measure.answers.insert(*id, *role),
        PlanFact::Home(number, record) => measure.home = Some(Home { number: *number, record: *record }),
        PlanFact::Serves(outcome) => measure.serves = Some(*outcome),
        PlanFact::Lead(body, task) => _ = measure.lead.insert(body.clone(), task.clone()),
        PlanFact::Support(body, task) => _ = measure.support.insert(body.clone(), task.clone()),
        PlanFact::From(date) => measure.from = Some(date.clone()),
        PlanFact::Until(date) => measure.until = Some(date.clone()),
        PlanFact::Status(status) => measure.status = Some(status.clone()),
        PlanFact::Obstacles(text) | PlanFact::ObstaclesIn(_, text) => measure.obstacles.clone_from(text),
        PlanFact::Budget(budget) => measure.budget = Some(budget.clone()),
        PlanFact::Assistance(help) => measure.assistance = Some(help.clone()),
        PlanFact::Remarks(text) => measure.remarks.clone_from(text),
        PlanFact::Release(release) => measure.release = *release,
        PlanFact::Published(is_public) => measure.is_published = *is_public,
        PlanFact::NoIndicator(reason) => measure.no_indicator = Some(reason.clone()),
        _ => {}
    }
}

fn milestone(key: PlanKey, measure: PlanKey, facts: &Heard<'_>) -> Milestone {
    let lead: BTreeMap<String, Responsibility> = facts.iter().filter_map(|fact| lead_of(fact)).collect();
    let mut step = Milestone { key, measure, text: String::new(), lead, until: None, status: None };
    for fact in facts {
        match fact {
            PlanFact::Text(text) | PlanFact::TextIn(_, text) => step.text.clone_from(text),
            PlanFact::Until(date) => step.until = Some(date.clone()),
            PlanFact::Status(status) => step.status = Some(status.clone()),
            _ => {}
        }
    }
    step
}

fn lead_of(fact: &PlanFact) -> Option<(String, Responsibility)> {
    match fact {
        PlanFact::Lead(body, task) => Some((body.clone(), task.clone())),
        _ => None,
    }
}

fn indicator(key: PlanKey, measure: PlanKey, facts: &Heard<'_>) -> Indicator {
    let mut indicator = Indicator {
        key,
        measure,
        name: String::new(),
        kind: None,
        lead: facts.iter().filter_map(|fact| lead_of(fact)).collect(),
        until: None,
        unit: String::new(),
        baseline: None,
        target: None,
        source: String::new(),
        split_by: Vec::new(),
        every: None,
        observed: BTreeMap::new(),
    };
    for fact in facts {
        match fact {
            PlanFact::Text(name) | PlanFact::TextIn(_, name) => indicator.name.clone_from(name),
            PlanFact::Type(kind) => indicator.kind = Some(*kind),
            PlanFact::Until(date) => indicator.until = Some(date.clone()),
            PlanFact::Unit(unit) => indicator.unit.clone_from(unit),
            PlanFact::Baseline(dated) => indicator.baseline = Some(dated.clone()),
            PlanFact::Target(dated) => indicator.target = Some(dated.clone()),
            PlanFact::Source(source) => indicator.source.clone_from(source),
            PlanFact::SplitBy(by) => indicator.split_by.clone_from(by),
            PlanFact::Every(months) => indicator.every = Some(*months),
            PlanFact::Observed(period, observed) => _ = indicator.observed.insert(*period, observed.clone()),
            _ => {}
        }
    }
    indicator
}

fn sent(key: PlanKey, facts: &Heard<'_>) -> Option<SentTables> {
    let dispatch = facts.iter().find_map(|fact| match fact {
        PlanFact::Sent(dispatch) => Some(dispatch),
        _ => None,
    })?;
    let mut tables = SentTables { key, dispatch: dispatch.clone(), rows: BTreeMap::new(), returns: BTreeMap::new() };
    for fact in facts {
        match fact {
            PlanFact::Row(row, cells) => _ = tables.rows.insert(*row, cells.clone()),
            PlanFact::Returned(hash, back) => _ = tables.returns.insert(hash.clone(), back.clone()),
            _ => {}
        }
    }
    Some(tables)
}

fn edition(key: PlanKey, facts: &Heard<'_>) -> Option<Edition> {
    let mut name = String::new();
    let mut closed = None;
    for fact in facts {
        match fact {
            PlanFact::Text(text) => name.clone_from(text),
            PlanFact::Closed(day) => closed = Some(*day),
            _ => {}
        }
    }
    closed.map(|closed| Edition { key, name, closed })
}

fn about(facts: &Heard<'_>) -> Option<PlanSubject> {
    facts.iter().find_map(|fact| match fact {
        PlanFact::About(subject) => Some(subject.clone()),
        _ => None,
    })
}

fn assessed(key: PlanKey, facts: &Heard<'_>) -> Option<AssessedSubject> {
    let assessment = facts.iter().find_map(|fact| match fact {
        PlanFact::Assessed(assessment) => Some(assessment),
        _ => None,
    })?;
    Some(AssessedSubject { key, subject: about(facts)?, assessment: assessment.clone() })
}

fn commented(key: PlanKey, facts: &Heard<'_>) -> Option<CommentedSubject> {
    let comment = facts.iter().find_map(|fact| match fact {
        PlanFact::Said(comment) => Some(comment),
        _ => None,
    })?;
    Some(CommentedSubject { key, subject: about(facts)?, comment: comment.clone() })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Facts, PlanBook};
    use crate::domain::RecordId;
    use crate::domain::plan::{Answering, PlanDate, PlanFact, PlanField, PlanKey, PlanKind};

    fn key(seed: &str) -> PlanKey {
        PlanKey::minted(seed.as_bytes(), |_| false)
    }

    fn facts(all: impl IntoIterator<Item = PlanFact>) -> Facts {
        all.into_iter().map(|fact| (fact.field(), fact)).collect()
    }

    #[test]
    fn facts_make_a_measure_with_its_steps_and_indicators() {
        let (measure, step, later) = (key("measure"), key("step"), key("later"));
        let until = |printed: &str| PlanFact::Until(PlanDate::within(printed.parse().unwrap()));
        let all = BTreeMap::from([
            (
                measure,
                facts([
                    PlanFact::Kind(PlanKind::Measure),
                    PlanFact::Text("Open shelters".to_owned()),
                    PlanFact::Answers(RecordId(2), Answering::Answers),
                    PlanFact::Answers(RecordId(1), Answering::Contributes),
                ]),
            ),
            (later, facts([PlanFact::Kind(PlanKind::Milestone(measure)), until("2028")])),
            (step, facts([PlanFact::Kind(PlanKind::Milestone(measure)), until("2027-Q2")])),
        ]);
        let book = PlanBook::of(&all);
        assert_eq!(book.measures[&measure].answers.keys().copied().collect::<Vec<_>>(), [RecordId(1), RecordId(2)]);
        let steps: Vec<PlanKey> = book.milestones_of(measure).iter().map(|step| step.key).collect();
        assert_eq!(steps, [step, later]);
        assert!(book.indicators_of(measure).is_empty());
    }

    #[test]
    fn what_is_no_more_leaves_nothing() {
        let rest = facts([PlanFact::Text("Open shelters".to_owned())]);
        assert_eq!(PlanBook::of(&BTreeMap::from([(key("gone"), rest)])), PlanBook::default());
        let fact = PlanFact::Answers(RecordId(1), Answering::Answers);
        assert_eq!(fact.with_records(|_| RecordId(2)).field(), PlanField::Answers(RecordId(2)));
    }
}
