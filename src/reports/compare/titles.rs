//! What values are called in the language of the reader.

use super::field::{Field, Value};
use crate::domain::{Language, Values};
use crate::domain::vocabulary::{Vocabulary, VocabularyTerm, entity_type, issue_number, issues, sdg_title_in};
use crate::i18n::Words;
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
            (_, Value::Target(_, _, code)) => sdg_title_in(code, language).map(str::to_owned),
            (Field::Group, Value::Text(code)) => {
                VocabularyTerm::of(Vocabulary::Group, code).map(|term| term.name(language))
            }
            (Field::Entity, Value::Text(code)) => entity_type(code).map(|entity| entity.names.get(language).to_owned()),
            (Field::Issue, Value::Text(name)) => {
                let named = issue_number(name).map(|at| issues()[at].names.get(language).to_owned());
                named.filter(|title| title != name)
            }
            (_, Value::Text(code)) => word_list(field).map(|list| word(list, code, language)),
            _ => None,
        }
    }
}

/// The list of words for the values of a field; `None` where they are names or numbers.
const fn word_list(field: Field) -> Option<&'static str> {
    match field {
        Field::Mechanism => Some("mechanism"),
        Field::Position => Some("position"),
        Field::Category => Some("action-category"),
        Field::Kind => Some("record-kind"),
        Field::Region | Field::RecommenderRegion | Field::Recommender => Some("region"),
        _ => None,
    }
}

fn word(list: &str, code: &str, language: Language) -> String {
    Words::of(language).sentence(list, &Values::from_iter([("value".to_owned(), code.into())]))
}
