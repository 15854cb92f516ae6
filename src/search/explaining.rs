//! Why a record was found: which parts of the query its text has, and which its fields.

use super::document::{Facet, SearchDocument};
use super::matching::{Marker, Why};
use super::names::{meant, parts, value_of};
use crate::domain::Language;
use crate::domain::vocabulary::fold;

impl Marker {
    /// What of the query a record has in its text of a language and in its fields, each with how it
    /// was met.
    #[must_use]
    pub fn explain(&self, document: &SearchDocument, language: Language, is_related: bool) -> Vec<String> {
        let (language, text) = document.text(language);
        let mut why: Vec<String> = Vec::new();
        for met in self.met(language, text, is_related) {
            let told = match met.why {
                Why::Direct(how) => how,
                Why::For(word) => format!("{} (for {word})", text[met.start..met.end].to_lowercase()),
            };
            if !why.contains(&told) {
                why.push(told);
            }
        }
        if document.names().contains(&fold(&self.request.query)) {
            why.push("its name".to_owned());
        }
        why.extend(self.fields(document));
        why
    }

    /// The fields asked for, and those that words of the query name, which the record has.
    fn fields(&self, document: &SearchDocument) -> Vec<String> {
        let has = |facet: Facet, wanted: &str| -> Vec<String> {
            let own: Vec<String> = document.values(facet).map(str::to_owned).collect();
            let wanted = parts(facet, wanted, &self.request, &own);
            wanted.iter().flat_map(|one| meant(facet, &value_of(facet, one, &self.request), &own)).collect()
        };
        let told = |facet: Facet, wanted: &str, how: &str| {
            let values = has(facet, wanted);
            (!values.is_empty()).then(|| format!("{} {} ({how})", facet.name(), values.join(", ")))
        };
        let filters =
            self.request.filters.iter().flat_map(|(facet, values)| values.iter().map(|v| (*facet, v.as_str())));
        let asked = self.read.query.fields().into_iter().chain(filters).filter_map(|(f, v)| told(f, v, "field"));
        let names = self.read.names();
        let named = names.iter().filter_map(|(facet, value)| told(*facet, value, "named by the query"));
        asked.chain(named).collect()
    }
}
