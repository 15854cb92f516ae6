//! A value of a field by which records are filtered and counted.

use serde::{Deserialize, Serialize};

use super::Facet;

/// A field and one of its values; a pair in data.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(Facet, String)", into = "(Facet, String)")]
pub struct FacetValue {
    /// The field.
    pub facet: Facet,
    /// The value, as the index has it.
    pub value: String,
}

impl FacetValue {
    /// A value of a field.
    #[must_use]
    pub fn of(facet: Facet, value: impl Into<String>) -> Self {
        Self { facet, value: value.into() }
    }
}

impl From<(Facet, String)> for FacetValue {
    fn from((facet, value): (Facet, String)) -> Self {
        Self { facet, value }
    }
}

impl From<FacetValue> for (Facet, String) {
    fn from(of: FacetValue) -> Self {
        (of.facet, of.value)
    }
}
