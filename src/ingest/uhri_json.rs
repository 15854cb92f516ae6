//! UHRI full export, JSON: one array on one line, hundreds of megabytes, read as a stream. An array of objects
//! with other fields is a table.

use std::fmt;
use std::fs::File;
use std::io::{BufReader, ErrorKind};
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};

use serde::Deserialize;
use serde::de::{Deserializer as _, SeqAccess, Visitor};

use super::budget::Budget;
use super::damage::{Damage, DamagedPlace};
use super::error::IngestError;
use super::fault::{ExpectedFormat, Limit, ReadFault};
use super::gaps::{Gaps, LONGEST_GAP};
use super::guard::guarded;
use super::intake::Intake;
use super::items::Recognition;
use super::json_table;
use super::raw_record::RawRecord;
use super::source_format::SourceFormat;
use super::tables;
use crate::domain::FilePlace;

/// Items that are handed over together.
const PART: usize = 512;
/// Parts that wait at most: the parser must not run ahead with the whole file.
const WAITING: usize = 8;

/// One item of the export; unknown fields are passed over, missing ones are empty.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
#[derive(Default)]
struct Annotation {
    affected_persons: Option<Vec<String>>,
    annotation_id: Option<String>,
    annotation_type: Option<String>,
    body: Option<String>,
    countries: Option<Vec<String>>,
    publication_date: Option<String>,
    sdgs: Option<Vec<String>>,
    symbol: Option<String>,
    text: Option<String>,
    themes: Option<Vec<String>>,
    upr_positions: Option<Vec<String>>,
    upr_recommending_country: Option<Vec<String>>,
    upr_session: Option<Vec<String>>,
}

impl From<Annotation> for RawRecord {
    fn from(item: Annotation) -> Self {
        let first = |list: Option<Vec<String>>| list.and_then(|l| l.into_iter().next()).unwrap_or_default();
        Self {
            source_id: item.annotation_id.unwrap_or_default(),
            kind: item.annotation_type.unwrap_or_default(),
            body: item.body.unwrap_or_default(),
            symbol: item.symbol.unwrap_or_default(),
            lists_states: item.countries.is_some(),
            states: item.countries.unwrap_or_default(),
            recommending: item.upr_recommending_country.unwrap_or_default(),
            session: first(item.upr_session),
            position: item.upr_positions.map(|p| joined_positions(&p)).unwrap_or_default(),
            published: item.publication_date.unwrap_or_default(),
            text: item.text.unwrap_or_default(),
            themes: item.themes.unwrap_or_default(),
            persons: item.affected_persons.unwrap_or_default(),
            sdgs: item.sdgs.unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// Supported and noted at once is the partial position.
fn joined_positions(positions: &[String]) -> String {
    positions.iter().map(|p| p.trim().trim_start_matches("- ")).collect::<Vec<_>>().join("/")
}

/// UHRI's full export.
pub(super) struct UhriJson;

impl SourceFormat for UhriJson {
    /// Item by item: the words of the file are never held as a whole beside the records made of them. The
    /// file is taken apart on a thread of its own, while records are made of what it has given.
    fn read(&self, intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
        let file = intake.file;
        if !is_export(file.content())? {
            return read_table(intake);
        }
        let (sender, parts) = sync_channel::<Vec<RawRecord>>(WAITING);
        let parsed = std::thread::scope(|scope| {
            let parser = scope.spawn(move || parse(file.content(), sender));
            for (number, raw) in (1..).zip(parts.into_iter().flatten()) {
                intake.offer(FilePlace::Item { number }.to_string(), raw);
            }
            parser.join()
        });
        // Whoever reads files answers for panics of their parsers.
        parsed.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        Ok(Recognition::default())
    }
}

/// Fields by which an export is told from other arrays.
const OWN: [&str; 2] = ["AnnotationId", "AnnotationType"];
/// A heading that others use too: an object with nothing else is one of an export that was cut down.
const TEXT: &str = "Text";

/// Whether the first object is one of UHRI's; a file without a whole one is read as an export, which says what
/// is wrong with it.
fn is_export(path: &Path) -> Result<bool, IngestError> {
    let is_own = |field: &String| OWN.contains(&field.as_str());
    let fields = json_table::first_fields(opened(path)?);
    Ok(fields.is_none_or(|fields| fields.iter().any(is_own) || fields == [TEXT]))
}

fn read_table(intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
    let file = intake.file;
    let bytes = file.bytes()?;
    let read = guarded(move || json_table::grid(&bytes, &mut Budget::of_a_table()));
    let grid = read.map_err(ReadFault::from).and_then(|outcome| outcome);
    let grid =
        grid.map_err(|fault| IngestError::of(fault, ExpectedFormat::Table, &file.path, DamagedPlace::Objects))?;
    tables::read(vec![grid], intake)
}

/// The file as a stream in which no text goes on without end.
fn opened(path: &Path) -> Result<BufReader<Gaps<BufReader<File>>>, IngestError> {
    let open = File::open(path).map_err(|source| IngestError::Io { path: path.to_owned(), source })?;
    let mut reader = BufReader::with_capacity(1 << 20, open);
    skip_mark(&mut reader);
    Ok(BufReader::with_capacity(1 << 16, Gaps::of_json(reader, LONGEST_GAP)))
}

/// Takes an export apart and hands over its items, in parts and in order.
fn parse(path: &Path, parts: SyncSender<Vec<RawRecord>>) -> Result<(), IngestError> {
    let mut json = serde_json::Deserializer::from_reader(opened(path)?);
    json.deserialize_seq(Annotations { parts }).and_then(|()| json.end()).map_err(|error| {
        if error.io_error_kind() == Some(ErrorKind::FileTooLarge) {
            return IngestError::TooLarge { path: path.to_owned(), limit: Limit::Part { most: LONGEST_GAP >> 20 } };
        }
        let place = DamagedPlace::Character { line: error.line() as u64, column: error.column() as u64 };
        IngestError::damaged(ExpectedFormat::UhriJson, path, place, Damage::said(error))
    })
}

fn skip_mark(reader: &mut BufReader<File>) {
    use std::io::BufRead;
    if reader.fill_buf().is_ok_and(|start| start.starts_with(&[0xef, 0xbb, 0xbf])) {
        reader.consume(3);
    }
}

struct Annotations {
    parts: SyncSender<Vec<RawRecord>>,
}

impl<'de> Visitor<'de> for Annotations {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of UHRI annotations")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut part = Vec::with_capacity(PART);
        while let Some(item) = items.next_element::<Annotation>()? {
            part.push(RawRecord::from(item));
            if part.len() == PART {
                self.hand_over(&mut part);
            }
        }
        self.hand_over(&mut part);
        Ok(())
    }
}

impl Annotations {
    fn hand_over(&self, part: &mut Vec<RawRecord>) {
        // Nobody takes parts any more only where the one who took them has panicked, which is told there.
        let _ = self.parts.send(std::mem::replace(part, Vec::with_capacity(PART)));
    }
}
