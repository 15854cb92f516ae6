//! What the rows of a file are, looked at before the first is taken over.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::sameness::Review;
use crate::domain::{Recommendation, RecordId, StateCode, Symbol};

/// The rows of a file, as far as telling whether they are known asks for all of them at once.
#[derive(Debug, Default)]
pub struct Outline {
    /// Hash of the file.
    pub(super) file_hash: String,
    pub(super) reviews: HashSet<Review>,
    /// Identifiers by content, with the recommending States that the rows name.
    pub(super) ids: HashMap<RecordId, Vec<StateCode>>,
    /// The identifiers that sources gave them, where those are unique in the world.
    pub(super) uuids: BTreeSet<String>,
    pub(super) symbols: HashSet<Symbol>,
}

impl Outline {
    /// The outline of the records of a file.
    pub fn of<'a>(file_hash: &str, records: impl Iterator<Item = &'a Recommendation>) -> Self {
        let mut outline = Self { file_hash: file_hash.to_owned(), ..Self::default() };
        for record in records {
            outline.reviews.extend(Review::of(record));
            outline.uuids.extend(record.uuids().map(str::to_owned));
            outline.ids.insert(record.id, record.recommending_states.clone());
            outline.symbols.extend(record.symbol.clone());
        }
        outline
    }
}
