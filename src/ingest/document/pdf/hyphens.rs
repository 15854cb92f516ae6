//! Hyphens at the ends of lines: undone where a word was cut, kept where it is written with one.

use crate::domain::Language;
use crate::text::compounds::{Written, written};

/// Adds a line to a text; a hyphen at the end of a line is kept where the word has one elsewhere in the
/// document, or is a compound that its language writes with one.
pub(super) fn join(text: &mut String, line: &str, language: Language, has_word: &dyn Fn(&str) -> bool) {
    let goes_on = line.starts_with(|c: char| c.is_lowercase());
    let before = text.strip_suffix('-').filter(|t| t.ends_with(char::is_alphabetic));
    if let (Some(before), true) = (before, goes_on) {
        let head = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
        let tail: String = line.chars().take_while(|c| c.is_alphanumeric()).collect();
        let length = before.len();
        if !has_hyphen(&head, &tail, language, has_word) {
            text.truncate(length);
        }
        text.push_str(line);
        return;
    }
    // A name or a symbol that was broken after its slash or hyphen goes on without a blank.
    let joins = text.ends_with('/') || (text.ends_with('-') && !text.ends_with(" -"));
    if !text.is_empty() && !joins {
        text.push(' ');
    }
    text.push_str(line);
}

/// The document knows best; then the compounds of its language.
fn has_hyphen(head: &str, tail: &str, language: Language, has_word: &dyn Fn(&str) -> bool) -> bool {
    if has_word(&format!("{head}-{tail}")) {
        return true;
    }
    !has_word(&format!("{head}{tail}")) && written(head, tail, language) == Some(Written::WithHyphen)
}

#[cfg(test)]
mod tests {
    use super::join;
    use crate::domain::Language;

    fn joined(a: &str, b: &str) -> String {
        joined_in(Language::En, a, b)
    }

    fn joined_in(language: Language, a: &str, b: &str) -> String {
        let known = |word: &str| ["rehabilitation", "non-citizens", "multicultural"].contains(&word);
        let mut text = a.to_owned();
        join(&mut text, b, language, &known);
        text
    }

    #[test]
    fn hyphens_at_line_ends_are_undone_where_the_word_has_none() {
        assert_eq!(joined("the rehabil-", "itation of"), "the rehabilitation of");
        assert_eq!(joined("a discrimi-", "nation of"), "a discrimination of");
        assert_eq!(joined("of stake-", "holders."), "of stakeholders.");
        assert_eq!(joined("a multi-", "cultural society"), "a multicultural society");
    }

    #[test]
    fn hyphens_of_compounds_are_kept() {
        assert_eq!(joined("of non-", "citizens and"), "of non-citizens and");
        for (head, tail) in [
            ("ill-", "treatment in"),
            ("rights-", "holders,"),
            ("duty-", "bearers"),
            ("trauma-", "informed care"),
            ("victim-", "centred"),
            ("socio-", "economic"),
            ("the well-", "being of"),
        ] {
            assert_eq!(joined(head, tail), format!("{head}{tail}"));
        }
    }

    #[test]
    fn compounds_of_one_language_are_no_compounds_of_another() {
        assert_eq!(joined_in(Language::Es, "la lucha anti-", "terrorista"), "la lucha antiterrorista");
        assert_eq!(joined_in(Language::Es, "los post-", "grados"), "los postgrados");
        assert_eq!(joined_in(Language::Fr, "le principe de non-", "refoulement"), "le principe de non-refoulement");
        assert_eq!(joined_in(Language::Fr, "un rapport à mi-", "parcours"), "un rapport à mi-parcours");
        assert_eq!(joined_in(Language::Ru, "государства-", "участники"), "государства-участники");
    }

    #[test]
    fn names_and_symbols_go_on() {
        assert_eq!(joined("A/HRC/28/", "15/Add.1"), "A/HRC/28/15/Add.1");
        assert_eq!(joined("Timor-", "Leste"), "Timor-Leste");
    }
}
