//! What was asked for and nothing has: values of filters, and words that may be misspelt.

use super::answer::{Suggestion, Unmatched};
use super::asking::Asking;
use super::request::ReadRequest;
use crate::domain::Facet;
use crate::domain::vocabulary::{StateRegister, fold};
use crate::search::error::SearchError;
use crate::search::query::Query;
use crate::text::han::simplified;

/// Values named where a filter fits nothing.
const EXAMPLES: usize = 6;
/// Shorter words look like too many others.
const SHORTEST: usize = 4;

impl Asking<'_> {
    /// The values of filters and fields that no record has.
    pub(super) fn unmatched(&self, asked: &ReadRequest<'_>) -> Result<Vec<Unmatched>, SearchError> {
        let mut unmatched = Vec::new();
        for (facet, wanted) in asked.request.filter_values().chain(asked.read.query.fields()) {
            let values = self.ordinals(facet)?;
            let known = self.known(facet, &values);
            let is_unknown = |part: &String| known.meant(part).is_empty() && !known.asks_for_none(part);
            let unknown = known.parts(wanted).into_iter().filter(is_unknown);
            unmatched.extend(unknown.map(|wanted| Unmatched {
                facet,
                known: alike(facet, &wanted, &values.values),
                wanted,
            }));
        }
        Ok(unmatched)
    }

    /// The words of a query that no record has, each with the most frequent of those that differ in
    /// one letter, or in two.
    pub(super) fn suggestions(&self, query: &Query) -> Result<Vec<Suggestion>, SearchError> {
        let dictionary = self.dictionary();
        let mut suggestions = Vec::new();
        let mut words: Vec<&str> = query.all_words().into_iter().flat_map(|text| text.split(' ')).collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            let folded = fold(word);
            let is_one = folded.chars().count() >= SHORTEST && !folded.contains(' ');
            let plain = simplified(&folded);
            if is_one && !dictionary.has(&plain)? {
                let alike = dictionary.like(&plain)?;
                if !alike.is_empty() {
                    suggestions.push(Suggestion { word: word.to_owned(), alike });
                }
            }
        }
        Ok(suggestions)
    }
}

/// The values that look most like a word, States by name.
fn alike(facet: Facet, wanted: &str, known: &[String]) -> Vec<String> {
    let name = |value: &String| match (facet, value.parse()) {
        (Facet::State | Facet::RecommendingState, Ok(code)) => StateRegister::embedded().name(code),
        _ => value.clone(),
    };
    let wanted = fold(wanted);
    let likeness = |value: &String| {
        let name = fold(&name(value));
        // A part of the name says more than letters in common.
        strsim::jaro_winkler(&name, &wanted) + f64::from(u8::from(name.contains(&wanted)))
    };
    let mut ranked: Vec<&String> = known.iter().collect();
    ranked.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)).then_with(|| a.cmp(b)));
    ranked.into_iter().take(EXAMPLES).cloned().collect()
}
