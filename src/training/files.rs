//! Models on their way to disk: MessagePack, deflated, one file a model, each with its card.
//!
//! Reading them back is the work of [`crate::analysis::models`].

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde::Serialize;

use super::TrainingError;
use super::cards::{markdown, to_json};
use crate::analysis::models::{Card, Models};

/// A model file with its card.
#[derive(Debug, Clone)]
pub(super) struct ModelFile {
    /// Name without ending.
    pub(super) name: &'static str,
    /// Bytes of `NAME.bin`.
    pub(super) bytes: Vec<u8>,
    /// What stands in `NAME.card.json` and `NAME.md`.
    pub(super) card: Card,
}

/// The bytes of a model.
///
/// # Errors
/// When the model cannot be written as MessagePack.
pub(super) fn pack<T: Serialize>(name: &'static str, model: &T) -> Result<Vec<u8>, TrainingError> {
    let fail = |reason: String| TrainingError::Unwritable { name, reason };
    let plain = rmp_serde::to_vec(model).map_err(|e| fail(e.to_string()))?;
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&plain).and_then(|()| encoder.finish()).map_err(|e| fail(e.to_string()))
}

/// The models of freshly fitted files, as the program reads them.
///
/// # Errors
/// When a file cannot be read back.
pub(super) fn load(files: &[ModelFile; 6]) -> Result<Models, TrainingError> {
    let cards = files.each_ref().map(|file| to_json(&file.card));
    Ok(Models::from_files(std::array::from_fn(|at| (files[at].bytes.as_slice(), cards[at].as_str())))?)
}

/// Writes models with their cards, as JSON and as a page.
///
/// # Errors
/// When the disk refuses.
pub(super) fn write_models(files: &[ModelFile], folder: &Path) -> Result<(), TrainingError> {
    std::fs::create_dir_all(folder).map_err(TrainingError::io(folder))?;
    let write = |name: String, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(TrainingError::io(&path))
    };
    for file in files {
        write(format!("{}.bin", file.name), &file.bytes)?;
        write(format!("{}.card.json", file.name), to_json(&file.card).as_bytes())?;
        write(format!("{}.md", file.name), markdown(&file.card).as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::pack;
    use crate::analysis::features::{FeatureSpace, LatentSpace};
    use crate::analysis::models::Space;

    #[test]
    fn a_space_is_read_as_it_was_packed_but_for_the_rounding() {
        let features = FeatureSpace::new(vec![("shoal".to_owned(), 2.0), ("herring".to_owned(), 1.5)]);
        let space = Space { features, latent: LatentSpace::new(1, &[0.3, -0.7]) };
        let read = Space::from_bytes(&pack("space", &space).unwrap()).unwrap();
        assert_eq!(read.features.rarity("shoal"), Some(2.0));
        assert_eq!(read.features.term(0), "herring");
        assert_eq!(read.latent.quantised().1, space.latent.quantised().1);
    }
}
