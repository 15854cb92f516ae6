//! Answers as plain data, as they go over a wire or into a file.

use serde::Serialize;
use serde_json::Value;

use crate::exports::ExportError;
use crate::workspace::WorkspaceError;

/// An answer as plain data.
///
/// # Errors
/// When it holds what JSON cannot hold.
pub(in crate::workspace) fn plain(answer: &impl Serialize) -> Result<Value, WorkspaceError> {
    serde_json::to_value(answer).map_err(|error| ExportError::Json(error).into())
}
