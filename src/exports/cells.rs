//! What goes into cells and fields: nothing that a spreadsheet would run, nothing that cannot be printed.

use serde_json::Value;

use crate::text::formula::guarded;
use crate::text::printable::printable;

/// The text as a cell of CSV: what cannot be printed is left out, and an apostrophe stands before what a
/// spreadsheet would take for a formula.
#[must_use]
pub(super) fn neutral(text: &str) -> String {
    guarded(&printable(text)).into_owned()
}

/// A value of JSON whose texts hold nothing that cannot be printed; names of fields are the program's own.
#[must_use]
pub(super) fn printable_value(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(printable(&text).into_owned()),
        Value::Array(values) => Value::Array(values.into_iter().map(printable_value).collect()),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, value)| (name, printable_value(value))).collect())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{neutral, printable_value};

    #[test]
    fn formulas_are_neutralised_and_numbers_are_not() {
        assert_eq!(neutral("=1+1"), "'=1+1");
        assert_eq!(neutral("@here"), "'@here");
        assert_eq!(neutral("＝1+1"), "'＝1+1");
        assert_eq!(neutral("\r\n=1"), "'\n=1");
        assert_eq!(neutral("\u{202e}=1"), "'=1", "what hides a sign is gone before the sign is looked for");
        assert_eq!(neutral("-3.5"), "-3.5");
        assert_eq!(neutral("Ratify"), "Ratify");
    }

    #[test]
    fn texts_of_json_hold_what_can_be_printed_alone() {
        let value = json!({"a": ["x\u{1b}y", 1, null], "b": {"c": "\u{ffff}z"}});
        assert_eq!(printable_value(value), json!({"a": ["xy", 1, null], "b": {"c": "z"}}));
    }
}
