//! Tags with the words and facts that speak for each.

use super::tag::{is_finding, tag};
use crate::analysis::classify::Classifier;
use crate::analysis::features::is_plain;
use crate::analysis::learnt::Learnt;
use crate::analysis::links::LinkFeatures;
use crate::analysis::model_tag::ModelTag;
use crate::analysis::models::Models;
use crate::analysis::tagged::Tagged;
use crate::domain::vocabulary::{Vocabulary, VocabularyTerm, value_number};
use crate::domain::{Confidence, Evidence, Provenance, Tag, TagKind};
use crate::text::Reading;
use crate::text::acts::act_of;
use crate::text::instruments::Mention;
use crate::text::smart::smart;

/// Words shown for a label.
const MOST_WORDS: usize = 4;

/// The tags in words, each with its evidence.
#[must_use]
pub fn explain(models: &Models, reading: &Reading, learnt: Option<&Learnt>) -> Vec<Tag> {
    let mut tagged = tag(models.taggers(), reading);
    let words = models.space.features.plain_vector(reading);
    learnt.into_iter().for_each(|learnt| learnt.apply(&words, &mut tagged.tags));
    let explained = |tag: &ModelTag| {
        let mut evidence = evidence(models, reading, &tagged, *tag);
        let count = learnt.map_or(0, |learnt| learnt.speaking_for(tag.kind, tag.value, &words));
        if count > 0 {
            evidence.insert(0, Evidence::LearntHere { count });
        }
        Tag {
            kind: tag.kind,
            value: tag.text().to_owned(),
            provenance: tag.provenance,
            confidence: Confidence::new(f32::from(tag.confidence) / 100.0),
            evidence,
        }
    };
    tagged.tags.iter().map(explained).collect()
}

fn evidence(models: &Models, reading: &Reading, tagged: &Tagged, tag: ModelTag) -> Vec<Evidence> {
    let label = usize::from(tag.value);
    match tag.kind {
        TagKind::Issue => words_for(models, &models.issues, tagged, label),
        TagKind::SdgTarget if is_finding(reading) => {
            let stems = models.links.goals.shared(reading, label).into_iter().take(MOST_WORDS);
            stems.map(|stem| Evidence::TargetStem { stem: stem.to_owned() }).collect()
        }
        TagKind::SdgTarget => facts_for(models, &models.links.sdg, tagged, label),
        TagKind::Lead => facts_for(models, &models.links.lead, tagged, label),
        TagKind::Support => facts_for(models, &models.links.support, tagged, label),
        TagKind::Group => match found_words(reading, tag) {
            words if words.is_empty() => facts_for(models, &models.links.groups, tagged, label),
            words => words,
        },
        TagKind::Theme if tag.provenance == Provenance::Rule => first_issue(tagged).into_iter().collect(),
        TagKind::Theme => facts_for(models, &models.links.themes, tagged, label),
        TagKind::Action | TagKind::Instrument | TagKind::Smart => found_words(reading, tag),
        TagKind::Topic => words_of_topic(tagged, label),
    }
}

/// The issue that a theme corresponds to.
fn first_issue(tagged: &Tagged) -> Option<Evidence> {
    let first = tagged.of(TagKind::Issue).first().copied()?;
    Some(Evidence::Issue { issue: VocabularyTerm::numbered(Vocabulary::Issue, first)? })
}

/// The words of the text that show a topic.
fn words_of_topic(tagged: &Tagged, topic: usize) -> Vec<Evidence> {
    let found = tagged.topics.iter().find(|found| found.topic == topic);
    let words = found.into_iter().flat_map(|found| &found.words).take(MOST_WORDS);
    words.map(|words| Evidence::Words { words: words.clone() }).collect()
}

/// The words that speak most for a label.
fn words_for(models: &Models, classifier: &Classifier, tagged: &Tagged, label: usize) -> Vec<Evidence> {
    let parts = classifier.model.explain(&tagged.vector, label, MOST_WORDS * 3);
    let terms = parts.iter().map(|(feature, _)| models.space.features.term(*feature));
    let plain = terms.filter(|term| is_plain(term)).take(MOST_WORDS);
    plain.map(|term| Evidence::Words { words: term.to_owned() }).collect()
}

/// The words and named facts that speak most for a link.
fn facts_for(models: &Models, classifier: &Classifier, tagged: &Tagged, label: usize) -> Vec<Evidence> {
    let space = &models.space.features;
    let layout = LinkFeatures::after(space);
    let parts = classifier.model.explain(&tagged.links.vector, label, MOST_WORDS * 3);
    parts.iter().filter_map(|(feature, _)| layout.evidence(space, *feature)).take(MOST_WORDS).collect()
}

/// The words of the text that a rule has found.
fn found_words(reading: &Reading, tag: ModelTag) -> Vec<Evidence> {
    let is_it = |code: &str| value_number(tag.kind, code) == Some(tag.value);
    match tag.kind {
        TagKind::Action => {
            let verbs = reading.opening.verbs.iter().take(2);
            verbs.map(|verb| Evidence::Opening { words: verb.words.clone(), category: verb.category }).collect()
        }
        TagKind::Instrument => {
            reading.instruments.iter().filter(|m| is_it(m.code)).map(|m| named_with_act(reading, m)).collect()
        }
        TagKind::Smart => {
            let found = smart(reading).into_iter().filter(|element| element.element == usize::from(tag.value));
            found.map(|element| Evidence::Words { words: element.words }).collect()
        }
        _ => {
            let named = reading.groups.iter().filter(|group| is_it(group.code));
            named.map(|group| Evidence::Words { words: group.words.clone() }).collect()
        }
    }
}

/// "optional protocol to cedaw": ratification.
fn named_with_act(reading: &Reading, mention: &Mention) -> Evidence {
    let words = mention.words.clone();
    let act = act_of(&reading.folded, mention, reading.language);
    match act.and_then(|code| VocabularyTerm::of(Vocabulary::Act, code)) {
        Some(act) => Evidence::NamedWithAct { words, act },
        None => Evidence::Words { words },
    }
}
