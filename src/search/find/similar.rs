//! Records that a name means, and records that may say what a record says.

use std::collections::BTreeMap;

use tantivy::Term;
use tantivy::collector::{DocSetCollector, TopDocs};
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;

use super::asking::Asking;
use super::near::Share;
use super::request::SearchRequest;
use crate::domain::vocabulary::fold;
use crate::domain::{Citation, Facet, Language};
use crate::search::error::SearchError;
use crate::search::index::{Analyser, SearchDocument};
use crate::search::query::{Query, ReadQuery};
use crate::text::stop_words::is_stop_word;

/// Words by which records that are alike are looked for.
const KEY_WORDS: usize = 16;

impl Asking<'_> {
    /// The records that a word of the user names: an identifier, a source's identifier, a reference, a bare
    /// paragraph, or else a citation of it.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn named(&self, wanted: &str) -> Result<Vec<SearchDocument>, SearchError> {
        let mut named = self.called(wanted)?;
        if named.is_empty()
            && let Some(cited) = Citation::parse(wanted)
        {
            named = self.called(&cited.name)?;
            let year = cited.year.map(|year| year.to_string());
            named.retain(|document| year.as_deref().is_none_or(|year| document.value(Facet::Year) == year));
        }
        Ok(named)
    }

    fn called(&self, wanted: &str) -> Result<Vec<SearchDocument>, SearchError> {
        let term = Term::from_field_text(self.index.fields().name, &fold(wanted));
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let addresses = self.searcher.search(&query, &DocSetCollector)?;
        let named = addresses.into_iter().map(|address| self.stored(address));
        let mut named: Vec<SearchDocument> = named.collect::<Result<_, _>>()?;
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
        let (language, text) = document.text(Language::En);
        let words = self.key_words(language, text);
        let query = Query::And(words.into_iter().map(Query::Word).collect());
        let read = ReadQuery::of_words(query, language);
        let Some(near) = self.near(&read, Share::Some)? else { return Ok(Vec::new()) };
        let query = self.filtered(near, request)?;
        let top = self.searcher.search(&query, &TopDocs::with_limit(most + 1).order_by_score())?;
        let mut candidates = Vec::new();
        for (_, address) in top {
            let candidate = self.stored(address)?;
            if candidate.id != document.id {
                candidates.push(candidate);
            }
        }
        candidates.truncate(most);
        Ok(candidates)
    }

    /// The words of a text that the fewest records have.
    fn key_words(&self, language: Language, text: &str) -> Vec<String> {
        let mut words: BTreeMap<String, (u64, String)> = BTreeMap::new();
        for token in Analyser::Stems(language).tokens(text) {
            let word = &text[token.start..token.end];
            if !is_stop_word(word, language) {
                let term = Term::from_field_text(self.index.fields().text(language), &token.stem);
                let frequency = self.searcher.doc_freq(&term).unwrap_or(0);
                words.entry(token.stem).or_insert_with(|| (frequency, word.to_owned()));
            }
        }
        let mut words: Vec<(u64, String)> = words.into_values().collect();
        words.sort();
        words.into_iter().take(KEY_WORDS).map(|(_, word)| word).collect()
    }
}
