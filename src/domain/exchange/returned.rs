//! A file that came back: its tables as they stand, with what the file says beside the text of its cells.

use serde::{Deserialize, Serialize};

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetCell {
    /// Its text; of a formula what it last came to.
    pub text: String,
    /// The formula; empty where it is none.
    pub formula: String,
    /// How many rows it covers where it is merged over several; the text then stands in each of them.
    pub rows: u32,
    /// Whether it stands for one above, with which it is merged.
    pub is_continued: bool,
    /// Who has changed it while changes were tracked; empty when nobody.
    pub changed_by: String,
    /// Names that are anchored in it and that nobody sees: bookmarks.
    pub anchors: Vec<String>,
}

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedRow {
    /// Where it stands.
    pub place: String,
    /// Its cells from the first column on.
    pub cells: Vec<SheetCell>,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedTable {
    /// The name of its sheet; empty where it has none.
    pub name: String,
    /// Its rows that hold something.
    pub rows: Vec<ReturnedRow>,
}

/// A note or comment that was set with the means of the program it was written in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NativeComment {
    /// The place of the row that it hangs on.
    pub place: String,
    /// Who wrote it; empty when the file does not say.
    pub by: String,
    /// What it says.
    pub text: String,
}

/// A text of a document that stands in no table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideText {
    /// Where it stands.
    pub place: String,
    /// The text.
    pub text: String,
}

/// A file that came back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedFile {
    /// Its name.
    pub name: String,
    /// The fingerprint of its bytes.
    pub hash: String,
    /// Its tables; lines outside tables are one more.
    pub tables: Vec<ReturnedTable>,
    /// Texts in which the number of the dispatch may stand: properties, names, heads and feet.
    pub marks: Vec<String>,
    /// Texts of a document that stand in no table.
    pub outside: Vec<OutsideText>,
    /// Pictures: what they show is read by nobody.
    pub pictures: usize,
    /// Tables in text boxes, which are not read.
    pub boxed_tables: usize,
    /// Comments.
    pub comments: Vec<NativeComment>,
    /// Who saved it last; empty when it does not say.
    pub by: String,
    /// When it was saved last, in ISO 8601; empty when it does not say.
    pub saved: String,
}

impl ReturnedRow {
    /// The text of a cell; empty where there is none.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.trim())
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty() && cell.formula.is_empty())
    }
}
