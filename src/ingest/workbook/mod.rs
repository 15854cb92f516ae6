//! Workbooks: every visible sheet of an XLSX, XLS or ODS file.
//!
//! `parts` looks into the archive first, for what no library tells (hidden rows) and for archives that are
//! made to exhaust; `sheets` lays the sheets out, and `cells` says what a cell holds. What the tables mean is
//! the business of `tables`.

mod cells;
mod parts;
mod reader;
mod sheets;

pub(super) use reader::{Workbook, shown_grids};
