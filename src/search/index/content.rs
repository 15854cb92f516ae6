//! Which documents the index holds, and what each was made from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::document::SearchDocument;
use crate::domain::{Fingerprint, RecordId};

/// What an update says of a record.
#[derive(Debug, Clone)]
pub enum IndexEntry {
    /// The document that the index holds was made from the same, so it stays.
    Unchanged(RecordId),
    /// Its document.
    Document {
        /// The document.
        document: Box<SearchDocument>,
        /// A hash of all that it was made from; `None` when nobody can tell.
        source: Option<u64>,
    },
}

impl IndexEntry {
    /// The entry of a document; `source` is a hash of all that it was made from.
    #[must_use]
    pub fn of(document: SearchDocument, source: Option<u64>) -> Self {
        Self::Document { document: Box::new(document), source }
    }

    /// The bytes of the document.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Unchanged(_) => Vec::new(),
            Self::Document { document, .. } => document.to_bytes(),
        }
    }
}

/// A document that the index holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct HeldDocument {
    /// A hash of it.
    pub(super) fingerprint: u64,
    /// A hash of what it was made from.
    pub(super) source: Option<u64>,
}

/// The documents of an index.
pub(super) type Content = BTreeMap<RecordId, HeldDocument>;

/// Sixteen digits that are the same for the same documents, whatever they were made from.
pub(super) fn digits(content: &Content) -> String {
    let documents: BTreeMap<RecordId, u64> = content.iter().map(|(id, held)| (*id, held.fingerprint)).collect();
    Fingerprint::of(&rmp_serde::to_vec(&documents).unwrap_or_default()).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Content, HeldDocument, digits};
    use crate::domain::RecordId;

    #[test]
    fn the_digits_tell_documents_and_not_what_they_were_made_from() {
        let of = |fingerprint, source| digits(&Content::from([(RecordId(1), HeldDocument { fingerprint, source })]));
        assert_eq!(of(7, None), of(7, Some(9)));
        assert_ne!(of(7, None), of(8, None));
    }
}
