//! A table of any columns as CSV.

use std::io::Write;

use super::ExportError;
use super::cells::neutral;

/// Writes a header and rows, cells made harmless where a spreadsheet would run them; every row has as many
/// cells as the header.
///
/// # Errors
/// When the output refuses, or a row has another number of cells.
pub fn write_table(
    header: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    out: impl Write,
) -> Result<(), ExportError> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| neutral(cell)))?;
    }
    Ok(writer.flush()?)
}

#[cfg(test)]
mod tests {
    use super::write_table;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_no_formula_is_left() {
        let mut out = Vec::new();
        let rows = [vec!["Peru, north".to_owned(), "2".to_owned()]];
        write_table(&["state", "count"], rows.into_iter(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "state,count\n\"Peru, north\",2\n");
        let mut out = Vec::new();
        write_table(&["theme", "count"], [vec!["=1+1".to_owned(), "-2".to_owned()]].into_iter(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "theme,count\n'=1+1,-2\n");
        assert!(write_table(&["a"], [vec![String::new(), String::new()]].into_iter(), Vec::new()).is_err());
    }
}
