//! Cells that a spreadsheet would run, and the apostrophe that keeps it from doing so.
//!
//! What is written with the apostrophe is read without it, whatever the text: one that begins with an
//! apostrophe before such a sign by itself gets one more.

use std::borrow::Cow;

/// What is put before a cell.
const GUARD: char = '\'';

/// The text with an apostrophe before it when a spreadsheet would take it for a formula: it begins with a
/// sign of formulas, in half or full width, or with a blank that some programs drop before they look. Plain
/// numbers and a lone hyphen are left alone.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if needs_guard(text.trim_start_matches(GUARD)) { Cow::Owned(format!("{GUARD}{text}")) } else { Cow::Borrowed(text) }
}

/// The text without the apostrophe that [`guarded`] has put before it.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(own) if needs_guard(own.trim_start_matches(GUARD)) => own,
        _ => text,
    }
}

fn needs_guard(text: &str) -> bool {
    let is_risky = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    is_risky && text != "-" && text.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{guarded, unguarded};

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for formula in ["=1+1", "@here", "- Ratify", "＝1", "＠a", "\n=1", "\ta"] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for plain in ["-3.5", "-", "Ratify", "'s-Hertogenbosch", "'Ratify'", ""] {
            assert_eq!(guarded(plain), plain);
            assert_eq!(unguarded(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "['=+\\-@\t\n＝a1. ]{0,8}") {
            let written = guarded(&text);
            prop_assert_eq!(unguarded(&written), text.as_str());
        }
    }
}
