//! Why a row was not taken over.

use serde::{Deserialize, Serialize};

use crate::domain::{Message, Values, fields};

/// Why a row, a paragraph or a cell was not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "ingest-rejected-")]
pub enum RejectionReason {
    /// The row has no text.
    NoText,
    /// A heading or punctuation, not a recommendation.
    Artefact {
        /// The text.
        text: String,
    },
    /// It ends in a recommending State but has no number.
    NoNumber,
    /// The row has a text but no number and no other cell.
    LoneText,
    /// Its number stands elsewhere with another text.
    NumberTaken {
        /// The number.
        number: String,
        /// Where it stands with the other text.
        place: String,
    },
    /// It asks something and stands under no numbered paragraph.
    NoParagraph,
    /// It names recommendations in words that do not say their position.
    UnclearPosition,
    /// The code of an entity stands twice in the register.
    CodeRepeated,
    /// The type of an entity is not in the catalogue.
    UnknownType,
}

impl Message for RejectionReason {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}
