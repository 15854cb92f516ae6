//! The body that words name which stand outside its own column: symbols of its documents, else its names.
//!
//! Texts cite other bodies than the one that speaks, so only what is short is looked at: cells of columns beside
//! the text, names of sheets and of files. Where they name several bodies they tell none.

use crate::domain::Symbol;
use crate::domain::vocabulary::{BodyEntry, BodyRegister};

/// What is longer, in bytes, is a text and no name.
const LONGEST: usize = 240;

/// Whether some words are short enough to name a body.
pub(super) const fn may_name_body(words: &str) -> bool {
    words.len() <= LONGEST
}

/// The one body whose documents some words cite by their symbols, else the one that they name.
pub(super) fn body_in(words: &[&str]) -> Option<&'static BodyEntry> {
    let short = || words.iter().copied().filter(|words| may_name_body(words));
    only(short().flat_map(of_symbols)).or_else(|| only(short().flat_map(of_names)))
}

/// The body that all of some are.
fn only(mut bodies: impl Iterator<Item = &'static BodyEntry>) -> Option<&'static BodyEntry> {
    let first = bodies.next()?;
    bodies.all(|other| other.body == first.body).then_some(first)
}

fn of_symbols(words: &str) -> Vec<&'static BodyEntry> {
    let parts = words.split(|c: char| c.is_whitespace() || ",;:()[]（），；".contains(c));
    let symbols = parts.filter(|part| part.contains('/')).filter_map(Symbol::parse);
    symbols.filter_map(|symbol| BodyRegister::embedded().of_symbol(&symbol)).collect()
}

fn of_names(words: &str) -> Vec<&'static BodyEntry> {
    BodyRegister::embedded().named_in(words)
}

#[cfg(test)]
mod tests {
    use super::body_in;

    fn body(words: &[&str]) -> Option<&'static str> {
        body_in(words).map(|entry| entry.body.code())
    }

    #[test]
    fn a_body_is_told_by_its_symbols_and_by_its_names() {
        assert_eq!(body(&["CEDAW/C/PER/CO/7, párr. 12"]), Some("CEDAW"));
        assert_eq!(body(&["véase (CERD/C/ARG/CO/21-23)", "Plan 2020/2024"]), Some("CERD"));
        assert_eq!(body(&["2005_Comité_para_la_Eliminación_de_la_Discriminación_Racial.csv"]), Some("CERD"));
        assert_eq!(body(&["observaciones-finales-CAT-2017.xlsx"]), Some("CAT"));
        assert_eq!(body(&["Matrix of the Committee on the Rights of the Child"]), Some("CRC"));
        assert_eq!(body(&["recommendations.csv", "R-12", ""]), None);
    }

    #[test]
    fn two_bodies_or_a_long_text_tell_none() {
        assert_eq!(body(&["CEDAW", "CAT"]), None);
        assert_eq!(body(&["CEDAW y CRC"]), None);
        assert_eq!(body(&["CAT/C/PER/CO/7", "CEDAW"]), Some("CAT"), "a symbol says more than a name");
        assert_eq!(body(&[&format!("{} CEDAW", "x".repeat(300))]), None);
    }
}
