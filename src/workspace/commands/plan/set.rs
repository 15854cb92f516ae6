//! Fields of something in the plan are set.

use serde::{Deserialize, Serialize};

use super::minting::unread;
use super::named::{kind_of, planned};
use super::settable::{Now, PlanCell};
use super::spoken::decided_in;
use crate::domain::{Asker, Coded, Outcome};
use crate::view::{Command, Noun, Refusal, View};
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
        let kind = kind_of(key, view);
        for (at, cell) in self.cells.iter().enumerate() {
            if kind.is_some_and(|kind| !cell.field.fits(kind)) {
                let field = cell.field.code().to_owned();
                return Err(Refusal::PlanKind { key: key.to_string(), needed: field });
            }
            let is_same = |before: &PlanCell| before.field == cell.field && before.language == cell.language;
            if self.cells[..at].iter().any(is_same) {
                let given = cell.field.code().to_owned();
                return Err(Refusal::SameTwice { what: Noun::PlanField, given });
            }
            let decided = decided_in(cell.field, cell.language, &now, &cell.value)?;
            now.after(&decided);
            all.extend(decided);
        }
        Ok(all)
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        let fields: Vec<&str> = self.cells.iter().map(|cell| cell.field.code()).collect();
        let values = [("key", self.key.clone().into()), ("fields", fields.into()), ("unread", unread(outcomes).into())];
        told("done-set", values)
    }
}
