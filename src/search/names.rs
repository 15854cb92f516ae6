//! Values of fields by their names in six languages: States, themes, groups, goals, instruments,
//! positions.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::document::Facet;
use super::request::SearchRequest;
use super::thesaurus::instrument_code;
use crate::domain::Position;
use crate::domain::vocabulary::{StateRegister, ThemeRegister, fold, goals, group_code, groups, issues};

/// Folded names with the values of fields that they stand for.
static NAMES: LazyLock<HashMap<String, Vec<(Facet, String)>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<(Facet, String)>> = HashMap::new();
    let mut add = |name: &str, facet: Facet, value: &str| {
        let values = names.entry(fold(name)).or_default();
        let value = (facet, value.to_owned());
        if !values.contains(&value) {
            values.push(value);
        }
    };
    for issue in issues() {
        issue.names.iter().for_each(|name| add(name, Facet::Theme, &issue.name));
    }
    for theme in ThemeRegister::embedded().iter().filter(|theme| theme.code.is_empty()) {
        add(&theme.name, Facet::Theme, &theme.name);
    }
    for group in groups() {
        let labels = group.names.iter().chain(group.persons.iter().map(String::as_str));
        labels.for_each(|name| add(name, Facet::Group, &group.code));
    }
    for goal in goals() {
        goal.titles.iter().chain(goal.short.iter()).for_each(|name| add(name, Facet::Sdg, &goal.number.to_string()));
    }
    names
});

/// The values of fields that a word or a run of words names in any of the six languages.
pub(super) fn named(text: &str) -> Vec<(Facet, String)> {
    let mut values = NAMES.get(&fold(text)).cloned().unwrap_or_default();
    values.extend(StateRegister::embedded().find_name(text).map(|code| (Facet::State, String::from(code))));
    values
}

/// The value of a field that is given by any of its names, as the index has it.
pub(super) fn value_of(facet: Facet, given: &str, request: &SearchRequest) -> String {
    let of_names = || named(given).into_iter().find(|(f, _)| *f == facet).map(|(_, value)| value);
    let found = match facet {
        Facet::State | Facet::RecommendingState => {
            let own = || request.own_states.get(&fold(given)).cloned();
            StateRegister::embedded().find(given).map(String::from).or_else(own)
        }
        Facet::Instrument => instrument_code(given),
        Facet::Group => group_code(given).map(str::to_owned),
        Facet::Position => Position::from_words(given).map(|position| position.code().to_owned()),
        Facet::Theme | Facet::Sdg => of_names(),
        _ => None,
    };
    found.unwrap_or_else(|| given.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{named, value_of};
    use crate::search::{Facet, SearchRequest};

    #[test]
    fn values_are_known_by_their_names_in_six_languages() {
        let value = |facet, given| value_of(facet, given, &SearchRequest::default());
        assert_eq!(value(Facet::State, "Словения"), "SVN");
        assert_eq!(value(Facet::Group, "Personas con discapacidad"), "persons_with_disabilities");
        assert_eq!(value(Facet::Theme, "Société civile"), "Civil society");
        assert_eq!(value(Facet::Sdg, "优质教育"), "4");
        assert_eq!(value(Facet::Sdg, "Quality education"), "4");
        assert!(named("Torture").is_empty());
    }
}
