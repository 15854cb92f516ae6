//! Cells that a spreadsheet will not run.

use std::borrow::Cow;

/// The text with an apostrophe before it when a spreadsheet would take it for a formula.
///
/// Cells that begin with `=`, `+`, `-`, `@`, a tab or a carriage return are neutralised; plain
/// numbers and a lone hyphen are left alone.
#[must_use]
pub(super) fn neutral(text: &str) -> Cow<'_, str> {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if risky && text != "-" && text.parse::<f64>().is_err() {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::neutral;

    #[test]
    fn formulas_are_neutralised_and_numbers_are_not() {
        assert_eq!(neutral("=1+1"), "'=1+1");
        assert_eq!(neutral("@here"), "'@here");
        assert_eq!(neutral("-3.5"), "-3.5");
        assert_eq!(neutral("Ratify"), "Ratify");
    }
}
