//! What the index knows of a record.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::vocabulary::fold;
use crate::domain::{DaySpan, Facet, FacetValue, Fingerprint, Language, RecordId, Wording};
use crate::text::stemming::stems_of;
use crate::text::stop_words::is_stop_word;

/// A record as the index takes it, and gives it back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SearchDocument {
    /// The record.
    pub id: RecordId,
    /// How it is named on screen.
    pub reference: String,
    /// Identifiers that its sources gave it.
    pub source_ids: Vec<String>,
    /// Clean texts by language.
    pub texts: Vec<Wording>,
    /// How the record is cited: reference, symbol, paragraph; found as they stand.
    pub citation: String,
    /// Values of facets; several of one facet are allowed, each once.
    pub facets: Vec<FacetValue>,
    /// Symbol of its document; empty where it has none.
    pub symbol: String,
    /// Number of its paragraph; empty where it has none.
    pub paragraph: String,
    /// Date of publication, if a source gives one.
    pub published: Option<Date>,
    /// The days by which it is filtered, and by the first of them put in order: that of publication, or else
    /// those in which its session can have been held, which are no date to show.
    pub days: Option<DaySpan>,
    /// Orders records by session, document and paragraph when it is compared as text.
    pub place: String,
    /// Whether its document is final, and no draft.
    pub is_final: bool,
}

/// Digits of an identifier that references show.
const SHORT_ID: usize = 8;

impl SearchDocument {
    /// The text in a language, else in English, else the first there is.
    #[must_use]
    pub fn text(&self, wanted: Language) -> (Language, &str) {
        let of = |language| self.texts.iter().find(|text| text.language == language);
        let found = of(wanted).or_else(|| of(Language::En)).or(self.texts.first());
        found.map_or((wanted, ""), |found| (found.language, found.text.as_str()))
    }

    /// The values of a facet.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.facets.iter().filter(move |own| own.facet == facet).map(|own| own.value.as_str())
    }

    /// The first value of a facet; empty where it has none.
    #[must_use]
    pub fn value(&self, facet: Facet) -> &str {
        self.values(facet).next().unwrap_or_default()
    }

    /// What it may be called, folded: identifiers, reference, symbol, paragraph.
    pub(in crate::search) fn names(&self) -> Vec<String> {
        let id = self.id.to_string();
        let cited = format!("{} {}", self.symbol, self.paragraph);
        let own = [self.reference.as_str(), &self.symbol, &self.paragraph, &cited, &id, &id[..SHORT_ID]];
        let mut names: Vec<String> = own
            .into_iter()
            .chain(self.source_ids.iter().map(String::as_str))
            .map(fold)
            .filter(|n| !n.is_empty())
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// A hash of the stems of its text, the same for texts that differ in order, endings and small
    /// words only: such texts are shown once.
    #[must_use]
    pub fn likeness_key(&self) -> u64 {
        let (language, text) = self.text(Language::En);
        let mut stems = stems_of(text, language);
        stems.retain(|stem| !is_stop_word(stem, language));
        stems.sort_unstable();
        stems.dedup();
        if stems.is_empty() {
            return self.id.0;
        }
        Fingerprint::of(stems.join(" ").as_bytes()).0
    }

    /// The bytes by which the index keeps it.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        rmp_serde::to_vec(self).unwrap_or_default()
    }
}
