//! The cards of all models, to be shown.

use std::path::Path;

use super::TrainingError;
use super::lexicon::LEXICON;
use crate::analysis::models::{Card, Models, read_models};

/// The cards of the models and of the lexicon, those in the program or those of a folder, which may have no
/// lexicon.
///
/// # Errors
/// When a model or a card cannot be read.
pub fn model_cards(folder: Option<&Path>) -> Result<Vec<Card>, TrainingError> {
    let mut cards = match folder {
        None => Models::embedded()?.cards.clone(),
        Some(folder) => read_models(folder)?.cards,
    };
    cards.extend(lexicon_card(folder)?);
    Ok(cards)
}

/// The card of the lexicon in the program, or of a folder, which may have none.
fn lexicon_card(folder: Option<&Path>) -> Result<Option<Card>, TrainingError> {
    let path = folder.map(|folder| folder.join(format!("{LEXICON}.card.json")));
    let text = match path {
        None => include_str!("../../models/lexicon.card.json").to_owned(),
        Some(path) if !path.exists() => return Ok(None),
        Some(path) => std::fs::read_to_string(&path).map_err(TrainingError::io(&path))?,
    };
    let bad = |e: serde_json::Error| TrainingError::BadCard { name: LEXICON, reason: e.to_string() };
    Ok(Some(serde_json::from_str(&text).map_err(bad)?))
}

#[cfg(test)]
mod tests {
    use super::model_cards;

    #[test]
    fn the_lexicon_is_listed_with_the_models() {
        let cards = model_cards(None).unwrap();
        assert_eq!(cards.last().map(|card| card.name.as_str()), Some("lexicon"));
    }
}
