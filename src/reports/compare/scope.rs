//! What a table counts: which records, as which units, with whose tags.

use serde::{Deserialize, Serialize};

use super::condition::{Condition, Wanted};
use super::field::Field;
use super::fields::Reader;
use super::piece::{Piece, PositionOf, add_pairs};
use super::units::Unit;
use super::which::Which;
use crate::domain::{Kind, SettledRecord};
use crate::view::{Refusal, TagSource, View};

/// What is counted, as what, and with whose tags.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// The unit.
    #[serde(default)]
    pub unit: Unit,
    /// Whose tags. Those of files change with the generation of their labels; those of models do not.
    #[serde(default)]
    pub tags: TagSource,
    /// Which counts where the State stated several positions, on one recommendation or on one ask.
    #[serde(default)]
    pub positions: Which,
    /// What must hold of a record, or of a pair where pairs are counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Condition>,
}

/// What is to be put together into units.
#[derive(Debug)]
pub(in crate::reports) struct Gathered<'v> {
    pub(in crate::reports) pieces: Vec<Piece<'v>>,
    /// Records that fit and are recommendations, or of any kind where kinds are asked for.
    pub(in crate::reports) records: u64,
    /// Records that fit and are of other kinds.
    pub(in crate::reports) others: u64,
}

impl Scope {
    /// What reads the fields of units.
    pub(in crate::reports) fn reader<'a>(&self, view: &'a View) -> Reader<'a> {
        Reader { states: &view.registers.states, which: self.positions }
    }

    /// The pieces that fit, in the order of the records. Recommendations alone are counted, unless one of `fields`
    /// or of the filters is the kind of record.
    ///
    /// # Errors
    /// Values of filters that their fields cannot have.
    pub(in crate::reports) fn gather<'v>(
        &self,
        view: &View,
        settled: &'v [SettledRecord],
        fields: &[Field],
    ) -> Result<Gathered<'v>, Refusal> {
        let wanted: Vec<Wanted> =
            self.filters.iter().map(|condition| Wanted::of(condition, view)).collect::<Result<_, _>>()?;
        let reader = self.reader(view);
        let has_kinds = fields.contains(&Field::Kind) || wanted.iter().any(|wanted| wanted.field == Field::Kind);
        let mut gathered = Gathered { pieces: Vec::with_capacity(settled.len()), records: 0, others: 0 };
        let (mut own, mut values) = (Vec::new(), Vec::new());
        for record in settled {
            own.clear();
            self.add(view, record, &mut own);
            own.retain(|piece| {
                wanted.iter().all(|wanted| {
                    reader.read(wanted.field, std::slice::from_ref(piece), &mut values);
                    wanted.holds(&values)
                })
            });
            if own.is_empty() {
                continue;
            }
            if has_kinds || record.record.kind == Kind::Recommendation {
                gathered.records += 1;
                gathered.pieces.append(&mut own);
            } else {
                gathered.others += 1;
            }
        }
        Ok(gathered)
    }

    fn add<'v>(&self, view: &View, record: &'v SettledRecord, pieces: &mut Vec<Piece<'v>>) {
        if self.unit != Unit::Pair {
            pieces.push(Piece::whole(record, self.positions));
            return;
        }
        let is_decided = view.decisions.positions.contains_key(&record.record.id);
        let is_restated = self.positions == Which::Newest && record.record.history.is_some();
        let said_by = if is_decided || is_restated { PositionOf::Person } else { PositionOf::Sources };
        add_pairs(record, said_by, self.positions, pieces);
    }
}

/// All records with the tags of one source: kept ones, or made for this question.
pub(in crate::reports) enum Settled<'a> {
    Kept(&'a [SettledRecord]),
    Made(Vec<SettledRecord>),
}

impl<'a> Settled<'a> {
    /// # Errors
    /// When records cannot be read.
    pub(in crate::reports) fn of(view: &'a View, tags: TagSource) -> Result<Self, Refusal> {
        Ok(match tags {
            TagSource::Final => Self::Kept(view.settled()?),
            TagSource::Model => Self::Made(view.settled_by(tags)?),
        })
    }

    pub(in crate::reports) fn all(&self) -> &[SettledRecord] {
        match self {
            Self::Kept(kept) => kept,
            Self::Made(made) => made,
        }
    }
}
