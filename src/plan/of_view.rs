//! Which rows does the plan have?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::table::{PlanInput, PlanTable, plan_table};
use crate::domain::{Ask, Asker, RecordId, SettledRecord};
use crate::view::{Question, Refusal, View};

/// The plan of the workspace, or of one State in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The State, by any of its names.
    pub state: Option<String>,
}

impl Question for Plan {
    type Answer = PlanTable;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let state = self.state.as_deref().map(|name| view.state(name)).transpose()?;
        let is_wanted = |settled: &&SettledRecord| state.is_none() || settled.record.state == state;
        let wanted = view.settled()?.iter().filter(is_wanted);
        let records: BTreeMap<RecordId, &SettledRecord> = wanted.map(|s| (s.record.id, s)).collect();
        let asks = view.asks()?.iter().filter(|ask| records.contains_key(&ask.representative));
        let asks: Vec<Ask> = asks.cloned().collect();
        let registers = &view.registers;
        let of_state = |code| registers.states.name_in(code, asker.language);
        Ok(plan_table(&PlanInput {
            name: state.map_or_else(|| registers.name.clone(), of_state),
            language: asker.language,
            records: &records,
            clusters: view.clusters(asker.language),
            asks: &asks,
            entities: &view.entities()?.entities,
            states: &registers.states,
        }))
    }
}
