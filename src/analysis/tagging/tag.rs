//! Tags that models and rules give one reading.

use crate::analysis::classify::{Classifier, Prediction};
use crate::analysis::features::SparseVector;
use crate::analysis::links::{LinkFeatures, goals_of, only_mandated, rival, settled_lead};
use crate::analysis::model_tag::ModelTag;
use crate::analysis::models::Taggers;
use crate::analysis::tagged::{LinkScores, Tagged};
use crate::analysis::topics::{FoundTopic, topics_of};
use crate::domain::vocabulary::{entity_types, issues, value_number};
use crate::domain::{Language, Provenance, TagKind};
use crate::text::Reading;
use crate::text::action::Opening;
use crate::text::smart::smart;

/// Most issues a text is given.
const MOST_ISSUES: usize = 6;
/// Most SDG targets a text is given.
const MOST_SDGS: usize = 3;
/// Most supporting entities a text is given.
const MOST_SUPPORT: usize = 3;
/// Most themes a text is given.
const MOST_THEMES: usize = 4;
/// Most groups of persons a text is given.
const MOST_GROUPS: usize = 8;
/// A lead below this probability is no suggestion.
const LEAST_LEAD: f32 = 0.2;

/// Scores SDG targets, entities, groups and themes of a reading.
fn link_scores(models: Taggers<'_>, reading: &Reading, words: &SparseVector, probabilities: &[f32]) -> LinkScores {
    let vector =
        LinkFeatures::after(&models.space.features).vector(&models.space.features, reading, words, probabilities);
    LinkScores {
        sdg: models.links.sdg.model.scores(&vector),
        lead: models.links.lead.model.scores(&vector),
        support: models.links.support.model.scores(&vector),
        groups: models.links.groups.model.scores(&vector),
        themes: models.links.themes.model.scores(&vector),
        vector,
    }
}

/// Tags a reading.
#[must_use]
pub fn tag(models: Taggers<'_>, reading: &Reading) -> Tagged {
    let vector = models.space.features.vector(reading);
    let issue_scores = models.issues.model.scores(&vector);
    let issues = models.issues.probabilities(&issue_scores);
    let links = link_scores(models, reading, &vector, &issues);
    let mut tags = Vec::new();
    tags.extend(given(TagKind::Issue, issues_of(models.issues, &issue_scores)));
    tags.push(action(models, reading, &vector));
    tags.extend(given(TagKind::SdgTarget, targets(models, reading, &links)));
    let lead = lead_of(models, reading, &links.lead);
    let mut support = models.links.support.several(&links.support, 0, MOST_SUPPORT);
    support.retain(|p| lead.as_ref().is_none_or(|lead| p.label != lead.label));
    tags.extend(lead.map(|lead| lead_tag(models, &lead, &links.lead)));
    tags.extend(given(TagKind::Support, support));
    tags.extend(given(TagKind::Group, models.links.groups.several(&links.groups, 0, MOST_GROUPS)));
    let themes = models.links.themes.several(&links.themes, 0, MOST_THEMES);
    let has_theme = !themes.is_empty();
    tags.extend(given(TagKind::Theme, themes));
    if !has_theme {
        tags.extend(theme_of_issue(&tags));
    }
    let smart = smart(reading)
        .into_iter()
        .map(|found| ModelTag::new(TagKind::Smart, found.element as u16, Provenance::Rule, 1.0));
    tags.extend(smart);
    let named = reading.instruments.iter().filter_map(|m| value_number(TagKind::Instrument, m.code));
    tags.extend(named.map(|value| ModelTag::new(TagKind::Instrument, value, Provenance::Rule, 1.0)));
    let topics = topics_of(models.topics, reading, &issues);
    tags.extend(topic_tag(&topics));
    Tagged { tags, vector, issue_scores, issues, topics, links }
}

/// The action category by number from 0: 4 is to take general measures, 5 a specific one.
const GENERAL: u16 = 3;
const SPECIFIC: u16 = 4;

/// The action category. A general opening with specific lettered items asks for something specific.
fn action(models: Taggers<'_>, reading: &Reading, vector: &SparseVector) -> ModelTag {
    let found = models.action.single(&models.action.model.scores(vector));
    let is_specific = |item: &Opening| item.category() == Some(SPECIFIC as u8 + 1);
    if found.label as u16 == GENERAL && reading.items.len() > 1 && reading.items.iter().any(is_specific) {
        return ModelTag::new(TagKind::Action, SPECIFIC, Provenance::Rule, 1.0);
    }
    ModelTag::new(TagKind::Action, found.label as u16, Provenance::Model, found.probability)
}

/// The likeliest topic; it is as sure as its score stands out against the next.
fn topic_tag(topics: &[FoundTopic]) -> Option<ModelTag> {
    let best = topics.first()?;
    let next = topics.get(1).map_or(0.0, |next| next.score);
    Some(ModelTag::new(TagKind::Topic, best.topic as u16, Provenance::Model, best.score / (best.score + next)))
}

/// Predictions of one kind as tags.
fn given(kind: TagKind, predictions: Vec<Prediction>) -> impl Iterator<Item = ModelTag> {
    predictions.into_iter().map(move |p| ModelTag::new(kind, p.label as u16, Provenance::Model, p.probability))
}

/// The lead, beside the type that is nearly as likely.
fn lead_tag(models: Taggers<'_>, lead: &Prediction, scores: &[f32]) -> ModelTag {
    let rival = rival(&models.links.lead, scores, lead).map(|label| label as u16);
    ModelTag::new(TagKind::Lead, lead.label as u16, Provenance::Model, lead.probability).beside(rival)
}

/// The SDG targets of a text; an English one that asks nothing is put under goals by their own words
/// too (verbs of asking are not known well enough in the other languages).
fn targets(models: Taggers<'_>, reading: &Reading, links: &LinkScores) -> Vec<Prediction> {
    let mut given = models.links.sdg.several(&links.sdg, 0, MOST_SDGS);
    if is_finding(reading) {
        let goal = |label: usize| goals_of(&[label]);
        for near in models.links.goals.nearest(reading) {
            if !given.iter().any(|known| goal(known.label) == goal(near.target)) {
                given.push(Prediction { label: near.target, probability: near.likeness });
            }
        }
        given.truncate(MOST_SDGS);
    }
    given
}

/// Whether a text tells of something and asks nothing, as paragraphs of reports do.
pub(super) fn is_finding(reading: &Reading) -> bool {
    reading.language == Language::En && !reading.opening.asks
}

/// Issues that stand only where no other does.
const LAST_RESORT: [&str; 2] = ["General", "Other"];

/// The issues of a text by its scores: at least one; "General" and "Other" only where no other stands.
fn issues_of(classifier: &Classifier, scores: &[f32]) -> Vec<Prediction> {
    let given = classifier.several(scores, 1, MOST_ISSUES);
    let is_last = |p: &Prediction| LAST_RESORT.contains(&classifier.labels()[p.label].as_str());
    if given.iter().all(is_last) { given } else { given.into_iter().filter(|p| !is_last(p)).collect() }
}

/// Where the model gives no theme, the theme that the first issue corresponds to.
fn theme_of_issue(tags: &[ModelTag]) -> Option<ModelTag> {
    let issue = tags.iter().find(|tag| tag.kind == TagKind::Issue)?;
    let theme = issues()[usize::from(issue.value)].themes.first()?;
    let confidence = f32::from(issue.confidence) / 100.0;
    Some(ModelTag::new(TagKind::Theme, value_number(TagKind::Theme, theme)?, Provenance::Rule, confidence))
}

/// The lead of a settled case, else the likeliest; where none is likely enough to be a suggestion, the only
/// entity whose mandate the text speaks of, if any.
fn lead_of(models: Taggers<'_>, reading: &Reading, scores: &[f32]) -> Option<Prediction> {
    let of_code = |code: &str| {
        let label = models.links.lead.labels().iter().position(|label| label == code)?;
        Some(Prediction { label, probability: models.links.lead.probabilities(scores)[label] })
    };
    if let Some(settled) = settled_lead(reading).and_then(of_code) {
        return Some(settled);
    }
    let likeliest = models.links.lead.single(scores);
    if likeliest.probability >= LEAST_LEAD {
        return Some(likeliest);
    }
    of_code(entity_types()[only_mandated(reading)?].code.as_str())
}
