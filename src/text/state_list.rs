//! States in a list of names, as brackets at the end of a text and cells of tables hold them.
//!
//! Names hold what parts names elsewhere: "Congo, Democratic Republic of the", "Trinidad and Tobago". So
//! nothing is cut before the longest run of pieces that is a name was looked for. Lists of other names are cut
//! likewise.

use std::ops::Range;
use std::sync::LazyLock;

use crate::domain::vocabulary::{StateRegister, Table, fold};
use crate::domain::{Language, StateCode};

/// Most signs and words between names that stand inside one name.
const MOST_JOINTS: usize = 6;
/// Longest name of a State, in bytes.
const LONGEST_NAME: usize = 300;
/// A dash that joins names as a comma does.
const DASH: &str = " - ";

/// Words of lists, as they stand between names, from `corpora/reference/state_list_words.csv`.
struct ListWords {
    /// What joins names as a comma does, and stands inside names too.
    joints: Vec<String>,
    /// What a State says that speaks for others.
    on_behalf: Vec<String>,
    /// Articles before a name, each with a blank behind it.
    articles: Vec<String>,
    /// What stands in the place of a State that nobody knows, folded.
    unknown: Vec<String>,
}

static WORDS: LazyLock<ListWords> = LazyLock::new(|| {
    let table = Table::embedded("state_list_words", include_str!("../../corpora/reference/state_list_words.csv"));
    let words = |kind| Language::ALL.into_iter().zip(table.of_kind(kind).lists_of_languages("words"));
    let joints = words("joint").flat_map(|(language, list)| list.into_iter().map(move |word| between(&word, language)));
    let on_behalf = words("on_behalf").flat_map(|(_, list)| list);
    let articles = words("article").flat_map(|(_, list)| list).map(|word| format!("{word} "));
    ListWords {
        joints: joints.chain([DASH.to_owned()]).collect(),
        on_behalf: on_behalf.collect(),
        articles: articles.collect(),
        unknown: words("unknown").flat_map(|(_, list)| list).map(|word| fold(&word)).collect(),
    }
});

/// A joining word as it stands between two names: Arabic writes it together with the second, Chinese with both.
fn between(word: &str, language: Language) -> String {
    match language {
        Language::Zh => word.to_owned(),
        Language::Ar => format!(" {word}"),
        _ => format!(" {word} "),
    }
}

/// Whether a cell says that nobody knows the State.
#[must_use]
pub fn says_unknown(name: &str) -> bool {
    WORDS.unknown.contains(&fold(name))
}

/// What a cell of States names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CellStates {
    /// The States, each once, in the order of the cell.
    pub states: Vec<StateCode>,
    /// Names that are no State, as they are written.
    pub unknown: Vec<String>,
    /// Names that no table knows and that were taken for the one State that is spelt nearly so.
    pub misspelt: Vec<Misspelt>,
}

/// A name that is taken for that of a State.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelt {
    /// The name as it is written.
    pub name: String,
    /// The State.
    pub state: StateCode,
}

/// The States of a list in any of the usual separators, and the names that are no State.
#[must_use]
pub fn resolve_list(list: &str, register: &StateRegister) -> ListedStates {
    let mut named = ListedStates::default();
    match register.find_name(list) {
        Some(code) => named.states.push(code),
        None => pieces(list).into_iter().for_each(|piece| named.take(piece, register)),
    }
    named
}

/// The same, where a name that no table knows is taken for the one State that is spelt nearly so. Only for
/// cells of States: in running text a word may be any word.
#[must_use]
pub fn resolve_cell(cell: &str, register: &StateRegister) -> CellStates {
    let listed = register.find(cell).map_or_else(|| resolve_list(cell, register), ListedStates::one);
    let mut found = CellStates { states: listed.states, ..CellStates::default() };
    for name in listed.unknown {
        let Some(named) = nearly(&name, register) else {
            found.unknown.push(name);
            continue;
        };
        for (name, state) in named {
            push_once(&mut found.states, state);
            if register.find_name(&name) != Some(state) {
                found.misspelt.push(Misspelt { name, state });
            }
        }
    }
    found
}

/// The States that a name is spelt nearly like, or each of those that it joins; nothing if one of them is no State.
fn nearly(name: &str, register: &StateRegister) -> Option<Vec<(String, StateCode)>> {
    if let Some(code) = register.find_misspelt(name) {
        return Some(vec![(name.to_owned(), code)]);
    }
    let (mut named, mut start) = (Vec::new(), 0);
    let end = Joint { start: name.len(), end: name.len(), is_comma: false };
    for joint in joints(name).into_iter().filter(|joint| joint.end < name.len()).chain([end]) {
        let part = name.get(start..joint.start)?.trim();
        named.push((part.to_owned(), register.find_name(part).or_else(|| register.find_misspelt(part))?));
        start = joint.end;
    }
    Some(named)
}

/// The names of a list in any of the usual separators, where names of others than States stand in it: what `find`
/// knows of each, or its words.
#[must_use]
pub fn named_in<T>(list: &str, find: impl Fn(&str) -> Option<T>) -> Vec<Result<T, &str>> {
    match find(list) {
        Some(found) => vec![Ok(found)],
        None => pieces(list).into_iter().flat_map(|piece| runs(piece, &find)).collect(),
    }
}

/// What a list of States names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListedStates {
    /// The States, each once, in the order of the list.
    pub states: Vec<StateCode>,
    /// Names that are no State, as they are written.
    pub unknown: Vec<String>,
}

/// Something that may part two names: where it begins, where what follows begins, whether it is a comma.
#[derive(Clone, Copy)]
struct Joint {
    start: usize,
    end: usize,
    is_comma: bool,
}

impl ListedStates {
    /// One State alone.
    fn one(state: StateCode) -> Self {
        Self { states: vec![state], unknown: Vec::new() }
    }

    /// Takes a piece between strong signs.
    fn take(&mut self, piece: &str, register: &StateRegister) {
        for run in runs(piece, &|words: &str| name(words, register)) {
            match run {
                Ok(code) => push_once(&mut self.states, code),
                Err(words) => self.take_other(words, register),
            }
        }
    }

    /// A name that is no State by itself: one that speaks on behalf of others, or an unknown one.
    fn take_other(&mut self, words: &str, register: &StateRegister) {
        if self.take_bracketed(words, register) {
            return;
        }
        let places = |mark: &'static String| words.match_indices(mark.as_str()).map(|(at, mark)| (at, at + mark.len()));
        let marks = || WORDS.on_behalf.iter().flat_map(places);
        if let (Some((start, _)), Some((_, end))) = (marks().min(), marks().max()) {
            self.states_of(words[..start].trim_matches([' ', '(', '（', ',']), register);
            self.states_of(words[end..].trim_matches([' ', ')', '）', ',', ':']), register);
        } else if words.chars().any(char::is_alphabetic) {
            self.unknown.push(words.to_owned());
        }
    }

    /// A State with others, or with something else, in brackets behind it: "Norway (Denmark, Finland)". Whether it
    /// is that.
    fn take_bracketed(&mut self, words: &str, register: &StateRegister) -> bool {
        let Some((before, inside)) = words.split_once(['(', '（']) else { return false };
        let inside = inside.trim_end_matches([' ', ')', '）']);
        let Some(state) = name(before, register).filter(|_| !inside.contains(['(', '（'])) else { return false };
        if WORDS.on_behalf.iter().any(|mark| inside.contains(mark.as_str())) {
            return false;
        }
        push_once(&mut self.states, state);
        let others = resolve_list(inside, register);
        others.states.into_iter().for_each(|state| push_once(&mut self.states, state));
        self.unknown.extend(others.unknown);
        true
    }

    /// The States of words that do not speak for others any more.
    fn states_of(&mut self, words: &str, register: &StateRegister) {
        if words.chars().any(char::is_alphabetic) {
            self.take(words, register);
        }
    }
}

/// The runs of a piece between strong signs, from its beginning: each time the longest that is a name, else all
/// up to the next comma, which is none.
fn runs<'t, T>(piece: &'t str, find: &impl Fn(&str) -> Option<T>) -> Vec<Result<T, &'t str>> {
    let joints = joints(piece);
    let (mut runs, mut at) = (Vec::new(), 0);
    while at < piece.len() {
        let first = joints.partition_point(|joint| joint.start < at);
        let ends = joints[first..].iter().take(MOST_JOINTS).map(|joint| (joint.start, joint.end));
        let mut ends: Vec<(usize, usize)> = ends.collect();
        if joints.len() - first < MOST_JOINTS {
            ends.push((piece.len(), piece.len()));
        }
        let found = ends.into_iter().rev().find_map(|(end, next)| Some((find(&piece[at..end])?, next)));
        at = match found {
            Some((named, next)) => {
                runs.push(Ok(named));
                next
            }
            None => {
                let (end, next) = unknown_up_to(piece, &joints[first..], find);
                runs.push(Err(piece[at..end].trim()));
                next
            }
        };
    }
    runs
}

/// Where words end that begin with no name: at the next comma, or before it where a name follows a joining word.
fn unknown_up_to<T>(piece: &str, joints: &[Joint], find: &impl Fn(&str) -> Option<T>) -> (usize, usize) {
    let comma = joints.iter().position(|joint| joint.is_comma);
    let end = comma.map_or((piece.len(), piece.len()), |at| (joints[at].start, joints[at].end));
    let before = &joints[..comma.unwrap_or(joints.len())];
    let leads_to_name = |joint: &&Joint| {
        let later = before.iter().filter(|other| other.start >= joint.end).map(|other| other.start);
        later.chain([end.0]).any(|to| find(&piece[joint.end..to]).is_some())
    };
    before.iter().take(MOST_JOINTS).find(leads_to_name).map_or(end, |joint| (joint.start, joint.end))
}

fn name(words: &str, register: &StateRegister) -> Option<StateCode> {
    let words = words.trim();
    if words.is_empty() || words.len() > LONGEST_NAME {
        return None;
    }
    // "Congo, République démocratique du" and "Congo (République démocratique du)" as people say it.
    let turned = |sign: char| {
        let (last, first) = words.split_once(sign)?;
        register.find_name(&format!("{} {}", first.trim_end_matches([')', '）']).trim(), last.trim()))
    };
    register.find_name(words).or_else(|| turned(',')).or_else(|| turned('(')).or_else(|| {
        let article = WORDS.articles.iter().filter_map(|article| words.strip_prefix(article.as_str()));
        article.filter_map(|rest| register.find_name(rest.trim())).next()
    })
}

/// Adds a State that is not among them yet.
pub(super) fn push_once(states: &mut Vec<StateCode>, code: StateCode) {
    if !states.contains(&code) {
        states.push(code);
    }
}

/// What stands between signs that are in no name, outside brackets.
fn pieces(list: &str) -> Vec<&str> {
    let strong = outside_brackets(list, |c| matches!(c, ';' | '/' | '|' | '；' | '؛' | '\n' | '\r'));
    let mut start = 0;
    let mut pieces = Vec::new();
    for sign in strong {
        pieces.push(list[start..sign.start].trim());
        start = sign.end;
    }
    pieces.push(list[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// All that may part names in a piece, in its order.
fn joints(piece: &str) -> Vec<Joint> {
    let commas = outside_brackets(piece, |c| matches!(c, ',' | '，' | '、' | '،'));
    let commas = commas.into_iter().map(|sign| Joint { start: sign.start, end: sign.end, is_comma: true });
    let words = WORDS.joints.iter().flat_map(|word| piece.match_indices(word.as_str()));
    let words = words.map(|(at, word)| Joint { start: at, end: at + word.len(), is_comma: false });
    let mut joints: Vec<Joint> = commas.chain(words).collect();
    joints.sort_unstable_by_key(|joint| (joint.start, joint.end));
    joints
}

/// Where signs stand that are in no bracket.
fn outside_brackets(text: &str, is_sign: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let (mut found, mut depth) = (Vec::new(), 0i32);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            c if depth == 0 && is_sign(c) => found.push(at..at + c.len_utf8()),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{resolve_cell, resolve_list, says_unknown};
    use crate::domain::vocabulary::StateRegister;

    fn codes(list: &str) -> (Vec<String>, Vec<String>) {
        let listed = resolve_list(list, StateRegister::embedded());
        (listed.states.into_iter().map(String::from).collect(), listed.unknown)
    }

    #[test]
    fn names_with_commas_and_with_joining_words_are_not_cut() {
        for (list, expected) in [
            ("Norway, Iran (Islamic Republic of), Chad", vec!["NOR", "IRN", "TCD"]),
            ("Iran, Islamic Republic of; Congo, Democratic Republic of the", vec!["IRN", "COD"]),
            ("Korea, Democratic People's Republic of, Moldova, Republic of", vec!["PRK", "MDA"]),
            ("Bosnia and Herzegovina and Antigua and Barbuda", vec!["BIH", "ATG"]),
            (
                "Saint Vincent and the Grenadines, Saint Kitts and Nevis and Sao Tome and Principe",
                vec!["VCT", "KNA", "STP"],
            ),
            ("Congo, République démocratique du ; Chili", vec!["COD", "CHL"]),
            ("Niger and Nigeria", vec!["NER", "NGA"]),
            ("Chile, Perú y Bolivia (Estado Plurinacional de)", vec!["CHL", "PER", "BOL"]),
            ("特立尼达和多巴哥、中非共和国和挪威", vec!["TTO", "CAF", "NOR"]),
            ("埃及、乍得以及挪威", vec!["EGY", "TCD", "NOR"]),
            ("النرويج وتشاد والبوسنة والهرسك", vec!["NOR", "TCD", "BIH"]),
            ("Noruega así como Chad", vec!["NOR", "TCD"]),
            ("Норвегия а также Чад", vec!["NOR", "TCD"]),
        ] {
            assert_eq!(codes(list), (expected.into_iter().map(str::to_owned).collect(), Vec::new()), "{list}");
        }
    }

    #[test]
    fn who_speaks_on_behalf_of_others_is_named_first() {
        let (states, unknown) = codes("Norway (on behalf of Denmark, Finland, Iceland and Sweden)");
        assert_eq!((states, unknown.len()), (["NOR", "DNK", "FIN", "ISL", "SWE"].map(str::to_owned).to_vec(), 0));
        assert_eq!(codes("Norvège, au nom du Danemark, Chili").0, ["NOR", "DNK", "CHL"]);
        assert_eq!(codes("挪威（代表丹麦、芬兰和瑞典）").0, ["NOR", "DNK", "FIN", "SWE"]);
        let (states, unknown) = codes(&"on behalf of ".repeat(20_000));
        assert!(states.is_empty() && unknown.len() <= 1);
    }

    #[test]
    fn names_that_no_table_knows_are_left_as_written() {
        assert_eq!(
            codes("Norway, Atlantis and Chad; Congo (République démocratique du)"),
            (vec!["NOR".into(), "TCD".into(), "COD".into()], vec!["Atlantis".to_owned()])
        );
        assert_eq!(
            codes("Norway (Denmark, Finland), Chad (first part)"),
            (["NOR", "DNK", "FIN", "TCD"].map(str::to_owned).to_vec(), vec!["first part".to_owned()])
        );
        assert_eq!(codes("Norvège au nom du Danemark, de la Finlande et de la Suède").0, ["NOR", "DNK", "FIN", "SWE"]);
        assert_eq!(codes("Côte d'Ivoire & Guinée-Bissau").0, ["CIV", "GNB"]);
        assert_eq!(
            codes("Chile, Atlantis and Utopia, Peru"),
            (vec!["CHL".into(), "PER".into()], vec!["Atlantis and Utopia".to_owned()])
        );
    }

    #[test]
    fn who_writes_that_the_state_is_not_known_names_none() {
        assert!(says_unknown("(Unknown)") && says_unknown("未知") && !says_unknown("Atlantis"));
    }

    #[test]
    fn a_misspelt_name_is_taken_where_only_one_state_is_near() {
        let register = StateRegister::embedded();
        let found = resolve_cell("Argentinia and Norwai, Austrlia", register);
        let states: Vec<String> = found.states.into_iter().map(String::from).collect();
        assert_eq!((states, found.unknown), (vec!["ARG".to_owned(), "NOR".to_owned()], vec!["Austrlia".to_owned()]));
        assert_eq!(found.misspelt.len(), 2);
    }
}
