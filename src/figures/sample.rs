//! Answers for the tests of this room.

use crate::reports::{About, Compare, CompareAnswer, CompareCell, Field, Measured, Scope, Unit};

/// What is to be known of a table of one State.
pub(super) fn about() -> About {
    About {
        unit: Unit::Recommendation,
        tags: Default::default(),
        data: "0123456789abcdef".to_owned(),
        models: "m-1".to_owned(),
        records: 40,
        units: 40,
        states: 1,
        comparisons: 0,
        notes: Vec::new(),
    }
}

/// A table with cells of a row, a column and a count in a denominator.
pub(super) fn table(rows: Field, columns: Option<Field>, cells: &[(&str, &str, u64, u64)]) -> CompareAnswer {
    let cell = |(row, column, n, of): &(&str, &str, u64, u64)| CompareCell {
        row: (*row).to_owned(),
        row_title: None,
        column: columns.map(|_| (*column).to_owned()),
        column_title: None,
        measured: measured(*n, *of),
    };
    let units = cells.iter().map(|cell| cell.2).sum();
    CompareAnswer {
        question: Compare { rows, columns, share: None, scope: Scope::default() },
        about: About { units, ..about() },
        total: Measured { n: units, of: units, ..Measured::default() },
        cells: cells.iter().map(cell).collect(),
    }
}

/// A share with ends five points away.
pub(super) fn measured(n: u64, of: u64) -> Measured {
    let share = (of >= 10).then(|| n as f64 * 100.0 / of as f64);
    let (low, high) = (share.map(|share| share - 5.0), share.map(|share| share + 5.0));
    Measured { n, of, share, low, high, ..Measured::default() }
}
