//! Which rows does the plan have?

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::by_cluster::by_cluster;
use super::filter::PlanFilter;
use super::measured::Measured;
use super::scope::PlanScope;
use super::table::{PlanInput, PlanTable, plan_table};
use crate::domain::{Ask, Asker, RecordId, SettledRecord, StateCode};
use crate::view::{Question, Refusal, View};

/// The plan of a State, or of all that are in the workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Whose records it answers.
    #[serde(default)]
    pub scope: PlanScope,
    /// Which recommendations and rows are wanted.
    #[serde(default, skip_serializing_if = "PlanFilter::is_empty")]
    pub filter: PlanFilter,
    /// What a row is.
    #[serde(default)]
    pub grain: PlanGrain,
    /// The day that it says it is of.
    #[serde(default)]
    pub as_of: Option<Date>,
}

/// What a row of a plan is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanGrain {
    /// An ask.
    #[default]
    Asks,
    /// A cluster, with its asks in short.
    Clusters,
}

impl Question for Plan {
    type Answer = PlanTable;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let state = self.state(view)?;
        let is_wanted = |settled: &SettledRecord| state.is_none() || settled.record.state == state;
        let by_id = view.settled()?.iter().map(|settled| (settled.record.id, settled));
        let (records, others): (ById<'_>, ById<'_>) = by_id.partition(|(_, settled)| is_wanted(settled));
        let asks = view.asks()?.iter().filter(|ask| records.contains_key(&ask.representative));
        let asks: Vec<Ask> = asks.cloned().collect();
        let (registers, clusters) = (&view.registers, view.clusters(asker.language));
        let table = plan_table(&PlanInput {
            name: self.name(view, state, asker),
            language: asker.language,
            records: &records,
            clusters,
            asks: &asks,
            entities: &view.entities()?.entities,
            states: &registers.states,
            filter: &self.filter.resolved(view)?,
            measured: &Measured::of(view, asker.language)?,
        });
        let table = match self.grain {
            PlanGrain::Asks => table,
            PlanGrain::Clusters => by_cluster(table),
        };
        let aside = others.values().filter(|settled| settled.record.kind.is_of_plan()).count();
        Ok(PlanTable { edition: view.shown_edition().cloned(), as_of: self.as_of, aside, ..table })
    }
}

/// Records by identifier.
type ById<'v> = BTreeMap<RecordId, &'v SettledRecord>;

impl Plan {
    /// The one State whose records it answers; `None` when it answers those of all.
    fn state(&self, view: &View) -> Result<Option<StateCode>, Refusal> {
        match &self.scope {
            PlanScope::Own => Ok(view.registers.own_state),
            PlanScope::All => Ok(None),
            PlanScope::State(name) => view.state(name).map(Some),
        }
    }

    /// Whose plan it is: the name of a State that was asked for, else of the workspace.
    fn name(&self, view: &View, state: Option<StateCode>, asker: &Asker) -> String {
        let registers = &view.registers;
        match (&self.scope, state) {
            (PlanScope::State(_), Some(code)) => registers.states.name_in(code, asker.language),
            _ => registers.title(asker.language),
        }
    }
}
