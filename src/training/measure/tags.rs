//! Issues, action category and themes, as the program gives them.

use rayon::prelude::*;

use super::counts::{Labels, accuracy, label_figures, micro_figure};
use crate::analysis::models::{Figure, Models};
use crate::analysis::tagging::tag;
use crate::domain::TagKind;
use crate::domain::vocabulary::values;
use crate::text::Reading;
use crate::training::sets::{LabelledRecommendation, ThemedText};

/// The values of a kind that the program gives a text.
fn given(models: &Models, reading: &Reading, kind: TagKind) -> Vec<usize> {
    tag(models.taggers(), reading).of(kind)
}

pub(super) fn issues(models: &Models, texts: &[LabelledRecommendation]) -> Vec<Figure> {
    let sets: Vec<Labels> =
        texts.par_iter().map(|text| (given(models, &text.reading, TagKind::Issue), text.issues.clone())).collect();
    label_figures("issues", values(TagKind::Issue).len(), &sets).to_vec()
}

pub(super) fn action(models: &Models, texts: &[LabelledRecommendation]) -> Vec<Figure> {
    let judged: Vec<bool> = texts
        .par_iter()
        .filter_map(|text| Some(given(models, &text.reading, TagKind::Action).contains(&text.action?)))
        .collect();
    vec![accuracy("action category accuracy", &judged)]
}

pub(super) fn themes(models: &Models, texts: &[ThemedText]) -> Vec<Figure> {
    let sets: Vec<Labels> =
        texts.par_iter().map(|text| (given(models, &text.reading, TagKind::Theme), text.themes.clone())).collect();
    vec![micro_figure("themes", values(TagKind::Theme).len(), &sets)]
}
