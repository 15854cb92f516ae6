//! Labelled tables, read into what models are trained and measured on.

use std::collections::HashMap;
use std::path::Path;

use super::WorkspaceError;
use super::train::TrainRequest;
use crate::analysis::duplicates::AskRelation;
use crate::analysis::links::GoalText;
use crate::analysis::models::{JudgedPair, LabelledRecommendation, LinkedText, MeasuredSets, ThemedText, TrainingData};
use crate::analysis::reading_of;
use crate::domain::vocabulary::{StateRegister, ThemeRegister, value_number};
use crate::domain::{Language, Recommendation, TagKind};
use crate::ingest::{
    ColumnMap, Context, Given, Item, LabelledPair, LabelledText, SdgText, Sink, SourceFile, TextPair, judged_links,
    judged_pairs, read, read_aligned_records, read_aurora_queries, read_goal_judgements, read_labelled_pairs,
    read_labelled_texts, read_sdg_texts, read_text_groups, read_text_pairs, read_twice_labelled,
};
use crate::text;

/// Reads everything.
///
/// # Errors
/// When a table cannot be read.
pub(super) fn training_data(request: &TrainRequest) -> Result<TrainingData, WorkspaceError> {
    let labelled = records(&request.data.join("upr_info").join("upr_info_recommendations.csv"))?;
    let unlabelled = records(&request.data.join("uhri").join("export-full-en.json"))?;
    let later = records(&request.data.join("upr_wg_reports").join("uhri_gap_reviews.csv"))?;
    let spanish = records(&request.data.join("treaty_bodies_es").join("concluding_observations_es.csv"))?;
    let gold = request.gold.clone().unwrap_or_else(|| request.data.join("..").join("gold"));
    let texts = read_labelled_texts(&gold.join("recommendation_links_more.csv"))?;
    let pairs = read_labelled_pairs(&gold.join("same_ask_pairs_more.csv"))?;
    let by_id: HashMap<String, &Recommendation> = labelled
        .iter()
        .chain(&unlabelled)
        .chain(&later)
        .chain(&spanish)
        .flat_map(|r| names(r).map(move |n| (n, r)))
        .collect();
    let state_of = |id: &str| by_id.get(id).map_or_else(|| id.to_owned(), |r| state(r));
    let mut links: Vec<LinkedText> =
        texts.iter().map(|text| linked(text, state_of(&text.id), reading(&text.text), true)).collect();
    links.extend(judged_links()?.iter().filter_map(|text| {
        let record = by_id.get(text.id.as_str())?;
        Some(linked(text, state(record), reading_of(record), false))
    }));
    let mut judged: Vec<JudgedPair> = pairs.iter().filter_map(with_texts).collect();
    judged.extend(judged_pairs()?.iter().filter_map(|pair| {
        let (a, b) = (by_id.get(pair.a_id.as_str())?, by_id.get(pair.b_id.as_str())?);
        let [first, second] = [a, b].map(|record| reading_of(record));
        let relation = AskRelation::from_label(&pair.label)?;
        Some(JudgedPair { state: state(a), a: first, b: second, relation, measured: false })
    }));
    let tested = read_twice_labelled(&gold.join("recommendation_links.csv"))?;
    let twice = |both: &[LabelledText; 2]| {
        both.each_ref().map(|text| linked(text, state_of(&text.id), reading(&text.text), true))
    };
    let lists = request.data.join("ohchr_thematic_lists").join("original");
    let mut themed: Vec<ThemedText> = unlabelled.iter().filter_map(themed).collect();
    for path in super::files::listed(&lists, "docx")? {
        themed.extend(records(&path)?.iter().filter_map(self::themed));
    }
    let sdg = request.data.join("sdg");
    let mut sdg_texts = read_sdg_texts(&sdg.join("sdg_goals_targets_indicators_6lang.csv"))?;
    for path in super::files::listed(&sdg.join("aurora_queries"), "xml")? {
        sdg_texts.extend(read_aurora_queries(&path)?);
    }
    let of_goal = |text: &SdgText| {
        let goal: usize = text.code.split('.').next()?.parse().ok()?;
        let target = value_number(TagKind::SdgTarget, &text.code).map(usize::from);
        let reading = text::read(&text.text, Language::En);
        Some(GoalText { reading, goal: goal.checked_sub(1)?, target, is_query: text.is_query })
    };
    Ok(TrainingData {
        sdg_texts: sdg_texts.iter().filter_map(of_goal).collect(),
        sets: measured_sets(&request.data)?,
        themes: themed,
        tested_links: tested.iter().map(twice).collect(),
        tested_pairs: read_labelled_pairs(&gold.join("same_ask_pairs.csv"))?.iter().filter_map(with_texts).collect(),
        recommendations: labelled.iter().map(recommendation).collect(),
        unlabelled: unlabelled.iter().map(reading_of).collect(),
        links,
        pairs: judged,
    })
}

/// A record with the themes that its file states.
fn themed(record: &Recommendation) -> Option<ThemedText> {
    let believed = record.tags.iter().filter(|tag| tag.kind == TagKind::Theme && tag.confidence.value() >= 0.5);
    let current = believed.flat_map(|tag| ThemeRegister::embedded().current(&tag.value));
    let mut themes: Vec<usize> =
        current.filter_map(|name| value_number(TagKind::Theme, &name)).map(usize::from).collect();
    themes.sort_unstable();
    themes.dedup();
    let reading = reading_of(record);
    (!themes.is_empty()).then(|| ThemedText { state: state(record), reading, themes })
}

/// Identifiers of the sources, and the reference.
fn names(record: &Recommendation) -> impl Iterator<Item = String> {
    let ids: Vec<String> = record.source_ids().into_iter().map(str::to_owned).collect();
    ids.into_iter().chain([record.reference().to_string()])
}

fn with_texts(pair: &LabelledPair) -> Option<JudgedPair> {
    let relation = AskRelation::from_label(&pair.label)?;
    let state = StateRegister::embedded().find(&pair.state).map_or_else(|| pair.state.clone(), String::from);
    Some(JudgedPair { state, a: reading(&pair.a_text), b: reading(&pair.b_text), relation, measured: true })
}

fn measured_sets(data: &Path) -> Result<MeasuredSets, WorkspaceError> {
    let duplicates = data.join("duplicates");
    let pairs = |name: &str| -> Result<Vec<[text::Reading; 2]>, WorkspaceError> {
        let both = |pair: &TextPair| [reading(&pair.a_text), reading(&pair.b_text)];
        Ok(read_text_pairs(&duplicates.join(name))?.iter().map(both).collect())
    };
    let groups = read_text_groups(&duplicates.join("same_review_identical_groups.csv"))?;
    let judgements = read_goal_judgements(&data.join("sdg").join("sdgclassification_benchmark.csv"))?;
    let aligned = read_aligned_records(&data.join("uhri").join("uhri_aligned_6lang.jsonl"))?;
    let in_all = |texts: &[String; 6]| Language::ALL.map(|language| read_in(&texts[language.index()], language));
    Ok(MeasuredSets {
        hard_negatives: pairs("hard_negatives_different_instrument.csv")?,
        two_sources: pairs("cross_source_pairs.csv")?,
        identical: groups.iter().map(|group| group.iter().map(|raw| reading(raw)).collect()).collect(),
        goals: judgements.iter().map(|j| (reading(&j.text), j.goal - 1, j.is_about)).collect(),
        aligned: aligned.iter().filter(|a| !a.goals.is_empty()).map(|a| (in_all(&a.texts), a.goals.clone())).collect(),
    })
}

fn records(path: &Path) -> Result<Vec<Recommendation>, WorkspaceError> {
    let file = SourceFile::open(path)?;
    let mut records = Vec::new();
    let mut take = |_: u64, item: Item| {
        if let Item::Record { record, .. } = item {
            records.push(*record);
        }
        Ok(())
    };
    let columns = ColumnMap::default();
    read(
        &file,
        &Context {
            states: StateRegister::embedded(),
            default_state: None,
            columns: &columns,
            given: &Given::default(),
        },
        &mut Sink::new(0, &mut take),
    )?;
    Ok(records)
}

fn state(record: &Recommendation) -> String {
    record.state.map_or_else(|| record.id.to_string(), String::from)
}

fn numbers(record: &Recommendation, kind: TagKind) -> Vec<usize> {
    record
        .tags
        .iter()
        .filter(|t| t.kind == kind)
        .filter_map(|t| value_number(kind, &t.value))
        .map(usize::from)
        .collect()
}

fn recommendation(record: &Recommendation) -> LabelledRecommendation {
    LabelledRecommendation {
        state: state(record),
        reading: reading_of(record),
        issues: numbers(record, TagKind::Issue),
        action: numbers(record, TagKind::Action).into_iter().next(),
    }
}

fn reading(raw: &str) -> text::Reading {
    read_in(raw, Language::En)
}

fn read_in(raw: &str, language: Language) -> text::Reading {
    let cleaned = text::clean::clean(raw);
    let numbered = text::number::split_number(&cleaned).rest;
    let ask = text::attribution::split_attribution(numbered, StateRegister::embedded()).text;
    text::read(ask, language)
}

fn linked(labelled: &LabelledText, state: String, reading: text::Reading, measured: bool) -> LinkedText {
    let all = |kind: TagKind, values: &[String]| {
        values.iter().filter_map(|v| value_number(kind, v)).map(usize::from).collect()
    };
    LinkedText {
        state,
        reading,
        measured,
        sdg: all(TagKind::SdgTarget, &labelled.sdg_targets),
        lead: value_number(TagKind::Lead, &labelled.lead).map(usize::from),
        support: all(TagKind::Support, &labelled.support),
        groups: all(TagKind::Group, &labelled.groups),
    }
}
