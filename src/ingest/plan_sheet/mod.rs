//! The last plan of an office, in whatever table it holds it: outcomes, measures and indicators with who, when and how
//! far.
//!
//! `columns` knows what headings mean, in six languages; `layout` finds the heading rows and tells numbers from words
//! in the columns of levels; `levels` reads rows to a plan of up to three levels. Nothing is guessed: what is not
//! understood is named with its place.

mod columns;
mod layout;
mod leading_number;
mod levels;

pub use columns::PlanColumnMap;
pub use levels::{LastIndicator, LastMeasure, LastOutcome, LastPlan, UnreadCell};

use super::error::IngestError;
use super::fault::{MappingFault, UnreadContent};
use super::format::{DocumentFormat, Format};
use super::plain_tables::read_tables;
use super::source_file::SourceFile;
use crate::domain::Language;

/// Reads the plan in a file; `preferred` chooses between columns of the same meaning in several languages.
///
/// # Errors
/// When the file cannot be read, or no table of it is a plan.
pub fn read_plan(file: &SourceFile, map: &PlanColumnMap, preferred: Language) -> Result<LastPlan, IngestError> {
    // A page of the web says where its cells stand by spans that are not followed.
    if file.format == Format::Document(DocumentFormat::Html) {
        return Err(IngestError::UnknownFormat { path: file.path.clone(), seen: UnreadContent::WebPage });
    }
    let tables = read_tables(file)?;
    let cells = tables.iter().flat_map(|table| &table.rows).flat_map(|row| row.cells.iter().map(String::as_str));
    if let Some(mapping) = map.missing(cells) {
        let headers = tables.iter().flat_map(|table| table.rows.first()).map(|row| row.cells.join(", "));
        let fault = MappingFault::NoSuchHeader { headers: headers.collect::<Vec<_>>().join("; ") };
        return Err(IngestError::BadMapping { mapping, fault, fields: PlanColumnMap::fields() });
    }
    let laid_out: Vec<_> = tables.iter().map(|table| (table, layout::Layout::of(table, map, preferred))).collect();
    let mut plan = LastPlan::default();
    for (table, layout) in &laid_out {
        match layout {
            Some(layout) => plan.take(table, layout),
            None => plan.pass_over(table),
        }
    }
    plan.settle_dates();
    if plan.is_empty() {
        let headers = tables.iter().flat_map(|table| table.rows.first()).map(|row| row.cells.join(", "));
        let headers = headers.collect::<Vec<_>>().join("; ").chars().take(400).collect();
        return Err(IngestError::NoPlanColumn { path: file.path.clone(), headers });
    }
    Ok(plan)
}

#[cfg(test)]
mod tests;
