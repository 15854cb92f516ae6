//! Tables that models are measured on and never learnt from.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::rows::read;
use crate::training::TrainingError;

/// Two texts that are known to ask the same, or not to.
#[derive(Debug, Clone, Deserialize)]
pub struct TextPair {
    /// First text.
    pub a_text: String,
    /// Second text.
    pub b_text: String,
}

/// A text and whether it is about one goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalJudgement {
    /// The text.
    pub text: String,
    /// Number of the goal, 1 to 17.
    pub goal: usize,
    /// Whether it is about it.
    pub is_about: bool,
}

/// Reads pairs: columns `a_text,b_text`.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_text_pairs(path: &Path) -> Result<Vec<TextPair>, TrainingError> {
    read(path)
}

#[derive(Deserialize)]
struct GroupRow {
    group_id: String,
    text: String,
}

/// Reads groups of texts: columns `group_id,text`.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_text_groups(path: &Path) -> Result<Vec<Vec<String>>, TrainingError> {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in read::<GroupRow>(path)? {
        groups.entry(row.group_id).or_default().push(row.text);
    }
    Ok(groups.into_values().collect())
}

#[derive(Deserialize)]
struct GoalRow {
    text: String,
    sdg: String,
    label: String,
}

/// Reads judgements on single goals: columns `text,sdg,label`; the goal is the number in `sdg`.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_goal_judgements(path: &Path) -> Result<Vec<GoalJudgement>, TrainingError> {
    let judgement = |row: GoalRow| {
        let digits: String = row.sdg.chars().filter(char::is_ascii_digit).collect();
        let goal = digits.parse().ok().filter(|goal| (1..=17).contains(goal))?;
        let is_about = matches!(row.label.trim().to_lowercase().as_str(), "true" | "1" | "yes");
        Some(GoalJudgement { text: row.text, goal, is_about })
    };
    Ok(read::<GoalRow>(path)?.into_iter().filter_map(judgement).collect())
}
