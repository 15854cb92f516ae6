//! What may be shown and written: no control characters, no marks that turn the direction of a line, no
//! code points that are no characters. A file may hold them; a terminal, a document and a spreadsheet would
//! obey them or break.

use std::borrow::Cow;

/// The text without what cannot be printed; line feeds and tabs stay, other ends of lines become line feeds.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_printable) {
        return Cow::Borrowed(text);
    }
    let printed = |c: char| match c {
        '\r' => Some('\n'),
        c if is_printable(c) => Some(c),
        c if c.is_whitespace() => Some(' '),
        _ => None,
    };
    Cow::Owned(text.replace("\r\n", "\n").chars().filter_map(printed).collect())
}

/// Whether a character may be shown as it is.
#[must_use]
pub const fn is_printable(c: char) -> bool {
    match c {
        '\n' | '\t' => true,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => false,
        _ => !is_turning(c) && !is_no_character(c),
    }
}

/// Marks that say in which direction what follows is read: by them a line can be made to look like another.
#[must_use]
pub const fn is_turning(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Code points that will never be characters: U+FDD0 to U+FDEF, and the last two of each plane.
#[must_use]
pub const fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || (c as u32 & 0xfffe) == 0xfffe
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::printable;

    #[test]
    fn what_a_terminal_or_a_document_would_obey_is_left_out() {
        assert_eq!(printable("a\u{1b}[31mb\u{9b}c\u{8}\0"), "a[31mbc");
        assert_eq!(printable("supported \u{202e}deton\u{202c} \u{2066}x\u{2069}"), "supported deton x");
        assert_eq!(printable("a\u{fffe}\u{ffff}\u{fdd0}\u{1ffff}b"), "ab");
    }

    #[test]
    fn lines_tabs_and_letters_of_all_scripts_stay() {
        assert_eq!(printable("a\r\nb\rc\td\u{b}e"), "a\nb\nc\td e");
        assert!(matches!(printable("حقوق الإنسان\n人权 🙂"), Cow::Borrowed(_)));
    }
}
