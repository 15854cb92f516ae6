//! The measures that the rows of a plan have already: those that answer what a row answers.

use std::collections::{BTreeMap, BTreeSet};

use super::document_measure::DocumentMeasure;
use super::names_of::PlanNames;
use crate::domain::plan::{Measure, PlanBook};
use crate::domain::{Language, RecordId};
use crate::view::{Refusal, View};

/// The measures of a plan, found by what they answer.
pub(super) struct Measured<'v> {
    book: &'v PlanBook,
    /// In the order in which people count.
    measures: Vec<&'v Measure>,
    /// Places in that order.
    answering: BTreeMap<RecordId, BTreeSet<usize>>,
    names: PlanNames<'v>,
}

impl<'v> Measured<'v> {
    /// All measures of a view.
    ///
    /// # Errors
    /// When records or the register cannot be read.
    pub(super) fn of(view: &'v View, language: Language) -> Result<Self, Refusal> {
        let book = view.plan_in(language);
        let mut measures: Vec<&Measure> = book.measures.values().collect();
        measures.sort_by_cached_key(|measure| measure.place());
        let mut answering: BTreeMap<RecordId, BTreeSet<usize>> = BTreeMap::new();
        for (at, measure) in measures.iter().enumerate() {
            measure.answers.keys().for_each(|id| _ = answering.entry(*id).or_default().insert(at));
        }
        let names = PlanNames::of(measures.iter().copied(), view, language)?;
        Ok(Self { book, measures, answering, names })
    }

    /// The measures that answer any of some records.
    pub(super) fn answering(&self, records: &BTreeSet<RecordId>) -> Vec<&'v Measure> {
        let found: BTreeSet<usize> =
            records.iter().filter_map(|id| self.answering.get(id)).flatten().copied().collect();
        found.into_iter().map(|at| self.measures[at]).collect()
    }

    /// A measure for reading.
    pub(super) fn text(&self, measure: &Measure) -> DocumentMeasure {
        DocumentMeasure::of(measure, self.book, &self.names)
    }
}
