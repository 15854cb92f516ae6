//! What a report has given so far: a later sentence may still say the position of what stands above it.

use super::references::Reference;
use crate::domain::{DoubtReason, Position};
use crate::ingest::intake::Intake;
use crate::ingest::raw_record::RawRecord;
use crate::ingest::rejection_reason::RejectionReason;
use crate::ingest::remark::Remark;

/// A piece of a report, each with its place.
enum Piece {
    Row(String, Box<RawRecord>),
    Rejected(String, RejectionReason, String),
    Remark(String, Remark),
}

/// The pieces of a report in their order.
#[derive(Default)]
pub(super) struct Found {
    pieces: Vec<Piece>,
}

impl Found {
    /// A row at its place.
    pub(super) fn row(&mut self, place: String, raw: RawRecord) {
        self.pieces.push(Piece::Row(place, Box::new(raw)));
    }

    /// A text that looks like a recommendation and is not taken.
    pub(super) fn reject(&mut self, place: String, reason: RejectionReason, text: String) {
        self.pieces.push(Piece::Rejected(place, reason, text));
    }

    /// A remark on a place; an empty place stands for the whole document.
    pub(super) fn remark(&mut self, place: String, remark: Remark) {
        self.pieces.push(Piece::Remark(place, remark));
    }

    /// Whether no row was found.
    pub(super) fn is_empty(&self) -> bool {
        !self.pieces.iter().any(|piece| matches!(piece, Piece::Row(..)))
    }

    /// Gives a position to the rows that are referred to, as far as it says more than theirs; tells
    /// whether there are such rows.
    pub(super) fn settle(&mut self, reference: &Reference, position: Position, source: &str) -> bool {
        let mut is_met = false;
        for piece in &mut self.pieces {
            let Piece::Row(_, raw) = piece else { continue };
            if !reference.means(&raw.paragraph) {
                continue;
            }
            is_met = true;
            let known = Position::from_words(&raw.position).unwrap_or_default();
            if position.refines(known) {
                position.code().clone_into(&mut raw.position);
                source.clone_into(&mut raw.position_source);
                raw.doubts.retain(|doubt| doubt.reason != DoubtReason::UnclearPosition);
            }
        }
        is_met
    }

    /// Hands all over.
    pub(super) fn give(self, intake: &mut Intake<'_>) {
        for piece in self.pieces {
            match piece {
                Piece::Row(place, raw) => intake.offer(place, *raw),
                Piece::Rejected(place, reason, text) => intake.reject(place, &reason, text),
                Piece::Remark(place, remark) => intake.remark_at(place, remark),
            }
        }
    }
}
