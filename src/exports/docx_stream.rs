//! Word documents whose rows or paragraphs are written one by one: as a tree of the library ten thousand of them
//! would take gigabytes.
//!
//! Our own way around the library's, which knows only whole documents: it makes the frame, with styles, foot and
//! the first row, and what comes in between is written into the packed body piece by piece.

use std::io::{Cursor, Write};

use docx_rs::{Paragraph, XMLDocx};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::ExportError;
use crate::domain::Direction;

/// The part that holds the body.
const BODY: &str = "word/document.xml";

/// Writes a document with pieces of XML put in before the last `mark` of its body.
///
/// # Errors
/// When the receiver refuses, or the frame has no such mark.
pub(super) fn write(
    mut frame: XMLDocx,
    mark: &str,
    pieces: impl Iterator<Item = Vec<u8>>,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let body = unnumbered(std::mem::take(&mut frame.document));
    frame.headers = frame.headers.into_iter().map(unnumbered).collect();
    frame.footers = frame.footers.into_iter().map(unnumbered).collect();
    let at = body.windows(mark.len()).rposition(|window| window == mark.as_bytes());
    let (before, after) = body.split_at(at.ok_or_else(|| ExportError::Docx(mark.to_owned()))?);
    let mut packed = Cursor::new(Vec::new());
    frame.pack(&mut packed).map_err(|e| ExportError::Docx(e.to_string()))?;
    let mut parts = ZipArchive::new(packed).map_err(failed)?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut pieces = Some(pieces);
    for number in 0..parts.len() {
        let part = parts.by_index_raw(number).map_err(failed)?;
        let is_body = part.name().is_ok_and(|name| name == BODY);
        match pieces.take_if(|_| is_body) {
            Some(pieces) => write_body(&mut zip, before, pieces, after)?,
            None => zip.raw_copy_file(part).map_err(failed)?,
        }
    }
    if pieces.is_some() {
        return Err(ExportError::Docx(BODY.to_owned()));
    }
    out.write_all(zip.finish().map_err(failed)?.get_ref())?;
    Ok(())
}

fn write_body(
    zip: &mut ZipWriter<Cursor<Vec<u8>>>,
    before: &[u8],
    pieces: impl Iterator<Item = Vec<u8>>,
    after: &[u8],
) -> Result<(), ExportError> {
    // As the library leaves it the part would be as large in the file as it is unpacked.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).unix_permissions(0o755);
    zip.start_file(BODY, options).map_err(failed)?;
    zip.write_all(before)?;
    for piece in pieces {
        zip.write_all(&unnumbered(piece))?;
    }
    zip.write_all(after)?;
    Ok(())
}

/// How a paragraph with a number begins.
const NUMBERED: &str = "<w:p w14:paraId=\"";

/// The same without the numbers of paragraphs, which a document may do without: the library counts from the first
/// again when a frame is built, and goes on from one document to the next.
pub(super) fn unnumbered(xml: Vec<u8>) -> Vec<u8> {
    let text = match String::from_utf8(xml) {
        Ok(text) => text,
        Err(error) => return error.into_bytes(),
    };
    let mut parts = text.split(NUMBERED);
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        bare.push_str("<w:p");
        bare.push_str(part.split_once('"').map_or(part, |(_, rest)| rest));
    }
    bare.into_bytes()
}

fn failed(error: zip::result::ZipError) -> ExportError {
    ExportError::Docx(error.to_string())
}

/// The body with the headings of tables repeated on every page, and turned round where the language is read from
/// the right: the library has no names for these.
pub(super) fn turned(body: Vec<u8>, direction: Direction) -> Vec<u8> {
    match String::from_utf8(body) {
        Ok(text) => {
            let headed = text.replace("<w:trPr><w:cantSplit", "<w:trPr><w:tblHeader/><w:cantSplit");
            directed(headed.into_bytes(), direction)
        }
        Err(error) => error.into_bytes(),
    }
}

/// A part of a body, turned round where the language is read from the right.
pub(super) fn directed(part: Vec<u8>, direction: Direction) -> Vec<u8> {
    let text = match String::from_utf8(part) {
        Ok(text) => text,
        Err(error) => return error.into_bytes(),
    };
    match direction {
        Direction::LeftToRight => text.into_bytes(),
        Direction::RightToLeft => {
            let tables = text.replace("<w:tblPr>", "<w:tblPr><w:bidiVisual/>");
            // Numbers and Latin words keep their own direction, or "1 200 000" would be read backwards.
            let mut runs = tables.split("<w:r>").map(|run| match is_arabic(run) {
                true => run.replacen("</w:rPr>", "<w:rtl/></w:rPr>", 1),
                false => run.to_owned(),
            });
            let first = runs.next().unwrap_or_default();
            runs.fold(first, |body, run| body + "<w:r>" + &run).into_bytes()
        }
    }
}

/// How the library begins what a picture is called: the same for all, and without a word on what it shows.
const PICTURE: &str = "<wp:docPr id=\"1\" name=\"Figure\"";

/// The body with every picture numbered and described, in their order, for those who do not see them.
pub(super) fn described<'a>(body: Vec<u8>, descriptions: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let text = match String::from_utf8(body) {
        Ok(text) => text,
        Err(error) => return error.into_bytes(),
    };
    (1..)
        .zip(descriptions)
        .fold(text, |text, (number, description): (u32, _)| {
            let said = html_escape::encode_double_quoted_attribute(description);
            text.replacen(PICTURE, &format!("<wp:docPr id=\"{number}\" name=\"Figure {number}\" descr=\"{said}\""), 1)
        })
        .into_bytes()
}

/// A paragraph that is read from the side where its language begins.
pub(super) fn paragraph(direction: Direction) -> Paragraph {
    let mut paragraph = Paragraph::new();
    if direction == Direction::RightToLeft {
        paragraph.property = paragraph.property.bidi(true);
    }
    paragraph
}

/// A paragraph that is read from the side where its text begins.
pub(super) fn paragraph_of(text: &str) -> Paragraph {
    paragraph(if is_arabic(text) { Direction::RightToLeft } else { Direction::LeftToRight })
}

/// Whether a text has a letter that is read from the right.
pub(super) fn is_arabic(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{600}'..='\u{6ff}'))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use docx_rs::{BuildXML, Docx, Paragraph, Run, Table, TableCell, TableRow};

    use super::{BODY, ExportError, unnumbered, write};

    fn row(text: &str) -> TableRow {
        let paragraph = Paragraph::new().add_run(Run::new().add_text(text));
        TableRow::new(vec![TableCell::new().add_paragraph(paragraph)])
    }

    fn part(bytes: Vec<u8>, name: &str) -> String {
        let mut text = String::new();
        zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn rows_written_one_by_one_make_the_document_that_the_library_would() {
        let texts = ["One", "Two & <three>", "ثلاثة"];
        let whole = Docx::new().add_table(Table::new(texts.iter().map(|text| row(text)).collect()));
        let mut expected = Cursor::new(Vec::new());
        whole.build().pack(&mut expected).unwrap();
        let frame = Docx::new().add_table(Table::new(vec![row(texts[0])])).build();
        let mut written = Vec::new();
        write(frame, "</w:tbl>", texts[1..].iter().map(|text| row(text).build()), &mut written).unwrap();
        for name in [BODY, "[Content_Types].xml", "word/styles.xml", "word/_rels/document.xml.rels"] {
            let whole = unnumbered(part(expected.get_ref().clone(), name).into_bytes());
            let own = part(written.clone(), name).into_bytes();
            assert!(own == whole, "{name}: {} and {} bytes", own.len(), whole.len());
        }
    }

    #[test]
    fn thousands_of_rows_take_no_more_of_the_file_than_their_packed_text() {
        let frame = Docx::new().add_table(Table::new(vec![row("One")])).build();
        let mut written = Vec::new();
        write(frame, "</w:tbl>", (0..20_000).map(|_| row("Build schools").build()), &mut written).unwrap();
        assert!(written.len() < 200_000, "{}", written.len());
        assert_eq!(part(written, BODY).matches("<w:tr>").count(), 20_001);
    }

    #[test]
    fn a_frame_without_the_mark_is_an_error() {
        let refused = write(Docx::new().build(), "</w:tbl>", std::iter::empty(), &mut Vec::new());
        assert!(matches!(refused, Err(ExportError::Docx(_))));
    }
}
