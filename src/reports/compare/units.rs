//! The units that tables count: recommendations, pairs, asks.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::piece::Piece;
use super::which::Which;
use crate::domain::{Language, Mechanism, Position, RecordId, Session, StateCode};

/// What is counted. Every table names it, because shares of one are not shares of another.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Unit {
    /// A numbered paragraph; where numbers are not known, a text of one review.
    #[default]
    Recommendation,
    /// A recommendation and a State that makes it: what UPR Info counts.
    Pair,
    /// What one measure answers, over documents and cycles.
    Ask,
}

impl Unit {
    /// The stable code used in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// Units, each as the pieces that make it.
#[derive(Debug)]
pub(in crate::reports) struct Units<'v> {
    pieces: Vec<Piece<'v>>,
    /// Where each unit ends.
    ends: Vec<usize>,
}

/// What pieces of one unit have in common.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Key {
    Record(RecordId),
    /// Words of a review, by their hash.
    Words(StateCode, Session, u64),
    Ask(RecordId),
}

impl<'v> Units<'v> {
    /// Puts pieces together into units.
    pub(in crate::reports) fn of(pieces: Vec<Piece<'v>>, unit: Unit) -> Self {
        match unit {
            Unit::Pair => Self { ends: (1..=pieces.len()).collect(), pieces },
            Unit::Recommendation => Self::joined(pieces, recommendation),
            Unit::Ask => Self::joined(pieces, |piece| Key::Ask(piece.settled.ask)),
        }
    }

    fn joined(pieces: Vec<Piece<'v>>, key: impl Fn(&Piece<'v>) -> Key + Send + Sync) -> Self {
        let keys: Vec<Key> = pieces.par_iter().map(key).collect();
        let mut numbers: HashMap<Key, usize> = HashMap::with_capacity(pieces.len());
        let number = |(key, piece)| {
            let next = numbers.len();
            (*numbers.entry(key).or_insert(next), piece)
        };
        let mut numbered: Vec<(usize, Piece<'v>)> = keys.into_iter().zip(pieces).map(number).collect();
        numbered.sort_by_key(|(number, _)| *number);
        let is_last = |at: &usize| numbered.get(at + 1).is_none_or(|(next, _)| *next != numbered[*at].0);
        let ends = (0..numbered.len()).filter(is_last).map(|at| at + 1).collect();
        Self { ends, pieces: numbered.into_iter().map(|(_, piece)| piece).collect() }
    }

    /// How many units there are.
    pub(in crate::reports) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The pieces of each unit, at least one.
    pub(in crate::reports) fn iter(&self) -> impl Iterator<Item = &[Piece<'v>]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(move |(start, end)| &self.pieces[start..*end])
    }
}

/// Rows of a table without numbers have one recommendation a State; those of one review that say the same, but
/// for case and blanks, are one.
fn recommendation(piece: &Piece<'_>) -> Key {
    let record = &piece.settled.record;
    match (record.mechanism, &record.paragraph, record.state, record.session) {
        (Mechanism::Upr, None, Some(state), Some(session)) => {
            Key::Words(state, session, words(record.clean_text(Language::En)))
        }
        _ => Key::Record(record.id),
    }
}

/// A hash of the words of a text.
fn words(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for word in text.split_whitespace() {
        word.chars().flat_map(char::to_lowercase).for_each(|letter| letter.hash(&mut hasher));
        ' '.hash(&mut hasher);
    }
    hasher.finish()
}

/// The position on a unit: that of its newest or first session. Where those of one session do not agree, parts
/// are supported and parts are not.
pub(super) fn position_of(members: &[Piece<'_>], which: Which) -> Position {
    if let [one] = members {
        return one.position;
    }
    let stated = || members.iter().filter(|piece| piece.position != Position::None);
    let sessions = stated().map(Piece::session);
    let wanted = match which {
        Which::Newest => sessions.max(),
        Which::First => sessions.min_by_key(|session| session.unwrap_or(u16::MAX)),
    };
    together(stated().filter(|piece| Some(piece.session()) == wanted).map(|piece| piece.position))
}

/// The position that several make together.
pub(super) fn together(positions: impl Iterator<Item = Position> + Clone) -> Position {
    // Positions stand in the order of how much they say.
    let Some(first) = positions.clone().min() else { return Position::None };
    if positions.clone().all(|position| position.agrees_with(first)) { first } else { Position::PartlySupported }
}

#[cfg(test)]
mod tests {
    use super::{together, words};
    use crate::domain::Position;

    #[test]
    fn positions_that_do_not_agree_are_support_in_parts() {
        let of = |positions: &[Position]| together(positions.iter().copied());
        assert_eq!(of(&[]), Position::None);
        assert_eq!(of(&[Position::Pending, Position::Supported]), Position::Supported);
        assert_eq!(of(&[Position::SupportedImplemented, Position::Supported]), Position::Supported);
        assert_eq!(of(&[Position::Noted, Position::Supported]), Position::PartlySupported);
    }

    #[test]
    fn texts_are_one_but_for_case_and_blanks() {
        assert_eq!(words("Build  schools\n"), words("build schools"));
        assert_ne!(words("Build schools"), words("Build schools."));
        assert_ne!(words("build schools"), words("buildschools"));
    }
}
