//! States by all the names that sources use for them.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::fold::fold;
use super::table::{Names, Table};
use crate::domain::{Language, RegionalGroup, StateCode};

/// Longest name that is looked at for slips of the pen, in letters.
const LONGEST_MISSPELT: usize = 60;

/// A State, or an observer that takes part in the review.
#[derive(Debug, Clone)]
pub struct State {
    /// ISO 3166 alpha-3 code.
    pub code: StateCode,
    /// Short names in six languages.
    pub names: Names,
    /// Regional group.
    pub group: RegionalGroup,
}

/// Looks States up by any of their names; a workspace may add its own.
#[derive(Debug, Clone)]
pub struct StateRegister {
    states: BTreeMap<StateCode, State>,
    by_name: HashMap<String, StateCode>,
    by_code: HashMap<String, StateCode>,
}

impl StateRegister {
    /// The States that ship with Weft.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static REGISTER: OnceLock<StateRegister> = OnceLock::new();
        REGISTER.get_or_init(Self::load)
    }

    fn load() -> Self {
        let table = Table::embedded("states", include_str!("../../../corpora/reference/states.csv"));
        let mut register = Self { states: BTreeMap::new(), by_name: HashMap::new(), by_code: HashMap::new() };
        for row in table.rows() {
            let code: StateCode = row.cell("code").parse().expect("the table of States holds ISO codes");
            let names = row.by_language("name");
            let mut spellings = row.list("variants");
            spellings.extend(names.iter().map(str::to_owned));
            register.by_code.insert(fold(row.cell("iso2")), code);
            register.insert(
                State { code, names, group: row.cell("regional_group").parse().unwrap_or_default() },
                &spellings,
            );
        }
        register
    }

    /// Adds a State that the tables do not know; its first name is shown.
    pub fn add(&mut self, code: StateCode, names: &[String], group: RegionalGroup) {
        let shown = names.first().cloned().unwrap_or_else(|| code.to_string());
        let six = Names(std::array::from_fn(|_| shown.clone()));
        self.insert(State { code, names: six, group }, names);
    }

    fn insert(&mut self, state: State, spellings: &[String]) {
        for spelling in spellings.iter().filter(|s| !s.is_empty()) {
            self.by_name.insert(fold(spelling), state.code);
        }
        self.by_code.insert(fold(state.code.as_str()), state.code);
        self.states.insert(state.code, state);
    }

    /// The code of a State by name, variant, or ISO code.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<StateCode> {
        let folded = fold(name);
        self.by_name.get(&folded).or_else(|| self.by_code.get(&folded)).copied()
    }

    /// The code of a State by name or variant only: in running text "(SEN)" and "(it)" are no States.
    #[must_use]
    pub fn find_name(&self, name: &str) -> Option<StateCode> {
        self.by_name.get(&fold(name)).copied()
    }

    /// The State whose name is spelt nearly so: one letter apart in names of five to seven letters, two in
    /// longer ones. None where two States are as near, or where the first letter is another.
    #[must_use]
    pub fn find_misspelt(&self, name: &str) -> Option<StateCode> {
        let folded = fold(name);
        let first = folded.chars().next()?;
        let most = match folded.chars().count() {
            5..=7 => 1,
            8..=LONGEST_MISSPELT => 2,
            _ => return None,
        };
        let is_like = |spelling: &str| spelling.starts_with(first) && spelling.len().abs_diff(folded.len()) <= 8;
        let like = self.by_name.iter().filter(|(spelling, _)| is_like(spelling));
        let near = like.map(|(spelling, code)| (strsim::osa_distance(spelling, &folded), *code));
        let mut near: Vec<(usize, StateCode)> = near.filter(|(distance, _)| *distance <= most).collect();
        near.sort_unstable();
        let (best, code) = *near.first()?;
        near.iter().all(|(distance, other)| *distance > best || *other == code).then_some(code)
    }

    /// Whether the code is one of a known State.
    #[must_use]
    pub fn contains(&self, code: StateCode) -> bool {
        self.states.contains_key(&code)
    }

    /// The State of a code.
    #[must_use]
    pub fn get(&self, code: StateCode) -> Option<&State> {
        self.states.get(&code)
    }

    /// The English short name, or the code where the State is unknown.
    #[must_use]
    pub fn name(&self, code: StateCode) -> String {
        self.name_in(code, Language::En)
    }

    /// The short name in a language, or the code where the State is unknown.
    #[must_use]
    pub fn name_in(&self, code: StateCode, language: Language) -> String {
        self.get(code).map_or_else(|| code.to_string(), |state| state.names.get(language).to_owned())
    }

    /// All States in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &State> {
        self.states.values()
    }
}

#[cfg(test)]
mod tests {
    use super::StateRegister;

    #[test]
    fn names_of_all_sources_lead_to_one_code() {
        let register = StateRegister::embedded();
        for (name, code) in [
            ("DPR Korea", "PRK"),
            ("Bosnia & Herzegovina", "BIH"),
            ("Netherlands (Kingdom of the)", "NLD"),
            ("Turkey", "TUR"),
            ("Türkiye", "TUR"),
            ("State of Palestine*", "PSE"),
            ("AU", "AUS"),
            ("Macedonia FYR", "MKD"),
            ("Republic of Congo", "COG"),
            ("Democratic Republic of Congo", "COD"),
        ] {
            assert_eq!(register.find(name).map(String::from).as_deref(), Some(code), "{name}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_leads_to_a_state_where_only_one_is_near() {
        let misspelt = |name| StateRegister::embedded().find_misspelt(name).map(String::from);
        for (name, code) in [
            ("Phillipines", Some("PHL")),
            ("Columbia", Some("COL")),
            ("Austrlia", None),
            ("Iram", None),
            ("Atlantis", None),
        ] {
            assert_eq!(misspelt(name).as_deref(), code, "{name}");
        }
    }

    #[test]
    fn a_workspace_can_add_a_state() {
        let mut register = StateRegister::embedded().clone();
        let code = "XSV".parse().unwrap();
        register.add(code, &["Saravia".to_owned()], crate::domain::RegionalGroup::None);
        assert_eq!(register.find("saravia"), Some(code));
        assert_eq!(register.name(code), "Saravia");
    }
}
