//! Models of a folder in place of those in the program.

use std::path::Path;

use super::bundle::{Models, NAMES};
use crate::analysis::AnalysisError;

/// The models of a folder: `NAME.bin` and `NAME.card.json` for each of [`NAMES`].
///
/// # Errors
/// When a file is missing, damaged or of another training than the others.
pub fn read_models(folder: &Path) -> Result<Models, AnalysisError> {
    let files = NAMES.iter().map(|name| read_one(folder, name)).collect::<Result<Vec<_>, _>>()?;
    Models::from_files(std::array::from_fn(|at| (files[at].0.as_slice(), files[at].1.as_str())))
}

/// Bytes and card of one model.
fn read_one(folder: &Path, name: &str) -> Result<(Vec<u8>, String), AnalysisError> {
    let (model, card) = (folder.join(format!("{name}.bin")), folder.join(format!("{name}.card.json")));
    let bytes = std::fs::read(&model).map_err(|source| AnalysisError::Io { path: model, source })?;
    let card_text = std::fs::read_to_string(&card).map_err(|source| AnalysisError::Io { path: card, source })?;
    Ok((bytes, card_text))
}
