//! A page of text and tables, whatever format it is written in.

use crate::domain::Direction;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// A title, at the top of a page of its own unless it is the first.
    Title(String),
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A table whose first row is its heading; lines of a cell are parted by `\n`.
    Table {
        /// Width of the columns as parts of the page; together 100.
        widths: Vec<usize>,
        /// The rows, each with as many cells as there are columns.
        rows: Vec<Vec<String>>,
    },
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    /// How it is read.
    pub(super) direction: Direction,
    /// What stands on it.
    pub(super) parts: Vec<Part>,
}

/// Numbers of cards as people read them.
pub(super) fn joined(cards: &[usize]) -> String {
    cards.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
