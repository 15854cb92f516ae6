//! Things for people to read, as codes with named values. Rooms below the shells say what happened by
//! a code; words for it, in the language of the reader, are made in one place above them.

use serde::{Deserialize, Serialize};

/// Named values of a message, as they fill the gaps of a sentence: text, numbers, lists of text, or
/// another [`Coded`] message.
pub type Values = serde_json::Map<String, serde_json::Value>;

/// Something for people to read: a refusal, reason, remark, doubt or error.
pub trait Message {
    /// The stable code, such as `store-held`: the key of its words in every catalogue.
    fn code(&self) -> &'static str;

    /// The named values of its sentence; empty where it has none.
    fn values(&self) -> Values {
        Values::new()
    }
}

/// A message as a value: what goes over a wire, into another message, or into a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coded {
    /// The stable code.
    pub code: String,
    /// The named values.
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub values: Values,
}

impl Coded {
    /// The word of a closed list, such as `position`: `code` chooses it, in every catalogue.
    #[must_use]
    pub fn word(list: &'static str, code: &'static str) -> Self {
        Self { code: list.to_owned(), values: Values::from_iter([("value".to_owned(), code.into())]) }
    }
}

impl<M: Message + ?Sized> From<&M> for Coded {
    fn from(message: &M) -> Self {
        Self { code: message.code().to_owned(), values: message.values() }
    }
}

/// The values of a message about words that cannot be read: these words.
pub(super) fn given(words: &str) -> Values {
    Values::from_iter([("given".to_owned(), words.into())])
}

/// The fields of a variant as named values; a variant with one nameless field names it `value`.
///
/// # Panics
/// Never for types that serialise as JSON does: maps with text for keys.
#[must_use]
pub fn fields(of: &impl Serialize) -> Values {
    use serde_json::Value;
    let whole = serde_json::to_value(of).expect("a message is plain data");
    let Value::Object(variant) = whole else { return Values::new() };
    match variant.into_iter().next() {
        Some((_, Value::Object(fields))) => fields,
        Some((_, value)) => Values::from_iter([("value".to_owned(), value)]),
        None => Values::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::fields;

    #[derive(Serialize)]
    enum Sample {
        Plain,
        Named { row: u64, names: Vec<&'static str> },
        Bare(&'static str),
    }

    #[test]
    fn the_fields_of_a_variant_are_the_values_of_its_sentence() {
        assert!(fields(&Sample::Plain).is_empty());
        let named = fields(&Sample::Named { row: 3, names: vec!["a", "b"] });
        assert_eq!(serde_json::Value::Object(named), json!({"row": 3, "names": ["a", "b"]}));
        assert_eq!(serde_json::Value::Object(fields(&Sample::Bare("x"))), json!({"value": "x"}));
    }
}
