//! The plan that a view shows: that at work or a closed edition, in the words of a language.

use std::collections::BTreeMap;

use super::plans::Plans;
use super::state_view::View;
use super::{Noun, Refusal};
use crate::domain::plan::{Edition, Facts, PlanBook};
use crate::domain::vocabulary::fold;
use crate::domain::{Language, PlanKey, facts_at_closing};

impl View {
    /// The plan as people have decided it, in the words that it was written in first.
    pub fn plan(&self) -> &PlanBook {
        self.plans.first(&self.decisions.plan)
    }

    /// The same in the words of a language, where people have written them.
    pub fn plan_in(&self, language: Language) -> &PlanBook {
        self.plans.spoken(language, &self.decisions.plan)
    }

    /// The closed edition that is called so, by its name or key.
    ///
    /// # Errors
    /// When there is none.
    pub fn edition(&self, wanted: &str) -> Result<&Edition, Refusal> {
        let by_key = wanted.parse::<PlanKey>().ok();
        let is_called = |own: &&Edition| by_key == Some(own.key) || fold(&own.name) == fold(wanted);
        self.plan().editions.values().find(is_called).ok_or_else(|| Refusal::unknown(Noun::Edition, wanted))
    }

    /// The closed edition that this view shows in the place of the plan at work.
    pub fn shown_edition(&self) -> Option<&Edition> {
        self.plans.edition()
    }

    /// The plan as it stood when an edition of it was closed, in the words of a language where they are given in it.
    ///
    /// # Errors
    /// When the journal cannot be read, or closes no such edition.
    pub fn plan_at_closing(&self, edition: PlanKey, language: Language) -> Result<PlanBook, Refusal> {
        Ok(PlanBook::in_language(&self.facts_of(edition)?, language))
    }

    fn facts_of(&self, edition: PlanKey) -> Result<BTreeMap<PlanKey, Facts>, Refusal> {
        let unknown = || Refusal::unknown(Noun::Edition, edition.to_string());
        facts_at_closing(&self.events()?, edition).ok_or_else(unknown)
    }

    /// This view with a closed edition in the place of the plan at work. Records, clusters and names are those of today.
    ///
    /// # Errors
    /// When there is no such edition, or the journal cannot be read.
    pub fn reading(&self, edition: &str) -> Result<Self, Refusal> {
        let edition = self.edition(edition)?;
        Ok(self.with_plans(Plans::closed(edition.clone(), self.facts_of(edition.key)?)))
    }
}
