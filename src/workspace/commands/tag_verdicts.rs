//! A person's verdicts on several values of one kind of a record, as one change.

use serde::{Deserialize, Serialize};

use super::tag_verdict::JudgeTag;
use super::{called, told};
use crate::domain::tag::{TagKind, Verdict};
use crate::domain::{Asker, Coded, Outcome, RecordId};
use crate::view::{Command, Noun, Refusal, View};

/// Accept some values of a record and refuse others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgeTags {
    /// The record, by any of its names.
    pub record: String,
    /// Kind of tags.
    pub kind: TagKind,
    /// Values that hold.
    #[serde(default)]
    pub accepted: Vec<String>,
    /// Values that do not.
    #[serde(default)]
    pub refused: Vec<String>,
}

impl Command for JudgeTags {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let accepted = self.accepted.iter().map(|value| (value, Verdict::Accepted));
        let refused = self.refused.iter().map(|value| (value, Verdict::Refused));
        let mut outcomes: Vec<Outcome> = Vec::new();
        for (value, verdict) in refused.chain(accepted) {
            let records = vec![self.record.clone()];
            let one = JudgeTag { records, cluster: None, kind: self.kind, value: value.clone(), verdict };
            for outcome in one.decide(view, asker)? {
                // What is accepted outranks what goes with a refusal.
                outcomes.retain(|own| own.subject() != outcome.subject());
                outcomes.push(outcome);
            }
        }
        if outcomes.is_empty() { Err(Refusal::unknown(Noun::Value, "")) } else { Ok(outcomes) }
    }

    fn told(&self, view: &View, outcomes: &[Outcome]) -> Coded {
        let id: Option<RecordId> = outcomes.iter().find_map(|outcome| outcome.subject().records().first().copied());
        let values = [
            ("record", id.map_or_else(|| self.record.clone().into(), |id| called(view, id))),
            ("kind", self.kind.code().into()),
            ("accepted", self.accepted.len().into()),
            ("refused", self.refused.len().into()),
        ];
        told("done-judged-several", values)
    }
}
