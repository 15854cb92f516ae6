//! Values of fields by their names in six languages: States, themes, groups, goals, instruments,
//! positions.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::document::Facet;
use super::query::Query;
use super::query_language::query_language;
use super::request::SearchRequest;
use super::thesaurus::instrument_code;
use crate::domain::vocabulary::{
    BodyRegister, StateRegister, Table, ThemeRegister, entity_types, fold, goals, group_code, groups, issues,
};
use crate::domain::{Language, Position};
use crate::text::lexicon::Lexicon;
use crate::text::stemming::{StemToken, stem_tokens, stems_of};

/// Renderings that are sure enough to name a value by.
const SURE: f32 = 0.3;

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
    for entity in entity_types() {
        entity.names.iter().for_each(|name| add(name, Facet::Entity, &entity.code));
    }
    let values = Table::embedded("value_names", include_str!("../../corpora/reference/value_names.csv"));
    for row in values.rows() {
        let facet = Facet::ALL.into_iter().find(|facet| facet.name() == row.cell("facet"));
        let names = Language::ALL.iter().flat_map(|language| row.list(language.code()));
        facet.into_iter().for_each(|facet| names.clone().for_each(|name| add(&name, facet, row.cell("value"))));
    }
    for goal in goals() {
        goal.titles.iter().chain(goal.short.iter()).for_each(|name| add(name, Facet::Sdg, &goal.number.to_string()));
    }
    names
});

/// The values of fields that a word or a run of words names in any of the six languages.
pub(super) fn named(text: &str) -> Vec<(Facet, String)> {
    let mut values = NAMES.get(&fold(text)).cloned().unwrap_or_default();
    values.retain(|(facet, _)| matches!(facet, Facet::Theme | Facet::Group | Facet::Sdg));
    values.extend(StateRegister::embedded().find_name(text).map(|code| (Facet::State, String::from(code))));
    values
}

/// The group that has a word among its words, in any language.
fn group_of_word(word: &str) -> Option<&'static str> {
    let folded = fold(word);
    let has = |group: &&crate::domain::vocabulary::Group| group.words.iter().flatten().any(|own| fold(own) == folded);
    groups().iter().find(has).map(|group| group.code.as_str())
}

/// The value of a field that is given by any of its names, as the index has it.
pub(super) fn value_of(facet: Facet, given: &str, request: &SearchRequest) -> String {
    let names = NAMES.get(&fold(given));
    let of_names = || names?.iter().find(|(f, _)| *f == facet).map(|(_, value)| value.clone());
    let found = match facet {
        Facet::State | Facet::RecommendingState => {
            let own = || request.own_states.get(&fold(given)).cloned();
            StateRegister::embedded().find(given).map(String::from).or_else(own)
        }
        Facet::Instrument => instrument_code(given),
        Facet::Group => group_code(given).or_else(|| group_of_word(given)).map(str::to_owned),
        Facet::Position => Position::from_words(given).map(|position| position.code().to_owned()).or_else(of_names),
        Facet::Body => BodyRegister::embedded().find(given).map(|entry| entry.body.to_string()).or_else(of_names),
        Facet::Sdg => {
            let number = given.trim_start_matches(|c: char| !c.is_ascii_digit());
            of_names().or_else(|| (!number.is_empty()).then(|| number.trim().to_owned()))
        }
        _ => of_names(),
    };
    found.unwrap_or_else(|| given.to_owned())
}

/// Facets whose values are codes: a part of one means nothing.
const CODES: [Facet; 6] =
    [Facet::Sdg, Facet::Cluster, Facet::State, Facet::RecommendingState, Facet::Cycle, Facet::Session];

/// A value, or the values that its commas part where it is none as a whole.
pub(super) fn parts(facet: Facet, value: &str, request: &SearchRequest, known: &[String]) -> Vec<String> {
    let is_whole = !value.contains(',') || !meant(facet, &value_of(facet, value, request), known).is_empty();
    if is_whole {
        return vec![value.to_owned()];
    }
    value.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The values that a word of the user means: the same one, or, failing that, those that hold the word.
pub(super) fn meant(facet: Facet, wanted: &str, known: &[String]) -> Vec<String> {
    let folded = fold(wanted);
    if folded.is_empty() {
        return Vec::new();
    }
    let collect =
        |fits: &dyn Fn(&str) -> bool| -> Vec<String> { known.iter().filter(|value| fits(value)).cloned().collect() };
    let same = if matches!(facet, Facet::Sdg | Facet::Cluster) {
        collect(&|value| value == wanted.trim())
    } else {
        collect(&|value| fold(value) == folded)
    };
    if !same.is_empty() || CODES.contains(&facet) {
        return same;
    }
    let holding = collect(&|value| {
        format!(" {} ", fold(value)).contains(&format!(" {folded} ")) || fold(value).starts_with(&folded)
    });
    if !holding.is_empty() || !matches!(facet, Facet::Theme | Facet::Entity) {
        return holding;
    }
    let english = english_stems(wanted);
    collect(&|value| !english.is_empty() && has_all(&stems_of(&value.replace('_', " "), Language::En), &english))
}

/// For each word of another language the English stems that stand for it; none for small words.
fn english_stems(text: &str) -> Vec<Vec<String>> {
    let lexicon = Lexicon::embedded();
    let language = query_language(&Query::Phrase(text.to_owned()), lexicon);
    let stems = |token: StemToken| {
        let sure = lexicon.renderings(&token.stem, language, Language::En).into_iter().filter(|r| r.weight >= SURE);
        sure.map(|rendering| rendering.stem).collect::<Vec<_>>()
    };
    if language == Language::En { Vec::new() } else { stem_tokens(text, language).into_iter().map(stems).collect() }
}

/// Whether a value has one stem for each word.
fn has_all(stems: &[String], words: &[Vec<String>]) -> bool {
    words.iter().all(|word| word.iter().any(|stem| stems.contains(stem)))
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
