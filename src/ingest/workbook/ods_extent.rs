//! How many cells the sheets of an ODS file would be laid out in. A row or a cell may say that it stands a million
//! times, and the library lays out whatever lies between the first and the last filled one: that is counted first.
//!
//! Source: OpenDocument 1.3, part 3, 19.677 and 19.679. Empty rows and cells at the end, which programs write to the
//! edge of the sheet, are not laid out and not counted.

use std::io::{BufReader, Cursor};
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::parts::attribute;
use crate::ingest::fault::Limit;

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";
/// Most cells of one sheet, empty ones between filled ones counted: twice as many as may be filled.
const MOST: u64 = 16_000_000;

/// Fails where a sheet would be laid out in too many cells; another file than an ODS has none.
pub(super) fn check(bytes: &Arc<[u8]>) -> Result<(), Limit> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(Arc::clone(bytes))) else { return Ok(()) };
    let Ok(part) = archive.by_name(CONTENT) else { return Ok(()) };
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().check_end_names = false;
    let (mut sheet, mut buffer) = (Sheet::default(), Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => sheet.element(&start, Content::MayFollow),
            Ok(Event::Empty(start)) => {
                sheet.element(&start, Content::None);
                sheet.ends(start.local_name().as_ref());
            }
            Ok(Event::End(end)) => sheet.ends(end.local_name().as_ref()),
            // Who reads the cells says what is damaged.
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
        if sheet.rows.saturating_mul(sheet.widest) > MOST {
            return Err(Limit::Cells { most: MOST });
        }
    }
}

/// Whether an element can hold something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    None,
    MayFollow,
}

/// A sheet as far as it was seen.
#[derive(Debug, Default)]
struct Sheet {
    /// Rows up to the last filled one, and the cells of the widest.
    rows: u64,
    widest: u64,
    /// Empty rows since then.
    empty_rows: u64,
    /// How often the row at hand stands.
    repeats: u64,
    /// Its cells up to the last filled one, and empty ones since.
    width: u64,
    empty_cells: u64,
}

impl Sheet {
    fn element(&mut self, element: &BytesStart<'_>, content: Content) {
        match element.local_name().as_ref() {
            b"table" => *self = Self::default(),
            b"table-row" => {
                self.repeats = repeats(element, b"number-rows-repeated");
                (self.width, self.empty_cells) = (0, 0);
            }
            b"table-cell" | b"covered-table-cell" => {
                let count = repeats(element, b"number-columns-repeated");
                if content == Content::MayFollow || attribute(element, b"value-type").is_some() {
                    self.width = self.width.saturating_add(self.empty_cells).saturating_add(count);
                    self.empty_cells = 0;
                } else {
                    self.empty_cells = self.empty_cells.saturating_add(count);
                }
            }
            _ => {}
        }
    }

    fn ends(&mut self, name: &[u8]) {
        if name != b"table-row" {
            return;
        }
        if self.width == 0 {
            self.empty_rows = self.empty_rows.saturating_add(self.repeats);
        } else {
            self.rows = self.rows.saturating_add(self.empty_rows).saturating_add(self.repeats);
            (self.empty_rows, self.widest) = (0, self.widest.max(self.width));
        }
        self.width = 0;
    }
}

fn repeats(element: &BytesStart<'_>, name: &[u8]) -> u64 {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};
    use std::sync::Arc;

    use super::{CONTENT, Limit, MOST, check};

    fn ods(rows: &str) -> Arc<[u8]> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(CONTENT, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(format!("<table:table>{rows}</table:table>").as_bytes()).unwrap();
        zip.finish().unwrap().into_inner().into()
    }

    const CELL: &str = "<table:table-cell><text:p>x</text:p></table:table-cell>";

    #[test]
    fn cells_that_stand_a_million_times_are_refused_and_empty_ones_at_the_end_are_not_counted() {
        let refused = Err(Limit::Cells { most: MOST });
        let wide = CELL.replacen("cell>", "cell table:number-columns-repeated='16384'>", 1);
        let often =
            |cells: &str| format!("<table:table-row table:number-rows-repeated='1048576'>{cells}</table:table-row>");
        assert_eq!(check(&ods(&often(&wide))), refused);
        let end = "<table:table-cell table:number-columns-repeated='16384'/>";
        let empty = format!("<table:table-row>{CELL}{end}</table:table-row>{}", often(end));
        assert_eq!(check(&ods(&empty)), Ok(()));
        let corner = format!("<table:table-row>{end}{CELL}</table:table-row>");
        assert_eq!(check(&ods(&format!("{empty}{corner}"))), refused, "what lies between two corners is laid out");
        let value = "<table:table-cell office:value-type='float' office:value='1' table:number-columns-repeated='99'/>";
        assert_eq!(check(&ods(&often(value))), refused);
        assert_eq!(check(&Arc::from(b"no archive".as_slice())), Ok(()));
    }
}
