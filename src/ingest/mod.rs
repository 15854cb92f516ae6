//! Foreign files in, records and rejections out.
//!
//! The way of a file: `SourceFile::open` hashes it, `detect` tells its format from the first
//! bytes, a reader makes a `draft` of every row, and `draft::finish` makes a record of it or
//! says why not. Documents go two steps: `document` makes blocks of any format, `official` tells
//! what the blocks mean. Readers stream into a [`Sink`]; they never see the store, and a file that turns out
//! to be damaged has changed nothing that the receiver did not choose to keep.
//!
//! Only this room parses foreign formats and detects encodings.

mod columns;
mod detect;
mod document;
mod draft;
mod encoding;
mod error;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod grid;
mod guard;
mod identity;
mod official;
mod register;
mod rejection;
mod source_file;
mod tables;
mod uhri_json;
mod values;

pub use columns::{Column, ColumnMap};
pub use document::extract_pages;
pub use error::IngestError;
pub use official::{DocumentKind, NumberRange, PositionList, Resolution, Statement, Unresolved};
pub use register::read_register;
pub use rejection::Rejection;
pub use source_file::{SourceFile, read_text};

use crate::domain::vocabulary::StateRegister;
use crate::domain::{Recommendation, Said, Session, Source, StateCode, Symbol};

use draft::Draft;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// UHRI full export.
    UhriJson,
    /// A table of any kind.
    Table(TableFormat),
    /// A document: Word, PDF, web page, plain text.
    Document(DocumentFormat),
}

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFormat {
    /// Word, DOCX.
    Docx,
    /// Word before 2007.
    Doc,
    /// PDF.
    Pdf,
    /// Web page.
    Html,
    /// Plain text.
    Text,
}

impl DocumentFormat {
    /// The words shown to people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Docx => "Word",
            Self::Doc => "older text document",
            Self::Pdf => "PDF",
            Self::Html => "web page",
            Self::Text => "plain text",
        }
    }
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// CSV, TSV and their kin.
    Delimited,
    /// XLSX, XLS, ODS.
    Workbook,
}

impl Format {
    /// The words shown to people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::UhriJson => "UHRI export (JSON)",
            Self::Table(TableFormat::Delimited) => "table (CSV)",
            Self::Table(TableFormat::Workbook) => "workbook (Excel or ODS)",
            Self::Document(format) => format.label(),
        }
    }
}

/// What readers need to know of the workspace.
#[derive(Debug)]
pub struct Context<'a> {
    /// Names of States, with those the workspace has added.
    pub states: &'a StateRegister,
    /// The State of rows that name none, in a workspace about one State.
    pub default_state: Option<StateCode>,
    /// What the user says about headers.
    pub columns: &'a ColumnMap,
    /// What the user says about documents that do not say it themselves.
    pub given: &'a Given,
}

/// What the user says of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// The State under review or State party.
    pub state: Option<StateCode>,
    /// The symbol of the document.
    pub symbol: Option<Symbol>,
    /// The session of the UPR Working Group.
    pub session: Option<Session>,
}

/// What a file turned out to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Kind of document; empty for exports and tables.
    pub label: &'static str,
    /// State, session and symbol, as far as the document says them.
    pub about: String,
}

/// What a reader hands over for one row.
#[derive(Debug)]
pub enum Item {
    /// A record, with remarks on what was odd.
    Record {
        /// The record.
        record: Box<Recommendation>,
        /// Remarks: unknown names, unknown labels.
        remarks: Vec<String>,
    },
    /// A row that is no record.
    Rejected(Rejection),
    /// Positions by number, to be resolved against the records that there are.
    Positions(PositionList),
    /// Something about the file as a whole.
    Remark(String),
}

/// Receives items; an error stops the reader.
pub struct Sink<'a> {
    /// How many rows at the head of the file are passed over, to resume an import.
    skip: u64,
    seen: u64,
    take: &'a mut dyn FnMut(u64, Item) -> Result<(), String>,
}

impl<'a> Sink<'a> {
    /// A sink that passes over the first `skip` rows and hands the others to `take`, with their
    /// running number from 1.
    pub fn new(skip: u64, take: &'a mut dyn FnMut(u64, Item) -> Result<(), String>) -> Self {
        Self { skip, seen: 0, take }
    }

    fn offer(
        &mut self,
        draft: &Draft,
        file: &SourceFile,
        context: &Context<'_>,
        place: String,
    ) -> Result<(), IngestError> {
        self.seen += 1;
        if self.seen <= self.skip {
            return Ok(());
        }
        let source = Source {
            file: file.name.clone(),
            file_hash: file.hash.clone(),
            place: place.clone(),
            source_id: None,
            says: Said::default(),
        };
        let item = match draft::finish(draft, context, source) {
            Ok(finished) => Item::Record { record: Box::new(finished.record), remarks: finished.remarks },
            Err(reason) => {
                Item::Rejected(Rejection { file: file.name.clone(), place, reason, raw: draft.text.clone() })
            }
        };
        (self.take)(self.seen, item).map_err(IngestError::Stopped)
    }

    /// A block that looked like a recommendation and is not taken.
    fn reject(&mut self, file: &SourceFile, place: String, reason: &str, raw: &str) -> Result<(), IngestError> {
        self.seen += 1;
        if self.seen <= self.skip {
            return Ok(());
        }
        let rejection = Rejection { file: file.name.clone(), place, reason: reason.to_owned(), raw: raw.to_owned() };
        (self.take)(self.seen, Item::Rejected(rejection)).map_err(IngestError::Stopped)
    }

    /// Positions stated by number; they are taken again when an import goes on.
    fn positions(&mut self, list: PositionList) -> Result<(), IngestError> {
        (self.take)(self.seen, Item::Positions(list)).map_err(IngestError::Stopped)
    }

    /// A remark on the whole file.
    fn remark(&mut self, remark: String) {
        // A receiver that stops is met at the next row.
        let _ = (self.take)(self.seen, Item::Remark(remark));
    }
}

/// Reads a file of any known format into the sink.
///
/// # Errors
/// See [`IngestError`]; rows handed over before the error have reached the sink.
pub fn read(file: &SourceFile, context: &Context<'_>, sink: &mut Sink<'_>) -> Result<Reading, IngestError> {
    match file.format {
        Format::UhriJson => uhri_json::read(file, context, sink)?,
        Format::Table(format) => tables::read(file, format, context, sink)?,
        Format::Document(format) => return official::read(&*file.document(format)?, file, context, sink),
    }
    Ok(Reading::default())
}
