//! What becomes of asks from one time to another: new, repeated, dropped, and with another position.
//!
//! A thing is followed as in lineages: by the treaty that is to be joined, else by its ask.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::Serialize;

use super::piece::Piece;
use super::units::together;
use crate::analysis::lineage::Asked;
use crate::analysis::reading_of;
use crate::domain::{Position, RecordId, StateCode};

/// What became of the things asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AskMoves {
    /// Asked later and not before.
    pub new: u64,
    /// Asked at both times.
    pub repeated: u64,
    /// Asked before and not later.
    pub dropped: u64,
    /// Of those asked at both times, the positions on them; where the State took none at one of them, that is
    /// `none`. A record that asks to join several treaties lends its position to none of them.
    pub positions: Vec<PositionMove>,
}

/// How many things went from one position to another, or kept it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PositionMove {
    /// Position before.
    pub from: Position,
    /// Position later.
    pub to: Position,
    /// Things.
    pub asks: u64,
}

/// What is followed, State by State.
type Chain = (Option<StateCode>, Thing);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Thing {
    /// To join a treaty.
    Treaty(&'static str),
    Ask(RecordId),
}

/// The positions on a thing at one time; `None` when it was not asked then.
type AtOneTime = Option<Vec<Position>>;

/// Follows what is asked from one time to another.
pub(super) fn moves(from: &[Piece<'_>], to: &[Piece<'_>]) -> AskMoves {
    let mut chains: HashMap<Chain, [AtOneTime; 2]> = HashMap::new();
    for (time, pieces) in [from, to].into_iter().enumerate() {
        for (piece, things) in read(pieces) {
            // Whoever asks for several things may be supported for one of them.
            let own = Some(piece.position).filter(|position| things.len() == 1 && *position != Position::None);
            for thing in things {
                let chain = chains.entry((piece.settled.record.state, thing)).or_default();
                chain[time].get_or_insert_default().extend(own);
            }
        }
    }
    let mut moves = AskMoves::default();
    let mut positions: BTreeMap<(Position, Position), u64> = BTreeMap::new();
    for times in chains.into_values() {
        match times {
            [None, _] => moves.new += 1,
            [_, None] => moves.dropped += 1,
            [Some(before), Some(later)] => {
                moves.repeated += 1;
                let of = |positions: &[Position]| together(positions.iter().copied());
                *positions.entry((of(&before), of(&later))).or_default() += 1;
            }
        }
    }
    moves.positions = positions.into_iter().map(|((from, to), asks)| PositionMove { from, to, asks }).collect();
    moves
}

/// What each piece asks for.
fn read<'p, 'v>(pieces: &'p [Piece<'v>]) -> Vec<(&'p Piece<'v>, Vec<Thing>)> {
    let things = |piece: &'p Piece<'v>| {
        let treaties: Vec<Thing> =
            Asked::joins(&reading_of(&piece.settled.record)).into_iter().map(Thing::Treaty).collect();
        (piece, if treaties.is_empty() { vec![Thing::Ask(piece.settled.ask)] } else { treaties })
    };
    pieces.par_iter().map(things).collect()
}
