//! Whose records a plan answers.

use serde::{Deserialize, Serialize};

/// The State or States whose records a plan answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanScope {
    /// The State of the workspace; all where the workspace is about no single one.
    #[default]
    Own,
    /// All States, and records whose State is not known.
    All,
    /// One State, by any of its names.
    State(String),
}
