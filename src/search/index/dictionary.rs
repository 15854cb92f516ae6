//! The words of the index: those that begin so, and those that look like one that no record has.

use std::collections::BTreeMap;

use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::search_index::SearchIndex;
use crate::search::error::SearchError;

/// Words that one beginning stands for, beside another word.
const BEGINNING: usize = 40;
/// Words proposed for one.
const MOST: usize = 3;

/// The words of all languages as they stand in the texts, folded.
pub(in crate::search) struct Dictionary<'a> {
    words: Field,
    searcher: &'a Searcher,
}

impl<'a> Dictionary<'a> {
    /// The words of an index as a searcher sees it.
    pub(in crate::search) const fn new(index: &SearchIndex, searcher: &'a Searcher) -> Self {
        Self { words: index.fields().words, searcher }
    }

    /// Whether a record has the folded word.
    pub(in crate::search) fn has(&self, word: &str) -> Result<bool, SearchError> {
        Ok(self.searcher.doc_freq(&Term::from_field_text(self.words, word))? > 0)
    }

    /// The most frequent words that begin so.
    pub(in crate::search) fn beginning(&self, head: &str) -> Result<Vec<String>, SearchError> {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.words)?;
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
    pub(in crate::search) fn like(&self, word: &str) -> Result<Vec<String>, SearchError> {
        let length = word.chars().count();
        let mut alike: Vec<(usize, u64, String)> = Vec::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.words)?;
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
