//! Why a record was found: which parts of the query its text has, and which its fields.

use super::marker::{Marker, Parts, Why};
use super::match_reason::MatchReason;
use crate::domain::vocabulary::fold;
use crate::domain::{Facet, Language};
use crate::search::index::SearchDocument;
use crate::search::query::KnownValues;

impl Marker<'_> {
    /// What of the query a record has in its text of a language and in its fields, each with how it
    /// was met.
    #[must_use]
    pub fn explain(&self, document: &SearchDocument, language: Language, parts: Parts) -> Vec<MatchReason> {
        let (language, text) = document.text(language);
        let mut why: Vec<MatchReason> = Vec::new();
        for met in self.met(language, text, parts) {
            let told = match met.why {
                Why::Direct(how) => how,
                Why::For(asked) => MatchReason::For { word: text[met.start..met.end].to_lowercase(), asked },
            };
            if !why.contains(&told) {
                why.push(told);
            }
        }
        if document.names().contains(&fold(&self.asked.request.query)) {
            why.push(MatchReason::Name);
        }
        why.extend(self.fields(document));
        why
    }

    /// The fields asked for, and those that words of the query name, which the record has.
    fn fields(&self, document: &SearchDocument) -> Vec<MatchReason> {
        let had = |field: Facet, wanted: &str| {
            let values = self.values(document, field, wanted);
            (!values.is_empty()).then_some((field, values))
        };
        let read = &self.asked.read;
        let asked = read.query.fields().into_iter().chain(self.asked.request.filter_values());
        let asked = asked.filter_map(|(facet, value)| had(facet, value));
        let asked = asked.map(|(field, values)| MatchReason::Field { field, values });
        let names = read.names();
        let named = names.iter().filter_map(|named| had(named.facet, &named.value));
        asked.chain(named.map(|(field, values)| MatchReason::NamedField { field, values })).collect()
    }

    /// The values of a field of a record that are meant by what was asked for.
    fn values(&self, document: &SearchDocument, facet: Facet, wanted: &str) -> Vec<String> {
        let own: Vec<String> = document.values(facet).map(str::to_owned).collect();
        let known = KnownValues::new(facet, self.states, &own).with_titles(self.titles);
        known.parts(wanted).iter().flat_map(|part| known.meant(part)).collect()
    }
}
