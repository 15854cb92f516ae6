//! A query cut into words, phrases, operators and fields.

use super::keywords::{Operator, field_key, operator};

/// A piece of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Word(String),
    Phrase(String),
    Exact(String),
    /// Name of the field, not yet bound to one, and its values.
    Field(String, Vec<String>),
    /// At most this many words between.
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
/// Marks that exclude the field they stand before: hyphens, the minus, the dash that word processors make of it,
/// the marks of exclamation and of negation, some in full width.
const EXCLUDING: [char; 10] =
    ['-', '!', '¬', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}', '\u{ff0d}', '\u{ff01}'];

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
            first if excludes_field(rest) => (Token::Not, first.len_utf8()),
            _ => unquoted(rest),
        };
        tokens.push(token);
        if tokens.len() == MOST {
            break;
        }
        rest = rest[length..].trim_start();
    }
    operators(tokens, text)
}

/// Whether a query says by operators what must occur.
pub(super) fn has_operators(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| matches!(token, Token::And | Token::Or | Token::Not | Token::Near(_)))
}

/// Where a word stands: names of operators that are common words are operators only between others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordPlace {
    Between,
    Outside,
}

/// Reads words as operators where they can be.
fn operators(tokens: Vec<Token>, text: &str) -> Vec<Token> {
    let shouts = !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    let last = tokens.len().saturating_sub(1);
    let place = |at: usize| if shouts || at == 0 || at >= last { WordPlace::Outside } else { WordPlace::Between };
    let read = |(at, token): (usize, Token)| match token {
        Token::Word(word) => as_operator(&word, place(at)).unwrap_or(Token::Word(word)),
        other => other,
    };
    tokens.into_iter().enumerate().map(read).collect()
}

fn as_operator(word: &str, place: WordPlace) -> Option<Token> {
    match word {
        "-" | "!" | "\u{2212}" | "\u{ff0d}" | "\u{ff01}" => return Some(Token::Not),
        "&&" => return Some(Token::And),
        "||" => return Some(Token::Or),
        _ => {}
    }
    let (name, number) = word.split_once('/').map_or((word, None), |(name, number)| (name, Some(number)));
    let token = match operator(name)? {
        Operator::Near => {
            let words = number.map_or(Some(NEAR), |number| number.parse().ok().map(|n: u32| n.min(100)));
            return words.map(Token::Near);
        }
        Operator::And => Token::And,
        Operator::Or => Token::Or,
        Operator::Not => Token::Not,
    };
    let is_english = matches!(word, "AND" | "OR" | "NOT");
    (number.is_none() && (is_english || place == WordPlace::Between)).then_some(token)
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

/// The values at the head of a text, with commas between them, each in quotes or not; or what stands
/// in brackets. And how long all that is.
fn values(text: &str) -> (Vec<String>, usize) {
    if let Some(inside) = text.strip_prefix('(') {
        let content = inside.split(')').next().unwrap_or_default();
        let close = usize::from(text[1 + content.len()..].starts_with(')'));
        return (alternatives(content), 1 + content.len() + close);
    }
    let (mut values, mut at) = (Vec::new(), 0);
    loop {
        let rest = &text[at..];
        let (value, length) = if rest.starts_with(is_quote) {
            quoted(rest)
        } else {
            let end =
                rest.find(|c: char| c.is_whitespace() || c == '(' || c == ')' || is_quote(c)).unwrap_or(rest.len());
            (&rest[..end], end)
        };
        at += length;
        let is_open = value.ends_with(',') && !rest.starts_with(is_quote);
        let value = value.trim_matches(',').trim();
        if !value.is_empty() {
            values.push(value.to_owned());
        }
        // After a comma there may be a blank, and before it none.
        let next =
            if is_open { Some(text[at..].trim_start()) } else { text[at..].strip_prefix(',').map(str::trim_start) };
        match next.filter(|next| length > 0 && next.starts_with(|c: char| c.is_alphanumeric() || is_quote(c))) {
            Some(next) => at = text.len() - next.len(),
            None => return (values, at),
        }
    }
}

/// What stands in brackets after a field: `SVN OR EGY`.
fn alternatives(content: &str) -> Vec<String> {
    let is_or = |word: &str| operator(word) == Some(Operator::Or);
    let mut values = vec![String::new()];
    for word in content.split_whitespace().map(|word| word.trim_matches(is_quote)) {
        match values.last_mut() {
            Some(_) if is_or(word) => values.push(String::new()),
            Some(last) if last.is_empty() => word.clone_into(last),
            Some(last) => *last = format!("{last} {word}"),
            None => {}
        }
    }
    values.retain(|value| !value.is_empty());
    values
}

/// Whether marks stand before a field and its value. The name of a field is folded, which would drop them:
/// what is to be left out would be asked for.
fn excludes_field(rest: &str) -> bool {
    let bare = rest.trim_start_matches(EXCLUDING);
    bare.len() < rest.len() && matches!(unquoted(bare), (Token::Field(..), _))
}

/// A word, an exact word, or a field with its value.
fn unquoted(rest: &str) -> (Token, usize) {
    let length = rest.find(|c: char| c.is_whitespace() || c == '(' || c == ')' || is_quote(c)).unwrap_or(rest.len());
    // A mark alone before a quote or a bracket has a length of one.
    let length = length.max(rest.chars().next().map_or(0, char::len_utf8));
    let word = &rest[..length];
    let mark = word.find([':', '：']).filter(|at| field_key(&word[..*at]).is_some());
    if let Some((field, value)) =
        mark.and_then(|at| Some((field_key(&word[..at])?, word[at..].trim_start_matches([':', '：']))))
    {
        let from = length - value.len();
        let (values, taken) = values(&rest[from..]);
        if !values.is_empty() {
            return (Token::Field(field.to_owned(), values), from + taken);
        }
    }
    match word.strip_prefix('=').filter(|word| word.chars().any(char::is_alphanumeric)) {
        Some(exact) => (Token::Exact(exact.to_owned()), length),
        None => (Token::Word(word.to_owned()), length),
    }
}

#[cfg(test)]
mod tests {
    use super::{EXCLUDING, Token, tokens};

    #[test]
    fn any_mark_of_exclusion_before_a_field_is_a_not_in_every_language() {
        let field = |name: &str, value: &str| Token::Field(name.to_owned(), vec![value.to_owned()]);
        let word = || Token::Word("a".to_owned());
        for mark in EXCLUDING {
            for (name, key) in [("state", "state"), ("état", "state"), ("государство", "state"), ("年份", "year")]
            {
                let expected = [word(), Token::Not, field(key, "x")];
                assert_eq!(tokens(&format!("a {mark}{name}:x")), expected, "{mark}{name}");
            }
        }
        assert_eq!(tokens("a AND -state:x"), [word(), Token::And, Token::Not, field("state", "x")]);
        assert_eq!(tokens("--state:x"), [Token::Not, Token::Not, field("state", "x")]);
        assert_eq!(tokens("-دولة:x"), [Token::Not, field("state", "x")]);
    }

    #[test]
    fn a_mark_before_a_word_or_within_one_stays_with_it() {
        for text in ["-word", "non-state:x", "-http://x", "-state:"] {
            assert_eq!(tokens(text), [Token::Word(text.to_owned())], "{text}");
        }
    }
}
