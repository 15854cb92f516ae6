//! What the engine says, as errors of the store. It tells by words alone that another process holds it.

use std::path::Path;

use super::damage::Damage;
use super::error::StoreError;
use super::own_file::read_file_to_string;

/// The file beside the engine's own that tells who holds the store.
pub(super) const HOLDER: &str = "holder.pid";

/// Translates an error of the engine.
pub(super) fn engine(path: &Path, error: &sled::Error) -> StoreError {
    let text = error.to_string();
    if text.contains("could not acquire lock") {
        let pid = read_file_to_string(&path.join(HOLDER)).ok().and_then(|pid| pid.trim().parse().ok());
        return StoreError::Held { path: path.to_owned(), pid };
    }
    match error {
        sled::Error::Io(io)
            if io.kind() != std::io::ErrorKind::Other && io.kind() != std::io::ErrorKind::UnexpectedEof =>
        {
            StoreError::Io { path: path.to_owned(), source: std::io::Error::new(io.kind(), text) }
        }
        _ => StoreError::Damaged { path: path.to_owned(), reason: Damage::Engine { reason: text } },
    }
}
