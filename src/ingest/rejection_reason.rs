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
    UnknownType {
        /// As written.
        name: String,
        /// The types whose codes or names are most like it, the likest first.
        nearest: Vec<String>,
    },
    /// It counts the rows of the table.
    Total,
    /// A note on the table.
    Note,
    /// A formula failed where the text should stand.
    ErrorValue {
        /// What the program wrote.
        value: String,
    },
    /// A quote opens in the row and is never closed, and its cells cannot be told.
    StrayQuote,
    /// Its number is none, or one of several that it may be.
    UnclearNumber {
        /// As written.
        number: String,
    },
    /// A position of a State that no table knows.
    UnknownState {
        /// As written.
        name: String,
    },
    /// A position of a session that is not understood.
    UnclearSession {
        /// As written.
        words: String,
    },
    /// Its text is too long to be a recommendation; sizes in kilobytes.
    TooLong {
        /// What it has.
        size: u64,
        /// What it may have.
        most: u64,
    },
}

impl Message for RejectionReason {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}
