//! Models on disk: MessagePack, deflated, one file a model.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::analysis::AnalysisError;

/// The bytes of a model.
///
/// # Errors
/// When the model cannot be written as MessagePack.
pub(super) fn pack<T: Serialize>(name: &str, model: &T) -> Result<Vec<u8>, AnalysisError> {
    let fail = |reason: String| AnalysisError::BadModel { name: name.to_owned(), reason };
    let plain = rmp_serde::to_vec(model).map_err(|e| fail(e.to_string()))?;
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&plain).and_then(|()| encoder.finish()).map_err(|e| fail(e.to_string()))
}

/// The model of bytes.
///
/// # Errors
/// When the bytes are no model of that kind.
pub(super) fn unpack<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, AnalysisError> {
    let fail = |reason: String| AnalysisError::BadModel { name: name.to_owned(), reason };
    let mut plain = Vec::new();
    DeflateDecoder::new(bytes).read_to_end(&mut plain).map_err(|e| fail(e.to_string()))?;
    rmp_serde::from_slice(&plain).map_err(|e| fail(e.to_string()))
}
