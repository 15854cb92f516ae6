//! The verbs that open a recommendation and the action category they stand for.
//!
//! Rules of UPR Info's action category (2014): the first verb and the overall action decide; of two
//! verbs at the start the second wins; see `corpora/reference/actions.csv` for the verbs.

use std::sync::LazyLock;

use crate::domain::Language;
use crate::domain::vocabulary::Table;

use super::phrases::PhraseMatcher;

/// A verb found near the head of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// The folded words.
    pub words: String,
    /// Its category, 1 to 5.
    pub category: u8,
}

/// How a text opens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// The first verbs, at most three, in order.
    pub verbs: Vec<Verb>,
    /// Whether the second verb is joined to the first by "and".
    pub joined: bool,
    /// Whether it asks for something: words of asking, a verb at the very start, or a short text with a
    /// verb near its head.
    pub asks: bool,
}

/// How many bytes of the text count as its head.
const HEAD: usize = 160;
/// How many bytes may stand before a verb that opens the text: "To fully …", "Also …".
const AT_START: usize = 24;
/// Words of a short text; nine of ten recommendations of the UPR are as short.
const SHORT: usize = 50;

struct Verbs {
    matchers: [PhraseMatcher; 6],
    categories: Vec<u8>,
    /// Words after which a committee says what it asks for, from `corpora/reference/committee_asks.csv`.
    asks: PhraseMatcher,
}

static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let table = Table::embedded("actions", include_str!("../../corpora/reference/actions.csv"));
    let categories = table.rows().map(|row| row.cell("category").parse().expect("categories are 1 to 5")).collect();
    let matchers = Language::ALL.map(|language| {
        let rows = table.rows().enumerate().filter(|(_, row)| row.cell("language") == language.code());
        PhraseMatcher::new(rows.map(|(at, row)| (row.cell("word"), at)))
    });
    let asks = Table::embedded("committee_asks", include_str!("../../corpora/reference/committee_asks.csv"));
    let asks: Vec<String> = asks.rows().flat_map(|row| row.list("words")).collect();
    Verbs { matchers, categories, asks: PhraseMatcher::new(asks.iter().map(|ask| (ask.as_str(), 0))) }
});

/// Reads the opening of a folded text.
#[must_use]
pub fn opening(folded: &str, language: Language) -> Opening {
    let verbs = &*VERBS;
    let asked = verbs.asks.find(folded);
    let start = asked.first().map_or(0, |hit| hit.end);
    let body = folded[start..].trim_start();
    let cut = (0..=body.len().min(HEAD)).rev().find(|&at| body.is_char_boundary(at)).unwrap_or(0);
    let head = &body[..cut];
    let hits = verbs.matchers[language.index()].find(head);
    let joined =
        hits.len() > 1 && matches!(head[hits[0].end..hits[1].start].trim(), "and" | "et" | "y" | "и" | "and to" | "or");
    let verb = |hit: &super::phrases::Hit| Verb {
        words: head[hit.start..hit.end].to_owned(),
        category: verbs.categories[hit.value],
    };
    let is_short = folded.split(' ').count() <= SHORT;
    let asks = !asked.is_empty() || hits.first().is_some_and(|hit| is_short || hit.start <= AT_START);
    Opening { verbs: hits.iter().take(3).map(verb).collect(), joined, asks }
}

impl Opening {
    /// The category by the rule of the first verb; `None` when no verb of the table opens the text.
    #[must_use]
    pub fn category(&self) -> Option<u8> {
        match self.verbs.as_slice() {
            [_, second, ..] if self.joined => Some(second.category),
            [first, ..] => Some(first.category),
            [] => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::opening;
    use crate::domain::Language;
    use crate::domain::vocabulary::fold;

    fn category(text: &str) -> Option<u8> {
        opening(&fold(text), Language::En).category()
    }

    #[test]
    fn the_first_verb_decides_and_the_second_of_two_wins() {
        assert_eq!(category("Ratify the treaty"), Some(5));
        assert_eq!(category("Consider ratifying the treaty"), Some(3));
        assert_eq!(category("Continue to improve schools"), Some(2));
        assert_eq!(category("Continue and strengthen its policy"), Some(4));
        assert_eq!(category("The Committee recommends that the State party adopt a law"), Some(5));
        assert_eq!(category("Peace"), None);
    }
}
