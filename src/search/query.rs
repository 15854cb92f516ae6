//! The query language: words, "phrases", AND, OR, NOT, -word, word*, brackets.
//!
//! Every text is a query: what cannot be read as an operator is read as words, open quotes and
//! brackets close at the end.

/// A query as a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// All records.
    All,
    /// A word.
    Word(String),
    /// The beginning of a word.
    Prefix(String),
    /// Words next to each other.
    Phrase(String),
    /// All of these.
    And(Vec<Query>),
    /// Any of these.
    Or(Vec<Query>),
    /// Not this.
    Not(Box<Query>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Phrase(String),
    And,
    Or,
    Not,
    Open,
    Close,
}

/// Most tokens that are read; the rest of an absurdly long query is left out.
const MOST: usize = 200;
/// Deepest nesting of brackets.
const DEEPEST: usize = 20;

impl Query {
    /// Reads a query; words that follow each other must all occur.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut reader = Reader { tokens: tokens(text), next: 0, depth: 0 };
        let mut parts = Vec::new();
        while reader.next < reader.tokens.len() {
            parts.extend(reader.either());
            // A closing bracket without an opening one is passed over.
            reader.take(&Token::Close);
        }
        join(parts, Self::And).unwrap_or(Self::All)
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            '"' | '“' | '”' | '«' | '»' => {
                let inside = &rest[first.len_utf8()..];
                let end = inside.find(['"', '“', '”', '«', '»']);
                let close = end.and_then(|e| inside[e..].chars().next()).map_or(0, char::len_utf8);
                let content = &inside[..end.unwrap_or(inside.len())];
                (Token::Phrase(content.to_owned()), first.len_utf8() + content.len() + close)
            }
            _ => {
                let length = rest.find(|c: char| c.is_whitespace() || "()\"“”«»".contains(c)).unwrap_or(rest.len());
                (word(&rest[..length]), length)
            }
        };
        tokens.push(token);
        if tokens.len() == MOST {
            break;
        }
        rest = rest[length..].trim_start();
    }
    tokens
}

fn word(text: &str) -> Token {
    match text {
        "AND" | "&&" => Token::And,
        "OR" | "||" => Token::Or,
        "NOT" | "-" | "!" => Token::Not,
        word => Token::Word(word.to_owned()),
    }
}

struct Reader {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
}

impl Reader {
    fn take(&mut self, wanted: &Token) -> bool {
        let found = self.tokens.get(self.next) == Some(wanted);
        self.next += usize::from(found);
        found
    }

    /// Terms joined with OR.
    fn either(&mut self) -> Option<Query> {
        let mut parts: Vec<Query> = self.all().into_iter().collect();
        while self.take(&Token::Or) {
            parts.extend(self.all());
        }
        join(parts, Query::Or)
    }

    /// Terms joined with AND or nothing.
    fn all(&mut self) -> Option<Query> {
        let mut parts = Vec::new();
        loop {
            while self.take(&Token::And) {}
            match self.tokens.get(self.next) {
                None | Some(Token::Or | Token::Close) => break,
                Some(_) => parts.extend(self.one()),
            }
        }
        join(parts, Query::And)
    }

    fn one(&mut self) -> Option<Query> {
        let token = self.tokens.get(self.next)?.clone();
        self.next += 1;
        match token {
            Token::Not => {
                // NOT NOT NOT … is read in a loop, not by calling itself.
                let mut excludes = true;
                while self.take(&Token::Not) {
                    excludes = !excludes;
                }
                let inner = self.one()?;
                Some(if excludes { Query::Not(Box::new(inner)) } else { inner })
            }
            Token::Open => {
                self.depth += 1;
                let inner = if self.depth > DEEPEST { None } else { self.either() };
                self.take(&Token::Close);
                self.depth -= 1;
                inner
            }
            Token::Phrase(text) => Some(Query::Phrase(text)),
            Token::Word(text) => Some(leaf(&text)),
            Token::And | Token::Or | Token::Close => None,
        }
    }
}

/// Dashes before a word exclude it, one by one: an even number of them changes nothing.
fn leaf(text: &str) -> Query {
    let bare = text.trim_start_matches('-');
    if bare.len() < text.len() && bare.chars().any(char::is_alphanumeric) {
        let excludes = (text.len() - bare.len()) % 2 == 1;
        return if excludes { Query::Not(Box::new(plain_leaf(bare))) } else { plain_leaf(bare) };
    }
    plain_leaf(text)
}

fn plain_leaf(text: &str) -> Query {
    match text.strip_suffix('*') {
        Some(head) if head.chars().any(char::is_alphanumeric) => Query::Prefix(head.to_owned()),
        _ => Query::Word(text.to_owned()),
    }
}

fn join(mut parts: Vec<Query>, how: fn(Vec<Query>) -> Query) -> Option<Query> {
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(how(parts)),
    }
}

#[cfg(test)]
mod tests {
    use super::Query::{self, And, Not, Or, Phrase, Prefix, Word};
    use proptest::prelude::*;

    fn w(text: &str) -> Query {
        Word(text.to_owned())
    }

    #[test]
    fn operators_bind_as_people_expect() {
        assert_eq!(
            Query::parse("ratify AND \"optional protocol\" NOT children"),
            And(vec![w("ratify"), Phrase("optional protocol".into()), Not(Box::new(w("children")))])
        );
        assert_eq!(Query::parse("a OR b c"), Or(vec![w("a"), And(vec![w("b"), w("c")])]));
        assert_eq!(
            Query::parse("(a OR b) discriminat*"),
            And(vec![Or(vec![w("a"), w("b")]), Prefix("discriminat".into())])
        );
        assert_eq!(Query::parse(""), Query::All);
    }

    proptest! {
        #[test]
        fn any_text_is_a_query(text in "\\PC{0,60}") {
            let _ = Query::parse(&text);
        }

        #[test]
        fn any_mix_of_operators_is_a_query(parts in prop::collection::vec(prop::sample::select(vec!["AND", "OR", "NOT", "(", ")", "\"", "a", "-", "*", "b*"]), 0..30)) {
            let _ = Query::parse(&parts.join(" "));
        }
    }
}
