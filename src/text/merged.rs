//! One text for recommendations that ask the same: the wording that stands for all, then what each
//! other adds or puts otherwise: other numbers and terms, further measures. Every piece is a stretch of a
//! source, word for word; nothing is invented.

use std::collections::BTreeSet;

use super::measures::is_measure;
use super::stemming::{StemToken, stem_tokens};
use super::stop_words::is_stop_word;
use crate::domain::Language;

/// What a member adds to the text before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Place of the member in the list.
    pub member: usize,
    /// A stretch of its text.
    pub words: String,
}

/// Words of meaning that a stretch must bring.
const LEAST_NEW: usize = 2;
/// Share of a stretch's words that must be new.
const NEW_SHARE: f64 = 0.5;

/// Words that part a text like a comma, by folded form, in the six languages.
const PARTING: [&str; 14] = [
    "and",
    "including",
    "particularly",
    "et",
    "notamment",
    "y",
    "incluso",
    "и",
    "включая",
    "и",
    "بما",
    "وكذلك",
    "以及",
    "包括",
];

/// The text that says best what all have in common: most words that more than half of the texts hold,
/// fewest others; the first of equals. All are of one language.
#[must_use]
pub fn common_wording(texts: &[&str], language: Language) -> usize {
    let stems = |text: &&str| -> BTreeSet<String> { meanings(text, language).into_iter().map(|t| t.stem).collect() };
    let sets: Vec<BTreeSet<String>> = texts.iter().map(stems).collect();
    let is_common = |stem: &String| sets.iter().filter(|set| set.contains(stem)).count() * 2 > texts.len();
    let worth = |set: &BTreeSet<String>| {
        let common = set.iter().filter(|stem| is_common(stem)).count();
        2 * common as i64 - (set.len() - common) as i64
    };
    (0..sets.len()).max_by_key(|at| (worth(&sets[*at]), usize::MAX - at)).unwrap_or(0)
}

/// What the texts add to the one at `first`, in their order. All are of one language.
#[must_use]
pub fn additions(texts: &[&str], first: usize, language: Language) -> Vec<Addition> {
    let mut known: BTreeSet<String> = meanings(texts[first], language).into_iter().map(|token| token.stem).collect();
    let mut found = Vec::new();
    for (member, text) in texts.iter().enumerate().filter(|(at, _)| *at != first) {
        for (start, end) in new_stretches(text, &known, language) {
            let words =
                text[start..end].trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '(').to_owned();
            known.extend(meanings(&words, language).into_iter().map(|token| token.stem));
            found.push(Addition { member, words });
        }
    }
    found
}

fn meanings(text: &str, language: Language) -> Vec<StemToken> {
    let mut tokens = stem_tokens(text, language);
    tokens.retain(|token| !is_stop_word(&text[token.start..token.end], language));
    tokens
}

/// Neighbouring pieces that say something new, as stretches of bytes.
fn new_stretches(text: &str, known: &BTreeSet<String>, language: Language) -> Vec<(usize, usize)> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    let mut is_open = false;
    for (start, end) in pieces(text) {
        let says_more = says_more(&text[start..end], known, language);
        match stretches.last_mut() {
            Some(last) if says_more && is_open => last.1 = end,
            _ if says_more => stretches.push((start, end)),
            _ => {}
        }
        is_open = says_more;
    }
    stretches
}

/// Whether a piece says something new: enough new words, another number or term than those that are known,
/// or one more thing behind "and".
fn says_more(piece: &str, known: &BTreeSet<String>, language: Language) -> bool {
    let meant = meanings(piece, language);
    let new: Vec<&StemToken> = meant.iter().filter(|token| !known.contains(&token.stem)).collect();
    let is_enough = new.len() >= LEAST_NEW && new.len() as f64 >= NEW_SHARE * meant.len() as f64;
    let is_one_more = !new.is_empty() && new.len() == meant.len() && opens_with_parting(piece);
    is_enough || is_one_more || new.iter().any(|token| is_measure(&piece[token.start..token.end], language))
}

fn opens_with_parting(piece: &str) -> bool {
    piece.split_whitespace().next().is_some_and(|word| PARTING.contains(&word.to_lowercase().as_str()))
}

/// A text in pieces between marks and parting words; a parting word opens its piece.
fn pieces(text: &str) -> Vec<(usize, usize)> {
    let mut bounds = vec![0];
    bounds.extend(
        text.char_indices()
            .filter(|(_, c)| matches!(c, ',' | ';' | ':' | '.' | '،' | '؛' | '，' | '；' | '。'))
            .map(|(at, c)| at + c.len_utf8()),
    );
    let mut at = 0;
    for word in text.split(' ') {
        if PARTING.contains(&word.to_lowercase().as_str()) {
            bounds.push(at);
        }
        at += word.len() + 1;
    }
    bounds.push(text.len());
    bounds.sort_unstable();
    bounds.dedup();
    bounds.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::additions;
    use crate::domain::Language;

    #[test]
    fn what_a_member_adds_is_kept_word_for_word_and_once() {
        let texts = [
            "Open shelters for victims of domestic violence",
            "Open shelters for victims of domestic violence, and train judges in every district",
            "Open shelters for victims, train judges in the districts",
        ];
        let added = additions(&texts, 0, Language::En);
        assert_eq!(added.len(), 1, "{added:?}");
        assert_eq!(added[0].words, "and train judges in every district");
        assert!(texts[1].contains(&added[0].words));
    }

    #[test]
    fn the_common_wording_comes_first() {
        let texts = ["Ratify the treaty, and publish every report of its visits", "Ratify the treaty"];
        assert_eq!(super::common_wording(&texts, Language::En), 1);
    }

    #[test]
    fn other_numbers_and_terms_and_one_more_thing_are_shown() {
        for (first, other, shown, language) in [
            ("Fund 4 clinics", "Fund 40 clinics", "Fund 40 clinics", Language::En),
            ("Answer within six months", "Answer within six weeks", "Answer within six weeks", Language::En),
            (
                "Répondre dans les deux mois",
                "Répondre dans les trois mois",
                "Répondre dans les trois mois",
                Language::Fr,
            ),
            ("在两周内答复", "在三周内答复", "在三周内答复", Language::Zh),
            ("Open shelters", "Open shelters and hotlines", "and hotlines", Language::En),
        ] {
            let added = additions(&[first, other], 0, language);
            assert_eq!(added.iter().map(|a| a.words.as_str()).collect::<Vec<_>>(), [shown]);
        }
        assert!(additions(&["Answer within 6 weeks", "Respond within 6 weeks"], 0, Language::En).is_empty());
    }

    #[test]
    fn texts_that_add_nothing_leave_the_first_as_it_is() {
        assert!(additions(&["Build schools", "Build more schools", "Build the schools"], 0, Language::En).is_empty());
    }
}
