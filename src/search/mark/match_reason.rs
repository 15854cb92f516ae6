//! Why a record was found, as codes.

use serde::Serialize;

use crate::domain::{Facet, Message, Values, fields};

/// A part of a query that a record has, and how it was met.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "search-found-")]
pub enum MatchReason {
    /// Words in any of their forms.
    Stem {
        /// As asked for.
        words: String,
        /// Their stems, joined with blanks.
        stem: String,
    },
    /// Words in the form asked for.
    Exact {
        /// As asked for.
        words: String,
    },
    /// A word by its beginning.
    Prefix {
        /// The word of the text.
        word: String,
        /// The beginning asked for.
        head: String,
    },
    /// A word that is written nearly so.
    Roughly {
        /// The word of the text.
        word: String,
        /// The word asked for.
        asked: String,
    },
    /// A word that stands for another, such as one of another language.
    For {
        /// The word of the text.
        word: String,
        /// The word asked for.
        asked: String,
    },
    /// The record was asked for by its name.
    Name,
    /// Values of a field that was asked for.
    Field {
        /// The field.
        field: Facet,
        /// The values that the record has.
        values: Vec<String>,
    },
    /// Values of a field that words of the query name.
    NamedField {
        /// The field.
        field: Facet,
        /// The values that the record has.
        values: Vec<String>,
    },
}

impl Message for MatchReason {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}
