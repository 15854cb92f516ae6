//! Models on disk: MessagePack, deflated, one file a model.

use std::io::Read;

use flate2::read::DeflateDecoder;
use serde::de::DeserializeOwned;

use crate::analysis::AnalysisError;

/// How many times longer a model is than its file, about: room is made for it once.
const DEFLATED: usize = 4;

/// The model of bytes.
///
/// # Errors
/// When the bytes are no model of that kind.
pub(super) fn unpack<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, AnalysisError> {
    let fail = |reason: String| AnalysisError::BadModel { name: name.to_owned(), reason };
    let mut plain = Vec::with_capacity(bytes.len() * DEFLATED);
    DeflateDecoder::new(bytes).read_to_end(&mut plain).map_err(|e| fail(e.to_string()))?;
    rmp_serde::from_slice(&plain).map_err(|e| fail(e.to_string()))
}
