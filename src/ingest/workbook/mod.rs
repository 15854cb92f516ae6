//! Workbooks: every visible sheet of an XLSX, XLSB, XLS or ODS file.
//!
//! `parts` looks into the archive first, for what no library tells (hidden rows) and for archives that are
//! made to exhaust (`ods_extent` counts those of ODS), and `mentions` tells it meanwhile which sheets are worth a
//! second look; `sheets` lays the sheets out, those of
//! XLS in a process of its own (`xls`), and `cells` says what a cell holds. What the tables mean is the
//! business of `tables`.

mod cells;
mod mentions;
mod ods_extent;
mod parts;
mod reader;
mod sheets;
mod xls;

pub(super) use reader::{Workbook, shown_grids};
pub use xls::extract_sheets;
