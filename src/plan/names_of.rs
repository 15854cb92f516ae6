//! Names of what a plan points at, looked up once for a whole answer.

use std::collections::{BTreeMap, BTreeSet};

use super::bodies::body_name;
use crate::domain::plan::{Measure, Responsibility};
use crate::domain::{Entity, Language, NamedRecord, RecordId};
use crate::view::{Refusal, View};

/// The records that measures answer, and the bodies of the register.
pub struct PlanNames<'v> {
    records: BTreeMap<RecordId, NamedRecord>,
    register: &'v [Entity],
    language: Language,
}

impl<'v> PlanNames<'v> {
    /// The names that some measures need.
    ///
    /// # Errors
    /// When records or the register cannot be read.
    pub fn of<'m>(
        measures: impl Iterator<Item = &'m Measure>,
        view: &'v View,
        language: Language,
    ) -> Result<Self, Refusal> {
        let ids: BTreeSet<RecordId> = measures.flat_map(|measure| measure.answers.keys().copied()).collect();
        Ok(Self { records: view.named(&ids)?, register: &view.entities()?.entities, language })
    }

    /// A record; `None` when it is gone.
    #[must_use]
    pub fn record(&self, id: RecordId) -> Option<&NamedRecord> {
        self.records.get(&id)
    }

    /// The reference of a record; its identifier where it is gone.
    #[must_use]
    pub fn reference(&self, id: RecordId) -> String {
        self.record(id).map_or_else(|| id.to_string(), |named| named.reference.clone())
    }

    /// The name of a body: that of the register, of its type, or as it was written.
    #[must_use]
    pub fn body(&self, code: &str) -> String {
        let registered = self.register.iter().find(|entity| entity.code == code);
        registered.map_or_else(|| body_name(code, &[], self.language), |entity| entity.name.clone())
    }

    /// The names of bodies.
    #[must_use]
    pub fn bodies(&self, tasks: &BTreeMap<String, Responsibility>) -> Vec<String> {
        tasks.keys().map(|code| self.body(code)).collect()
    }
}
