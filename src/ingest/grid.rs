//! One shape for all tables: rows of text cells with their place in the file.

/// A sheet or a delimited file.
#[derive(Debug)]
pub(super) struct Grid {
    /// Name of the sheet; empty for delimited files.
    pub(super) sheet: String,
    /// Rows with their number in the file, from 1.
    pub(super) rows: Vec<(u64, Vec<String>)>,
}
