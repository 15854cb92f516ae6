//! An indicator of the library is taken into the plan.

use serde::{Deserialize, Serialize};

use super::minting::{key_of, made, minted};
use super::named::measure;
use crate::domain::plan::{PlanFact, PlanKind};
use crate::domain::vocabulary::library_indicators;
use crate::domain::{Asker, Coded, Outcome};
use crate::view::{Command, Noun, Refusal, View};
use crate::workspace::commands::told;

/// Take an indicator of the library for a measure; its name is that of the language of the asker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeIndicator {
    /// The measure, by its key or number.
    pub measure: String,
    /// Its code in the library.
    pub code: String,
}

impl Command for TakeIndicator {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let kind = PlanKind::Indicator(measure(&self.measure, view)?);
        let own = library_indicators().iter().find(|own| own.code == self.code.trim());
        let own = own.ok_or_else(|| Refusal::unknown(Noun::LibraryIndicator, self.code.clone()))?;
        let name = own.names.get(asker.language).to_owned();
        let facts = [PlanFact::Text(name), PlanFact::Type(own.kind), PlanFact::Unit(own.unit.clone())];
        let source = PlanFact::Source(own.source.clone());
        let split = (!own.split_by.is_empty()).then(|| PlanFact::SplitBy(own.split_by.clone()));
        let facts = facts.into_iter().chain([source]).chain(split);
        Ok(made(minted(view, kind, &own.code), kind, facts))
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        told(
            "done-indicator",
            [("key", key_of(outcomes).into()), ("measure", self.measure.clone().into()), ("unread", 0.into())],
        )
    }
}
