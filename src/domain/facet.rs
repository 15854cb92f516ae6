//! The fields that records are filtered and counted by.

use serde::{Deserialize, Serialize};

/// A field that results are filtered and counted by.
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
    /// Year of publication.
    Year,
}

impl Facet {
    /// All facets.
    pub const ALL: [Self; 16] = [
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
        Self::Year,
    ];

    /// Its place in [`Facet::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

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
            Self::Year => "year",
        }
    }

    /// The facet of exactly this name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Facet;

    #[test]
    fn a_facet_is_found_by_its_name_and_stands_in_its_place() {
        for (at, facet) in Facet::ALL.into_iter().enumerate() {
            assert_eq!((facet.index(), Facet::of_name(facet.name())), (at, Some(facet)));
        }
        assert_eq!(Facet::of_name("colour"), None);
    }
}
