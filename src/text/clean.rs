//! Cleaning: markup, entities, odd blanks and hyphens, omission marks.
//!
//! Cleaning never changes words; what a source wrote stays in the raw text.

use std::sync::LazyLock;

use regex::Regex;

use crate::domain::vocabulary::Table;
use crate::text::pattern::pattern;
use crate::text::printable::{is_no_character, is_turning};

static TAGS: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?s)<!--.*?-->|</?[A-Za-z][^<>]{0,400}>"));
static OMISSION: LazyLock<Regex> = LazyLock::new(|| pattern(r"\[\s*(?:\.{2,}|…)\s*\]"));

/// What Word leaves behind when a page is pasted: settings, then a style sheet.
static WORD_STYLES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?s)\bNormal\s+0\s+.{0,400}?MsoNormalTable\s*\{[^}]*\}|/\*\s*Style Definitions\s*\*/.{0,200}?\{[^}]*\}")
});

/// Names of sections, in small letters, from `corpora/reference/section_names.csv`.
static SECTIONS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let table = Table::embedded("section_names", include_str!("../../corpora/reference/section_names.csv"));
    table.rows().flat_map(|row| row.list("names")).collect()
});

/// The text without markup, HTML entities, soft hyphens, omission marks and doubled blanks.
///
/// A stray "R " that some exports put before the text is dropped as well.
#[must_use]
pub fn clean(raw: &str) -> String {
    // Entities come doubly escaped in some exports (`&amp;nbsp;`).
    let once = html_escape::decode_html_entities(raw);
    let text = if once.contains('&') { html_escape::decode_html_entities(&once) } else { once.clone() };
    let text = if text.contains('<') { TAGS.replace_all(&text, " ") } else { text.clone() };
    let text = if text.contains('[') { OMISSION.replace_all(&text, " ") } else { text };
    let text = if text.contains("Mso") { WORD_STYLES.replace_all(&text, " ") } else { text };
    let text = text.trim_end().trim_end_matches("undefined");
    let plain: String = text.chars().filter_map(plain_character).collect();
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    without_stray_letter(&joined).to_owned()
}

/// `None` drops the character.
fn plain_character(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        c if is_turning(c) || is_no_character(c) => None,
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '`' => Some('\''),
        c if c.is_whitespace() || c.is_control() => Some(' '),
        c => Some(c),
    }
}

fn without_stray_letter(text: &str) -> &str {
    match text.strip_prefix("R ") {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase()) => rest,
        _ => text,
    }
}

/// Whether the text is an artefact of an export: empty, punctuation, or a bare section name.
#[must_use]
pub fn is_artefact(clean: &str) -> bool {
    let letters = clean.chars().filter(|c| c.is_alphabetic()).count();
    letters < 2 || SECTIONS.contains(&clean.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{clean, is_artefact};

    #[test]
    fn markup_and_entities_are_undone() {
        assert_eq!(clean("<p>State&rsquo;s&nbsp;duty</p>"), "State's duty");
        assert_eq!(clean("so&#8209;called [...] law"), "so-called law");
        assert_eq!(clean("\u{2067}State\u{2069} \u{202e}duty\u{ffff}\u{fdd0}\u{85}here"), "State duty here");
        assert_eq!(clean("R 12.4 Ratify"), "12.4 Ratify");
        assert_eq!(clean("Normal 0 false EN table.MsoNormalTable {mso-style:x;} Build schools"), "Build schools");
        assert_eq!(clean("Build schools undefinedundefined"), "Build schools");
        assert_eq!(clean("fewer than 5 < 10 cases"), "fewer than 5 < 10 cases");
    }

    #[test]
    fn section_names_are_artefacts_and_short_asks_are_not() {
        assert!(is_artefact("Annex"));
        assert!(is_artefact("Введение.") && is_artefact("附件") && is_artefact("ANEXOS"));
        assert!(is_artefact(" … "));
        assert!(!is_artefact("r) ratify OP-CAT"));
    }
}
