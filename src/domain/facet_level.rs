//! Levels that the values of one field are of: a cluster stands in a theme, a target under a goal. Counts of
//! values of different levels do not add up.

use serde::{Deserialize, Serialize};

use super::{Coded, Facet};

/// The level that a value of a field is of; coarser levels first.
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
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FacetLevel {
    /// A theme of clusters, `12`.
    Theme,
    /// A cluster, `12.3`.
    Cluster,
    /// A goal, `16`.
    Goal,
    /// A target, `16.3`.
    Target,
}

impl FacetLevel {
    /// The level of a value; none for fields without levels, and for the empty value.
    #[must_use]
    pub fn of(facet: Facet, value: &str) -> Option<Self> {
        let is_fine = value.contains('.');
        match facet {
            _ if value.is_empty() => None,
            Facet::Cluster => Some(if is_fine { Self::Cluster } else { Self::Theme }),
            Facet::Sdg => Some(if is_fine { Self::Target } else { Self::Goal }),
            _ => None,
        }
    }

    /// Whether the values of a field have levels.
    #[must_use]
    pub const fn exist_in(facet: Facet) -> bool {
        matches!(facet, Facet::Cluster | Facet::Sdg)
    }

    /// The stable code used in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The words for people, as they stand over values of the level.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("facet-level", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::FacetLevel;
    use crate::domain::Facet;

    #[test]
    fn every_value_says_its_level() {
        for (facet, value, level) in [
            (Facet::Cluster, "7", Some(FacetLevel::Theme)),
            (Facet::Cluster, "7.1", Some(FacetLevel::Cluster)),
            (Facet::Sdg, "16", Some(FacetLevel::Goal)),
            (Facet::Sdg, "16.3", Some(FacetLevel::Target)),
            (Facet::Theme, "Right to education", None),
            (Facet::State, "PER", None),
            (Facet::Cluster, "", None),
        ] {
            assert_eq!(FacetLevel::of(facet, value), level, "{value}");
        }
    }
}
