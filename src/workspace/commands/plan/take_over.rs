//! What came back is taken over: cells, refusals, comments, values and new measures, as one command.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::assess::{AssessSubject, NamedSubject, SaidBy, ScaleName};
use super::minting::{made, minted};
use super::reviewed::reviewed;
use super::settable::{Now, Settable};
use super::spoken::{apart, decided_in};
use super::taken_cell::{settable, task_after};
use super::value::ObserveValue;
use crate::domain::exchange::{Audience, Return, SheetColumn, SheetPart, is_clearing};
use crate::domain::plan::{
    Acceptance, Answering, Comment, PlanFact, PlanKey, PlanKind, PlanSubject, Responsibility, Voice, VoiceKind,
};
use crate::domain::tag::{TagKind, Verdict};
use crate::domain::vocabulary::fold;
use crate::domain::{Asker, Coded, Decision, Language, Outcome, RecordId};
use crate::plan::exchange::{ChangedCell, NewMeasure, SaidInReturn, TaskRefusal};
use crate::text::plan_words::iri_answer;
use crate::view::{Command, Refusal, View};
use crate::workspace::commands::{JudgeTag, told};

/// Take over what came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeOver {
    /// The dispatch that it is of.
    pub dispatch: PlanKey,
    /// To whom that went.
    pub to: Audience,
    /// Their name.
    pub name: String,
    /// The fingerprint of the file.
    pub hash: String,
    /// What stays on file of it.
    pub back: Return,
    /// The cells that are taken.
    pub cells: Vec<ChangedCell>,
    /// The tasks that were refused.
    pub refusals: Vec<TaskRefusal>,
    /// What is said beside the cells.
    pub comments: Vec<SaidInReturn>,
    /// The measures that were added.
    pub new: Vec<NewMeasure>,
}

impl Command for TakeOver {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let mut decided = vec![self.set(self.dispatch, PlanFact::Returned(self.hash.clone(), self.back.clone()))];
        let mut of_key: BTreeMap<PlanKey, Vec<&ChangedCell>> = BTreeMap::new();
        self.cells.iter().for_each(|cell| of_key.entry(cell.key).or_default().push(cell));
        let mut own = Vec::new();
        for (key, cells) in of_key {
            let outcomes = self.row(key, &cells, view, asker)?;
            // A refusal spreads to all that ask the same; what is said of one of them in its own row outranks that.
            let record = self.record(key, view);
            let is_own = |outcome: &Outcome| record.is_none_or(|id| outcome.subject().records().contains(&id));
            let (of_row, spread): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(is_own);
            decided.extend(spread);
            own.extend(of_row);
        }
        decided.extend(own);
        for refusal in &self.refusals {
            decided.extend(self.lesson(refusal, view, asker));
        }
        for said in &self.comments {
            decided.extend(self.comment(said, view));
        }
        for new in &self.new {
            decided.extend(self.measure(new, view)?);
        }
        Ok(last_of_each(decided))
    }

    fn told(&self, _: &View, _: &[Outcome]) -> Coded {
        let values = [
            ("file", self.back.file.clone().into()),
            ("cells", self.cells.len().into()),
            ("refusals", self.refusals.len().into()),
            ("comments", self.comments.len().into()),
            ("new", self.new.len().into()),
            ("key", self.dispatch.to_string().into()),
        ];
        told("done-taken-over", values)
    }
}

impl TakeOver {
    fn set(&self, key: PlanKey, fact: PlanFact) -> Outcome {
        Outcome::Set(Decision::Plan(key, fact))
    }

    /// The body that the tables went to; `None` for a consultation.
    fn body(&self) -> Option<&str> {
        match &self.to {
            Audience::Entity(code) => Some(code),
            Audience::Consultation { .. } | Audience::Review { .. } => None,
        }
    }

    fn kind(&self) -> VoiceKind {
        match self.to {
            Audience::Entity(_) => VoiceKind::Entity,
            Audience::Consultation { kind, .. } => kind,
            Audience::Review { .. } => VoiceKind::State,
        }
    }

    /// The recommendation that a row is about, where it is about one.
    fn record(&self, key: PlanKey, view: &View) -> Option<RecordId> {
        view.plan().dispatches.get(&self.dispatch)?.rows.get(&key)?.record
    }

    /// The language that the tables went out in.
    fn language(&self, view: &View) -> Option<Language> {
        Some(view.plan().dispatches.get(&self.dispatch)?.dispatch.language)
    }

    fn on(&self) -> Date {
        self.back.on
    }

    /// The decisions of the cells of one row.
    ///
    /// # Errors
    /// When a cell cannot be what its column holds.
    fn row(&self, key: PlanKey, cells: &[&ChangedCell], view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        if let Some(id) = self.record(key, view) {
            return reviewed(id, cells, self.language(view).unwrap_or(asker.language), view, asker);
        }
        let mut decided = Vec::new();
        for cell in cells.iter().filter(|cell| cell.part == SheetPart::Indicators) {
            decided.extend(observed(cell)?.decide(view, asker)?);
        }
        decided.extend(self.assessed(key, cells, view, asker)?);
        let Some((body, measure)) = self.body().zip(view.plan().measures.get(&key)) else { return Ok(decided) };
        let reason = self.refusals.iter().find(|refusal| refusal.key == key).map(|refusal| refusal.reason.as_str());
        let task = task_after(measure, body, cells, reason, view)?;
        decided.extend(task.map(|task| self.set(key, task)));
        let mut now = Now::of(key, view);
        for (field, value) in cells.iter().filter_map(|cell| settable(cell)) {
            let apart = apart(field, self.language(view), &now);
            let outcomes = decided_in(field, apart, &now, &value)?;
            now.after(&outcomes);
            decided.extend(outcomes);
        }
        Ok(decided)
    }

    /// What those who were consulted say of how far it has come.
    fn assessed(
        &self,
        key: PlanKey,
        cells: &[&ChangedCell],
        view: &View,
        asker: &Asker,
    ) -> Result<Vec<Outcome>, Refusal> {
        let text = |field| cells.iter().find(|cell| cell.field == field).map(|cell| cell.theirs.trim());
        let before = view
            .plan()
            .assessments
            .iter()
            .find(|own| own.subject == PlanSubject::Plan(key) && own.assessment.voice.by == self.name);
        let (value, evidence) = (text(SheetColumn::Assessment), text(SheetColumn::Evidence));
        let value = value.or_else(|| before.filter(|_| evidence.is_some()).map(|own| own.assessment.value.written()));
        let Some(value) = value.filter(|value| !value.is_empty() && !is_clearing(value)) else { return Ok(Vec::new()) };
        let (value, scale) = match iri_answer(value) {
            Some(answer) => (answer.code().to_owned(), ScaleName::Iri),
            None => (value.to_owned(), ScaleName::Words),
        };
        let command = AssessSubject {
            subject: NamedSubject(key.to_string()),
            value,
            said: SaidBy { by: self.name.clone(), kind: self.kind(), date: self.on().to_string() },
            scale: Some(scale),
            evidence: evidence.unwrap_or_default().to_owned(),
            link: String::new(),
            file: self.back.file.clone(),
            until: None,
        };
        command.decide(view, asker)
    }

    /// A body that refuses to lead is no body for what the measure answers: suggestions learn from it. What cannot be
    /// said of a record is left unsaid; the refusal stands in the measure.
    fn lesson(&self, refusal: &TaskRefusal, view: &View, asker: &Asker) -> Vec<Outcome> {
        let leads =
            |body: &&str| view.plan().measures.get(&refusal.key).is_some_and(|own| own.lead.contains_key(*body));
        let Some(body) = self.body().filter(leads) else { return Vec::new() };
        let measure = &view.plan().measures[&refusal.key];
        let records = measure.answers.keys().map(ToString::to_string).collect();
        let verdict = Verdict::Refused;
        let command = JudgeTag { records, cluster: None, kind: TagKind::Lead, value: body.to_owned(), verdict };
        command.decide(view, asker).unwrap_or_default()
    }

    /// A comment, unless the same was said by the same before.
    fn comment(&self, said: &SaidInReturn, view: &View) -> Vec<Outcome> {
        let about = self.record(said.key, view).map_or(PlanSubject::Plan(said.key), PlanSubject::Record);
        let is_known = view
            .plan()
            .comments
            .iter()
            .any(|own| own.subject == about && own.comment.voice.by == said.by && own.comment.text == said.text);
        if is_known {
            return Vec::new();
        }
        let voice = Voice { by: said.by.clone(), kind: self.kind(), on: self.on() };
        let words = format!("{}{}{}", said.key, said.by, said.text);
        let facts = [PlanFact::About(about), PlanFact::Said(Comment { voice, text: said.text.clone() })];
        made(minted(view, PlanKind::Comment, &words), PlanKind::Comment, facts)
    }

    /// A measure that they have added, which they lead.
    fn measure(&self, new: &NewMeasure, view: &View) -> Result<Vec<Outcome>, Refusal> {
        let cell = |column: SheetColumn| new.cells.get(&column).map_or("", |text| text.trim());
        let text = cell(SheetColumn::Measure);
        let Some(body) = self.body().filter(|_| !is_known(text, view)) else { return Ok(Vec::new()) };
        let key = minted(view, PlanKind::Measure, &format!("{}{text}", self.hash));
        let contact = cell(SheetColumn::Contact).to_owned();
        let task = Responsibility { acceptance: Acceptance::Accepted, contact, ..Responsibility::default() };
        let answered = answers(cell(SheetColumn::Recommendations), view).into_iter();
        let facts = [PlanFact::Text(text.to_owned()), PlanFact::Lead(body.to_owned(), task)];
        let facts = facts.into_iter().chain(answered.map(|id| PlanFact::Answers(id, Answering::Answers)));
        let mut decided = made(key, PlanKind::Measure, facts);
        let mut now = Now::of(key, view);
        now.after(&decided);
        for (column, field) in [
            (SheetColumn::Number, Settable::Number),
            (SheetColumn::From, Settable::From),
            (SheetColumn::Until, Settable::Until),
            (SheetColumn::Status, Settable::Status),
            (SheetColumn::Obstacles, Settable::Obstacles),
            (SheetColumn::Budget, Settable::Budget),
            (SheetColumn::Assistance, Settable::Assistance),
        ] {
            if !cell(column).is_empty() {
                let outcomes = field.decided(&now, cell(column))?;
                now.after(&outcomes);
                decided.extend(outcomes);
            }
        }
        if !cell(SheetColumn::Comment).is_empty() {
            let said = SaidInReturn { key, by: self.name.clone(), text: cell(SheetColumn::Comment).to_owned() };
            decided.extend(self.comment(&said, view));
        }
        Ok(decided)
    }
}

/// Whether a measure of these words stands in the plan.
pub(in crate::workspace) fn is_known(text: &str, view: &View) -> bool {
    view.plan().measures.values().any(|measure| fold(&measure.text) == fold(text))
}

/// The recommendations that a cell of a new row names, as far as they are known.
fn answers(cell: &str, view: &View) -> BTreeSet<RecordId> {
    named(cell).into_iter().filter_map(|name| view.find_one(&name).ok()).map(|settled| settled.record.id).collect()
}

/// The names in a cell: one a line or between semicolons, before the colon where a text follows.
pub(in crate::workspace) fn named(cell: &str) -> Vec<String> {
    let names = cell.split(['\n', ';']).map(|line| line.split_once(": ").map_or(line, |(name, _)| name).trim());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn observed(cell: &ChangedCell) -> Result<ObserveValue, Refusal> {
    let wrong = |_| Refusal::PlanValue { field: cell.field.code().to_owned(), given: cell.period.clone() };
    let text = Some(cell.theirs.clone());
    let (value, missing) = if cell.field == SheetColumn::Missing { (None, text) } else { (text, None) };
    let period = cell.period.parse().map_err(wrong)?;
    Ok(ObserveValue { indicator: cell.key.to_string(), period, value, missing, split: Vec::new() })
}

/// Of several decisions on one subject the last: a row may set a task and then answer it.
fn last_of_each(decided: Vec<Outcome>) -> Vec<Outcome> {
    let mut seen = BTreeSet::new();
    let mut kept: Vec<Outcome> = decided.into_iter().rev().filter(|outcome| seen.insert(outcome.subject())).collect();
    kept.reverse();
    kept
}
