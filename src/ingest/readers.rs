//! Which source format reads which file.

use super::context::Context;
use super::delimited::Delimited;
use super::format::{Format, TableFormat};
use super::intake::Intake;
use super::items::SourceItems;
use super::official::OfficialDocument;
use super::source_format::SourceFormat;
use super::uhri_json::UhriJson;
use super::workbook::Workbook;
use super::{IngestError, SourceFile};

/// Reads a file of any known format, once and whole.
///
/// # Errors
/// See [`IngestError`]; nothing is kept of a file that cannot be read to its end.
pub fn read(file: &SourceFile, context: &Context<'_>) -> Result<SourceItems, IngestError> {
    let mut intake = Intake::new(file, context);
    // A copy is read in the place of the file, which is the one that people know.
    let read = reader(file.format).read(&mut intake);
    let recognition = read.map_err(|error| error.of_file(&file.path))?;
    Ok(intake.finish(recognition))
}

fn reader(format: Format) -> Box<dyn SourceFormat> {
    match format {
        Format::UhriJson => Box::new(UhriJson),
        Format::Table(TableFormat::Delimited) => Box::new(Delimited),
        Format::Table(TableFormat::Workbook) => Box::new(Workbook),
        Format::Document(format) => Box::new(OfficialDocument(format)),
    }
}
