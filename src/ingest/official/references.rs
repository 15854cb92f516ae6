//! Paragraphs of a report that a sentence refers to: "paragraphs 27 (a), (b) and 28 (a)", "87.1 to 87.3".

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::items;
use super::label;
use super::number_lists::anywhere;
use super::ordinal::latin;
use crate::text::pattern::pattern;
use crate::text::phrasebook::Phrase;

/// A paragraph that is referred to, or one item of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reference {
    /// Number of the paragraph.
    pub(super) main: u32,
    /// Letter or number of the item; `None` when the whole paragraph is meant.
    pub(super) item: Option<String>,
}

/// Longest run of paragraphs or items.
const LONGEST_RUN: u32 = 40;

/// What may stand between the parts of a list.
static JOINT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[\s,;،、，&–—-]|(?i:and|et|y|e|и|or|to|through|à|a|al|hasta|по|paragraphs?|paras?\.?|paragraphes?|párrafos?|пункт\p{L}*)\s|و|至|和|及|段)*",
    )
});
static RUN: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)[–—-]|(?:^|\s)(?:to|through|à|a|al|hasta|по)\s|至"));
static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{1,3})(?:\.(\d{1,3}))?"));
static LETTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[(（]?\s?(\p{L})\s?[)）]"));

impl Reference {
    /// Its number as records have it: `27 (a)`, `87.3`, `20`.
    pub(super) fn spelt(&self) -> String {
        self.item.as_ref().map_or_else(|| self.main.to_string(), |item| items::paragraph(self.main, item))
    }

    /// Whether a row of that paragraph is meant.
    pub(super) fn means(&self, paragraph: &str) -> bool {
        let is_under = |rest: &str| rest.starts_with('.') || rest.starts_with(" (");
        match &self.item {
            Some(_) => paragraph == self.spelt(),
            None => paragraph.strip_prefix(&self.main.to_string()).is_some_and(is_under),
        }
    }
}

/// The paragraphs that a sentence refers to, in its order; empty when they are those of a resolution.
pub(super) fn references(text: &str) -> Vec<Reference> {
    if Phrase::ResolutionWord.is_in(text) {
        return Vec::new();
    }
    let (mut found, mut read): (Vec<Reference>, usize) = (Vec::new(), 0);
    for (_, end) in Phrase::ReferredParagraphs.find_all(text) {
        // "Paragraphs 27 and paragraphs 29" is one list: what it has read is not read again.
        if end >= read {
            let (references, rest) = list(&text[end..]);
            found.extend(references);
            read = text.len() - rest.len();
        }
    }
    for range in anywhere(text) {
        if let Some(main) = range.main {
            let last = range.to.min(range.from + LONGEST_RUN);
            found.extend((range.from..=last).map(|item| Reference { main, item: Some(item.to_string()) }));
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|reference| seen.insert(reference.clone()));
    found
}

/// What stands between two references of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A dash or "to": all between the two are meant.
    Run,
    /// A comma or "and".
    Apart,
}

/// The list at the head of a text, and what follows it.
fn list(text: &str) -> (Vec<Reference>, &str) {
    let mut found: Vec<Reference> = Vec::new();
    let mut rest = text;
    loop {
        let joint = JOINT.find(rest).map_or("", |joint| joint.as_str());
        let after = &rest[joint.len()..];
        let joint = if RUN.is_match(joint) { Joint::Run } else { Joint::Apart };
        rest = if let Some(number) = NUMBER.captures(after) {
            let (length, item) = (number[0].len(), number.get(2).map(|item| item.as_str().to_owned()));
            let main = label::number(&number[1]);
            if after[length..].starts_with(|c: char| c.is_ascii_digit()) || main == 0 {
                return (found, rest);
            }
            push_number(&mut found, Reference { main, item }, joint);
            &after[length..]
        } else if let Some(letter) = LETTER.captures(after).filter(|_| !found.is_empty()) {
            let Some(name) = letter[1].chars().next().and_then(latin) else { return (found, rest) };
            push_letter(&mut found, name, joint);
            &after[letter[0].len()..]
        } else {
            return (found, rest);
        };
    }
}

/// "27–29": whole paragraphs between two.
fn push_number(found: &mut Vec<Reference>, reference: Reference, joint: Joint) {
    let before = found.last().filter(|last| joint == Joint::Run && last.item.is_none() && reference.item.is_none());
    if let Some(from) = before.map(|last| last.main + 1).filter(|from| reference.main < from + LONGEST_RUN) {
        found.extend((from..reference.main).map(|main| Reference { main, item: None }));
    }
    found.push(reference);
}

/// "27 (a)–(c)": the letters between two; the first letter belongs to the number before it.
fn push_letter(found: &mut Vec<Reference>, letter: String, joint: Joint) {
    let Some(last) = found.last_mut() else { return };
    let main = last.main;
    let Some(before) = last.item.clone() else {
        last.item = Some(letter);
        return;
    };
    let code = |letter: &str| letter.bytes().next().unwrap_or(b'a');
    // "87.3 – (c)" is no run: a number and a letter have nothing between them.
    if joint == Joint::Run && before.bytes().all(|byte| byte.is_ascii_lowercase()) {
        let between = (code(&before) + 1)..code(&letter);
        found.extend(between.map(|byte| Reference { main, item: Some(char::from(byte).to_string()) }));
    }
    found.push(Reference { main, item: Some(letter) });
}

#[cfg(test)]
mod tests {
    use super::{Reference, references};

    fn spelt(text: &str) -> Vec<String> {
        references(text).iter().map(Reference::spelt).collect()
    }

    #[test]
    fn paragraphs_letters_runs_and_items_are_read_in_each_language() {
        for (text, expected) in [
            ("Those in paragraphs 27 (a), (b) and 28 (a) did not enjoy support.", vec!["27 (a)", "27 (b)", "28 (a)"]),
            ("Those in paragraphs 27 (a)-(c) and 31 were noted in 2015.", vec!["27 (a)", "27 (b)", "27 (c)", "31"]),
            ("Celles des paragraphes 27 a), b) et 28 sont rejetées.", vec!["27 (a)", "27 (b)", "28"]),
            ("Las de los párrafos 27 a 29 no cuentan con apoyo.", vec!["27", "28", "29"]),
            ("Рекомендации в пунктах 27 а) и б) не приняты.", vec!["27 (a)", "27 (b)"]),
            ("Recommendations 87.1, 87.3-4 are implemented.", vec!["87.1", "87.3", "87.4"]),
            ("As in paragraph 32 of the annex to resolution 5/1, they were noted.", vec![]),
            ("Those in paragraphs 27 and paragraphs 29 (b) were noted.", vec!["27", "29 (b)"]),
            ("They were noted.", vec![]),
        ] {
            assert_eq!(spelt(text), expected, "{text}");
        }
    }

    #[test]
    fn a_whole_paragraph_means_all_its_items() {
        let whole = Reference { main: 87, item: None };
        assert!(whole.means("87.3") && whole.means("87 (a)") && !whole.means("87") && !whole.means("871.3"));
        let one = Reference { main: 87, item: Some("3".to_owned()) };
        assert!(one.means("87.3") && !one.means("87.30"));
    }
}
