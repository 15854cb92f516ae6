//! Labelled tables gathered into what models are fitted to and measured on.

use std::collections::HashMap;
use std::path::Path;

use super::TrainingError;
use super::folders::{DataFolders, listed};
use super::measured_sets::measured_sets;
use super::sets::{GoalText, JudgedPair, LabelledRecommendation, LinkedText, Serves, ThemedText, TrainingData};
use super::tables::{
    LabelledPair, LabelledText, SdgText, judged_links, judged_pairs, read_aurora_queries, read_labelled_pairs,
    read_labelled_texts, read_records, read_sdg_texts, read_twice_labelled, twice_judged_links,
};
use super::texts::english;
use crate::analysis::reading_of;
use crate::domain::vocabulary::{StateRegister, ThemeRegister, value_number};
use crate::domain::{Language, Recommendation, TagKind};
use crate::text::{Reading, read};

/// Reads everything.
///
/// # Errors
/// When a table cannot be read.
pub(super) fn training_data(folders: &DataFolders) -> Result<TrainingData, TrainingError> {
    let (data, gold) = (&folders.data, folders.gold());
    let sources = Sources::read(data)?;
    let names = sources.by_name();
    let twice_judged = twice_judged(&names)?;
    let mut links = links(&gold.join("recommendation_links_more.csv"), &names)?;
    links.extend(twice_judged.iter().filter_map(LinkedText::agreed));
    Ok(TrainingData {
        links,
        twice_judged,
        pairs: pairs(&gold.join("same_ask_pairs_more.csv"), &names)?,
        tested_links: tested_links(&gold.join("recommendation_links.csv"), &names)?,
        tested_pairs: pairs_with_texts(&gold.join("same_ask_pairs.csv"))?,
        themes: themes(&sources.unlabelled, &data.join("ohchr_thematic_lists").join("original"))?,
        sdg_texts: sdg_texts(&data.join("sdg"))?,
        sets: measured_sets(data)?,
        recommendations: sources.labelled.iter().map(recommendation).collect(),
        unlabelled: sources.unlabelled.iter().map(reading_of).collect(),
    })
}

/// Records of the data; judgements name them by identifier or reference.
struct Sources {
    /// With the labels of UPR Info.
    labelled: Vec<Recommendation>,
    /// The export of UHRI.
    unlabelled: Vec<Recommendation>,
    /// Of reviews that UPR Info does not have, and of treaty bodies in Spanish.
    others: Vec<Recommendation>,
}

/// Records by each of their names.
type ByName<'a> = HashMap<String, &'a Recommendation>;

impl Sources {
    fn read(data: &Path) -> Result<Self, TrainingError> {
        let labelled = read_records(&data.join("upr_info").join("upr_info_recommendations.csv"))?;
        let unlabelled = read_records(&data.join("uhri").join("export-full-en.json"))?;
        let mut others = read_records(&data.join("upr_wg_reports").join("uhri_gap_reviews.csv"))?;
        others.extend(read_records(&data.join("treaty_bodies_es").join("concluding_observations_es.csv"))?);
        Ok(Self { labelled, unlabelled, others })
    }

    /// Where two records have one name it is that of the later.
    fn by_name(&self) -> ByName<'_> {
        let all = self.labelled.iter().chain(&self.unlabelled).chain(&self.others);
        all.flat_map(|record| names(record).map(move |name| (name, record))).collect()
    }
}

/// Identifiers of the sources, and the reference.
fn names(record: &Recommendation) -> impl Iterator<Item = String> {
    let ids: Vec<String> = record.source_ids().into_iter().map(str::to_owned).collect();
    ids.into_iter().chain([record.reference().to_string()])
}

fn state(record: &Recommendation) -> String {
    record.state.map_or_else(|| record.id.to_string(), String::from)
}

/// The State of a labelled text, or the text's own identifier where its record is not known.
fn state_of(id: &str, names: &ByName<'_>) -> String {
    names.get(id).map_or_else(|| id.to_owned(), |record| state(record))
}

/// Texts with their links: those of a table, then the judgements that ship with Weft as far as their
/// records are known.
fn links(table: &Path, names: &ByName<'_>) -> Result<Vec<LinkedText>, TrainingError> {
    let with_text = |text: &LabelledText| with_links(text, names);
    let by_id = |text: &LabelledText| {
        let record = names.get(text.id.as_str())?;
        Some(linked(text, state(record), reading_of(record), Serves::Learning))
    };
    let mut links: Vec<LinkedText> = read_labelled_texts(table)?.iter().map(with_text).collect();
    links.extend(judged_links()?.iter().filter_map(by_id));
    Ok(links)
}

/// Texts that two readers have linked.
fn tested_links(table: &Path, names: &ByName<'_>) -> Result<Vec<[LinkedText; 2]>, TrainingError> {
    let both = |two: &[LabelledText; 2]| two.each_ref().map(|text| with_links(text, names));
    Ok(read_twice_labelled(table)?.iter().map(both).collect())
}

/// Texts of the data that two readers have linked for Weft, as far as their records are known.
fn twice_judged(names: &ByName<'_>) -> Result<Vec<[LinkedText; 2]>, TrainingError> {
    let by_id = |two: &[LabelledText; 2]| {
        let record = names.get(two[0].id.as_str())?;
        let reading = reading_of(record);
        Some(two.each_ref().map(|text| linked(text, state(record), reading.clone(), Serves::Learning)))
    };
    Ok(twice_judged_links()?.iter().filter_map(by_id).collect())
}

/// A text that stands in its table.
fn with_links(text: &LabelledText, names: &ByName<'_>) -> LinkedText {
    linked(text, state_of(&text.id, names), english(&text.text), Serves::Measuring)
}

fn linked(labelled: &LabelledText, state: String, reading: Reading, serves: Serves) -> LinkedText {
    let all = |kind: TagKind, values: &[String]| {
        values.iter().filter_map(|v| value_number(kind, v)).map(usize::from).collect()
    };
    LinkedText {
        state,
        reading,
        serves,
        sdg: all(TagKind::SdgTarget, &labelled.sdg_targets),
        lead: value_number(TagKind::Lead, &labelled.lead).map(usize::from),
        support: all(TagKind::Support, &labelled.support),
        groups: all(TagKind::Group, &labelled.groups),
    }
}

/// Judged pairs: those of a table, then the judgements that ship with Weft as far as their records are
/// known.
fn pairs(table: &Path, names: &ByName<'_>) -> Result<Vec<JudgedPair>, TrainingError> {
    let mut pairs = pairs_with_texts(table)?;
    pairs.extend(judged_pairs()?.iter().filter_map(|pair| {
        let (a, b) = (names.get(pair.a_id.as_str())?, names.get(pair.b_id.as_str())?);
        let relation = pair.relation()?;
        Some(JudgedPair { state: state(a), a: reading_of(a), b: reading_of(b), relation, serves: Serves::Learning })
    }));
    Ok(pairs)
}

/// The pairs of a table that holds their texts.
fn pairs_with_texts(table: &Path) -> Result<Vec<JudgedPair>, TrainingError> {
    Ok(read_labelled_pairs(table)?.iter().filter_map(with_texts).collect())
}

fn with_texts(pair: &LabelledPair) -> Option<JudgedPair> {
    let relation = pair.relation()?;
    let state = StateRegister::embedded().find(&pair.state).map_or_else(|| pair.state.clone(), String::from);
    let (a, b) = (english(&pair.a_text), english(&pair.b_text));
    Some(JudgedPair { state, a, b, relation, serves: Serves::Measuring })
}

/// Records with themes: those given, then those of the thematic lists of a folder.
fn themes(records: &[Recommendation], lists: &Path) -> Result<Vec<ThemedText>, TrainingError> {
    let mut themes: Vec<ThemedText> = records.iter().filter_map(themed).collect();
    for path in listed(lists, "docx")? {
        themes.extend(read_records(&path)?.iter().filter_map(themed));
    }
    Ok(themes)
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

/// What goals and targets say of themselves, and what is searched for them.
fn sdg_texts(folder: &Path) -> Result<Vec<GoalText>, TrainingError> {
    let mut texts = read_sdg_texts(&folder.join("sdg_goals_targets_indicators_6lang.csv"))?;
    for path in listed(&folder.join("aurora_queries"), "xml")? {
        texts.extend(read_aurora_queries(&path)?);
    }
    Ok(texts.iter().filter_map(of_goal).collect())
}

fn of_goal(text: &SdgText) -> Option<GoalText> {
    let goal: usize = text.code.split('.').next()?.parse().ok()?;
    let target = value_number(TagKind::SdgTarget, &text.code).map(usize::from);
    let reading = read(&text.text, Language::En);
    Some(GoalText { reading, goal: goal.checked_sub(1)?, target, is_query: text.is_query })
}

fn recommendation(record: &Recommendation) -> LabelledRecommendation {
    LabelledRecommendation {
        state: state(record),
        reading: reading_of(record),
        issues: numbers(record, TagKind::Issue),
        action: numbers(record, TagKind::Action).into_iter().next(),
    }
}

fn numbers(record: &Recommendation, kind: TagKind) -> Vec<usize> {
    let tags = record.tags.iter().filter(|tag| tag.kind == kind);
    tags.filter_map(|tag| value_number(kind, &tag.value)).map(usize::from).collect()
}
