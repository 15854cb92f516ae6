//! The closed editions of the plan, each with what it held and what has become of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::Asker;
use crate::domain::plan::{Edition, Measure, PlanBook, PlanKey, Status};
use crate::view::{Question, Refusal, View};

/// Which editions of the plan were closed?
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanEditions {}

/// A closed edition in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionLine {
    /// Its key.
    pub key: PlanKey,
    /// What people call it.
    pub name: String,
    /// The day on which it was closed.
    pub closed: Date,
    /// Measures that it held.
    pub measures: usize,
    /// Of these, by how far each had come; those of which nobody had said it, or in words of their own, in none.
    pub by_status: BTreeMap<Status, usize>,
    /// Of these, how many stand in the plan at work as well.
    pub carried_on: usize,
}

impl Question for PlanEditions {
    type Answer = Vec<EditionLine>;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let at_work = view.plan();
        closed_editions(at_work)
            .into_iter()
            .map(|edition| Ok(line(edition, &view.plan_at_closing(edition.key, asker.language)?, at_work)))
            .collect()
    }
}

fn line(edition: &Edition, closed: &PlanBook, at_work: &PlanBook) -> EditionLine {
    let mut by_status: BTreeMap<Status, usize> = BTreeMap::new();
    let status = |measure: &Measure| measure.status.as_ref().and_then(|stated| stated.status);
    closed.measures.values().filter_map(status).for_each(|status| *by_status.entry(status).or_default() += 1);
    EditionLine {
        key: edition.key,
        name: edition.name.clone(),
        closed: edition.closed,
        measures: closed.measures.len(),
        by_status,
        carried_on: closed.measures.keys().filter(|key| at_work.measures.contains_key(key)).count(),
    }
}

/// The closed editions of a plan, the one that was closed last first.
pub(super) fn closed_editions(book: &PlanBook) -> Vec<&Edition> {
    let mut all: Vec<&Edition> = book.editions.values().collect();
    all.sort_by_key(|edition| std::cmp::Reverse((edition.closed, edition.key)));
    all
}
