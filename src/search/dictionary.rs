//! The words of the index: those that begin so, and those that look like one that no record has.

use std::collections::BTreeMap;

use tantivy::{Searcher, Term};

use super::SearchError;
use super::index::SearchIndex;
use super::query::Query;
use super::query_language::all_words;
use crate::domain::vocabulary::fold;

/// Words that one beginning stands for, beside another word.
const BEGINNING: usize = 40;
/// Words proposed for one.
const MOST: usize = 3;
/// Shorter words look like too many others.
const SHORTEST: usize = 4;

impl SearchIndex {
    /// The words of a query that no record has, each with the most frequent of those that differ in
    /// one letter, or in two.
    pub(super) fn suggestions(
        &self,
        query: &Query,
        searcher: &Searcher,
    ) -> Result<Vec<(String, Vec<String>)>, SearchError> {
        let mut suggestions = Vec::new();
        let mut words: Vec<&str> = all_words(query).into_iter().flat_map(|text| text.split(' ')).collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            let folded = fold(word);
            let term = Term::from_field_text(self.fields.words, &folded);
            let is_one = folded.chars().count() >= SHORTEST && !folded.contains(' ');
            if is_one && searcher.doc_freq(&term)? == 0 {
                let alike = self.words_like(&folded, searcher)?;
                if !alike.is_empty() {
                    suggestions.push((word.to_owned(), alike));
                }
            }
        }
        Ok(suggestions)
    }

    /// The most frequent words that begin so.
    pub(super) fn words_beginning(&self, head: &str, searcher: &Searcher) -> Result<Vec<String>, SearchError> {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.words)?;
            let mut terms = index.terms().range().ge(head).into_stream().map_err(SearchError::engine_io)?;
            while terms.advance() && terms.key().starts_with(head.as_bytes()) {
                let word = String::from_utf8_lossy(terms.key()).into_owned();
                *counts.entry(word).or_default() += u64::from(terms.value().doc_freq);
            }
        }
        let mut words: Vec<(u64, String)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
        words.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        Ok(words.into_iter().take(BEGINNING).map(|(_, word)| word).collect())
    }

    /// The most frequent words that differ in one letter, or in two where they are long.
    pub(super) fn words_like(&self, word: &str, searcher: &Searcher) -> Result<Vec<String>, SearchError> {
        let length = word.chars().count();
        let mut alike: Vec<(usize, u64, String)> = Vec::new();
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.words)?;
            let mut terms = index.terms().stream().map_err(SearchError::engine_io)?;
            while terms.advance() {
                let Ok(other) = std::str::from_utf8(terms.key()) else { continue };
                if other.chars().count().abs_diff(length) > 2 {
                    continue;
                }
                let distance = strsim::osa_distance(other, word);
                if distance <= 1 + usize::from(length > 6) {
                    alike.push((distance, u64::from(terms.value().doc_freq), other.to_owned()));
                }
            }
        }
        alike.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)).then_with(|| a.2.cmp(&b.2)));
        let mut words: Vec<String> = Vec::new();
        for (_, _, other) in alike {
            if !words.contains(&other) {
                words.push(other);
            }
        }
        words.truncate(MOST);
        Ok(words)
    }
}
