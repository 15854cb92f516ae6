//! What is to be known of a query: what was read otherwise than it seems to be meant, what it leaves out.

use serde::{Deserialize, Serialize};

use super::keywords::{Field, field, field_key};
use super::tokens::Token;
use super::tree::Query;
use super::years::years;
use crate::domain::{Facet, Message, Values};

/// What in a query could not be read or answered as it seems to be meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "note", content = "text")]
pub enum Note {
    /// No field has this name; it was read as words.
    UnknownField(String),
    /// These are no years; they were read as words.
    NoYears(String),
    /// An operator in small letters, which was read as a word.
    SmallOperator(String),
    /// A field without a value, which was read as a word.
    NoValue(String),
    /// What stands beside a NEAR has no place in a text: both must occur anywhere.
    NoNear,
    /// No record has this value in the field it was asked for in; it is one of another field.
    Elsewhere {
        /// The value as it was given.
        value: String,
        /// The field that has it.
        field: Facet,
    },
    /// So many records may lie between the dates asked for or not, because the days of their sessions are not
    /// known; they are left out.
    DaysUnknown(u64),
}

impl Message for Note {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownField(_) => "search-unknown-field",
            Self::NoYears(_) => "search-no-years",
            Self::SmallOperator(_) => "search-small-operator",
            Self::NoValue(_) => "search-no-value",
            Self::NoNear => "search-no-near",
            Self::Elsewhere { .. } => "search-elsewhere",
            Self::DaysUnknown(_) => "search-days-unknown",
        }
    }

    fn values(&self) -> Values {
        let values: Vec<(&str, serde_json::Value)> = match self {
            Self::UnknownField(word) => {
                vec![
                    ("word", word.as_str().into()),
                    ("fields", Facet::ALL.iter().map(|facet| facet.name()).collect::<Vec<_>>().into()),
                ]
            }
            Self::NoYears(given) => vec![("given", given.as_str().into())],
            Self::SmallOperator(word) => {
                vec![("word", word.as_str().into()), ("operator", word.to_uppercase().into())]
            }
            Self::NoValue(field) => vec![("field", field.as_str().into())],
            Self::Elsewhere { value, field } => {
                vec![("value", value.as_str().into()), ("field", field.name().into())]
            }
            Self::DaysUnknown(count) => vec![("count", (*count).into())],
            Self::NoNear => Vec::new(),
        };
        values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// The notes on a query that was cut into tokens and read as a tree.
pub(super) fn notes(tokens: &[Token], tree: &Query) -> Vec<Note> {
    let mut notes: Vec<Note> = tokens.iter().filter_map(note).collect();
    let nears = tokens.iter().filter(|token| matches!(token, Token::Near(_))).count();
    if tree.nears() < nears {
        notes.push(Note::NoNear);
    }
    notes.sort();
    notes.dedup();
    notes
}

fn note(token: &Token) -> Option<Note> {
    match token {
        Token::Word(word) => note_on_word(word),
        Token::Field(name, values) if field(name) == Some(Field::Years) && years(values).is_none() => {
            Some(Note::NoYears(values.join(",")))
        }
        _ => None,
    }
}

/// What a word was perhaps meant to be.
fn note_on_word(word: &str) -> Option<Note> {
    let head = word.split_once([':', '：']).map(|(head, value)| (head, value.is_empty()));
    let is_name = |head: &str| !head.is_empty() && head.chars().all(char::is_alphabetic) && !head.starts_with("http");
    match head {
        Some((head, true)) if field_key(head).is_some() => Some(Note::NoValue(head.to_owned())),
        Some((head, _)) if is_name(head) => Some(Note::UnknownField(word.to_owned())),
        _ if word.starts_with("NEAR/") => Some(Note::NoNear),
        _ if matches!(word, "or" | "not" | "ou" | "или" | "не") => Some(Note::SmallOperator(word.to_owned())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tree;
    use super::super::tokens::tokens;
    use super::{Note, notes};
    use crate::domain::Message;

    fn noted(text: &str) -> Vec<Note> {
        let tokens = tokens(text);
        notes(&tokens, &tree(&tokens))
    }

    #[test]
    fn what_is_read_otherwise_than_it_seems_is_noted_once() {
        assert_eq!(noted("colour:red colour:red"), [Note::UnknownField("colour:red".to_owned())]);
        assert_eq!(noted("year:soon"), [Note::NoYears("soon".to_owned())]);
        assert_eq!(noted("state: prisons"), [Note::NoValue("state".to_owned())]);
        assert_eq!(noted("prisons or cells"), [Note::SmallOperator("or".to_owned())]);
        assert_eq!(noted("state:SVN NEAR prisons"), [Note::NoNear]);
        assert_eq!(noted("prisons NEAR cells year:2019 http://x"), []);
    }

    #[test]
    fn a_note_says_its_code_and_what_fills_its_sentence() {
        let note = Note::SmallOperator("or".to_owned());
        assert_eq!(note.code(), "search-small-operator");
        assert_eq!(serde_json::Value::Object(note.values()), serde_json::json!({"word": "or", "operator": "OR"}));
        assert_eq!(Note::UnknownField("colour:red".to_owned()).values()["fields"][2], "state");
        assert_eq!(Note::DaysUnknown(3).values()["count"], 3);
        assert!(Note::NoNear.values().is_empty());
    }
}
