//! How much of a document is laid out line by line: a line takes dozens of bytes beside its text, so that a text
//! of short ones asks for many times its size.

use crate::ingest::fault::Limit;

/// Most lines of a text: the longest reports have some ten thousand.
const MOST_LINES: usize = 1_500_000;

/// The limit that a text is beyond, if it is.
pub(super) fn beyond(text: &str) -> Option<Limit> {
    let lines = text.bytes().filter(|byte| matches!(byte, b'\n' | b'\x0c')).count();
    (lines >= MOST_LINES).then_some(Limit::Lines { most: MOST_LINES as u64 })
}

#[cfg(test)]
mod tests {
    use super::{Limit, MOST_LINES, beyond};

    #[test]
    fn a_text_of_countless_lines_is_refused_before_it_is_laid_out() {
        assert_eq!(beyond(&"a\n".repeat(MOST_LINES - 1)), None);
        let refused = Some(Limit::Lines { most: MOST_LINES as u64 });
        assert_eq!((beyond(&"a\n".repeat(MOST_LINES)), beyond(&"\u{c}".repeat(MOST_LINES))), (refused, refused));
    }
}
