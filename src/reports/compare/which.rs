//! Which position counts where a State has stated several.

use serde::{Deserialize, Serialize};

/// Which of several positions counts: on one recommendation over time, or on one ask over sessions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Which {
    /// What the State stated last, on that of the newest session.
    #[default]
    Newest,
    /// What it stated at its review, on that of the first.
    First,
}
