//! Fields in which a known record and an arriving one differ.

use serde::{Deserialize, Serialize};

use crate::domain::Message;

/// A field in which a known record and an arriving one differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Reference of the record.
    pub reference: String,
    /// The field.
    pub field: RecordField,
    /// The value that was known.
    pub stored: String,
    /// The value that arrived.
    pub arrived: String,
    /// Whether the arriving value was taken over.
    pub taken: bool,
}

/// A field of a record on which sources may differ.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case", prefix = "records-field-")]
pub enum RecordField {
    /// Symbol of the document.
    Symbol,
    /// Paragraph in the document.
    Paragraph,
    /// State under review or State party.
    State,
    /// UPR session.
    Session,
    /// Date of publication.
    Published,
    /// Position of the State.
    Position,
    /// Text in one language.
    Text,
}

impl RecordField {
    /// The name of the field in the journal.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Symbol => "symbol",
            Self::Paragraph => "paragraph",
            Self::State => "state",
            Self::Session => "session",
            Self::Published => "published",
            Self::Position => "position",
            Self::Text => "text",
        }
    }
}

impl Message for RecordField {
    fn code(&self) -> &'static str {
        self.into()
    }
}
