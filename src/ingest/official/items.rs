//! What holds for lists of numbered recommendations in any document: none is missing, none stands
//! twice, and what looks like one is told from prose.

use std::collections::BTreeMap;

use crate::domain::Paragraph;
use crate::domain::vocabulary::StateRegister;
use crate::ingest::remark::Remark;
use crate::text::attribution::split_attribution;
use crate::text::tokens::is_han;

/// Numbers named in a remark.
const SHOWN: usize = 12;

/// So few words are no recommendation.
const FEW_WORDS: usize = 2;
/// So few Chinese characters are none.
const FEW_IDEOGRAPHS: usize = 3;

/// The numbers that were read, to tell which are missing and which stand twice.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Items by the number of their paragraph, with how often each stands.
    items: BTreeMap<u32, BTreeMap<u32, usize>>,
}

impl Numbers {
    /// Notes a number such as `140.7`; others are passed over.
    pub(super) fn note(&mut self, paragraph: &str) {
        let parts: Vec<u32> = paragraph.split('.').filter_map(|part| part.parse().ok()).collect();
        // Numbers of paragraphs have three digits at most; a table may hold anything.
        if let [main, item] = parts.as_slice()
            && *main < 1_000
            && *item < 1_000
        {
            *self.items.entry(*main).or_default().entry(*item).or_default() += 1;
        }
    }

    /// What is wrong with them.
    pub(super) fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for (main, items) in &self.items {
            let last = items.keys().next_back().copied().unwrap_or(0);
            let missing: Vec<String> =
                (1..=last).filter(|item| !items.contains_key(item)).map(|item| format!("{main}.{item}")).collect();
            if !missing.is_empty() && missing.len() * 2 < last as usize {
                let (numbers, more) = first(missing);
                remarks.push(Remark::NumbersMissing { last: format!("{main}.{last}"), numbers, more });
            }
            let double: Vec<String> =
                items.iter().filter(|(_, count)| **count > 1).map(|(item, _)| format!("{main}.{item}")).collect();
            if !double.is_empty() {
                let (numbers, more) = first(double);
                remarks.push(Remark::NumbersRepeated { numbers, more });
            }
        }
        remarks
    }
}

/// The numbers that are named in a remark, and how many there are beyond those.
fn first(mut numbers: Vec<String>) -> (Vec<String>, u64) {
    let more = numbers.len().saturating_sub(SHOWN);
    numbers.truncate(SHOWN);
    (numbers, more as u64)
}

/// Whether an unnumbered text looks like a recommendation of the review: it ends in States.
pub(super) fn looks_like_one(text: &str, states: &StateRegister) -> bool {
    let found = split_attribution(text, states);
    !found.states.is_empty() && has_words(found.text)
}

/// Whether a text has words enough for a recommendation; Chinese has no blanks between its words.
fn has_words(text: &str) -> bool {
    let ideographs = text.chars().filter(|c| is_han(*c)).count();
    text.split_whitespace().count() > FEW_WORDS || ideographs > FEW_IDEOGRAPHS
}

/// The paragraph of an item under a numbered paragraph, by its label.
pub(super) fn paragraph(main: u32, item: &str) -> String {
    let spelt =
        if item.bytes().all(|b| b.is_ascii_digit()) { format!("{main}.{item}") } else { format!("{main} ({item})") };
    Paragraph::parse(&spelt).map_or(spelt, |paragraph| paragraph.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_and_doubles_are_told() {
        let mut numbers = Numbers::default();
        ["6.1", "6.2", "6.4", "6.4", "12 (a)"].iter().for_each(|n| numbers.note(n));
        let (last, missing, double) = ("6.4".to_owned(), vec!["6.3".to_owned()], vec!["6.4".to_owned()]);
        assert_eq!(
            numbers.remarks(),
            [
                Remark::NumbersMissing { last, numbers: missing, more: 0 },
                Remark::NumbersRepeated { numbers: double, more: 0 }
            ]
        );
    }

    #[test]
    fn a_text_that_ends_in_states_looks_like_a_recommendation() {
        let states = StateRegister::embedded();
        assert!(looks_like_one("Build more schools (Chile);", states));
        assert!(looks_like_one("修建学校(智利)；", states));
        assert!(!looks_like_one("The delegation thanked all States.", states));
    }
}
