//! The grammar of queries: pieces to a tree. Written by hand, since every text is a query: what a library of parsers
//! would call an error is read as words here.

use super::keywords::{Field, field};
use super::tokens::{Token, tokens};
use super::tree::{Query, join};
use super::years::years;

/// Deepest nesting of brackets.
const DEEPEST: usize = 20;

impl Query {
    /// Reads a query; words that follow each other must all occur.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        tree(&tokens(text))
    }
}

/// The tree of a query that was cut; words that follow each other must all occur.
pub(super) fn tree(tokens: &[Token]) -> Query {
    let mut reader = Reader { tokens, next: 0, depth: 0 };
    let mut parts = Vec::new();
    while reader.next < reader.tokens.len() {
        parts.extend(reader.either());
        // A closing bracket without an opening one is passed over.
        reader.take(&Token::Close);
    }
    join(parts, Query::And).unwrap_or(Query::All)
}

struct Reader<'t> {
    tokens: &'t [Token],
    next: usize,
    depth: usize,
}

impl Reader<'_> {
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
                Some(_) => parts.extend(self.near()),
            }
        }
        join(parts, Query::And)
    }

    /// Two terms near each other; where they are no words, both must occur.
    fn near(&mut self) -> Option<Query> {
        let first = self.one();
        let Some(Token::Near(distance)) = self.tokens.get(self.next).cloned() else { return first };
        self.next += 1;
        let second = self.one();
        match (first, second) {
            (Some(a), Some(b)) if is_place(&a) && is_place(&b) => Some(Query::Near(Box::new(a), Box::new(b), distance)),
            (first, second) => join(first.into_iter().chain(second).collect(), Query::And),
        }
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
            // Marks alone ask for nothing.
            Token::Phrase(text) | Token::Exact(text) | Token::Word(text) if !text.contains(char::is_alphanumeric) => {
                None
            }
            Token::Phrase(text) => Some(Query::Phrase(text)),
            Token::Exact(text) => Some(Query::Exact(text)),
            Token::Field(field, values) => Some(field_test(&field, values)),
            Token::Word(text) => Some(leaf(&text)),
            Token::And | Token::Or | Token::Near(_) | Token::Close => None,
        }
    }
}

/// Whether what is asked for has a place in a text.
fn is_place(query: &Query) -> bool {
    match query {
        Query::Word(_) | Query::Phrase(_) | Query::Exact(_) | Query::Prefix(_) | Query::Fuzzy(_) => true,
        Query::Or(parts) => parts.iter().all(is_place),
        _ => false,
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
    let with = |mark: char| text.strip_suffix(mark).filter(|head| head.chars().any(char::is_alphanumeric));
    match (with('*'), with('~')) {
        (Some(head), _) => Query::Prefix(head.to_owned()),
        (_, Some(head)) => Query::Fuzzy(head.to_owned()),
        _ => Query::Word(text.to_owned()),
    }
}

/// `state:SVN,EGY`, `year:2019..2024`; what no field can ask for is words.
fn field_test(name: &str, values: Vec<String>) -> Query {
    let as_word = |values: &[String]| Query::Word(format!("{name}:{}", values.join(",")));
    match field(name) {
        // Names of themes have commas of their own: what a comma parts is told where the values are known.
        Some(Field::Facet(facet)) => Query::Field(facet, values),
        Some(Field::Years) => years(&values).unwrap_or_else(|| as_word(&values)),
        None => as_word(&values),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Query::{self, And, Exact, Field, Fuzzy, Near, Not, Or, Phrase, Prefix, Word, Years};
    use crate::domain::Facet;

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

    #[test]
    fn fields_exact_forms_and_nearness_are_read() {
        assert_eq!(Query::parse("state:SVN,EGY"), Field(Facet::State, vec!["SVN,EGY".into()]));
        assert_eq!(Query::parse("theme:\"right to health\""), Field(Facet::Theme, vec!["right to health".into()]));
        assert_eq!(Query::parse("year:2019..2024"), Years(Some(2019), Some(2024)));
        assert_eq!(Query::parse("year:soon"), w("year:soon"));
        assert_eq!(Query::parse("year:2014-05"), w("year:2014-05"), "a month is no year");
        assert_eq!(
            Query::parse("state:\"Viet Nam\",EGY, SVN prison"),
            And(vec![Field(Facet::State, vec!["Viet Nam".into(), "EGY".into(), "SVN".into()]), w("prison")])
        );
        assert_eq!(Query::parse("=women =\"of women\""), And(vec![Exact("women".into()), Exact("of women".into())]));
        assert_eq!(Query::parse("prison NEAR/5 women"), Near(Box::new(w("prison")), Box::new(w("women")), 5));
        assert!(matches!(Query::parse("(a OR b*) NEAR c"), Near(..)));
        assert!(matches!(Query::parse("state:SVN NEAR c"), And(_)));
        assert_eq!(Query::parse("tortur~"), Fuzzy("tortur".into()));
        assert_eq!(Query::parse("http://x"), w("http://x"), "an unknown field is a word");
        assert_eq!(Query::parse("santé OU eau"), Or(vec![w("santé"), w("eau")]));
        assert_eq!(
            Query::parse("NO POVERTY"),
            And(vec![w("NO"), w("POVERTY")]),
            "a title in capitals has no operators"
        );
    }

    #[test]
    fn a_query_is_shown_as_it_was_read() {
        for (text, shown) in [
            ("ratify \"optional protocol\" -children", "ratify AND \"optional protocol\" AND NOT children"),
            ("a OR b c", "a OR (b AND c)"),
            ("((", ""),
            ("state:SVN year:2019..", "state:SVN AND year:2019.."),
            ("torture -state:AFG", "torture AND NOT state:AFG"),
            ("torture AND !position:noted", "torture AND NOT position:noted"),
            ("\u{2212}year:2019", "NOT year:2019"),
        ] {
            assert_eq!(Query::parse(text).to_string(), shown, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_query(text in "\\PC{0,60}") {
            let read = Query::parse(&text);
            let _ = read.to_string();
        }

        #[test]
        fn any_mix_of_operators_is_a_query(parts in prop::collection::vec(prop::sample::select(vec!["AND", "OR", "NOT", "(", ")", "\"", "a", "-", "*", "b*", "NEAR/3", "=", "c~", "state:", "year:..", "=\"x"]), 0..30)) {
            let _ = Query::parse(&parts.join(" "));
        }
    }
}
