//! Labelled texts and pairs, which models are trained on.
//!
//! Two kinds of tables: those with their texts, which lie with the data, and the judgements in
//! `corpora/labels`, which name texts of the data by their identifiers and hold none.

use std::path::Path;

use serde::Deserialize;

use super::rows::{read, rows};
use crate::analysis::duplicates::AskRelation;
use crate::training::TrainingError;

/// A text with its links, judged by a person. Lists are joined with `|` in the file.
#[derive(Debug, Clone)]
pub struct LabelledText {
    /// Identifier of the record the text belongs to.
    pub id: String,
    /// The text as the source has it.
    pub text: String,
    /// SDG targets, best first.
    pub sdg_targets: Vec<String>,
    /// Type of the leading entity.
    pub lead: String,
    /// Types of supporting entities.
    pub support: Vec<String>,
    /// Group codes.
    pub groups: Vec<String>,
    /// Action category, `1` to `5`.
    pub action: String,
}

/// Two texts and how their asks relate: `same`, `overlap` or `different`.
#[derive(Debug, Clone, Deserialize)]
pub struct LabelledPair {
    /// Name of the State both are addressed to.
    pub state: String,
    /// Identifier of the first record.
    pub a_id: String,
    /// Identifier of the second record.
    pub b_id: String,
    /// First text.
    pub a_text: String,
    /// Second text.
    pub b_text: String,
    /// The judgement.
    pub label: String,
}

/// How two records of the data relate.
#[derive(Debug, Clone, Deserialize)]
pub struct JudgedIds {
    /// Identifier of the first record.
    pub a_id: String,
    /// Identifier of the second record.
    pub b_id: String,
    /// `same`, `overlap` or `different`.
    pub label: String,
}

impl LabelledPair {
    /// The judgement; `None` if it is no relation of asks.
    #[must_use]
    pub fn relation(&self) -> Option<AskRelation> {
        relation_of(&self.label)
    }
}

impl JudgedIds {
    /// The judgement; `None` if it is no relation of asks.
    #[must_use]
    pub fn relation(&self) -> Option<AskRelation> {
        relation_of(&self.label)
    }
}

fn relation_of(label: &str) -> Option<AskRelation> {
    match label {
        "same" => Some(AskRelation::Same),
        "overlap" => Some(AskRelation::Overlap),
        "different" => Some(AskRelation::Different),
        _ => None,
    }
}

#[derive(Deserialize)]
struct TextRow {
    id: String,
    #[serde(default)]
    text: String,
    sdg: String,
    lead: String,
    support: String,
    groups: String,
    action: String,
}

/// Reads labelled texts: columns `id,text,sdg,lead,support,groups,action`.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_labelled_texts(path: &Path) -> Result<Vec<LabelledText>, TrainingError> {
    Ok(read::<TextRow>(path)?.into_iter().map(labelled).collect())
}

#[derive(Deserialize)]
struct TwiceRow {
    id: String,
    #[serde(default)]
    text: String,
    sdg_a: String,
    sdg_b: String,
    lead_a: String,
    lead_b: String,
    support_a: String,
    support_b: String,
    groups_a: String,
    groups_b: String,
    action_a: String,
    action_b: String,
}

/// Reads texts that two people have labelled, each for themselves: the columns of
/// [`read_labelled_texts`] with `_a` and `_b`.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_twice_labelled(path: &Path) -> Result<Vec<[LabelledText; 2]>, TrainingError> {
    Ok(read::<TwiceRow>(path)?.into_iter().map(both).collect())
}

/// The judgements of two readers on links that ship with Weft; their texts are empty, to be found by identifier.
///
/// # Errors
/// Never for a released program; a test reads them.
pub fn twice_judged_links() -> Result<Vec<[LabelledText; 2]>, TrainingError> {
    let (table, path) = (include_str!("../../../corpora/labels/links_twice.csv"), "corpora/labels/links_twice.csv");
    Ok(rows::<TwiceRow>(table, Path::new(path))?.into_iter().map(both).collect())
}

fn both(row: TwiceRow) -> [LabelledText; 2] {
    let (id, text) = (row.id.clone(), row.text.clone());
    let first = TextRow {
        id: row.id,
        text: row.text,
        sdg: row.sdg_a,
        lead: row.lead_a,
        support: row.support_a,
        groups: row.groups_a,
        action: row.action_a,
    };
    let second = TextRow {
        id,
        text,
        sdg: row.sdg_b,
        lead: row.lead_b,
        support: row.support_b,
        groups: row.groups_b,
        action: row.action_b,
    };
    [labelled(first), labelled(second)]
}

fn labelled(row: TextRow) -> LabelledText {
    let list = |cell: &str| cell.split('|').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect();
    LabelledText {
        sdg_targets: list(&row.sdg),
        support: list(&row.support),
        groups: list(&row.groups),
        id: row.id,
        text: row.text,
        lead: row.lead,
        action: row.action,
    }
}

/// The judgements on links that ship with Weft; their texts are empty, to be found by identifier.
///
/// # Errors
/// Never for a released program; a test reads them.
pub fn judged_links() -> Result<Vec<LabelledText>, TrainingError> {
    let rows: Vec<TextRow> =
        rows(include_str!("../../../corpora/labels/links.csv"), Path::new("corpora/labels/links.csv"))?;
    Ok(rows.into_iter().map(labelled).collect())
}

/// The judgements on pairs that ship with Weft.
///
/// # Errors
/// Never for a released program; a test reads them.
pub fn judged_pairs() -> Result<Vec<JudgedIds>, TrainingError> {
    rows(include_str!("../../../corpora/labels/pairs.csv"), Path::new("corpora/labels/pairs.csv"))
}

/// Reads labelled pairs: columns `state,a_id,b_id,a_text,b_text,label`.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_labelled_pairs(path: &Path) -> Result<Vec<LabelledPair>, TrainingError> {
    read(path)
}
