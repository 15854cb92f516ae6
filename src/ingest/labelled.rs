//! Labelled texts and pairs, which models are trained on.

use std::path::Path;

use serde::Deserialize;

use super::{IngestError, read_text};

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

#[derive(Deserialize)]
struct TextRow {
    id: String,
    text: String,
    #[serde(alias = "sdg_a")]
    sdg: String,
    #[serde(alias = "lead_a")]
    lead: String,
    #[serde(alias = "support_a")]
    support: String,
    #[serde(alias = "groups_a")]
    groups: String,
    #[serde(alias = "action_a")]
    action: String,
}

/// Reads labelled texts: columns `id,text,sdg,lead,support,groups,action`.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_labelled_texts(path: &Path) -> Result<Vec<LabelledText>, IngestError> {
    let list = |cell: &str| cell.split('|').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect();
    let rows: Vec<TextRow> = read(path)?;
    let labelled = |row: TextRow| LabelledText {
        sdg_targets: list(&row.sdg),
        support: list(&row.support),
        groups: list(&row.groups),
        id: row.id,
        text: row.text,
        lead: row.lead,
        action: row.action,
    };
    Ok(rows.into_iter().map(labelled).collect())
}

/// Reads labelled pairs: columns `state,a_id,b_id,a_text,b_text,label`.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_labelled_pairs(path: &Path) -> Result<Vec<LabelledPair>, IngestError> {
    read(path)
}

pub(super) fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Vec<T>, IngestError> {
    let text = read_text(path)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let row = |(at, row): (usize, Result<T, csv::Error>)| {
        row.map_err(|error| IngestError::Damaged {
            path: path.to_owned(),
            format: "the labelled table",
            place: format!("row {}", at + 2),
            reason: error.to_string(),
        })
    };
    reader.deserialize().enumerate().map(row).collect()
}
