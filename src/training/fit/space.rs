//! Fitting the feature space: which tokens are features, and how rare they are.

use std::collections::HashMap;

use rayon::prelude::*;

use super::latent::latent_space;
use crate::analysis::features::{FeatureSpace, SparseVector, tokens};
use crate::analysis::models::Space;
use crate::text::Reading;
use crate::training::TrainingError;
use crate::training::sets::TrainingData;

/// Texts that must hold a token for it to become a feature.
const LEAST: usize = 3;
/// Dimensions of the latent space.
const DIMENSIONS: usize = 96;

/// Fits the feature space and the latent space to all texts.
///
/// # Errors
/// When a decomposition fails.
pub(super) fn space(data: &TrainingData, seed: u64) -> Result<Space, TrainingError> {
    let texts = || {
        let sdg_texts = data.sdg_texts.iter().map(|text| &text.reading);
        data.recommendations.iter().map(|r| &r.reading).chain(&data.unlabelled).chain(sdg_texts)
    };
    let features = feature_space(texts(), LEAST);
    let rows: Vec<SparseVector> = texts().collect::<Vec<_>>().par_iter().map(|r| features.plain_vector(r)).collect();
    let latent = latent_space(&rows, features.plain(), DIMENSIONS, seed)?;
    Ok(Space { features, latent })
}

/// The space of tokens that at least `least` texts hold.
fn feature_space<'a>(readings: impl Iterator<Item = &'a Reading>, least: usize) -> FeatureSpace {
    let mut frequency: HashMap<String, usize> = HashMap::new();
    let mut count = 0usize;
    for reading in readings {
        count += 1;
        let mut list = tokens(reading);
        list.sort_unstable();
        list.dedup();
        for token in list {
            *frequency.entry(token).or_default() += 1;
        }
    }
    let rarity = |df: usize| ((1.0 + count as f32) / (1.0 + df as f32)).ln() + 1.0;
    let kept = frequency.into_iter().filter(|(_, df)| *df >= least);
    FeatureSpace::new(kept.map(|(token, df)| (token, rarity(df))).collect())
}

#[cfg(test)]
mod tests {
    use super::feature_space;
    use crate::domain::Language;
    use crate::text::read;

    #[test]
    fn tokens_of_too_few_texts_are_no_features() {
        let texts = ["Herring have left the shoals", "Herring are sold in the harbour"];
        let readings = texts.map(|text| read(text, Language::En));
        let space = feature_space(readings.iter(), 2);
        assert!(space.rarity("herring").is_some() && space.rarity("harbour").is_none());
    }
}
