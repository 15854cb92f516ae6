//! The matrix of recommendations of OHCHR, filled in: the last cell of each row gets what is said to the recommendation
//! whose number its first cell begins with. Every other byte of the document's parts stays as it was.
//!
//! Our own way through the text of the body instead of a tree: a tree that is written again is another text.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::ExportError;
use crate::domain::vocabulary::fold;
use crate::text::pattern::pattern;
use crate::text::printable::printable;

/// The part that holds the body.
const BODY: &str = "word/document.xml";
/// Largest body, unpacked.
const LARGEST: u64 = 64 << 20;
/// Headings stand among the first rows of a table.
const HEADINGS: usize = 5;

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

/// What is said to a recommendation, with its text, by which the row is told: numbers come again in every review.
#[derive(Debug, Clone)]
pub struct MatrixReply {
    /// The text of the recommendation.
    pub text: String,
    /// The lines.
    pub lines: Vec<String>,
}

/// Replies by the number of the recommendation; several have one number.
pub type MatrixAnswers = BTreeMap<String, Vec<MatrixReply>>;

/// Share of the words of a recommendation that must stand in its row.
const SAME: f64 = 0.6;

/// Fills a matrix in.
///
/// # Errors
/// When it is no Word document, has no column for an assessment, or cannot be written.
pub fn fill_matrix(bytes: &[u8], replies: &MatrixAnswers, out: &mut dyn Write) -> Result<FilledMatrix, MatrixFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| MatrixFault::NoDocument)?;
    let mut body = String::new();
    let part = archive.by_name(BODY).map_err(|_| MatrixFault::NoDocument)?;
    let read = part.take(LARGEST + 1).read_to_string(&mut body).map_err(|_| MatrixFault::NoDocument)?;
    if read as u64 > LARGEST {
        return Err(MatrixFault::NoDocument);
    }
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

/// The body with its cells filled; `None` where no table has headings of which the last names an assessment.
fn filled(body: &str, replies: &MatrixAnswers) -> Option<(String, FilledMatrix)> {
    let tables =
        elements(body, 0..body.len(), "w:tbl").into_iter().map(|table| elements(body, inside(body, &table), "w:tr"));
    let rows: Vec<Range<usize>> = tables.filter(|rows| has_column(body, rows)).flatten().collect();
    if rows.is_empty() {
        return None;
    }
    let (mut done, mut made, mut last) = (FilledMatrix::default(), String::with_capacity(body.len() + 65_536), 0);
    for row in rows {
        let cells = elements(body, inside(body, &row), "w:tc");
        let (Some(first), Some(cell)) = (cells.first(), cells.last().filter(|_| cells.len() > 2)) else { continue };
        let first = text(&body[first.clone()]);
        let Some(number) = NUMBER.captures(&first).map(|found| found[1].to_owned()) else { continue };
        done.rows += 1;
        let inside = &body[cell.clone()];
        let Some(reply) = replies.get(&number).and_then(|all| meant(all, &first)) else {
            done.unanswered.push(number);
            continue;
        };
        match place_in(inside).filter(|_| text(inside).trim().is_empty()) {
            None => done.taken.push(number),
            Some((from, to)) => {
                made.push_str(&body[last..cell.start + from]);
                made.push_str(&if from == to { run(&reply.lines) } else { format!(">{}</w:p>", run(&reply.lines)) });
                last = cell.start + to;
                done.filled += 1;
            }
        }
    }
    made.push_str(&body[last..]);
    Some((made, done))
}

/// Whether a table has a row of headings of which the last names an assessment.
fn has_column(body: &str, rows: &[Range<usize>]) -> bool {
    rows.iter().take(HEADINGS).any(|row| {
        let cells = elements(body, inside(body, row), "w:tc");
        let is_record = cells.first().is_some_and(|cell| NUMBER.is_match(&text(&body[cell.clone()])));
        let last = cells.last().filter(|_| cells.len() > 2 && !is_record);
        last.is_some_and(|cell| ASSESSMENT.is_match(&text(&body[cell.clone()])))
    })
}

/// The reply whose recommendation stands in a row; `None` where none of that number does.
fn meant<'r>(all: &'r [MatrixReply], row: &str) -> Option<&'r MatrixReply> {
    let words = |text: &str| -> BTreeSet<String> { fold(text).split_whitespace().map(str::to_owned).collect() };
    let own = words(row);
    let share = |reply: &MatrixReply| {
        let theirs = words(&reply.text);
        theirs.intersection(&own).count() as f64 / theirs.len().max(1) as f64
    };
    all.iter().filter(|reply| share(reply) >= SAME).max_by(|a, b| share(a).total_cmp(&share(b)))
}

/// What stands between the tags of an element.
fn inside(body: &str, element: &Range<usize>) -> Range<usize> {
    let opened = body[element.clone()].find('>').map_or(element.end, |at| element.start + at + 1);
    let closed = body[element.clone()].rfind("</").map_or(opened, |at| element.start + at);
    opened..closed.max(opened)
}

/// The outermost elements of a name in a stretch.
fn elements(body: &str, within: Range<usize>, name: &str) -> Vec<Range<usize>> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let (mut found, mut depth, mut start, mut at) = (Vec::new(), 0_usize, 0, within.start);
    while let Some(tag) = body.get(at..within.end).and_then(|rest| rest.find('<')).map(|found| at + found) {
        let rest = &body[tag..within.end];
        let Some(end) = rest.find('>').map(|found| tag + found + 1) else { break };
        let is_own = rest.starts_with(&open) && rest[open.len()..].starts_with([' ', '>', '/', '\n', '\r', '\t']);
        at = end;
        if is_own && body[tag..end].ends_with("/>") {
            if depth == 0 {
                found.push(tag..end);
            }
        } else if is_own {
            if depth == 0 {
                start = tag;
            }
            depth += 1;
        } else if rest.starts_with(&close) && depth > 0 {
            depth -= 1;
            if depth == 0 {
                found.push(start..end);
            }
        }
    }
    found
}

fn text(xml: &str) -> String {
    let spaced = xml.replace("</w:p>", " ");
    html_escape::decode_html_entities(&TAG.replace_all(&spaced, "")).into_owned()
}

/// Where a run goes in an empty cell: before the end of its first paragraph, or in place of the end of one that is closed
/// as it is opened.
fn place_in(cell: &str) -> Option<(usize, usize)> {
    let paragraph = elements(cell, inside(cell, &(0..cell.len())), "w:p").into_iter().next()?;
    let own = &cell[paragraph.clone()];
    match own.strip_suffix("/>") {
        Some(opened) => Some((paragraph.start + opened.len(), paragraph.end)),
        None => {
            let at = paragraph.start + own.rfind("</w:p>")?;
            Some((at, at))
        }
    }
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

    use super::{MatrixReply, filled};

    fn row(cells: [&str; 3]) -> String {
        let cell = |text: &str| format!("<w:tc><w:tcPr/><w:p><w:pPr/><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
        format!(
            "<w:tr w:id=\"1\">{}</w:tr>",
            cells.map(|text| if text.is_empty() { "<w:tc><w:p></w:p></w:tc>".to_owned() } else { cell(text) }).concat()
        )
    }

    fn reply(text: &str, lines: &[&str]) -> Vec<MatrixReply> {
        vec![MatrixReply { text: text.to_owned(), lines: lines.iter().map(|line| (*line).to_owned()).collect() }]
    }

    #[test]
    fn empty_last_cells_are_filled_and_all_else_stays() {
        let rows = [
            row(["Recommendation", "Position", "Assessment of implementation"]),
            "<w:tr w:id=\"9\"/>".to_owned(),
            row(["121.1 Ratify the treaty", "Supported", ""]),
            row(["121.10 Ratify", "Noted", "done before"]),
            row(["121.2 Train judges", "Noted", ""]),
            row(["121.3 Plant trees", "Noted", ""]),
        ];
        let body = format!("<w:tbl>{}</w:tbl>", rows.concat());
        let replies = BTreeMap::from([
            ("121.1".to_owned(), reply("Ratify the treaty", &["Law <passed>", "2027"])),
            ("121.10".to_owned(), reply("Ratify", &["x"])),
            ("121.3".to_owned(), reply("End the death penalty", &["of another State"])),
        ]);
        let (made, done) = filled(&body, &replies).unwrap();
        assert_eq!((done.rows, done.filled, done.taken), (4, 1, vec!["121.10".to_owned()]));
        assert_eq!(done.unanswered, ["121.2", "121.3"]);
        assert!(made.contains("Law &lt;passed&gt;</w:t><w:br/>"), "{made}");
        let start = made.find("<w:r><w:rPr><w:sz").unwrap();
        let end = made[start..].find("</w:r>").unwrap() + start + "</w:r>".len();
        assert_eq!(made[..start].to_owned() + &made[end..], body);
        assert!(filled(&format!("<w:tbl>{}</w:tbl>", row(["Recommendation", "Position", "SDGs"])), &replies).is_none());
    }

    #[test]
    fn a_paragraph_that_is_closed_as_it_is_opened_is_opened_for_the_reply() {
        let head = row(["Recommendation", "Position", "Assessment"]);
        let own = row(["121.1 Ratify the treaty", "Supported", ""]).replace("<w:p></w:p>", "<w:p w:rsidR=\"1\"/>");
        let replies = BTreeMap::from([("121.1".to_owned(), reply("Ratify the treaty", &["done"]))]);
        let (made, done) = filled(&format!("<w:tbl>{head}{own}</w:tbl>"), &replies).unwrap();
        assert_eq!(done.filled, 1);
        assert!(made.contains("<w:p w:rsidR=\"1\"><w:r>") && made.contains("done</w:t></w:r></w:p></w:tc>"), "{made}");
    }
}
