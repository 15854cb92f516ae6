//! Hyphens at the ends of lines: undone where a word was cut, kept where it is written with one.

use crate::text::compounds::{Written, written};

/// Adds a line to a text; a hyphen at the end of a line is kept where the word has one elsewhere in the
/// document, or is a compound that is written with one.
pub(super) fn join(text: &mut String, line: &str, has_word: &dyn Fn(&str) -> bool) {
    let goes_on = line.starts_with(|c: char| c.is_lowercase());
    let before = text.strip_suffix('-').filter(|t| t.ends_with(char::is_alphabetic));
    if let (Some(before), true) = (before, goes_on) {
        let head = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
        let tail: String = line.chars().take_while(|c| c.is_alphanumeric()).collect();
        let length = before.len();
        if !has_hyphen(&head, &tail, has_word) {
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

/// The document knows best; then the table of compounds.
fn has_hyphen(head: &str, tail: &str, has_word: &dyn Fn(&str) -> bool) -> bool {
    if has_word(&format!("{head}-{tail}")) {
        return true;
    }
    !has_word(&format!("{head}{tail}")) && written(head, tail) == Some(Written::WithHyphen)
}

#[cfg(test)]
mod tests {
    use super::join;

    fn joined(a: &str, b: &str) -> String {
        let known = |word: &str| ["rehabilitation", "non-citizens", "multicultural"].contains(&word);
        let mut text = a.to_owned();
        join(&mut text, b, &known);
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
    fn names_and_symbols_go_on() {
        assert_eq!(joined("A/HRC/28/", "15/Add.1"), "A/HRC/28/15/Add.1");
        assert_eq!(joined("Timor-", "Leste"), "Timor-Leste");
    }
}
