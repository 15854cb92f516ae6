//! DOCX to blocks: paragraphs, tables with merged cells, footnotes, tracked changes taken as
//! accepted, and the numbers that Word sets from `numbering.xml`.

mod body;
mod numbering;
mod package;
mod styles;

use std::path::Path;

use super::model::{Block, Document, Paragraph};
use super::xml::{self, Element};
use crate::domain::FilePlace;
use crate::ingest::damage::{Damage, DamagedPlace};
use crate::ingest::error::IngestError;
use crate::ingest::fault::ExpectedFormat;
use crate::ingest::guard::guarded;

pub(in crate::ingest) use body::{children_through_controls, rows_of};
pub(in crate::ingest) use package::Package;

use body::Body;
use numbering::Numbering;
use styles::Styles;

/// Reads a Word document, on a worker thread under the limits of all parsers.
pub(super) fn read(path: &Path, bytes: Vec<u8>) -> Result<Document, IngestError> {
    let damaged = |reason| IngestError::damaged(ExpectedFormat::Word, path, DamagedPlace::Parts, reason);
    guarded(move || document(bytes)).and_then(|outcome| outcome).map_err(damaged)
}

/// The blocks of a Word document.
pub(in crate::ingest) fn document(bytes: Vec<u8>) -> Result<Document, Damage> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let tree = parse(&mut package, &main)?.ok_or_else(|| Damage::NoPart { name: main.clone() })?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let mut part = |name: &str| parse(&mut package, &format!("{folder}/{name}"));
    let styles = Styles::of(&part("styles.xml")?.unwrap_or_default());
    let numbering = Numbering::of(&part("numbering.xml")?.unwrap_or_default(), &styles);
    let notes = [part("footnotes.xml")?, part("endnotes.xml")?];
    let core = parse(&mut package, "docProps/core.xml").ok().flatten();
    let mut body = Body::new(&styles, numbering);
    let root = tree.child("document").and_then(|d| d.child("body")).ok_or(Damage::NoBody)?;
    body.read(root);
    Ok(Document {
        title: core.and_then(|c| Some(c.child("coreProperties")?.child("title")?.text())).unwrap_or_default(),
        furniture: furniture(&mut package, &folder, &styles)?,
        blocks: body.blocks,
        notes: notes.iter().flatten().flat_map(|part| notes_of(part, &styles)).collect(),
    })
}

fn parse(package: &mut Package, name: &str) -> Result<Option<Element>, Damage> {
    let Some(text) = package.text(name)? else { return Ok(None) };
    xml::parse(&text).map(Some).map_err(|damage| damage.in_part(name))
}

/// The texts of heads and feet, each once.
fn furniture(package: &mut Package, folder: &str, styles: &Styles) -> Result<Vec<String>, Damage> {
    let mut lines: Vec<String> = Vec::new();
    for name in package.names(&[&format!("{folder}/header"), &format!("{folder}/footer")]) {
        let Some(part) = parse(package, &name)? else { continue };
        for text in part.elements().flat_map(|root| plain_paragraphs(root, styles)) {
            if !text.trim().is_empty() && !lines.contains(&text) {
                lines.push(text);
            }
        }
    }
    Ok(lines)
}

/// The notes of a part; Word's own separators have a type and are no notes.
fn notes_of(part: &Element, styles: &Styles) -> Vec<Paragraph> {
    let notes = part.elements().flat_map(Element::elements).filter(|note| note.attribute("type").is_none());
    let paragraph = |note: &Element| Paragraph {
        place: FilePlace::Note { id: note.attribute("id").unwrap_or("?") }.to_string(),
        text: plain_paragraphs(note, styles).join(" ").trim().to_owned(),
        ..Paragraph::default()
    };
    notes.map(paragraph).filter(|note| !note.text.is_empty()).collect()
}

fn plain_paragraphs(root: &Element, styles: &Styles) -> Vec<String> {
    let mut body = Body::new(styles, Numbering::default());
    body.read(root);
    let text = |block: Block| match block {
        Block::Paragraph(paragraph) => vec![paragraph.text],
        Block::Row(row) => row.cells.into_iter().flat_map(|cell| cell.lines).collect(),
    };
    body.blocks.into_iter().flat_map(text).collect()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use proptest::prelude::*;

    use super::document;

    fn packed(body: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
        write!(zip, "<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>").unwrap();
        zip.finish().unwrap().into_inner()
    }

    fn pieces() -> impl Strategy<Value = String> {
        let names = prop::sample::select(vec![
            "p",
            "r",
            "t",
            "tbl",
            "tr",
            "tc",
            "ins",
            "del",
            "sdt",
            "sdtContent",
            "pPr",
            "numPr",
            "tcPr",
        ]);
        let leaf = prop_oneof![
            "[a-z .;()0-9]{0,12}",
            Just("<w:vMerge/>".to_owned()),
            Just("<w:gridSpan w:val='-3'/>".to_owned()),
            Just("<w:numId w:val='9999999999'/>".to_owned()),
        ];
        leaf.prop_recursive(6, 48, 5, move |inner| {
            (names.clone(), prop::collection::vec(inner, 0..5))
                .prop_map(|(name, inside)| format!("<w:{name}>{}</w:{name}>", inside.concat()))
        })
    }

    proptest! {
        #[test]
        fn any_nesting_of_the_elements_of_word_is_read(body in prop::collection::vec(pieces(), 0..6)) {
            prop_assert!(document(packed(&body.concat())).is_ok());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), body in ".{0,200}") {
            prop_assert!(document(bytes).is_err());
            // Whatever stands in the part, the reader comes back.
            let _ = document(packed(&body));
        }
    }
}
