//! What the archive of a workbook says beside its cells: which rows are hidden, and whether it is made to
//! exhaust.
//!
//! Our own look at the parts, because no library tells hidden rows, and because a library that has begun to
//! unpack a part cannot be stopped. XLS has no archive; of ODS only the sizes are looked at.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, ErrorKind, Read, Seek};
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::mentions::{Looking, Mentions, words};
use crate::ingest::damage::Damage;
use crate::ingest::fault::{Limit, ReadFault};
use crate::ingest::gaps::{Gaps, LONGEST_GAP};

/// Most entries of an archive.
const MOST_ENTRIES: usize = 5_000;
/// Most sheets of a workbook.
const MOST_SHEETS: usize = 250;
/// Most that all parts may have, unpacked.
const LARGEST_ALL: u64 = 1 << 30;
/// Most that the strings and the styles of an XLSX file may have, which are held as a whole.
const LARGEST_HELD: u64 = 256 << 20;
/// Where the list of sheets usually is, and what its names lead to.
const LIST: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// What is told of a sheet beside its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SheetLook {
    /// The numbers of its hidden rows, from 1.
    pub(super) hidden: BTreeSet<u64>,
    /// Whether cells of it may be merged.
    pub(super) merges: Merges,
}

/// Whether cells of a sheet are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merges {
    /// None are.
    None,
    /// Only taking the sheet apart tells.
    Possible,
}

/// What is told of each sheet, in the order of the sheets.
///
/// # Errors
/// When a part is beyond the limits, or two sheets are one part. What else is wrong with the archive is
/// found by who reads it.
pub(super) fn sheet_looks(bytes: &Arc<[u8]>) -> Result<Vec<SheetLook>, ReadFault> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(Arc::clone(bytes))) else { return Ok(Vec::new()) };
    let mentions = check_sizes(&mut archive)?;
    let parts = sheet_parts(&mut archive)?;
    if parts.len() > MOST_SHEETS {
        return Err(Limit::Sheets { count: parts.len() as u64, most: MOST_SHEETS as u64 }.into());
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = parts.iter().flatten().find(|part| !seen.insert(part.as_str())) {
        return Err(Damage::SharedPart { name: twice.clone() }.into());
    }
    parts.iter().map(|part| look(&mut archive, part.as_deref(), &mentions)).collect()
}

/// What is told of the sheet in a part; none if it is not named.
fn look<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    part: Option<&str>,
    mentions: &BTreeMap<String, Mentions>,
) -> Result<SheetLook, ReadFault> {
    let Some(part) = part else { return Ok(SheetLook { hidden: BTreeSet::new(), merges: Merges::Possible }) };
    let mentions = mentions.get(part).copied().unwrap_or(Mentions::UNKNOWN);
    let hidden = if mentions.hidden { rows_of(archive, part)? } else { BTreeSet::new() };
    Ok(SheetLook { hidden, merges: if mentions.merged { Merges::Possible } else { Merges::None } })
}

/// What comes out of the parts is counted: the sizes that an archive states are not believed. Tells which words
/// the parts hold, by their plain names.
fn check_sizes<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<BTreeMap<String, Mentions>, ReadFault> {
    if archive.len() > MOST_ENTRIES {
        return Err(Damage::ManyParts { count: archive.len(), most: MOST_ENTRIES }.into());
    }
    let (words, mut mentions, mut all) = (words(), BTreeMap::new(), 0);
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { continue };
        let name = part.name().map(|name| plain(&name)).unwrap_or_default();
        // A sheet may have any name, and the bytes of a picture any distance between two signs.
        let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
        let is_streamed = !is_xml || name.contains("sheets/") || name == "content.xml";
        let most = if is_streamed { LARGEST_ALL - all } else { LARGEST_HELD };
        let gap = if is_xml { LONGEST_GAP } else { u64::MAX };
        let mut looking = Looking::for_words(&words);
        let unpacked = std::io::copy(&mut Gaps::of_xml(part, gap).take(most + 1), &mut looking);
        all += match unpacked {
            Ok(size) if size <= most && all + size <= LARGEST_ALL => size,
            Ok(_) => return Err(Limit::Part { most: most >> 20 }.into()),
            Err(error) if error.kind() == ErrorKind::FileTooLarge => {
                return Err(Limit::Part { most: LONGEST_GAP >> 20 }.into());
            }
            // A part that is damaged stops only those who need it.
            Err(_) => continue,
        };
        if !is_xml {
            continue;
        }
        // Of parts that differ in the case of their names alone either may be the sheet.
        let found = mentions.get(&name).map_or(looking.found(), |known: &Mentions| known.or(looking.found()));
        mentions.insert(name, found);
    }
    Ok(mentions)
}

/// The part of each sheet; `None` when it is not named.
fn sheet_parts<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Vec<Option<String>>, ReadFault> {
    let mut parts = Vec::new();
    each_element(archive, RELATIONS, |name, element| {
        if name == b"Relationship" {
            parts.extend(attribute(element, b"Id").zip(attribute(element, b"Target")));
        }
    })?;
    let mut sheets = Vec::new();
    each_element(archive, LIST, |name, element| {
        if name == b"sheet" {
            let id = attribute(element, b"id");
            let target = parts.iter().find(|(part, _)| Some(part) == id.as_ref());
            sheets.push(target.map(|(_, target)| match target.strip_prefix('/') {
                Some(whole) => plain(whole),
                None => plain(&format!("xl/{target}")),
            }));
        }
    })?;
    Ok(sheets)
}

fn rows_of<R: Read + Seek>(archive: &mut ZipArchive<R>, part: &str) -> Result<BTreeSet<u64>, ReadFault> {
    let (mut hidden, mut row) = (BTreeSet::new(), 0u64);
    each_element(archive, part, |name, element| {
        if name == b"row" {
            row = attribute(element, b"r").and_then(|number| number.parse().ok()).unwrap_or(row.saturating_add(1));
            if matches!(attribute(element, b"hidden").as_deref(), Some("1" | "true")) {
                hidden.insert(row);
            }
        }
    })?;
    Ok(hidden)
}

/// Calls for each element of a part with its name without prefix; a part that is not there has none.
fn each_element<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    part: &str,
    mut element: impl FnMut(&[u8], &BytesStart<'_>),
) -> Result<(), ReadFault> {
    let Some(name) = spelt(archive, part) else { return Ok(()) };
    let Ok(part) = archive.by_name(&name) else { return Ok(()) };
    let mut reader = Reader::from_reader(BufReader::new(Gaps::of_xml(part, LONGEST_GAP)));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) => element(start.local_name().as_ref(), &start),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(quick_xml::Error::Io(error)) if error.kind() == ErrorKind::FileTooLarge => {
                return Err(Limit::Part { most: LONGEST_GAP >> 20 }.into());
            }
            // Who reads the cells says what is damaged.
            Err(_) => return Ok(()),
        }
    }
}

/// A name as the reader of cells compares it: case and the direction of slashes make no other part.
fn plain(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// The name of a part as the archive spells it; of several the last, as the reader of cells takes it.
fn spelt<R: Read + Seek>(archive: &ZipArchive<R>, part: &str) -> Option<String> {
    let wanted = plain(part);
    archive.file_names().flatten().filter(|name| plain(name) == wanted).last().map(Cow::into_owned)
}

/// The value of an attribute by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(String::from_utf8_lossy(&found.value).into_owned())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};
    use std::sync::Arc;

    use super::{Merges, ReadFault, sheet_looks};

    fn archive(parts: &[(&str, &str)]) -> Arc<[u8]> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner().into()
    }

    const LIST: (&str, &str) = (
        "xl/workbook.xml",
        "<workbook><sheets><sheet name='A' sheetId='7' r:id='r1'/><sheet name='B' sheetId='8' r:id='r2'/></sheets></workbook>",
    );

    #[test]
    fn hidden_rows_are_told_by_sheet() {
        let relations = "<Relationships><Relationship Id='r1' Target='worksheets/one.xml'/>\
            <Relationship Id='r2' Target='/xl/worksheets/two.xml'/></Relationships>";
        let parts = [
            LIST,
            ("xl/_rels/workbook.xml.rels", relations),
            (
                "xl/worksheets/one.xml",
                "<worksheet><sheetData><row/><row hidden='1'/><row r='9' hidden='true'><c/></row></sheetData></worksheet>",
            ),
            ("xl/worksheets/two.xml", "<worksheet><sheetData><row r='1' hidden='0'/></sheetData></worksheet>"),
        ];
        let looks = sheet_looks(&archive(&parts)).unwrap();
        assert_eq!(
            looks.iter().map(|look| look.hidden.iter().copied().collect()).collect::<Vec<Vec<u64>>>(),
            [vec![2, 9], vec![]]
        );
        assert!(looks.iter().all(|look| look.merges == Merges::None));
    }

    #[test]
    fn sheets_that_are_one_part_are_refused() {
        let relations = "<Relationships><Relationship Id='r1' Target='worksheets/one.xml'/>\
            <Relationship Id='r2' Target='worksheets/one.xml'/></Relationships>";
        let fault = sheet_looks(&archive(&[LIST, ("xl/_rels/workbook.xml.rels", relations)])).unwrap_err();
        assert!(
            matches!(fault, ReadFault::Damaged(reason) if matches!(*reason, crate::ingest::damage::Damage::SharedPart { .. }))
        );
    }

    #[test]
    fn parts_are_found_whatever_the_case_of_their_names() {
        let relations = "<Relationships><Relationship Id='r1' Target='worksheets/One.xml'/></Relationships>";
        let parts = [
            ("xl/Workbook.XML", LIST.1),
            ("XL/_rels/Workbook.xml.RELS", relations),
            ("xl/worksheets/one.xml", "<worksheet><sheetData><row hidden='1'/></sheetData></worksheet>"),
        ];
        assert_eq!(sheet_looks(&archive(&parts)).unwrap()[0].hidden.len(), 1);
    }

    #[test]
    fn what_is_no_archive_is_left_to_who_reads_it() {
        let bytes: Arc<[u8]> = b"no archive".as_slice().into();
        assert!(sheet_looks(&bytes).unwrap().is_empty());
    }
}
