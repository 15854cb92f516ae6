//! What a sheet that came back holds beside what its cells show: formulas, merges, notes.

use std::collections::BTreeMap;

use crate::domain::exchange::ReturnedFile;

/// Rows that one merge may reach over, so that a made-up one costs nothing.
const LONGEST_MERGE: u64 = 10_000;
/// Merges of a sheet that are looked at, and columns of one.
pub(super) const MOST_MERGES: usize = 20_000;
const WIDEST_MERGE: usize = 64;

/// What a file says of itself, and of each of its sheets.
pub(super) type Described = (ReturnedFile, BTreeMap<String, Beside>);

/// What a sheet holds beside what its cells show.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Formulas, by row from 1 and column from 0.
    pub(super) formulas: BTreeMap<(u64, usize), String>,
    pub(super) merges: Vec<Merge>,
    pub(super) notes: Vec<Note>,
}

/// A note on a cell.
#[derive(Debug)]
pub(super) struct Note {
    /// Its row, from 1.
    pub(super) row: u64,
    /// Who wrote it; empty when it does not say.
    pub(super) by: String,
    pub(super) text: String,
}

/// A range of merged cells: rows from 1, columns from 0, all counted in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Merge {
    pub(super) top: u64,
    pub(super) bottom: u64,
    pub(super) left: usize,
    pub(super) right: usize,
}

/// Merged ranges by their columns, in the order of their rows.
pub(super) struct Merges(BTreeMap<usize, Vec<Merge>>);

impl Merges {
    pub(super) fn of(all: &[Merge]) -> Self {
        let mut by_column: BTreeMap<usize, Vec<Merge>> = BTreeMap::new();
        for merge in all.iter().take(MOST_MERGES) {
            for column in merge.left..=merge.right.min(merge.left + WIDEST_MERGE) {
                by_column.entry(column).or_default().push(*merge);
            }
        }
        by_column.values_mut().for_each(|own| own.sort_by_key(|merge| merge.top));
        Self(by_column)
    }

    pub(super) fn holding(&self, row: u64, column: usize) -> Option<Merge> {
        let own = self.0.get(&column)?;
        let at = own.partition_point(|merge| merge.top <= row).checked_sub(1)?;
        own.get(at).copied().filter(|merge| merge.holds(row, column))
    }
}

impl Merge {
    /// It, where it reaches over several rows and not beyond reason: a range of one row is a heading, which is no value of
    /// the columns that it covers.
    pub(super) fn if_over_rows(self) -> Option<Self> {
        (self.bottom > self.top && self.bottom - self.top < LONGEST_MERGE).then_some(self)
    }

    pub(super) fn holds(&self, row: u64, column: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}
