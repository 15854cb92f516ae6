//! The fields that records are filtered and counted by.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

/// A field that results are filtered and counted by.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
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
    /// Issues of UPR Info.
    Issue,
    /// Themes of OHCHR.
    Theme,
    /// Codes of topics.
    Topic,
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
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Its place in [`Facet::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name of the facet, as options and exports spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The facet of exactly this name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        name.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Facet;

    #[test]
    fn a_facet_is_found_by_its_name_and_stands_in_its_place() {
        for (at, &facet) in Facet::ALL.iter().enumerate() {
            assert_eq!((facet.index(), Facet::of_name(facet.name())), (at, Some(facet)));
        }
        assert_eq!(Facet::of_name("colour"), None);
    }
}
