//! A line of what is to be known of an answer or of results.

use serde::Serialize;

/// A name and what stands under it, such as the unit that was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AboutLine {
    /// What it is.
    pub name: String,
    /// What it says.
    pub value: String,
}

impl AboutLine {
    /// A line of a name and a value.
    #[must_use]
    pub fn of(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}
