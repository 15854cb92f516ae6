//! Records of a file, read as an import reads them.

use std::path::Path;

use crate::domain::Recommendation;
use crate::domain::vocabulary::StateRegister;
use crate::ingest::{ColumnMap, Context, DocumentFacts, SourceFile, read};
use crate::training::TrainingError;

/// The records of a file of any known format; what is rejected is left out.
///
/// # Errors
/// When the file cannot be read.
pub fn read_records(path: &Path) -> Result<Vec<Recommendation>, TrainingError> {
    let (columns, given) = (ColumnMap::default(), DocumentFacts::default());
    let states = StateRegister::embedded();
    let context = Context { states, default_state: None, entities: &[], columns: &columns, given: &given };
    Ok(read(&SourceFile::open(path)?, &context)?.into_records())
}
