//! What goes out to a body, or to those who are consulted.

use serde::{Deserialize, Serialize};

use super::cells::SentCells;
use super::review::reviewed;
use crate::domain::exchange::{Audience, SentRow, Sheet, SheetPart};
use crate::domain::plan::{Acceptance, Measure, PlanKey, Release, Responsibility};
use crate::domain::vocabulary::entity_type;
use crate::domain::{Asker, Entity};
use crate::plan::names_of::PlanNames;
use crate::view::{Noun, Question, Refusal, View};

/// What goes out to whom?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutgoingSheets {
    /// To whom.
    pub to: Audience,
}

/// Tables that go out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outgoing {
    /// The name of whom they go to.
    pub name: String,
    /// The tables; those without a row are left out.
    pub sheets: Vec<Sheet>,
    /// How many measures are not in them, since they are neither approved nor published: of a consultation alone.
    pub held_back: usize,
}

impl Question for OutgoingSheets {
    type Answer = Outgoing;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Outgoing, Refusal> {
        let mut measures: Vec<&Measure> = view.plan_in(asker.language).measures.values().collect();
        measures.sort_by_cached_key(|measure| measure.place());
        match &self.to {
            Audience::Entity(body) => of_body(body, &measures, view, asker),
            Audience::Consultation { name, .. } => consulted(name, &measures, view, asker),
            Audience::Review { name, clusters } => {
                let sheets = filled(vec![reviewed(clusters, view, asker)?]);
                Ok(Outgoing { name: name.clone(), sheets, held_back: 0 })
            }
        }
    }
}

fn of_body(body: &str, measures: &[&Measure], view: &View, asker: &Asker) -> Result<Outgoing, Refusal> {
    let is_known = |entity: &Entity| entity.code == body;
    let is_of_plan = || measures.iter().any(|measure| measure.is_of(Some(body)));
    if !view.entities()?.entities.iter().any(is_known) && entity_type(body).is_none() && !is_of_plan() {
        return Err(Refusal::unknown(Noun::Body, body));
    }
    let leads: Vec<&Measure> = measures.iter().copied().filter(|own| is_asked(body, &own.lead)).collect();
    let supports: Vec<&Measure> =
        measures.iter().copied().filter(|own| is_asked(body, &own.support) && !is_asked(body, &own.lead)).collect();
    let names = PlanNames::of(leads.iter().chain(&supports).copied(), view, asker.language)?;
    let cells = SentCells { view, names: &names, language: asker.language, body: Some(body) };
    let rows = |part, own: &[&Measure]| -> Result<Vec<(PlanKey, SentRow)>, Refusal> {
        own.iter().map(|measure| Ok((measure.key, cells.of_measure(part, measure)?))).collect()
    };
    let book = view.plan_in(asker.language);
    let indicators = leads.iter().flat_map(|measure| {
        book.indicators_of(measure.key).into_iter().map(|own| (own.key, cells.of_indicator(own, measure)))
    });
    let sheets = vec![
        Sheet { part: SheetPart::Lead, rows: rows(SheetPart::Lead, &leads)? },
        Sheet { part: SheetPart::Support, rows: rows(SheetPart::Support, &supports)? },
        Sheet { part: SheetPart::Indicators, rows: indicators.collect() },
    ];
    Ok(Outgoing { name: names.body(body), sheets: filled(sheets), held_back: 0 })
}

/// Whether a body is asked about a task: it has it and has not refused it, or another that refused it names it.
fn is_asked(body: &str, tasks: &std::collections::BTreeMap<String, Responsibility>) -> bool {
    let has = tasks.get(body).is_some_and(|task| task.acceptance != Acceptance::Refused);
    let is_named = |task: &Responsibility| task.acceptance == Acceptance::Refused && task.instead == body;
    has || (!tasks.contains_key(body) && tasks.values().any(is_named))
}

/// Measures that may be shown outside: approved or published ones.
fn consulted(name: &str, measures: &[&Measure], view: &View, asker: &Asker) -> Result<Outgoing, Refusal> {
    let is_open = |measure: &&&Measure| measure.release == Release::Approved || measure.is_published;
    let shown: Vec<&Measure> = measures.iter().filter(is_open).copied().collect();
    let names = PlanNames::of(shown.iter().copied(), view, asker.language)?;
    let cells = SentCells { view, names: &names, language: asker.language, body: None };
    let part = SheetPart::Consultation;
    let rows: Result<Vec<_>, Refusal> =
        shown.iter().map(|measure| Ok((measure.key, cells.of_measure(part, measure)?))).collect();
    let held_back = measures.len() - shown.len();
    Ok(Outgoing { name: name.to_owned(), sheets: filled(vec![Sheet { part, rows: rows? }]), held_back })
}

fn filled(sheets: Vec<Sheet>) -> Vec<Sheet> {
    sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect()
}
