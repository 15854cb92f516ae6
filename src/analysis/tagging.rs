//! Tags that models and rules give one reading, with the words that speak for each.

use super::classify::{Classifier, Prediction};
use super::features::{SparseVector, is_plain};
use super::learnt::Learnt;
use super::links::{LinkFeatures, goals_of, only_mandated};
use super::models::{LinkModels, Models, Space};
use crate::domain::vocabulary::{act, entity_types, issues, value_number};
use crate::domain::{Confidence, Language, Provenance, Tag, TagKind};
use crate::text::Reading;
use crate::text::acts::act_of;
use crate::text::instruments::Mention;
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
const SURE_LEAD: f32 = 0.2;
/// Words shown for a label.
const MOST_WORDS: usize = 4;

/// A tag as the cache keeps it: the reasons are made again when somebody asks.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ModelTag {
    /// Kind of tag.
    pub kind: TagKind,
    /// Number of the value in the vocabulary of its kind.
    pub value: u16,
    /// Where it came from.
    pub provenance: Provenance,
    /// Confidence in hundredths.
    pub confidence: u8,
}

/// The models that tag a text.
#[derive(Debug, Clone, Copy)]
pub struct Taggers<'a> {
    pub(crate) space: &'a Space,
    pub(crate) issues: &'a Classifier,
    pub(crate) action: &'a Classifier,
    pub(crate) links: &'a LinkModels,
}

/// Scores of the link models for one text.
struct LinkScores {
    sdg: Vec<f32>,
    lead: Vec<f32>,
    support: Vec<f32>,
    groups: Vec<f32>,
    themes: Vec<f32>,
    vector: SparseVector,
}

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

/// A reading with everything the models say of it.
pub struct Tagged {
    /// Tags, by kind, surest first.
    pub tags: Vec<ModelTag>,
    /// Place in the feature space.
    pub vector: SparseVector,
    /// Scores of the issues before calibration.
    pub issue_scores: Vec<f32>,
    /// Probabilities of the issues.
    pub issues: Vec<f32>,
    links: LinkScores,
}

/// Tags a reading.
#[must_use]
pub fn tag(models: Taggers<'_>, reading: &Reading) -> Tagged {
    let vector = models.space.features.vector(reading);
    let issue_scores = models.issues.model.scores(&vector);
    let issues = models.issues.probabilities(&issue_scores);
    let links = link_scores(models, reading, &vector, &issues);
    let mut tags = Vec::new();
    let mut give = |kind, predictions: Vec<Prediction>| {
        tags.extend(predictions.into_iter().map(|p| model_tag(kind, p.label as u16, Provenance::Model, p.probability)));
    };
    give(TagKind::Issue, issues_of(models.issues, &issue_scores));
    give(TagKind::Action, vec![models.action.single(&models.action.model.scores(&vector))]);
    give(TagKind::SdgTarget, targets(models, reading, &links));
    let lead = lead_of(models, reading, &links.lead);
    let mut support = models.links.support.several(&links.support, 0, MOST_SUPPORT);
    support.retain(|p| lead.as_ref().is_none_or(|lead| p.label != lead.label));
    give(TagKind::Lead, lead.into_iter().collect());
    give(TagKind::Support, support);
    give(TagKind::Group, models.links.groups.several(&links.groups, 0, MOST_GROUPS));
    let themes = models.links.themes.several(&links.themes, 0, MOST_THEMES);
    let has_theme = !themes.is_empty();
    give(TagKind::Theme, themes);
    if !has_theme {
        tags.extend(theme_of_issue(&tags));
    }
    let smart =
        smart(reading).into_iter().map(|found| model_tag(TagKind::Smart, found.element as u16, Provenance::Rule, 1.0));
    tags.extend(smart);
    let named = reading.instruments.iter().filter_map(|m| value_number(TagKind::Instrument, m.code));
    tags.extend(named.map(|value| model_tag(TagKind::Instrument, value, Provenance::Rule, 1.0)));
    Tagged { tags, vector, issue_scores, issues, links }
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
fn is_finding(reading: &Reading) -> bool {
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
    Some(model_tag(TagKind::Theme, value_number(TagKind::Theme, theme)?, Provenance::Rule, confidence))
}

/// The likeliest lead; where none is likely enough to be a suggestion, the only entity whose mandate the
/// text speaks of, if any.
fn lead_of(models: Taggers<'_>, reading: &Reading, scores: &[f32]) -> Option<Prediction> {
    let likeliest = models.links.lead.single(scores);
    if likeliest.probability >= SURE_LEAD {
        return Some(likeliest);
    }
    let code = entity_types()[only_mandated(reading)?].code.as_str();
    let label = models.links.lead.labels().iter().position(|label| label == code)?;
    Some(Prediction { label, probability: models.links.lead.probabilities(scores)[label] })
}

fn model_tag(kind: TagKind, value: u16, provenance: Provenance, probability: f32) -> ModelTag {
    ModelTag { kind, value, provenance, confidence: (Confidence::new(probability).value() * 100.0).round() as u8 }
}

/// The tags in words, each with its evidence.
#[must_use]
pub fn explain(models: &Models, reading: &Reading, learnt: Option<&Learnt>) -> Vec<Tag> {
    let mut tagged = tag(models.taggers(), reading);
    let words = models.space.features.plain_vector(reading);
    learnt.into_iter().for_each(|learnt| learnt.apply(&words, &mut tagged.tags));
    let explained = |tag: &ModelTag| {
        let mut explained = with_evidence(models, reading, &tagged, *tag);
        let count = learnt.map_or(0, |learnt| learnt.speaking_for(tag.kind, tag.value, &words));
        if count > 0 {
            explained.evidence.insert(0, format!("accepted here for texts alike: {count}"));
        }
        explained
    };
    tagged.tags.iter().map(explained).collect()
}

fn with_evidence(models: &Models, reading: &Reading, tagged: &Tagged, tag: ModelTag) -> Tag {
    let label = usize::from(tag.value);
    let evidence = match tag.kind {
        TagKind::Issue => words_for(models, &models.issues, tagged, label),
        TagKind::SdgTarget if !is_finding(reading) => facts_for(models, &models.links.sdg, tagged, label),
        TagKind::SdgTarget => {
            let stems = models.links.goals.shared(reading, label);
            stems.into_iter().take(MOST_WORDS).map(|stem| format!("\"{stem}…\" as in the target's own texts")).collect()
        }
        TagKind::Lead => facts_for(models, &models.links.lead, tagged, label),
        TagKind::Support => facts_for(models, &models.links.support, tagged, label),
        TagKind::Group => match found_words(reading, tag) {
            words if words.is_empty() => facts_for(models, &models.links.groups, tagged, label),
            words => words,
        },
        TagKind::Theme if tag.provenance == Provenance::Rule => tagged
            .tags
            .iter()
            .find(|t| t.kind == TagKind::Issue)
            .map(|t| format!("issue {}", t.text()))
            .into_iter()
            .collect(),
        TagKind::Theme => facts_for(models, &models.links.themes, tagged, label),
        TagKind::Action | TagKind::Instrument | TagKind::Smart => found_words(reading, tag),
    };
    Tag {
        kind: tag.kind,
        value: tag.text().to_owned(),
        provenance: tag.provenance,
        confidence: Confidence::new(f32::from(tag.confidence) / 100.0),
        evidence,
    }
}

/// The words that speak most for a label.
fn words_for(models: &Models, classifier: &Classifier, tagged: &Tagged, label: usize) -> Vec<String> {
    let parts = classifier.model.explain(&tagged.vector, label, MOST_WORDS * 3);
    let terms = parts.iter().map(|(feature, _)| models.space.features.term(*feature));
    terms.filter(|term| is_plain(term)).take(MOST_WORDS).map(|term| format!("\"{term}\"")).collect()
}

/// The words and named facts that speak most for a link.
fn facts_for(models: &Models, classifier: &Classifier, tagged: &Tagged, label: usize) -> Vec<String> {
    let space = &models.space.features;
    let layout = LinkFeatures::after(space);
    let parts = classifier.model.explain(&tagged.links.vector, label, MOST_WORDS * 3);
    parts.iter().filter_map(|(feature, _)| layout.describe(space, *feature)).take(MOST_WORDS).collect()
}

/// The words of the text that a rule has found.
fn found_words(reading: &Reading, tag: ModelTag) -> Vec<String> {
    let is_it = |code: &str| value_number(tag.kind, code) == Some(tag.value);
    match tag.kind {
        TagKind::Action => {
            let verbs = reading.opening.verbs.iter().take(2);
            verbs.map(|v| format!("opens with \"{}\" (category {})", v.words, v.category)).collect()
        }
        TagKind::Instrument => {
            reading.instruments.iter().filter(|m| is_it(m.code)).map(|m| named_with_act(reading, m)).collect()
        }
        TagKind::Smart => {
            let found = smart(reading).into_iter().filter(|element| element.element == usize::from(tag.value));
            found.map(|element| format!("\"{}\"", element.words)).collect()
        }
        _ => reading.groups.iter().filter(|g| is_it(g.code)).map(|g| format!("\"{}\"", g.words)).collect(),
    }
}

/// "optional protocol to cedaw": Ratification.
fn named_with_act(reading: &Reading, mention: &Mention) -> String {
    let act = act_of(&reading.folded, mention, reading.language).and_then(act);
    let asked = act.map(|act| format!(": {}", act.names.get(Language::En).to_lowercase())).unwrap_or_default();
    format!("\"{}\"{asked}", mention.words)
}

impl Tagged {
    /// The values of a kind, by number.
    #[must_use]
    pub fn of(&self, kind: TagKind) -> Vec<usize> {
        self.tags.iter().filter(|tag| tag.kind == kind).map(|tag| usize::from(tag.value)).collect()
    }
}

impl ModelTag {
    /// The value in words.
    #[must_use]
    pub fn text(&self) -> &'static str {
        crate::domain::vocabulary::values(self.kind).get(usize::from(self.value)).copied().unwrap_or("")
    }
}
