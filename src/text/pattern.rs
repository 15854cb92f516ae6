//! Patterns that are part of the program.

use regex::Regex;

/// A pattern that is written in the program, not given by anyone: that it is well formed is a matter
/// of the program alone, and tests run every one.
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a fixed pattern")
}
