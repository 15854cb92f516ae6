//! How many texts a topic is found for, and whether the texts have its issues.

use rayon::prelude::*;

use super::counts::accuracy;
use crate::analysis::models::{Figure, Models};
use crate::analysis::tagging::tag;
use crate::domain::TagKind;
use crate::domain::vocabulary::topics as table;
use crate::training::sets::LabelledRecommendation;

pub(super) fn topics(models: &Models, texts: &[LabelledRecommendation]) -> Vec<Figure> {
    let given: Vec<Option<bool>> = texts.par_iter().map(|text| has_issue_of_topic(models, text)).collect();
    let found: Vec<bool> = given.iter().map(Option::is_some).collect();
    let fitting: Vec<bool> = given.into_iter().flatten().collect();
    vec![accuracy("texts with a topic", &found), accuracy("topics of an issue of the text", &fitting)]
}

/// Whether a text has one of the issues of the topic that it is given; `None` when it is given none.
fn has_issue_of_topic(models: &Models, text: &LabelledRecommendation) -> Option<bool> {
    let topic = tag(models.taggers(), &text.reading).of(TagKind::Topic).first().copied()?;
    Some(table()[topic].issues.iter().any(|issue| text.issues.contains(issue)))
}
