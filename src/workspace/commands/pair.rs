//! Two records relate in some way, or not at all.

use serde::{Deserialize, Serialize};

use super::{called, told};
use crate::domain::{Asker, Coded, Decision, RelationKind};
use crate::view::{Command, Noun, Refusal, View};

/// Say how two records relate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelateRecords {
    /// One record, by any of its names.
    pub a: String,
    /// The other.
    pub b: String,
    /// How they relate; none says not at all.
    pub kind: Option<RelationKind>,
}

impl Command for RelateRecords {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Decision>, Refusal> {
        let (a, b) = (view.find_one(&self.a)?, view.find_one(&self.b)?);
        if a.record.id == b.record.id {
            return Err(Refusal::SameTwice { what: Noun::Record, given: a.reference });
        }
        Ok(vec![Decision::pair(a.record.id, b.record.id, self.kind)])
    }

    fn told(&self, view: &View, decisions: &[Decision]) -> Coded {
        let names = decisions.iter().find_map(|decision| match decision {
            Decision::Pair(a, b, _) => Some((called(view, *a), called(view, *b))),
            _ => None,
        });
        let (a, b) = names.unwrap_or_else(|| (self.a.clone().into(), self.b.clone().into()));
        let kind = self.kind.map_or("none", RelationKind::code);
        told("done-related", [("a", a), ("b", b), ("kind", kind.into())])
    }
}
