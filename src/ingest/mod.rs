//! Foreign files in, records and rejections out.
//!
//! The way of a file: `SourceFile::open` hashes it, `detect` tells its format from the first
//! bytes, the `SourceFormat` of that format takes the words of every row
//! (`raw_record`) into the `intake`, and `finish` makes a record of them or says why not. Documents go two
//! steps: `document` makes blocks of any format, `official` tells what the blocks mean. What comes out are
//! [`SourceItems`]: readers never see the store, and a file that turns out to be damaged gives nothing.
//!
//! Only this room parses foreign formats and detects encodings. It says what was odd by codes and knows no
//! record that was read before.

mod body_signs;
mod budget;
mod columns;
mod context;
mod damage;
mod delimited;
mod detect;
mod document;
mod document_kind;
mod encoding;
mod error;
mod fault;
mod file_tags;
mod finish;
mod format;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod gaps;
mod grid;
mod guard;
mod intake;
mod items;
mod json_table;
mod number_cell;
mod official;
mod origin;
mod own_process;
mod paragraph_cells;
mod pieces;
mod plain_tables;
mod plan_sheet;
mod position_table;
mod process;
mod raw_record;
mod readers;
mod register;
mod rejection_reason;
mod remark;
mod responsible;
mod returned;
mod row_checks;
mod source_file;
mod source_format;
mod table;
mod table_rows;
mod tables;
mod twins;
mod uhri_json;
mod values;
mod words;
mod workbook;

pub use columns::{Column, ColumnMap};
pub use context::{Context, DocumentFacts};
pub use damage::{Damage, DamagedPlace};
pub use document::extract_pages;
pub use document_kind::DocumentKind;
pub use error::IngestError;
pub use fault::{ExpectedFormat, Limit, MappingFault, UnreadContent};
pub use format::{DocumentFormat, Format, TableFormat};
pub use items::{Recognition, SourceItem, SourceItems};
pub use own_process::start_readers_with;
pub use plain_tables::{PlainRow, PlainTable, read_tables};
pub use plan_sheet::{LastIndicator, LastMeasure, LastOutcome, LastPlan, PlanColumnMap, UnreadCell, read_plan};
pub use readers::read;
pub use register::read_register;
pub use rejection_reason::RejectionReason;
pub use remark::{MechanismSign, Remark};
pub use returned::read_returned;
pub use source_file::{SourceFile, read_text, remove_waiting_copies};
pub use workbook::extract_sheets;
