//! Which elements of a SMART recommendation a text holds: specific, measurable, assignable,
//! relevant, time-bound (Doran 1981, as UPR practice reads it).
//!
//! Specific is what UPR Info puts into category 5 or what names an instrument, which makes it relevant
//! too; words show the others (`corpora/reference/smart.csv`), a day or year shows time. What no word shows
//! is absent: the elements are a reading of the text, not of its merits.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;
use super::phrases::PhraseMatcher;
use super::reading::Reading;
use crate::domain::Language;
use crate::domain::vocabulary::Table;

/// An element with the words that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmartElement {
    /// Place among the values of SMART tags: specific, measurable, assignable, relevant, time-bound.
    pub element: usize,
    /// Folded words of the text.
    pub words: String,
}

/// The category that UPR Info calls specific action.
const SPECIFIC: u8 = 5;

static MATCHERS: LazyLock<[PhraseMatcher; 6]> = LazyLock::new(|| {
    let table = Table::embedded("smart", include_str!("../../corpora/reference/smart.csv"));
    let lists: Vec<_> = table.rows().map(|row| row.lists_by_language("phrases")).collect();
    Language::ALL.map(|language| {
        let rows = lists.iter().enumerate();
        PhraseMatcher::new(rows.flat_map(|(at, row)| row[language.index()].iter().map(move |p| (p.as_str(), at + 1))))
    })
});

/// A year to come or a span: "by 2030", "within three years", "d ici 2027", "到 2030".
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:by|before|until|ici|avant|para|antes de|до|к|بحلول|قبل)\s+(?:the end of\s+|la fin de\s+|fines de\s+|конца\s+)?20[1-9]\d\b|\bwithin \w+ (?:years?|months?)\b|\b(?:en|dans) (?:un delai de )?\w+ (?:anos|meses|ans|mois)\b|20[1-9]\d ?年|\d ?年内",
    )
});

/// The elements that a text holds, each once, in order.
#[must_use]
pub fn smart(reading: &Reading) -> Vec<SmartElement> {
    let mut found: Vec<SmartElement> = Vec::new();
    let mut add = |element: usize, words: &str| {
        if !found.iter().any(|e| e.element == element) {
            found.push(SmartElement { element, words: words.to_owned() });
        }
    };
    if let Some(verb) = reading.opening.verbs.first().filter(|_| reading.opening.category() == Some(SPECIFIC)) {
        add(0, &verb.words);
    }
    if let Some(mention) = reading.instruments.first() {
        add(0, &mention.words);
        add(3, &mention.words);
    }
    for hit in MATCHERS[reading.language.index()].find(&reading.folded) {
        add(hit.value, &reading.folded[hit.start..hit.end]);
    }
    if let Some(time) = TIME.find(&reading.folded) {
        add(4, time.as_str());
    }
    found.sort_by_key(|element| element.element);
    found
}

#[cfg(test)]
mod tests {
    use super::smart;
    use crate::domain::vocabulary::values;
    use crate::domain::{Language, TagKind};
    use crate::text::read;

    fn of(text: &str, language: Language) -> Vec<&'static str> {
        smart(&read(text, language)).iter().map(|element| values(TagKind::Smart)[element.element]).collect()
    }

    #[test]
    fn elements_are_told_by_words() {
        let text = "Adopt by 2027 a law on shelters, with indicators, and task the Ministry of Justice with it";
        assert_eq!(of(text, Language::En), ["specific", "measurable", "assignable", "time-bound"]);
        assert_eq!(of("Continue its efforts for peace", Language::En), Vec::<&str>::new());
        assert!(of("Aprobar la ley en dos años", Language::Es).contains(&"time-bound"));
        assert!(of("Ratifier la Convention contre la torture d’ici 2027", Language::Fr).contains(&"time-bound"));
    }
}
