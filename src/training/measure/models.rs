//! All measures on cards, model by model.

use super::clusters::clusters;
use super::goals::goals;
use super::{links, pairs, tags, topics};
use crate::analysis::models::Models;
use crate::training::TrainingError;
use crate::training::cards::Figures;
use crate::training::sets::TrainingData;

/// Measures models on data they have not seen; figures by model name.
///
/// # Errors
/// When clusters cannot be made.
pub(in crate::training) fn measure(models: &Models, data: &TrainingData) -> Result<Figures, TrainingError> {
    let links = [
        links::links(models, &data.links),
        links::twice_linked(models, &data.tested_links, "two readers"),
        links::twice_linked(models, &data.twice_judged, "two readers, cases that are confused"),
        tags::themes(models, &data.themes),
        goals(models, &data.sets),
    ];
    let pairs = [
        pairs::judged(models, &data.pairs, "held-out States"),
        pairs::judged(models, &data.tested_pairs, "kept for testing"),
        pairs::known(models, &data.sets),
    ];
    Ok(Figures::from([
        ("space", clusters(models, &data.recommendations)?),
        ("issues", tags::issues(models, &data.recommendations)),
        ("action", tags::action(models, &data.recommendations)),
        ("links", links.concat()),
        ("pairs", pairs.concat()),
        ("topics", topics::topics(models, &data.recommendations)),
    ]))
}
