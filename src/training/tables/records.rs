//! Records of a file, read as an import reads them.

use std::path::Path;

use crate::domain::Recommendation;
use crate::domain::vocabulary::StateRegister;
use crate::ingest::{ColumnMap, Context, Given, Item, Sink, SourceFile, read};
use crate::training::TrainingError;

/// The records of a file of any known format; what is rejected is left out.
///
/// # Errors
/// When the file cannot be read.
pub fn read_records(path: &Path) -> Result<Vec<Recommendation>, TrainingError> {
    let file = SourceFile::open(path)?;
    let mut records = Vec::new();
    let mut take = |_: u64, item: Item| {
        if let Item::Record { record, .. } = item {
            records.push(*record);
        }
        Ok(())
    };
    let (columns, given) = (ColumnMap::default(), Given::default());
    let context = Context { states: StateRegister::embedded(), default_state: None, columns: &columns, given: &given };
    read(&file, &context, &mut Sink::new(0, &mut take))?;
    Ok(records)
}
