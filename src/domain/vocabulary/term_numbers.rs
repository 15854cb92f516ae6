//! Lists of terms by their numbers, for caches that are made again when a vocabulary changes; where people read
//! what is written, each is spelt as everywhere.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::VocabularyTerm;
use super::term::Vocabulary;

/// Writes terms by number, or spelt for people.
pub(in crate::domain) fn serialize<S: Serializer>(terms: &[VocabularyTerm], serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        return terms.serialize(serializer);
    }
    serializer.collect_seq(terms.iter().map(|term| term.place()))
}

/// Reads them; fails where a vocabulary has no such number.
pub(in crate::domain) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Box<[VocabularyTerm]>, D::Error> {
    if deserializer.is_human_readable() {
        return Deserialize::deserialize(deserializer);
    }
    let places: Vec<(Vocabulary, u16)> = Deserialize::deserialize(deserializer)?;
    let term = |(vocabulary, number): (Vocabulary, u16)| VocabularyTerm::numbered(vocabulary, number.into());
    let terms: Option<Box<[VocabularyTerm]>> = places.into_iter().map(term).collect();
    terms.ok_or_else(|| D::Error::custom("unknown term"))
}
