//! A query cut into words, phrases, operators and fields.

use super::document::Facet;

/// A piece of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Word(String),
    Phrase(String),
    Exact(String),
    /// Name of the field and its value.
    Field(String, String),
    /// At most so many words between.
    Near(u32),
    And,
    Or,
    Not,
    Open,
    Close,
}

/// Most tokens that are read; the rest of an absurdly long query is left out.
const MOST: usize = 200;
/// Words between, where `NEAR` does not say it.
const NEAR: u32 = 10;
/// The field of years.
pub(super) const YEAR: &str = "year";

/// Operators in the languages of the United Nations, in capitals as people type them.
const OPERATORS: [(&[&str], Token); 3] = [
    (&["AND", "&&", "ET", "Y", "И"], Token::And),
    (&["OR", "||", "OU", "O", "ИЛИ", "أو", "或"], Token::Or),
    (&["NOT", "SAUF", "NO", "НЕ", "ليس", "非"], Token::Not),
];

/// The names of fields, as they are typed.
const FIELDS: [(&str, Facet); 19] = [
    ("body", Facet::Body),
    ("mechanism", Facet::Mechanism),
    ("state", Facet::State),
    ("by", Facet::RecommendingState),
    ("recommending_state", Facet::RecommendingState),
    ("cycle", Facet::Cycle),
    ("session", Facet::Session),
    ("position", Facet::Position),
    ("kind", Facet::Kind),
    ("theme", Facet::Theme),
    ("issue", Facet::Theme),
    ("group", Facet::Group),
    ("sdg", Facet::Sdg),
    ("entity", Facet::Entity),
    ("cluster", Facet::Cluster),
    ("cites", Facet::Instrument),
    ("instrument", Facet::Instrument),
    ("language", Facet::Language),
    ("lang", Facet::Language),
];

/// The facet that a field means.
pub(super) fn facet(name: &str) -> Option<Facet> {
    FIELDS.iter().find(|(field, _)| *field == name).map(|(_, facet)| *facet)
}

/// Cuts a query; operators are none at its beginning, at its end, or in a text all in capitals.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            first if is_quote(first) => {
                let (content, length) = quoted(rest);
                (Token::Phrase(content.to_owned()), length)
            }
            '=' if rest[1..].starts_with(is_quote) => {
                let (content, length) = quoted(&rest[1..]);
                (Token::Exact(content.to_owned()), length + 1)
            }
            _ => unquoted(rest),
        };
        tokens.push(token);
        if tokens.len() == MOST {
            break;
        }
        rest = rest[length..].trim_start();
    }
    let shouts = !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    operators(tokens, shouts)
}

/// Reads words as operators where they can be.
fn operators(tokens: Vec<Token>, shouts: bool) -> Vec<Token> {
    let last = tokens.len().saturating_sub(1);
    let read = |(at, token): (usize, Token)| match token {
        Token::Word(word) => operator(&word, at, last, shouts).unwrap_or(Token::Word(word)),
        other => other,
    };
    tokens.into_iter().enumerate().map(read).collect()
}

fn operator(word: &str, at: usize, last: usize, shouts: bool) -> Option<Token> {
    if matches!(word, "-" | "!") {
        return Some(Token::Not);
    }
    let is_english = matches!(word, "AND" | "OR" | "NOT" | "&&" | "||");
    let is_inside = at > 0 && at < last && !shouts;
    let found = OPERATORS.iter().find(|(words, _)| words.contains(&word)).map(|(_, token)| token.clone());
    found.filter(|_| is_english || is_inside).or_else(|| near(word))
}

/// `NEAR`, `NEAR/5`.
fn near(word: &str) -> Option<Token> {
    let tail = word.strip_prefix("NEAR")?;
    match tail.strip_prefix('/') {
        Some(number) => number.parse().ok().map(|n: u32| Token::Near(n.min(100))),
        None => tail.is_empty().then_some(Token::Near(NEAR)),
    }
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '«' | '»')
}

/// What stands in quotes at the head of a text, and how long that is with its quotes.
fn quoted(text: &str) -> (&str, usize) {
    let open = text.chars().next().map_or(0, char::len_utf8);
    let inside = &text[open..];
    let end = inside.find(is_quote);
    let close = end.and_then(|e| inside[e..].chars().next()).map_or(0, char::len_utf8);
    let content = &inside[..end.unwrap_or(inside.len())];
    (content, open + content.len() + close)
}

/// A word, an exact word, or a field with its value.
fn unquoted(rest: &str) -> (Token, usize) {
    let length = rest.find(|c: char| c.is_whitespace() || c == '(' || c == ')' || is_quote(c)).unwrap_or(rest.len());
    // A mark alone before a quote or a bracket has a length of one.
    let length = length.max(rest.chars().next().map_or(0, char::len_utf8));
    let word = &rest[..length];
    if let Some((field, value)) = word.split_once(':').filter(|(field, _)| *field == YEAR || facet(field).is_some()) {
        if value.is_empty() && rest[length..].starts_with(is_quote) {
            let (content, more) = quoted(&rest[length..]);
            return (Token::Field(field.to_owned(), content.to_owned()), length + more);
        }
        if !value.is_empty() {
            return (Token::Field(field.to_owned(), value.to_owned()), length);
        }
    }
    match word.strip_prefix('=').filter(|word| word.chars().any(char::is_alphanumeric)) {
        Some(exact) => (Token::Exact(exact.to_owned()), length),
        None => (Token::Word(word.to_owned()), length),
    }
}
