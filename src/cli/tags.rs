//! Whose tags a command goes by.

use clap::ValueEnum;

use crate::view::TagSource;

/// Whose tags.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Tags {
    /// Person over file over model
    Final,
    /// What models and rules say, whatever the file said
    Model,
}

impl Tags {
    pub(super) const fn source(self) -> TagSource {
        match self {
            Self::Final => TagSource::Final,
            Self::Model => TagSource::Model,
        }
    }
}
