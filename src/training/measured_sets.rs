//! The sets that models are measured on and never learnt from.

use std::path::Path;

use super::TrainingError;
use super::sets::MeasuredSets;
use super::tables::{
    AlignedRecord, TextPair, read_aligned_records, read_goal_judgements, read_text_groups, read_text_pairs,
};
use super::texts::{english, read_in};
use crate::domain::Language;
use crate::text::Reading;

/// The readings of a text in the six languages, in the order of `Language::ALL`, with its goals (from 0).
type InSixLanguages = ([Reading; 6], Vec<usize>);

/// Reads the sets of a folder of data.
///
/// # Errors
/// When a table cannot be read.
pub(super) fn measured_sets(data: &Path) -> Result<MeasuredSets, TrainingError> {
    let (duplicates, sdg) = (data.join("duplicates"), data.join("sdg"));
    Ok(MeasuredSets {
        hard_negatives: pairs(&duplicates.join("hard_negatives_different_instrument.csv"))?,
        two_sources: pairs(&duplicates.join("cross_source_pairs.csv"))?,
        identical: groups(&duplicates.join("same_review_identical_groups.csv"))?,
        goals: goals(&sdg.join("sdgclassification_benchmark.csv"))?,
        aligned: aligned(&data.join("uhri").join("uhri_aligned_6lang.jsonl"))?,
    })
}

fn pairs(table: &Path) -> Result<Vec<[Reading; 2]>, TrainingError> {
    let both = |pair: &TextPair| [english(&pair.a_text), english(&pair.b_text)];
    Ok(read_text_pairs(table)?.iter().map(both).collect())
}

fn groups(table: &Path) -> Result<Vec<Vec<Reading>>, TrainingError> {
    let whole = |group: &Vec<String>| -> Vec<Reading> { group.iter().map(|raw| english(raw)).collect() };
    Ok(read_text_groups(table)?.iter().map(whole).collect())
}

fn goals(table: &Path) -> Result<Vec<(Reading, usize, bool)>, TrainingError> {
    let judgements = read_goal_judgements(table)?;
    Ok(judgements.iter().map(|j| (english(&j.text), j.goal - 1, j.is_about)).collect())
}

/// Texts in six languages that have a goal.
fn aligned(file: &Path) -> Result<Vec<InSixLanguages>, TrainingError> {
    let in_all = |record: &AlignedRecord| {
        let texts = Language::ALL.map(|language| read_in(&record.texts[language.index()], language));
        (texts, record.goals.clone())
    };
    let records = read_aligned_records(file)?;
    Ok(records.iter().filter(|record| !record.goals.is_empty()).map(in_all).collect())
}
