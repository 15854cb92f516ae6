//! What a record gives to be counted: the record itself, or one of its pairs with a recommending State.

use std::iter::repeat_n;

use super::which::Which;
use crate::domain::{Mechanism, Position, Recommendation, SettledRecord, Source, StateCode};

/// Whose recommendation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reports) enum By {
    /// All that the record names.
    All,
    /// One State.
    State(StateCode),
    /// A State whose name no table knows.
    Unknown,
    /// No State is named.
    Nobody,
}

/// A record or a pair.
#[derive(Debug, Clone, Copy)]
pub(in crate::reports) struct Piece<'v> {
    pub(in crate::reports) settled: &'v SettledRecord,
    pub(in crate::reports) by: By,
    /// None outside the review.
    pub(in crate::reports) position: Position,
}

/// Who says the position on a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PositionOf {
    /// The sources, which may say it of single recommending States.
    Sources,
    /// A person, or the State after its review, of the whole record.
    Person,
}

impl<'v> Piece<'v> {
    /// The record as one piece.
    pub(super) fn whole(settled: &'v SettledRecord, which: Which) -> Self {
        Self { settled, by: By::All, position: due(&settled.record, stated(&settled.record, which)) }
    }

    /// Number of the session, if one is known.
    pub(super) fn session(&self) -> Option<u16> {
        self.settled.record.session.map(|session| session.0)
    }
}

/// What the State said of a record: last, or at its review.
fn stated(record: &Recommendation, which: Which) -> Position {
    match which {
        Which::Newest => record.position,
        Which::First => record.position_at_review(),
    }
}

/// A position, where one is due.
fn due(record: &Recommendation, position: Position) -> Position {
    if record.mechanism == Mechanism::Upr { position } else { Position::None }
}

/// Adds the pairs of a record: one for each recommending State, one where none is named.
pub(super) fn add_pairs<'v>(
    settled: &'v SettledRecord,
    said_by: PositionOf,
    which: Which,
    pieces: &mut Vec<Piece<'v>>,
) {
    let record = &settled.record;
    let whole = stated(record, which);
    let piece = |by, position| Piece { settled, by, position: due(record, position) };
    for &state in &record.recommending_states {
        let position = match said_by {
            PositionOf::Sources => position_towards(record, whole, state),
            PositionOf::Person => whole,
        };
        pieces.extend(repeat_n(piece(By::State(state), position), times_listed(record, state)));
    }
    pieces.extend(record.unknown_states.iter().map(|_| piece(By::Unknown, whole)));
    if record.recommending_states.is_empty() && record.unknown_states.is_empty() {
        pieces.push(piece(By::Nobody, whole));
    }
}

/// What a source says of a State: of all that the record names, or of some of them.
fn names(source: &Source, state: StateCode) -> bool {
    let named = &source.says.recommending_states;
    named.is_empty() || named.contains(&state)
}

/// How often the file that lists a pair most often lists it. Where recommendations have no numbers each row of a
/// file is a pair of its own, though the words be the same; a number is one recommendation, wherever it stands.
fn times_listed(record: &Recommendation, state: StateCode) -> usize {
    if record.paragraph.is_some() || record.sources.len() < 2 {
        return 1;
    }
    let naming = || record.sources.iter().filter(move |source| names(source, state));
    let in_file = |source: &Source| naming().filter(|other| other.file_hash == source.file_hash).count();
    naming().map(in_file).max().unwrap_or(1)
}

/// The position on the recommendation of one State: what a source says of fewer States than the record has is
/// nearer to it than what holds of all, such as that parts are supported and parts are noted.
fn position_towards(record: &Recommendation, whole: Position, state: StateCode) -> Position {
    let stated = record.sources.iter().filter_map(|source| {
        let named = &source.says.recommending_states;
        let position = source.says.position.filter(|_| named.contains(&state))?;
        Some((named.len(), &source.file_hash, &source.place, position))
    });
    match stated.min() {
        Some((.., position)) if !position.agrees_with(whole) => position,
        _ => whole,
    }
}
