//! Counting units by the values of one field or of two, State by State, in one pass.

use std::collections::{BTreeMap, HashMap};

use super::condition::Wanted;
use super::field::{Field, Value};
use super::fields::Reader;
use super::units::Units;
use crate::domain::StateCode;

/// Units that were counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Those of which the share is taken; all where none is.
    pub(super) n: u64,
    /// All.
    pub(super) of: u64,
}

/// Counts by State under review or State party.
#[derive(Debug, Clone, Default)]
pub(super) struct ByState(BTreeMap<Option<StateCode>, Counts>);

impl ByState {
    fn add(&mut self, state: Option<StateCode>, n: u64) {
        let counts = self.0.entry(state).or_default();
        counts.n += n;
        counts.of += 1;
    }

    /// The counts of all States together.
    pub(super) fn sum(&self) -> Counts {
        let add = |sum: Counts, one: &Counts| Counts { n: sum.n + one.n, of: sum.of + one.of };
        self.0.values().fold(Counts::default(), add)
    }

    /// The counts of one State.
    pub(super) fn get(&self, state: Option<StateCode>) -> Counts {
        self.0.get(&state).copied().unwrap_or_default()
    }

    /// The States, in the order of their codes.
    pub(super) fn states(&self) -> impl Iterator<Item = Option<StateCode>> {
        self.0.keys().copied()
    }
}

/// What is counted by what.
#[derive(Clone, Copy)]
pub(super) struct Axes<'a> {
    pub(super) rows: Field,
    pub(super) columns: Option<Field>,
    /// Of what the share is taken.
    pub(super) share: Option<&'a Wanted>,
    pub(super) reader: Reader<'a>,
}

/// The counts of a table. A unit with several values counts for each.
#[derive(Debug, Default)]
pub(super) struct Tally<'v> {
    /// By row and column; empty where there are no columns.
    pub(super) cells: HashMap<(Value<'v>, Value<'v>), ByState>,
    /// By row.
    pub(super) rows: HashMap<Value<'v>, ByState>,
    /// Of all units, each once.
    pub(super) all: ByState,
}

impl<'v> Tally<'v> {
    /// Counts units.
    pub(super) fn of(units: &Units<'v>, axes: Axes<'_>) -> Self {
        let Axes { rows: by_rows, columns: by_columns, share, reader } = axes;
        let mut tally = Self::default();
        let (mut rows, mut columns) = (Vec::new(), Vec::new());
        for members in units.iter() {
            // Units are of one State.
            let state = members[0].settled.record.state;
            let is_in_share = share.is_none_or(|wanted| {
                reader.read(wanted.field, members, &mut rows);
                wanted.holds(&rows)
            });
            let n = u64::from(is_in_share);
            tally.all.add(state, n);
            reader.read(by_rows, members, &mut rows);
            if let Some(field) = by_columns {
                reader.read(field, members, &mut columns);
            }
            for &row in &rows {
                tally.rows.entry(row).or_default().add(state, n);
                columns.iter().for_each(|column| tally.cells.entry((row, *column)).or_default().add(state, n));
            }
        }
        tally
    }
}
