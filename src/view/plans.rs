//! The plans that a view makes of its facts, on demand and once a language.

use std::collections::BTreeMap;

use once_cell::sync::OnceCell;

use crate::domain::plan::{Edition, Facts, PlanBook};
use crate::domain::{Language, PlanKey};

/// The plan at work, or a closed edition in its place.
#[derive(Default)]
pub(super) struct Plans {
    /// The edition that is read, with its facts; `None` where it is the plan at work.
    closed: Option<(Edition, BTreeMap<PlanKey, Facts>)>,
    first: OnceCell<PlanBook>,
    /// `None` where nothing is written in the language apart.
    spoken: [OnceCell<Option<PlanBook>>; Language::ALL.len()],
}

impl Plans {
    /// A closed edition.
    pub(super) fn closed(edition: Edition, facts: BTreeMap<PlanKey, Facts>) -> Self {
        Self { closed: Some((edition, facts)), ..Self::default() }
    }

    /// The closed edition that stands in the place of the plan at work.
    pub(super) fn edition(&self) -> Option<&Edition> {
        self.closed.as_ref().map(|(edition, _)| edition)
    }

    /// The plan in the words that it was written in first; `at_work` are the facts in force.
    pub(super) fn first(&self, at_work: &BTreeMap<PlanKey, Facts>) -> &PlanBook {
        self.first.get_or_init(|| PlanBook::of(self.facts(at_work)))
    }

    /// The plan in the words of a language, where there are any.
    pub(super) fn spoken(&self, language: Language, at_work: &BTreeMap<PlanKey, Facts>) -> &PlanBook {
        let own = self.spoken[language.index()].get_or_init(|| {
            let facts = self.facts(at_work);
            let mut all = facts.values().flat_map(|own| own.values());
            let is_spoken = all.any(|fact| fact.is_heard_in(Some(language)) && !fact.is_heard_in(None));
            is_spoken.then(|| PlanBook::in_language(facts, language))
        });
        own.as_ref().unwrap_or_else(|| self.first(at_work))
    }

    fn facts<'f>(&'f self, at_work: &'f BTreeMap<PlanKey, Facts>) -> &'f BTreeMap<PlanKey, Facts> {
        self.closed.as_ref().map_or(at_work, |(_, facts)| facts)
    }
}
