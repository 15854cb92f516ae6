//! Rows of a table by the names of its columns.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::ingest::read_text;
use crate::training::TrainingError;

/// The rows of a CSV file.
///
/// # Errors
/// When the file cannot be read or a row is not of that form.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, TrainingError> {
    rows(&read_text(path)?, path)
}

/// The rows of a table; `path` names it where a row is bad. The first row below the head is the second.
///
/// # Errors
/// When a row is not of that form.
pub(super) fn rows<T: DeserializeOwned>(text: &str, path: &Path) -> Result<Vec<T>, TrainingError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let row = |(at, row): (usize, Result<T, csv::Error>)| {
        row.map_err(|error| TrainingError::BadRow { path: path.to_owned(), row: at + 2, reason: error.to_string() })
    };
    reader.deserialize().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde::Deserialize;

    use super::rows;
    use crate::training::TrainingError;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Row {
        harbour: String,
        boats: u32,
    }

    #[test]
    fn cells_are_found_by_the_names_of_their_columns_whatever_their_order() {
        let read: Vec<Row> = rows("boats,other,harbour\n3,x,Lerwick\n", Path::new("harbours.csv")).unwrap();
        assert_eq!(read, [Row { harbour: "Lerwick".to_owned(), boats: 3 }]);
    }

    #[test]
    fn a_bad_row_is_named_by_its_number() {
        let read = rows::<Row>("harbour,boats\nLerwick,3\nBrae,many\n", Path::new("harbours.csv"));
        assert!(matches!(read, Err(TrainingError::BadRow { row: 3, .. })), "{read:?}");
    }
}
