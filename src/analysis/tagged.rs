//! What the models say of one reading.

use super::features::SparseVector;
use super::model_tag::ModelTag;
use super::topics::FoundTopic;
use crate::domain::TagKind;

/// Everything the models say of a reading.
pub struct Tagged {
    /// Tags, by kind, surest first.
    pub tags: Vec<ModelTag>,
    /// Place in the feature space.
    pub vector: SparseVector,
    /// Scores of the issues before calibration.
    pub issue_scores: Vec<f32>,
    /// Probabilities of the issues.
    pub issues: Vec<f32>,
    /// Topics, likeliest first.
    pub topics: Vec<FoundTopic>,
    /// Scores of the link models.
    pub(super) links: LinkScores,
}

/// Scores of the link models for one text.
pub(super) struct LinkScores {
    pub(super) sdg: Vec<f32>,
    pub(super) lead: Vec<f32>,
    pub(super) support: Vec<f32>,
    pub(super) groups: Vec<f32>,
    pub(super) themes: Vec<f32>,
    pub(super) vector: SparseVector,
}

impl Tagged {
    /// The values of a kind, by number.
    #[must_use]
    pub fn of(&self, kind: TagKind) -> Vec<usize> {
        self.tags.iter().filter(|tag| tag.kind == kind).map(|tag| usize::from(tag.value)).collect()
    }
}
