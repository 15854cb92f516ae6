//! What values are called in the language of the reader; codes of small closed lists have words in every shell.

use super::field::{Field, Value};
use crate::domain::Language;
use crate::domain::vocabulary::{Vocabulary, VocabularyTerm, entity_type, issue_number, issues, sdg_title};
use crate::view::View;

/// Gives values their titles.
#[derive(Clone, Copy)]
pub(in crate::reports) struct Titles<'a> {
    view: &'a View,
    language: Language,
}

impl<'a> Titles<'a> {
    /// The titles of a view in a language.
    pub(in crate::reports) fn new(view: &'a View, language: Language) -> Self {
        // Clusters are made before threads ask for them.
        view.clusters(language);
        Self { view, language }
    }

    /// The title of a value; `None` when its code says all.
    pub(in crate::reports) fn of(self, field: Field, value: &Value<'_>) -> Option<String> {
        let language = self.language;
        match (field, *value) {
            (_, Value::State(state)) => Some(self.view.registers.states.name_in(state, language)),
            (_, Value::Cluster(number)) => self.view.cluster(number, language).ok().map(|found| found.title.clone()),
            (_, Value::Target(_, _, code)) => sdg_title(code, language).map(str::to_owned),
            (Field::Group, Value::Text(code)) => {
                VocabularyTerm::of(Vocabulary::Group, code).map(|term| term.name(language))
            }
            (Field::Entity, Value::Text(code)) => entity_type(code).map(|entity| entity.names.get(language).to_owned()),
            (Field::Issue, Value::Text(name)) => {
                let named = issue_number(name).map(|at| issues()[at].names.get(language).to_owned());
                named.filter(|title| title != name)
            }
            _ => None,
        }
    }
}
