//! Records by what people call them.

use crate::domain::vocabulary::fold;
use crate::domain::{Place, Reference, SettledRecord};

/// The records that a word names: an identifier or its beginning, a source's identifier, a reference, or a
/// bare paragraph. Where one of the exact names fits, the others are not looked at.
pub(super) fn named<'a>(settled: &'a [SettledRecord], wanted: &str) -> Vec<&'a SettledRecord> {
    let trimmed = wanted.trim().trim_start_matches('#');
    let folded = fold(trimmed);
    let is_exact = |s: &&SettledRecord| {
        s.record.id.to_string() == trimmed || s.record.source_ids().contains(&trimmed) || fold(&s.reference) == folded
    };
    let exact: Vec<&SettledRecord> = settled.iter().filter(is_exact).collect();
    if !exact.is_empty() || trimmed.is_empty() {
        return exact;
    }
    let parts = Parts::of(trimmed);
    settled.iter().filter(|s| parts.fit(s)).collect()
}

/// What a word may be besides a whole name.
struct Parts<'w> {
    word: &'w str,
    /// The beginning of an identifier, in small letters.
    head: Option<String>,
    reference: Option<Reference>,
    /// The end of a reference, from its paragraph on.
    tail: Option<String>,
}

impl<'w> Parts<'w> {
    fn of(word: &'w str) -> Self {
        let is_head = word.len() >= 4 && word.bytes().all(|b| b.is_ascii_hexdigit());
        Self {
            word,
            head: is_head.then(|| word.to_lowercase()),
            reference: word.parse().ok(),
            tail: word.contains('¶').then(|| format!(" {}", fold(word))),
        }
    }

    fn fit(&self, settled: &SettledRecord) -> bool {
        let record = &settled.record;
        let begins = |head: &str| record.id.to_string().starts_with(head);
        // A number under which another source has it leads to it too.
        let spoken = record.sources.iter().filter_map(|source| source.says.paragraph.as_ref());
        self.head.as_deref().is_some_and(begins)
            || record.paragraph.iter().chain(spoken).any(|p| p.as_str() == self.word)
            || self.reference.as_ref().is_some_and(|reference| match &reference.place {
                Place::Fragment(fragment) => begins(fragment),
                Place::Paragraph(_) => record.reference() == *reference,
            })
            || self.tail.as_ref().is_some_and(|tail| fold(&record.reference().to_string()).ends_with(tail.as_str()))
    }
}
