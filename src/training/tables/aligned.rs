//! Texts that say the same in six languages, which the term lexicon is learnt from.

use std::path::Path;

use serde::Deserialize;

use super::rows::read;
use crate::domain::Language;
use crate::ingest::read_text;
use crate::training::TrainingError;

/// One text in several languages.
#[derive(Debug, Clone)]
pub struct AlignedRecord {
    /// State, or the document where none is given.
    pub state: String,
    /// By language, in the order of [`Language::ALL`]; empty where there is none.
    pub texts: [String; 6],
    /// Goals that UHRI tags it with, less one, each once.
    pub goals: Vec<usize>,
}

#[derive(Deserialize)]
struct JsonRow {
    #[serde(default)]
    symbol: String,
    #[serde(default)]
    country_iso3: Vec<Option<String>>,
    #[serde(default)]
    sdgs: Vec<String>,
    text: std::collections::BTreeMap<String, Option<String>>,
}

/// Reads records of JSON Lines with `text` by language, `country_iso3` and `symbol`.
///
/// # Errors
/// When the file cannot be read or a line is not of that form.
pub fn read_aligned_records(path: &Path) -> Result<Vec<AlignedRecord>, TrainingError> {
    let text = read_text(path)?;
    let line = |(at, line): (usize, &str)| {
        let bad = |error: serde_json::Error| TrainingError::BadLine {
            path: path.to_owned(),
            line: at + 1,
            reason: error.to_string(),
        };
        let row: JsonRow = serde_json::from_str(line).map_err(bad)?;
        let texts = Language::ALL.map(|language| row.text.get(language.code()).cloned().flatten().unwrap_or_default());
        let state = row.country_iso3.into_iter().flatten().next().unwrap_or(row.symbol);
        Ok(AlignedRecord { state, texts, goals: goals(&row.sdgs) })
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(line).collect()
}

/// The goals of labels such as "4 - QUALITY EDUCATION" and "16.3 - ...", less one.
fn goals(labels: &[String]) -> Vec<usize> {
    let number = |label: &String| {
        let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().ok().filter(|goal| (1..=17).contains(goal)).map(|goal| goal - 1)
    };
    let mut goals: Vec<usize> = labels.iter().filter_map(number).collect();
    goals.sort_unstable();
    goals.dedup();
    goals
}

#[derive(Deserialize)]
struct TitleRow {
    ar: String,
    zh: String,
    en: String,
    fr: String,
    ru: String,
    es: String,
}

/// Reads titles of goals, targets and indicators: columns `ar`, `zh`, `en`, `fr`, `ru`, `es`.
///
/// # Errors
/// When the file cannot be read or lacks a column.
pub fn read_aligned_titles(path: &Path) -> Result<Vec<AlignedRecord>, TrainingError> {
    let rows: Vec<TitleRow> = read(path)?;
    let record = |row: TitleRow| AlignedRecord {
        state: String::new(),
        goals: Vec::new(),
        texts: [row.ar, row.zh, row.en, row.fr, row.ru, row.es],
    };
    Ok(rows.into_iter().map(record).collect())
}
