//! Records by what people call them.

use std::collections::BTreeSet;

use super::settling::unique_reference;
use crate::analysis::Analysis;
use crate::domain::vocabulary::{fold, session_days};
use crate::domain::{DaySpan, Paragraph, Place, Recommendation, Reference, SettledRecord};

/// The names of a record by which it is found at once, folded: identifiers, what it is called, the symbol of
/// its document, paragraphs in all its sources.
#[must_use]
pub fn names_of(record: &Recommendation, analysis: &Analysis) -> BTreeSet<String> {
    let ids = record.source_ids().into_iter().map(str::to_owned).chain([record.id.to_string()]);
    let paragraphs = paragraphs(record).map(ToString::to_string);
    let other = ids.chain(paragraphs).map(|name| fold(&name));
    other.chain(own_names(record, &unique_reference(record, analysis))).chain(shared_names(record)).collect()
}

/// What it is called, folded, also without its body, as lists have it that name the body before.
fn own_names(record: &Recommendation, reference: &str) -> [String; 2] {
    let body = format!("{} ", record.body);
    [reference, reference.strip_prefix(&body).unwrap_or(reference)].map(fold)
}

/// The names that it may share with others of its document, folded: the symbol, and its recommending States
/// with or without the word before them.
fn shared_names(record: &Recommendation) -> impl Iterator<Item = String> {
    let by_states = record.called_by_states();
    let short = by_states.as_ref().map(|name| name.replacen(" by ", " ", 1));
    let symbol = record.symbol.as_ref().map(ToString::to_string);
    [symbol, by_states, short].into_iter().flatten().map(|name| fold(&name))
}

/// Its paragraph, and the numbers under which other sources have it.
fn paragraphs(record: &Recommendation) -> impl Iterator<Item = &Paragraph> {
    record.paragraph.iter().chain(record.sources.iter().filter_map(|source| source.says.paragraph.as_ref()))
}

/// Whether a record is of a year: published in it, or made in a session of it. Where no year is meant, each is.
pub(super) fn is_of_year(record: &Recommendation, year: Option<i16>) -> bool {
    let days = record.published.map(DaySpan::on).or_else(|| record.session.and_then(session_days));
    year.is_none() || days.is_some_and(|span| span.year() == year)
}

/// A word as names are folded.
pub(super) fn folded(wanted: &str) -> String {
    fold(trimmed(wanted))
}

fn trimmed(wanted: &str) -> &str {
    wanted.trim().trim_start_matches('#')
}

/// The records that a word names: an identifier or its beginning, a source's identifier, a reference, a bare
/// paragraph, or a name that records of one document share. Where one of the exact names fits, the others are
/// not looked at.
pub(super) fn named<'a>(settled: &'a [SettledRecord], wanted: &str) -> Vec<&'a SettledRecord> {
    let word = trimmed(wanted);
    let exact = exact(settled, word);
    if !exact.is_empty() || word.is_empty() {
        return exact;
    }
    let parts = Parts::of(word);
    settled.iter().filter(|s| parts.fit(s)).collect()
}

/// The same where `candidates` are all that have the word for one of their names; `None` when others may be
/// meant, by a part of their identifier or reference.
pub(super) fn named_among(candidates: &[SettledRecord], wanted: &str) -> Option<Vec<SettledRecord>> {
    let word = trimmed(wanted);
    let exact = exact(candidates, word);
    if !exact.is_empty() {
        return Some(exact.into_iter().cloned().collect());
    }
    let parts = Parts::of(word);
    parts.are_names().then(|| candidates.iter().filter(|settled| parts.fit(settled)).cloned().collect())
}

fn exact<'a>(settled: &'a [SettledRecord], word: &str) -> Vec<&'a SettledRecord> {
    let folded = fold(word);
    let is_exact = |s: &&SettledRecord| {
        s.record.id.to_string() == word
            || s.record.source_ids().contains(&word)
            || own_names(&s.record, &s.reference).contains(&folded)
    };
    settled.iter().filter(is_exact).collect()
}

/// What a word may be besides a whole name.
struct Parts<'w> {
    word: &'w str,
    folded: String,
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
            folded: fold(word),
            head: is_head.then(|| word.to_lowercase()),
            reference: word.parse().ok(),
            tail: word.contains('¶').then(|| format!(" {}", fold(word))),
        }
    }

    /// Whether the word can only be a whole name.
    const fn are_names(&self) -> bool {
        self.head.is_none() && self.reference.is_none() && self.tail.is_none()
    }

    fn fit(&self, settled: &SettledRecord) -> bool {
        let record = &settled.record;
        let begins = |head: &str| record.id.to_string().starts_with(head);
        self.head.as_deref().is_some_and(begins)
            || paragraphs(record).any(|p| p.as_str() == self.word)
            || self.reference.as_ref().is_some_and(|reference| match &reference.place {
                Place::Fragment(fragment) => begins(fragment),
                Place::Paragraph(_) => record.reference() == *reference,
            })
            || shared_names(record).any(|name| name == self.folded)
            || self.tail.as_ref().is_some_and(|tail| fold(&record.reference().to_string()).ends_with(tail.as_str()))
    }
}
