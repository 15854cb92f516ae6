//! Records that a name means, and records that may say what a record says.

use std::collections::BTreeMap;

use tantivy::collector::TopDocs;
use tantivy::{Searcher, Term};

use super::SearchError;
use super::analyser::Analyser;
use super::document::SearchDocument;
use super::index::SearchIndex;
use super::query::Query;
use super::related::Share;
use super::request::{ReadQuery, SearchRequest};
use crate::domain::vocabulary::fold;
use crate::domain::{Language, RecordId};
use crate::text::stop_words::is_stop_word;

/// Words by which records that are alike are looked for.
const KEY_WORDS: usize = 16;
/// Records looked at for a name.
const NAMED: usize = 200;

impl SearchIndex {
    /// The records that a word of the user names: an identifier, a source's identifier, a reference,
    /// or a bare paragraph.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn named(&self, wanted: &str) -> Result<Vec<SearchDocument>, SearchError> {
        let searcher = self.reader.searcher();
        let Some(query) = self.in_field(self.fields.citation, Analyser::Words, wanted, 0) else {
            return Ok(Vec::new());
        };
        let mut named = Vec::new();
        for (_, address) in searcher.search(&query, &TopDocs::with_limit(NAMED).order_by_score())? {
            let document = self.stored(&searcher, address)?;
            if is_named(&document, wanted) {
                named.push(document);
            }
        }
        named.sort_by_key(|document| document.id);
        Ok(named)
    }

    /// The records with most of the key words of a document, in any language, best first, without
    /// itself; filters of the request hold.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn candidates(
        &self,
        document: &SearchDocument,
        request: &SearchRequest,
        most: usize,
    ) -> Result<Vec<SearchDocument>, SearchError> {
        let searcher = self.reader.searcher();
        let (language, text) = document.text(Language::En);
        let words = self.key_words(language, text, &searcher);
        let query = Query::And(words.into_iter().map(Query::Word).collect());
        let read = ReadQuery { shown: String::new(), query, widened: Vec::new(), language, is_strict: false };
        let Some(near) = self.near(&read, Share::Some, request, &searcher)? else { return Ok(Vec::new()) };
        let query = self.filtered(near, request, &searcher)?;
        let top = searcher.search(&query, &TopDocs::with_limit(most + 1).order_by_score())?;
        let mut candidates = Vec::new();
        for (_, address) in top {
            let candidate = self.stored(&searcher, address)?;
            if candidate.id != document.id {
                candidates.push(candidate);
            }
        }
        Ok(candidates)
    }

    /// The words of a text that the fewest records have.
    fn key_words(&self, language: Language, text: &str, searcher: &Searcher) -> Vec<String> {
        let mut words: BTreeMap<String, (u64, String)> = BTreeMap::new();
        for token in Analyser::Stems(language).tokens(text) {
            let word = &text[token.start..token.end];
            if !is_stop_word(word, language) {
                let term = Term::from_field_text(self.fields.text(language), &token.stem);
                let frequency = searcher.doc_freq(&term).unwrap_or(0);
                words.entry(token.stem).or_insert_with(|| (frequency, word.to_owned()));
            }
        }
        let mut words: Vec<(u64, String)> = words.into_values().collect();
        words.sort();
        words.into_iter().take(KEY_WORDS).map(|(_, word)| word).collect()
    }
}

fn is_named(document: &SearchDocument, wanted: &str) -> bool {
    let wanted = wanted.trim();
    let parts = document.citation.split(" | ").chain([document.reference.as_str()]);
    document.id == wanted.parse().unwrap_or(RecordId(0))
        || document.source_ids.iter().any(|id| id == wanted)
        || parts.map(fold).any(|part| part == fold(wanted))
}
