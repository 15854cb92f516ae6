//! Fields of something in the plan are set.

use serde::{Deserialize, Serialize};

use super::named::planned;
use super::settable::{Now, PlanCell};
use crate::domain::{Asker, Coded, Outcome};
use crate::view::{Command, Refusal, View};
use crate::workspace::commands::told;

/// Set fields of something in the plan, all or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetInPlan {
    /// What, by its key; a measure by its number too.
    pub key: String,
    /// The fields.
    pub cells: Vec<PlanCell>,
}

impl Command for SetInPlan {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let key = planned(&self.key, view)?;
        let (mut now, mut all) = (Now::of(key, view), Vec::new());
        for cell in &self.cells {
            let decided = cell.field.decided(&now, &cell.value)?;
            now.after(&decided);
            all.extend(decided);
        }
        Ok(all)
    }

    fn told(&self, _: &View, _: &[Outcome]) -> Coded {
        let fields: Vec<&str> = self.cells.iter().map(|cell| cell.field.code()).collect();
        told("done-set", [("key", self.key.clone().into()), ("fields", fields.into())])
    }
}
