//! What a terminal is sent: text that can be printed, in the styles of the program and no others. Names of
//! files, themes and texts come from elsewhere and must not move the cursor or turn a line round.

use std::borrow::Cow;

use crate::text::printable::{is_printable, printable};

/// What begins a style.
const START: &str = "\u{1b}[";
/// The codes of the styles that the program uses: none, bold, dim, underlined, bold no more, red, green,
/// yellow, cyan.
const STYLES: [&str; 9] = ["0", "1", "2", "4", "22", "31", "32", "33", "36"];

/// The text as far as it can be shown, with the styles of the program in it.
#[must_use]
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_printable) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(START) {
        out.push_str(&printable(&rest[..at]));
        let length = style(&rest[at..]);
        out.push_str(&rest[at..at + length]);
        // What is no style of the program loses what makes it one.
        rest = &rest[at + length.max(START.len())..];
    }
    out.push_str(&printable(rest));
    Cow::Owned(out)
}

/// The length of the style that a text begins with, in bytes; 0 where it is none of the program's.
fn style(text: &str) -> usize {
    let Some((codes, _)) = text[START.len()..].split_once('m') else { return 0 };
    let is_own = codes.is_empty() || codes.split(';').all(|code| STYLES.contains(&code));
    if is_own { START.len() + codes.len() + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn styles_of_the_program_stay_and_what_moves_the_cursor_goes() {
        assert_eq!(shown("\u{1b}[1m\u{1b}[36mhead\u{1b}[0m\n"), "\u{1b}[1m\u{1b}[36mhead\u{1b}[0m\n");
        assert_eq!(shown("a\u{1b}[2Jb\u{1b}]0;title\u{7}c\u{1b}[8md"), "a2Jb]0;titlec8md");
        assert_eq!(shown("\u{202e}name\u{2066}\u{9b}\u{8}.csv"), "name.csv");
        assert_eq!(shown("naïve – 文件 🎉"), "naïve – 文件 🎉");
    }
}
