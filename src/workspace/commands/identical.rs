//! Asks that are made word for word are accepted at once.

use serde::{Deserialize, Serialize};

use super::told;
use crate::domain::{Asker, Coded, Decision, Outcome, RelationKind};
use crate::reports::identical_asks;
use crate::view::{Command, Refusal, View};

/// Say of every ask that is made word for word that its records ask the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptIdentical {
    /// How many such asks whoever decides was told of: where there are others by now, nothing is decided.
    pub asks: usize,
}

impl Command for AcceptIdentical {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let all = identical_asks(view)?;
        if all.len() != self.asks {
            return Err(Refusal::Moved);
        }
        let pairs = all.into_iter().flat_map(|(main, others)| others.into_iter().map(move |other| (main, other)));
        Ok(pairs.map(|(main, other)| Decision::pair(main, other, Some(RelationKind::Identical)).into()).collect())
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        told("done-identical", [("asks", self.asks.into()), ("pairs", outcomes.len().into())])
    }
}
