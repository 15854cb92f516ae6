//! Terms of the field that a text holds, with their names in six languages
//! (`corpora/reference/terms.csv`): what titles are written in.

use std::sync::LazyLock;

use super::phrases::PhraseMatcher;
use crate::domain::Language;
use crate::domain::vocabulary::{Table, fold};

/// One term.
#[derive(Debug, Clone)]
pub struct Term {
    /// The English term, which names it.
    pub english: String,
    /// The English term folded, for looking it up.
    pub folded: String,
    /// Its first name in each language, in the order of [`Language::ALL`].
    names: [String; 6],
}

struct Terms {
    terms: Vec<Term>,
    matcher: PhraseMatcher,
}

static TERMS: LazyLock<Terms> = LazyLock::new(|| {
    let table = Table::embedded("terms", include_str!("../../corpora/reference/terms.csv"));
    let first = |row: &crate::domain::vocabulary::Row<'_>, language: Language| {
        row.list(language.code()).into_iter().next().unwrap_or_default()
    };
    let terms: Vec<Term> = table
        .rows()
        .map(|row| {
            let english = first(&row, Language::En);
            Term { folded: fold(&english), english, names: Language::ALL.map(|language| first(&row, language)) }
        })
        .collect();
    let plural = |term: &Term| format!("{}s", term.folded);
    let phrases: Vec<(String, usize)> =
        terms.iter().enumerate().flat_map(|(at, term)| [(term.folded.clone(), at), (plural(term), at)]).collect();
    let matcher = PhraseMatcher::new(phrases.iter().map(|(phrase, at)| (phrase.as_str(), *at)));
    Terms { terms, matcher }
});

impl Term {
    /// The name in a language; the English one where there is no other.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        let name = &self.names[language.index()];
        if name.is_empty() { &self.english } else { name }
    }
}

/// The terms of a folded English text, each once, in its order; the longest where they overlap.
#[must_use]
pub fn terms_in(english: &str) -> Vec<&'static Term> {
    let mut found: Vec<usize> = TERMS.matcher.find(english).into_iter().map(|hit| hit.value).collect();
    let mut seen = std::collections::HashSet::new();
    found.retain(|at| seen.insert(*at));
    found.into_iter().map(|at| &TERMS.terms[at]).collect()
}

/// The term of an English name.
#[must_use]
pub fn term(english: &str) -> Option<&'static Term> {
    TERMS.terms.iter().find(|term| term.english == english)
}

#[cfg(test)]
mod tests {
    use super::{term, terms_in};
    use crate::domain::Language;

    #[test]
    fn terms_are_found_with_their_names() {
        let found: Vec<&str> =
            terms_in("end forced evictions and disaggregate data").iter().map(|t| t.english.as_str()).collect();
        assert!(found.contains(&"forced evictions"), "{found:?}");
        assert_eq!(term("forced evictions").map(|t| t.name(Language::Fr)), Some("expulsions forcées"));
    }
}
