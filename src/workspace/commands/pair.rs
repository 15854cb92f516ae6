//! Records relate in some way, or not at all.

use serde::{Deserialize, Serialize};

use super::{called, told};
use crate::domain::{Asker, Coded, Decision, Outcome, RelationKind};
use crate::view::{Command, Noun, Refusal, View};

/// Say how a record relates to each of some others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelateRecords {
    /// The record, by any of its names.
    pub record: String,
    /// The others.
    pub others: Vec<String>,
    /// How they relate; none says not at all.
    pub kind: Option<RelationKind>,
}

impl Command for RelateRecords {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        if self.others.is_empty() {
            return Err(Refusal::unknown(Noun::Record, ""));
        }
        let one = view.find_one(&self.record)?;
        let related = |name: &String| {
            let other = view.find_one(name)?.record.id;
            if one.record.id == other {
                return Err(Refusal::SameTwice { what: Noun::Record, given: one.reference.clone() });
            }
            Ok(Decision::pair(one.record.id, other, self.kind).into())
        };
        self.others.iter().map(related).collect()
    }

    fn told(&self, view: &View, decisions: &[Outcome]) -> Coded {
        let name = |given: &String| {
            let found = view.find_one(given).map(|found| called(view, found.record.id));
            found.unwrap_or_else(|_| given.clone().into())
        };
        let others: Vec<serde_json::Value> = self.others.iter().map(name).collect();
        let kind = self.kind.map_or("none", RelationKind::code);
        let values =
            [("a", name(&self.record)), ("b", others.into()), ("count", decisions.len().into()), ("kind", kind.into())];
        told("done-related", values)
    }
}
