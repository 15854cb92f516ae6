//! Answers as plain data, as they go over a wire or into a file.

use serde::Serialize;
use serde_json::Value;

use super::WorkspaceError;
use crate::exports::ExportError;

/// An answer as plain data.
///
/// # Errors
/// When it holds what JSON cannot hold.
pub(super) fn plain(answer: &impl Serialize) -> Result<Value, WorkspaceError> {
    serde_json::to_value(answer).map_err(|error| ExportError::Json(error).into())
}
