//! The main clause of an ask, and the words that only say how, why, when or for example.
//!
//! "Establish a moratorium with a view to abolition" asks for a moratorium: what stands behind a
//! modifier is means, purpose, source, time or illustration, and two asks that differ in it alone
//! are one (`corpora/reference/boilerplate.csv`, role `modifier`).

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;
use super::phrases::PhraseMatcher;
use crate::domain::vocabulary::Table;

/// Words a main clause has at least; a text that opens with a modifier is all main clause.
const LEAST: usize = 3;

/// A folded English text in two parts; both may be read in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clauses<'a> {
    /// What is asked.
    pub main: &'a str,
    /// What only modifies it; may be empty.
    pub rest: &'a str,
}

static MODIFIERS: LazyLock<PhraseMatcher> = LazyLock::new(|| {
    let table = Table::embedded("boilerplate", include_str!("../../corpora/reference/boilerplate.csv"));
    let phrases: Vec<String> =
        table.rows().filter(|row| row.cell("role") == "modifier").map(|row| row.cell("phrase").to_owned()).collect();
    PhraseMatcher::new(phrases.iter().map(|phrase| (phrase.as_str(), 0)))
});

/// Means and times that no list can hold: "by training judges", "by 2030", "within two years".
static MEANS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:by (?:\w+ing|20\d\d)|within \w+ (?:years?|months?))\b"));

/// Parts a folded English text.
#[must_use]
pub fn clauses(english: &str) -> Clauses<'_> {
    let by_phrase = MODIFIERS.find(english).into_iter().map(|hit| hit.start);
    let by_pattern = MEANS.find_iter(english).map(|found| found.start());
    let long_enough = |at: &usize| english[..*at].split_whitespace().count() >= LEAST;
    let first = by_phrase.chain(by_pattern).filter(long_enough).min();
    let (main, rest) = english.split_at(first.unwrap_or(english.len()));
    Clauses { main: main.trim(), rest: rest.trim() }
}

#[cfg(test)]
mod tests {
    use super::clauses;

    #[test]
    fn purpose_means_and_time_are_no_part_of_the_ask() {
        let parts = clauses("establish a moratorium on executions with a view to abolition");
        assert_eq!(parts.main, "establish a moratorium on executions");
        assert_eq!(clauses("build new schools by training masons").rest, "by training masons");
        assert_eq!(clauses("including women").main, "including women");
    }
}
