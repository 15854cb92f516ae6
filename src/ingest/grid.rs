//! One shape for all tables: rows of text cells with their place in the file, and what the file says of
//! cells beside their text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A sheet or a delimited file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Grid {
    /// Name of the sheet; empty for delimited files.
    pub(super) sheet: String,
    /// Rows with their number in the file, from 1; none of them blank.
    pub(super) rows: Vec<(u64, Vec<String>)>,
    /// Cells that were no text in the file, by number of the row and column from 0.
    pub(super) marks: BTreeMap<(u64, usize), CellMark>,
    /// How many of the rows the sheet hides.
    pub(super) hidden: u64,
    /// Rows in which a quote opens that is never closed.
    pub(super) stray: Vec<StrayRow>,
}

/// What a cell was in the file where its text alone may mislead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum CellMark {
    /// A number, which keeps no zeros at its end: `140.10` is held as `140.1`.
    Number {
        /// With how many places it is shown, where the file says it.
        places: Option<u8>,
    },
    /// A share of one that is shown in per cent: 0.47 that is shown as 47 %.
    Share,
    /// A day, into which a program may have turned `6.1`.
    Day {
        /// Day of the month.
        day: u8,
        /// Month.
        month: u8,
        /// In which order they are shown.
        order: DayOrder,
    },
}

/// In which order a day is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum DayOrder {
    /// `6.1` is 6 January.
    DayFirst,
    /// `6.1` is 1 June.
    MonthFirst,
    /// In figures with a year, or with a name: people may have typed either.
    Unknown,
}

/// A row in which a quote opens that is never closed, so that it would swallow the rows after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StrayRow {
    /// Number of the row.
    pub(super) number: u64,
    /// The line as it stands.
    pub(super) line: String,
    /// Whether its cells could be told all the same, so that it is among the rows.
    pub(super) is_read: bool,
}
