//! Bodies of the State that answer for recommendations.

use serde::{Deserialize, Serialize};

/// One body of the national register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Short code, unique in the register.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Short name or abbreviation.
    #[serde(default)]
    pub short_name: String,
    /// Type in the entity catalogue (`justice`, `interior_police`, …).
    #[serde(rename = "type")]
    pub entity_type: String,
    /// Words of its mandate.
    #[serde(default)]
    pub mandate: Vec<String>,
    /// How to reach it.
    #[serde(default)]
    pub contact: String,
}
