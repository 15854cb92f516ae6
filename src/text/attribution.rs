//! Recommending States that stand in brackets at the end of a text.

use super::state_list::{push_once, resolve_list};
use crate::domain::StateCode;
use crate::domain::vocabulary::StateRegister;

/// A text without its closing brackets, and what the brackets named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attributed<'a> {
    /// The text before the brackets.
    pub text: &'a str,
    /// States named, in the order of the text.
    pub states: Vec<StateCode>,
    /// Names between known States that no table knows.
    pub unknown: Vec<String>,
}

/// Takes recommending States from the end of a cleaned text.
///
/// Brackets may follow each other (`(Maldives) (Portugal)`) and nest (`(Netherlands (Kingdom of
/// the))`). Brackets with an acronym, a list mark or prose are left in the text: at least half of
/// the names inside must be States.
#[must_use]
pub fn split_attribution<'a>(text: &'a str, register: &StateRegister) -> Attributed<'a> {
    let mut found = Attributed { text: text.trim_end(), states: Vec::new(), unknown: Vec::new() };
    while let Some((before, inside)) = last_bracket(found.text) {
        let named = resolve_list(inside, register);
        if named.states.is_empty() || named.unknown.len() > named.states.len() {
            break;
        }
        found.states.splice(0..0, named.states);
        found.unknown.splice(0..0, named.unknown);
        found.text = before.trim_end();
    }
    found.text = found.text.trim_end_matches([';', ' ', '；', '؛', ',']);
    found
}

/// All recommending States of a text: those in brackets after clauses inside it, then those at its
/// end ("Accede to … (Libya); consider … (Sri Lanka)").
///
/// Inside the text a bracket counts only where all it holds are names of States.
#[must_use]
pub fn all_states(found: &Attributed<'_>, register: &StateRegister) -> Vec<StateCode> {
    let mut all = Vec::new();
    for inside in brackets(found.text) {
        let named = resolve_list(inside, register);
        if named.unknown.is_empty() {
            named.states.into_iter().for_each(|state| push_once(&mut all, state));
        }
    }
    found.states.iter().for_each(|state| push_once(&mut all, *state));
    all
}

/// What stands in the outermost brackets of a text.
fn brackets(text: &str) -> Vec<&str> {
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => {
                if depth == 0 {
                    start = at + c.len_utf8();
                }
                depth += 1;
            }
            ')' | '）' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    found.push(&text[start..at]);
                }
            }
            _ => {}
        }
    }
    found
}

/// The text before the bracket that closes it, and what the bracket holds.
///
/// A bracket that the source forgot to close ends with the text; a bracket of dots marks what an
/// editor left out and is passed over.
fn last_bracket(text: &str) -> Option<(&str, &str)> {
    let text = without_dots(text);
    let body = text.trim_end_matches([';', '.', ',', ' ', '；', '。', '؛', '،', ':', '/']);
    if let Some(open) = unclosed(body) {
        return Some((&body[..open], &body[open + 1..]));
    }
    let mut depth = 0usize;
    let close = body.char_indices().next_back().filter(|(_, c)| matches!(c, ')' | '）'))?.0;
    for (at, c) in body.char_indices().rev() {
        match c {
            ')' | '）' => depth += 1,
            '(' | '（' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let inside = &body[at + c.len_utf8()..close];
            return Some((&body[..at], inside));
        }
    }
    None
}

fn without_dots(text: &str) -> &str {
    let ends = [' ', ';', '.', ',', ':'];
    let mut left = text;
    loop {
        let bare = left.trim_end_matches(ends);
        match ["(…)", "(...)", "(....)"].iter().find_map(|dots| bare.strip_suffix(dots)) {
            Some(rest) => left = rest.trim_end_matches(ends),
            None => return left,
        }
    }
}

/// The last opening bracket, if nothing closes it.
fn unclosed(text: &str) -> Option<usize> {
    let open = text.rfind('(')?;
    (!text[open..].contains([')', '）'])).then_some(open)
}

#[cfg(test)]
mod tests {
    use super::{all_states, split_attribution};
    use crate::domain::vocabulary::StateRegister;

    fn read(text: &str) -> (String, Vec<String>) {
        let found = split_attribution(text, StateRegister::embedded());
        (found.text.to_owned(), found.states.into_iter().map(String::from).collect())
    }

    #[test]
    fn brackets_with_states_are_taken_off() {
        for (text, rest, states) in [
            ("Build schools (Pakistan);", "Build schools", vec!["PAK"]),
            ("Build (Maldives) (Portugal);", "Build", vec!["MDV", "PRT"]),
            ("Build (Netherlands (Kingdom of the));", "Build", vec!["NLD"]),
            ("Build (Bolivia (Plurinational State of), Chile);", "Build", vec!["BOL", "CHL"]),
            ("Build (Trinidad and Tobago and Peru).", "Build", vec!["TTO", "PER"]),
            ("继续努力(巴基斯坦)；", "继续努力", vec!["PAK"]),
            ("Construir escuelas (Francia); (…)", "Construir escuelas", vec!["FRA"]),
            ("Construir escuelas (Malasia.;", "Construir escuelas", vec!["MYS"]),
        ] {
            assert_eq!(read(text), (rest.to_owned(), states.into_iter().map(str::to_owned).collect()), "{text}");
        }
    }

    #[test]
    fn states_of_several_clauses_are_all_found() {
        let register = StateRegister::embedded();
        let found = split_attribution(
            "Accede to the treaty (OPCAT) (Libya); consider it (Iran (Islamic Republic of)) (Chile);",
            register,
        );
        let codes: Vec<String> = all_states(&found, register).into_iter().map(String::from).collect();
        assert_eq!(codes, ["LBY", "IRN", "CHL"]);
    }

    #[test]
    fn acronyms_and_list_marks_stay() {
        for text in
            ["Ratify the treaty (CEDAW)", "under article 2 (a)", "no bracket", "odd )", "the plan (PAN)", "use (it)"]
        {
            assert_eq!(read(text).0, text);
            assert!(read(text).1.is_empty());
        }
    }
}
