//! The matrix of recommendations of OHCHR, filled in: the last cell of each row gets what is said to the recommendation
//! whose number its first cell begins with. Every other byte of the document's parts stays as it was.
//!
//! Our own way through the text of the body instead of a tree: a tree that is written again is another text.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::ExportError;
use crate::text::pattern::pattern;
use crate::text::printable::printable;

/// The part that holds the body.
const BODY: &str = "word/document.xml";
/// Largest body, unpacked.
const LARGEST: u64 = 64 << 20;

static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*(\d{1,3}\.\d{1,3})\b"));
/// Headings of the column that is filled, in three languages: none of them in a matrix that has no such column.
static ASSESSMENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(assessment|implementation|evaluaci[oó]n|cumplimiento|mise en (?:œ|oe)uvre|évaluation)\b")
});
static TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"<[^>]*>"));

/// What became of a matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilledMatrix {
    /// Rows with a number.
    pub rows: usize,
    /// Rows that were filled.
    pub filled: usize,
    /// Numbers of rows whose cell holds something already: they were left.
    pub taken: Vec<String>,
    /// Numbers that nothing is said to.
    pub unanswered: Vec<String>,
}

/// Why a matrix cannot be filled.
#[derive(Debug, thiserror::Error)]
pub enum MatrixFault {
    /// It is no Word document, or its body is no text.
    #[error("matrix-no-document")]
    NoDocument,
    /// No table of it has a last column for an assessment.
    #[error("matrix-no-column")]
    NoColumn,
    /// It could not be written.
    #[error(transparent)]
    Write(#[from] ExportError),
}

/// Fills a matrix in; `replies` are lines by the number of the recommendation.
///
/// # Errors
/// When it is no Word document, has no column for an assessment, or cannot be written.
pub fn fill_matrix(
    bytes: &[u8],
    replies: &BTreeMap<String, Vec<String>>,
    out: &mut dyn Write,
) -> Result<FilledMatrix, MatrixFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| MatrixFault::NoDocument)?;
    let mut body = String::new();
    let part = archive.by_name(BODY).map_err(|_| MatrixFault::NoDocument)?;
    part.take(LARGEST).read_to_string(&mut body).map_err(|_| MatrixFault::NoDocument)?;
    let (body, filled) = filled(&body, replies).ok_or(MatrixFault::NoColumn)?;
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let write = |error: zip::result::ZipError| MatrixFault::Write(ExportError::Docx(error.to_string()));
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(write)?;
        let name = entry.name().map_err(write)?.into_owned();
        if name == BODY {
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            packed.start_file(BODY, options).map_err(write)?;
            packed.write_all(body.as_bytes()).map_err(|error| MatrixFault::Write(error.into()))?;
        } else {
            packed.raw_copy_file(entry).map_err(write)?;
        }
    }
    let bytes = packed.finish().map_err(write)?.into_inner();
    out.write_all(&bytes).map_err(|error| MatrixFault::Write(error.into()))?;
    Ok(filled)
}

/// The body with its cells filled; `None` where no heading names an assessment in a last column.
fn filled(body: &str, replies: &BTreeMap<String, Vec<String>>) -> Option<(String, FilledMatrix)> {
    let rows = elements(body, 0..body.len(), "w:tr");
    let has_column = rows.iter().any(|row| {
        let cells = elements(body, row.clone(), "w:tc");
        cells.len() > 2 && cells.last().is_some_and(|cell| ASSESSMENT.is_match(&text(&body[cell.clone()])))
    });
    if !has_column {
        return None;
    }
    let (mut done, mut made, mut last) = (FilledMatrix::default(), String::with_capacity(body.len() + 65_536), 0);
    for row in rows {
        let cells = elements(body, row, "w:tc");
        let (Some(first), Some(cell)) = (cells.first(), cells.last().filter(|_| cells.len() > 2)) else { continue };
        let first = text(&body[first.clone()]);
        let Some(number) = NUMBER.captures(&first).map(|found| found[1].to_owned()) else { continue };
        done.rows += 1;
        let inside = &body[cell.clone()];
        let place = place_in(inside);
        match (replies.get(&number).filter(|lines| !lines.is_empty()), place) {
            (None, _) => done.unanswered.push(number),
            (Some(_), _) if !text(inside).trim().is_empty() => done.taken.push(number),
            (Some(_), None) => done.taken.push(number),
            (Some(lines), Some(at)) => {
                made.push_str(&body[last..cell.start + at]);
                made.push_str(&run(lines));
                last = cell.start + at;
                done.filled += 1;
            }
        }
    }
    made.push_str(&body[last..]);
    Some((made, done))
}

/// The outermost elements of a name in a stretch.
fn elements(body: &str, within: Range<usize>, name: &str) -> Vec<Range<usize>> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let (mut found, mut depth, mut start, mut at) = (Vec::new(), 0_usize, 0, within.start);
    while at < within.end {
        let rest = &body[at..within.end];
        let opens = starts(rest, &open);
        let closes = rest.find(&close);
        match (opens, closes) {
            (Some(begin), end) if end.is_none_or(|end| begin < end) => {
                if depth == 0 {
                    start = at + begin;
                }
                depth += 1;
                at += begin + open.len();
            }
            (_, Some(end)) => {
                depth = depth.saturating_sub(1);
                at += end + close.len();
                if depth == 0 {
                    found.push(start..at);
                }
            }
            _ => break,
        }
    }
    // A row lies in a row where a table lies in a cell: only the elements of this stretch itself count.
    found.retain(|range| range.start >= within.start);
    found
}

/// Where an element of that very name begins, and not of a longer one.
fn starts(text: &str, open: &str) -> Option<usize> {
    let is_name_over = |at: usize| text[at + open.len()..].starts_with([' ', '>', '\n', '\r', '\t']);
    text.match_indices(open).map(|(at, _)| at).find(|at| is_name_over(*at))
}

fn text(xml: &str) -> String {
    let spaced = xml.replace("</w:p>", " ");
    html_escape::decode_html_entities(&TAG.replace_all(&spaced, "")).into_owned()
}

/// Where a run goes in an empty cell: before the end of its first paragraph.
fn place_in(cell: &str) -> Option<usize> {
    cell.find("</w:p>")
}

/// Lines as a run, with breaks between.
fn run(lines: &[String]) -> String {
    let escaped = |line: &String| html_escape::encode_text(&printable(line)).into_owned();
    let lines: Vec<String> = lines.iter().map(escaped).collect();
    let between = "</w:t><w:br/><w:t xml:space=\"preserve\">";
    format!("<w:r><w:rPr><w:sz w:val=\"18\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>", lines.join(between))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::filled;

    fn row(cells: [&str; 3]) -> String {
        let cell = |text: &str| format!("<w:tc><w:tcPr/><w:p><w:pPr/><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
        format!(
            "<w:tr w:id=\"1\">{}</w:tr>",
            cells.map(|text| if text.is_empty() { "<w:tc><w:p></w:p></w:tc>".to_owned() } else { cell(text) }).concat()
        )
    }

    #[test]
    fn empty_last_cells_are_filled_and_all_else_stays() {
        let body = [
            row(["Recommendation", "Position", "Assessment of implementation"]),
            row(["121.1 Ratify", "Supported", ""]),
            row(["121.10 Ratify", "Noted", "done before"]),
            row(["121.2 Train", "Noted", ""]),
        ]
        .concat();
        let replies = BTreeMap::from([
            ("121.1".to_owned(), vec!["Law <passed>".to_owned(), "2027".to_owned()]),
            ("121.10".to_owned(), vec!["x".to_owned()]),
        ]);
        let (made, done) = filled(&body, &replies).unwrap();
        assert_eq!((done.rows, done.filled), (3, 1));
        assert_eq!((done.taken, done.unanswered), (vec!["121.10".to_owned()], vec!["121.2".to_owned()]));
        assert!(made.contains("Law &lt;passed&gt;</w:t><w:br/>"), "{made}");
        let start = made.find("<w:r><w:rPr><w:sz").unwrap();
        let end = made[start..].find("</w:r>").unwrap() + start + "</w:r>".len();
        assert_eq!(made[..start].to_owned() + &made[end..], body);
        assert!(filled(&row(["Recommendation", "Position", "SDGs"]), &replies).is_none());
    }
}
