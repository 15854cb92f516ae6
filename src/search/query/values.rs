//! Values of fields by their names in six languages: States, themes, groups, goals, instruments,
//! positions.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::language::query_language;
use super::thesaurus::instrument_code;
use super::titled::{NoTitles, Titles, titled};
use super::tree::Query;
use crate::domain::vocabulary::{
    BodyRegister, Group, StateRegister, Table, ThemeRegister, Topic, entity_types, fold, goals, group_code, groups,
    issues, topics,
};
use crate::domain::{Entity, Facet, FacetValue, Language, Position};
use crate::text::han::simplified;
use crate::text::lexicon::Lexicon;
use crate::text::stemming::{StemToken, stem_tokens, stems_of};

/// What asks for records without any value of a field.
const NONE: &str = "none";
/// Renderings that are sure enough to name a value by.
const SURE: f32 = 0.3;

/// Folded names with the values of fields that they stand for.
static NAMES: LazyLock<HashMap<String, Vec<FacetValue>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<FacetValue>> = HashMap::new();
    let mut add = |name: &str, facet: Facet, value: &str| {
        let values = names.entry(fold(name)).or_default();
        let value = FacetValue { facet, value: value.to_owned() };
        if !values.contains(&value) {
            values.push(value);
        }
    };
    for issue in issues() {
        issue.names.iter().for_each(|name| add(name, Facet::Issue, &issue.name));
        // A theme that is called as an issue is so called in the other languages too.
        for theme in ThemeRegister::embedded().in_force().filter(|theme| fold(&theme.name) == fold(&issue.name)) {
            issue.names.iter().for_each(|name| add(name, Facet::Theme, &theme.name));
        }
    }
    for theme in ThemeRegister::embedded().iter().filter(|theme| theme.code.is_empty()) {
        add(&theme.name, Facet::Theme, &theme.name);
    }
    for topic in topics() {
        topic.titles.iter().for_each(|title| add(title, Facet::Topic, &topic.code));
    }
    for group in groups() {
        let labels = group.names.iter().chain(group.persons.iter().map(String::as_str));
        labels.for_each(|name| add(name, Facet::Group, &group.code));
    }
    for entity in entity_types() {
        entity.names.iter().for_each(|name| add(name, Facet::Entity, &entity.code));
    }
    let values = Table::embedded("value_names", include_str!("../../../corpora/reference/value_names.csv"));
    for row in values.rows() {
        let facet = Facet::of_name(row.cell("facet"));
        let names = Language::ALL.iter().flat_map(|language| row.list(language.code()));
        facet.into_iter().for_each(|facet| names.clone().for_each(|name| add(&name, facet, row.cell("value"))));
    }
    for goal in goals() {
        goal.titles.iter().chain(goal.short.iter()).for_each(|name| add(name, Facet::Sdg, &goal.number.to_string()));
    }
    names
});

/// The values of fields that a word or a run of words names in any of the six languages.
pub(in crate::search) fn named(text: &str) -> Vec<FacetValue> {
    let named = values_named(text).into_iter().flatten();
    let told = named.filter(|named| TOLD.contains(&named.facet)).cloned();
    let register = StateRegister::embedded();
    let state = register.find_name(text).or_else(|| register.find_name(&simplified(text)));
    told.chain(state.map(|code| FacetValue { facet: Facet::State, value: String::from(code) })).collect()
}

/// The values that have a name, in either script of Chinese.
fn values_named(name: &str) -> Option<&'static Vec<FacetValue>> {
    let folded = fold(name);
    NAMES.get(&folded).or_else(|| NAMES.get(&*simplified(&folded)))
}

/// The group that has a word among its words, in any language.
fn group_of_word(word: &str) -> Option<&'static str> {
    let folded = fold(word);
    let has = |group: &&Group| group.words.iter().flatten().any(|own| fold(own) == folded);
    groups().iter().find(has).map(|group| group.code.as_str())
}

/// Whether the title of a topic holds a folded word or run of words, in any of the six languages.
fn is_topic_with(code: &str, folded: &str) -> bool {
    let is_it = |topic: &&Topic| topic.code == code;
    topics().iter().find(is_it).is_some_and(|topic| topic.titles.iter().any(|title| fold(title).contains(folded)))
}

/// Facets whose values words name without a field.
const TOLD: [Facet; 4] = [Facet::Issue, Facet::Theme, Facet::Group, Facet::Sdg];

/// Facets whose values are codes: a part of one means nothing.
const CODES: [Facet; 6] =
    [Facet::Sdg, Facet::Cluster, Facet::State, Facet::RecommendingState, Facet::Cycle, Facet::Session];

/// The values that a field has, and how people may call them.
pub(in crate::search) struct KnownValues<'a> {
    facet: Facet,
    states: &'a StateRegister,
    values: &'a [String],
    bodies: &'a [Entity],
    titles: &'a dyn Titles,
}

impl<'a> KnownValues<'a> {
    /// The values of a field; States go by the names of the register.
    pub(in crate::search) const fn new(facet: Facet, states: &'a StateRegister, values: &'a [String]) -> Self {
        Self { facet, states, values, bodies: &[], titles: &NoTitles }
    }

    /// The same where entities also go by the names of a national register.
    pub(in crate::search) const fn with_bodies(self, bodies: &'a [Entity]) -> Self {
        Self { bodies, ..self }
    }

    /// The same where clusters also go by their titles.
    pub(in crate::search) const fn with_titles(self, titles: &'a dyn Titles) -> Self {
        Self { titles, ..self }
    }

    /// What a user gave, or the values that its commas part where it is none as a whole.
    pub(in crate::search) fn parts(&self, given: &str) -> Vec<String> {
        let is_whole = !given.contains(',') || !self.meant(given).is_empty();
        if is_whole {
            return vec![given.to_owned()];
        }
        given.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// The values that a word of the user means by any of their names: the same one, or, failing that,
    /// those that hold the word.
    pub(in crate::search) fn meant(&self, given: &str) -> Vec<String> {
        let wanted = self.value_of(given);
        if self.facet == Facet::Position && wanted == Position::Pending.code() {
            // Who asks for what is pending, asks for what is open.
            return self.that(|value| Position::from_words(value).is_some_and(Position::is_open));
        }
        let folded = fold(&wanted);
        if folded.is_empty() {
            return Vec::new();
        }
        let same = if matches!(self.facet, Facet::Sdg | Facet::Cluster) {
            self.that(|value| value == wanted.trim())
        } else {
            self.that(|value| fold(value) == folded)
        };
        if same.is_empty() && self.facet == Facet::Cluster {
            let called = titled(self.titles.clusters(), &folded);
            return self.that(|value| called.contains(&value));
        }
        if !same.is_empty() || CODES.contains(&self.facet) {
            return same;
        }
        if self.facet == Facet::Topic {
            return self.that(|code| is_topic_with(code, &folded));
        }
        let word = format!(" {folded} ");
        let holding =
            self.that(|value| format!(" {} ", fold(value)).contains(&word) || fold(value).starts_with(&folded));
        if !holding.is_empty() || !matches!(self.facet, Facet::Issue | Facet::Theme | Facet::Entity) {
            return holding;
        }
        let english = english_stems(&wanted);
        let has_all_stems = |value: &str| has_all(&stems_of(&value.replace('_', " "), Language::En), &english);
        self.that(|value| !english.is_empty() && has_all_stems(value))
    }

    /// Whether a word asks for records without any value of the field: "none", where no value is so called.
    pub(in crate::search) fn asks_for_none(&self, given: &str) -> bool {
        fold(given) == NONE && self.meant(given).is_empty()
    }

    /// The type of the body of the register that is so called.
    fn type_of_body(&self, given: &str) -> Option<String> {
        let folded = fold(given);
        let is_called = |body: &&Entity| [&body.code, &body.name, &body.short_name].iter().any(|n| fold(n) == folded);
        self.bodies.iter().find(is_called).map(|body| body.entity_type.clone())
    }

    fn that(&self, fits: impl Fn(&str) -> bool) -> Vec<String> {
        self.values.iter().filter(|value| fits(value)).cloned().collect()
    }

    /// The value that is given by any of its names, as the index has it.
    fn value_of(&self, given: &str) -> String {
        let names = values_named(given);
        let of_names = || names?.iter().find(|named| named.facet == self.facet).map(|named| named.value.clone());
        let found = match self.facet {
            Facet::State | Facet::RecommendingState => {
                self.states.find(given).or_else(|| self.states.find(&simplified(given))).map(String::from)
            }
            Facet::Instrument => instrument_code(given),
            Facet::Entity => self.type_of_body(given).or_else(of_names),
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
    use super::{KnownValues, named};
    use crate::domain::Facet;
    use crate::domain::vocabulary::StateRegister;

    #[test]
    fn values_are_known_by_their_names_in_six_languages() {
        let value = |facet, given| KnownValues::new(facet, StateRegister::embedded(), &[]).value_of(given);
        assert_eq!(value(Facet::State, "Словения"), "SVN");
        assert_eq!(value(Facet::Group, "Personas con discapacidad"), "persons_with_disabilities");
        assert_eq!(value(Facet::Issue, "Société civile"), "Civil society");
        assert_eq!(value(Facet::Theme, "Société civile"), "Société civile", "no theme is so called");
        for facet in [Facet::Issue, Facet::Theme] {
            assert_eq!(value(facet, "Право на образование"), "Right to education", "a name of both lists");
        }
        assert_eq!(value(Facet::Sdg, "优质教育"), "4");
        assert_eq!(value(Facet::Sdg, "Quality education"), "4");
        assert!(named("Torture").is_empty());
    }

    #[test]
    fn pending_and_open_mean_every_position_that_is_to_come() {
        let known = ["noted", "none", "pending"].map(str::to_owned);
        let positions = KnownValues::new(Facet::Position, StateRegister::embedded(), &known);
        for given in ["pending", "open", "abierta", "Position open"] {
            assert_eq!(positions.meant(given), ["none", "pending"], "{given}");
        }
        assert_eq!(
            (positions.meant("none"), positions.meant("noted")),
            (vec!["none".to_owned()], vec!["noted".to_owned()])
        );
    }

    #[test]
    fn a_value_given_with_commas_is_taken_whole_where_it_is_known_so() {
        let known = ["Arms, trade in".to_owned(), "Torture".to_owned()];
        let themes = KnownValues::new(Facet::Theme, StateRegister::embedded(), &known);
        assert_eq!(themes.parts("Arms, trade in"), ["Arms, trade in"]);
        assert_eq!(themes.parts("Torture, Arms"), ["Torture", "Arms"]);
        assert!(themes.asks_for_none("None") && !themes.asks_for_none("Torture"));
        let positions = ["none".to_owned()];
        let known = KnownValues::new(Facet::Position, StateRegister::embedded(), &positions);
        assert!(!known.asks_for_none("none"), "it is a value of its own");
    }
}
