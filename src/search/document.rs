//! What the index knows of a record.

use serde::{Deserialize, Serialize};

use crate::domain::{Language, RecordId};
use crate::text::tokens::{stems, words};

/// Fields that results are filtered and counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// Mechanism code.
    Mechanism,
    /// Short name of the body.
    Body,
    /// State under review, ISO code.
    State,
    /// Recommending State, ISO code.
    RecommendingState,
    /// UPR cycle.
    Cycle,
    /// UPR session.
    Session,
    /// Position code.
    Position,
    /// Kind of record.
    Kind,
    /// Issues and themes.
    Theme,
    /// Group codes.
    Group,
    /// SDG targets and goals.
    Sdg,
    /// Entity types, leading and supporting.
    Entity,
    /// Cluster numbers, `12` and `12.3`.
    Cluster,
    /// Languages of the texts.
    Language,
    /// Codes of instruments that the text names.
    Instrument,
}

impl Facet {
    /// All facets.
    pub const ALL: [Self; 15] = [
        Self::Mechanism,
        Self::Body,
        Self::State,
        Self::RecommendingState,
        Self::Cycle,
        Self::Session,
        Self::Position,
        Self::Kind,
        Self::Theme,
        Self::Group,
        Self::Sdg,
        Self::Entity,
        Self::Cluster,
        Self::Language,
        Self::Instrument,
    ];

    /// The name of the facet, as options and exports spell it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mechanism => "mechanism",
            Self::Body => "body",
            Self::State => "state",
            Self::RecommendingState => "recommending_state",
            Self::Cycle => "cycle",
            Self::Session => "session",
            Self::Position => "position",
            Self::Kind => "kind",
            Self::Theme => "theme",
            Self::Group => "group",
            Self::Sdg => "sdg",
            Self::Entity => "entity",
            Self::Cluster => "cluster",
            Self::Language => "language",
            Self::Instrument => "instrument",
        }
    }
}

/// The facet of a name, as options and queries spell it.
#[must_use]
pub fn facet_of(name: &str) -> Option<Facet> {
    Facet::ALL.into_iter().find(|facet| facet.name() == name.trim()).or_else(|| super::query_tokens::facet(name.trim()))
}

/// A record as the index takes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SearchDocument {
    /// The record.
    pub id: RecordId,
    /// Clean texts by language.
    pub texts: Vec<(Language, String)>,
    /// How the record is cited: reference, symbol, paragraph; found as they stand.
    pub citation: String,
    /// Values of facets; several of one facet are allowed.
    pub facets: Vec<(Facet, String)>,
    /// Days since 1 January 1970, for `--from` and `--to`.
    pub day: Option<i64>,
}

impl SearchDocument {
    /// A hash of the stems of its text, the same for texts that differ in order, endings and small
    /// words only: such texts are shown once.
    #[must_use]
    pub fn likeness_key(&self) -> u64 {
        let Some((language, text)) = self.texts.iter().find(|(l, _)| *l == Language::En).or(self.texts.first()) else {
            return self.id.0;
        };
        let words: Vec<String> = words(text, *language).into_iter().filter(|word| word.chars().count() > 3).collect();
        let mut stems = stems(&words, *language);
        stems.sort_unstable();
        stems.dedup();
        if stems.is_empty() {
            return self.id.0;
        }
        let head: [u8; 8] =
            blake3::hash(stems.join(" ").as_bytes()).as_bytes()[..8].try_into().expect("a hash has 32 bytes");
        u64::from_be_bytes(head)
    }

    /// A hash of all the index knows, to tell which documents have changed.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let bytes = rmp_serde::to_vec(self).unwrap_or_default();
        let head: [u8; 8] = blake3::hash(&bytes).as_bytes()[..8].try_into().expect("a hash has 32 bytes");
        u64::from_be_bytes(head)
    }
}
