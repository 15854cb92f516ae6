//! A person's verdict on one value of one record.

use serde::{Deserialize, Serialize};

use super::{called, told};
use crate::domain::tag::{TagKind, Verdict};
use crate::domain::vocabulary::{entity_types, fold, group_code, value_number, values};
use crate::domain::{Asker, Coded, Decision};
use crate::view::{Command, Noun, Refusal, View};

/// Accept or refuse a value for a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgeTag {
    /// The record, by any of its names.
    pub record: String,
    /// Kind of tag.
    pub kind: TagKind,
    /// The value: a code, or the name of an issue, a group, a type of entity, or a body of the register.
    pub value: String,
    /// The verdict.
    pub verdict: Verdict,
}

impl Command for JudgeTag {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Decision>, Refusal> {
        let value = value(self.kind, &self.value, view)?;
        let id = view.find_one(&self.record)?.record.id;
        Ok(vec![Decision::Tag(id, self.kind, value, self.verdict)])
    }

    fn told(&self, view: &View, decisions: &[Decision]) -> Coded {
        let decided = decisions.iter().find_map(|decision| match decision {
            Decision::Tag(id, _, value, _) => Some((called(view, *id), value.clone())),
            _ => None,
        });
        let (record, value) = decided.unwrap_or_else(|| (self.record.clone().into(), self.value.clone()));
        let verdict = if self.verdict == Verdict::Accepted { "accepted" } else { "refused" };
        let values = [
            ("record", record),
            ("kind", self.kind.code().into()),
            ("value", value.into()),
            ("verdict", verdict.into()),
        ];
        told("done-judged", values)
    }
}

/// The code of a value that the user names.
fn value(kind: TagKind, wanted: &str, view: &View) -> Result<String, Refusal> {
    if value_number(kind, wanted).is_some() {
        return Ok(wanted.to_owned());
    }
    let folded = fold(wanted);
    let of_kind = values(kind).iter().find(|code| fold(code) == folded).map(|code| (*code).to_owned());
    let found = match (of_kind, kind) {
        (Some(code), _) => Some(code),
        (None, TagKind::Group) => group_code(wanted).map(str::to_owned),
        (None, TagKind::Lead | TagKind::Support) => entity_code(&folded, view)?,
        _ => None,
    };
    found.ok_or_else(|| Refusal::unknown(Noun::Value, wanted))
}

/// The type of entity of a name: that of a type, or that of a body of the register.
fn entity_code(folded: &str, view: &View) -> Result<Option<String>, Refusal> {
    let of_type = entity_types().iter().find(|t| t.names.iter().any(|name| fold(name) == folded));
    if let Some(found) = of_type {
        return Ok(Some(found.code.clone()));
    }
    let register = &view.entities()?.entities;
    let is_named = |entity: &&crate::domain::Entity| {
        [&entity.code, &entity.name, &entity.short_name].iter().any(|name| fold(name) == folded)
    };
    Ok(register.iter().find(is_named).map(|entity| entity.entity_type.clone()))
}
