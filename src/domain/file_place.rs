//! Where in a file something stands.

use std::fmt;

/// A place in a file. Sources and rejections keep its name as text: a store and an export are read without
/// the program, and what is read again is found under the name that it was kept by. So the names stay as
/// they are, in every language; numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilePlace<'a> {
    /// No place in it: all of it.
    WholeFile,
    /// All of an addendum with positions.
    WholeAddendum,
    /// The comment of a State, which stands beside its position.
    Comment,
    /// An item of a list.
    Item {
        /// Its number.
        number: u64,
    },
    /// A row of the only table.
    Row {
        /// Its number.
        row: u64,
    },
    /// One sheet of several.
    Sheet {
        /// Its name.
        sheet: &'a str,
    },
    /// A row of one sheet of several.
    SheetRow {
        /// Name of the sheet.
        sheet: &'a str,
        /// Its number in the sheet.
        row: u64,
    },
    /// A row of a table in a document.
    TableRow {
        /// Number of the table.
        table: usize,
        /// Its number in the table.
        row: usize,
    },
    /// A paragraph of a document without pages.
    Paragraph {
        /// Its number.
        number: usize,
    },
    /// A line of a document with pages.
    PageLine {
        /// Number of the page.
        page: usize,
        /// Its number on the page.
        line: usize,
    },
    /// The notes at the foot of a page.
    PageNote {
        /// Number of the page.
        page: usize,
    },
    /// A note by the name that the document gives it.
    Note {
        /// That name.
        id: &'a str,
    },
}

impl fmt::Display for FilePlace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WholeFile => f.write_str("the whole file"),
            Self::WholeAddendum => f.write_str("the whole addendum"),
            Self::Comment => f.write_str("comment"),
            Self::Item { number } => write!(f, "item {number}"),
            Self::Row { row } => write!(f, "row {row}"),
            Self::Sheet { sheet } => write!(f, "sheet '{sheet}'"),
            Self::SheetRow { sheet, row } => write!(f, "sheet '{sheet}', row {row}"),
            Self::TableRow { table, row } => write!(f, "table {table}, row {row}"),
            Self::Paragraph { number } => write!(f, "paragraph {number}"),
            Self::PageLine { page, line } => write!(f, "page {page}, line {line}"),
            Self::PageNote { page } => write!(f, "page {page}, note"),
            Self::Note { id } => write!(f, "note {id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FilePlace;

    #[test]
    fn places_keep_the_names_that_stores_know_them_by() {
        let named = [
            (FilePlace::SheetRow { sheet: "2nd cycle", row: 3 }, "sheet '2nd cycle', row 3"),
            (FilePlace::TableRow { table: 1, row: 12 }, "table 1, row 12"),
            (FilePlace::PageLine { page: 2, line: 14 }, "page 2, line 14"),
            (FilePlace::PageNote { page: 2 }, "page 2, note"),
            (FilePlace::WholeAddendum, "the whole addendum"),
        ];
        for (place, name) in named {
            assert_eq!(place.to_string(), name);
        }
    }
}
