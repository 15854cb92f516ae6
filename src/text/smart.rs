//! Which elements of a SMART recommendation a text holds: specific, measurable, assignable,
//! relevant, time-bound (Doran 1981, as UPR practice reads it).
//!
//! Specific is what UPR Info puts into category 5 or what names an instrument, which makes it relevant
//! too; words show the others (`corpora/reference/smart.csv`), a day or year shows time. What no word shows
//! is absent: the elements are a reading of the text, not of its merits.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;
use super::phrases::{Hit, PhraseMatcher};
use super::reading::Reading;
use super::stop_words::is_stop_word;
use crate::domain::Language;
use crate::domain::vocabulary::{Table, fold};

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

/// Words quoted behind a small word.
const FOLLOWING: usize = 2;

static MATCHERS: LazyLock<[PhraseMatcher; 6]> = LazyLock::new(|| {
    let table = Table::embedded("smart", include_str!("../../corpora/reference/smart.csv"));
    let lists: Vec<_> = table.rows().map(|row| row.lists_by_language("phrases")).collect();
    Language::ALL.map(|language| {
        let rows = lists.iter().enumerate();
        PhraseMatcher::new(rows.flat_map(|(at, row)| row[language.index()].iter().map(move |p| (p.as_str(), at + 1))))
    })
});

/// Words that count something, but for those around them that leave it open how many, folded, from
/// `corpora/reference/count_words.csv`. Chinese parts no words and has none.
struct CountWords {
    counts: [Vec<String>; 6],
    /// Before it: "a large number of".
    before: [Vec<String>; 6],
    /// After it, in languages that say so there.
    after: [Vec<String>; 6],
}

static COUNT_WORDS: LazyLock<CountWords> = LazyLock::new(|| {
    let table = Table::embedded("count_words", include_str!("../../corpora/reference/count_words.csv"));
    let words = |kind| {
        let lists = table.of_kind(kind).lists_of_languages("words");
        lists.map(|list| list.iter().map(|word| fold(word)).collect())
    };
    CountWords { counts: words("count"), before: words("before"), after: words("after") }
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
        if !is_vague(&reading.folded, &hit, reading.language) {
            add(hit.value, quoted(&reading.folded, &hit, reading.language));
        }
    }
    if let Some(time) = TIME.find(&reading.folded) {
        add(4, time.as_str());
    }
    found.sort_by_key(|element| element.element);
    found
}

/// Whether it speaks of a number without counting anything: "a number of inmates".
fn is_vague(folded: &str, hit: &Hit, language: Language) -> bool {
    let words = &*COUNT_WORDS;
    let has = |lists: &[Vec<String>; 6], word: &str| lists[language.index()].iter().any(|own| own == word);
    let count = hit.words(folded);
    let before = folded[..hit.start].trim_end().rsplit(' ').next().unwrap_or_default();
    let after = folded[hit.start + count.len()..].trim_start().split(' ').next().unwrap_or_default();
    has(&words.counts, count) && (has(&words.before, before) || has(&words.after, after))
}

/// The words that show an element; where they end in a small word, with what it leads to: "number of inmates".
fn quoted<'t>(folded: &'t str, hit: &Hit, language: Language) -> &'t str {
    let words = hit.words(folded);
    let is_small = |word: &str| is_stop_word(word, language);
    let mut at = hit.start + words.len();
    if !words.rsplit(' ').next().is_some_and(is_small) || !folded[at..].starts_with(' ') {
        return words;
    }
    let mut end = at;
    for word in folded[at..].split_whitespace().take(FOLLOWING) {
        at += 1 + word.len();
        if !is_small(word) {
            end = at;
        }
    }
    &folded[hit.start..end]
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

    #[test]
    fn a_number_that_counts_nothing_measures_nothing_and_words_are_quoted_with_what_they_lead_to() {
        let measured = |text: &str| {
            let found = smart(&read(text, Language::En));
            found.into_iter().find(|element| element.element == 1).map(|element| element.words)
        };
        assert_eq!(measured("Release a number of inmates"), None);
        assert_eq!(measured("Release a large number of inmates"), None);
        assert_eq!(measured("Reduce the number of inmates in prisons").as_deref(), Some("number of inmates"));
        assert_eq!(measured("Publish statistics on prisons").as_deref(), Some("statistics"));
    }

    #[test]
    fn a_number_is_left_open_in_other_languages_too() {
        let is_measured = |text: &str, language| of(text, language).contains(&"measurable");
        assert!(!is_measured("Libérer un certain nombre de détenus", Language::Fr));
        assert!(!is_measured("Освободить большое число заключенных", Language::Ru));
        assert!(!is_measured("الإفراج عن عدد من السجناء", Language::Ar));
        assert!(is_measured("Réduire le nombre de détenus", Language::Fr));
        assert!(
            is_measured("خفض عدد السجناء", Language::Ar) && is_measured("Сократить число заключенных", Language::Ru)
        );
    }
}
