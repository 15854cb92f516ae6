//! Learning the term lexicon from texts in six languages and writing it with its card.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::align::{AlignedText, LEXICON, learn};
use super::recall::{FOLDS, KEY_WORDS, recall};
use crate::analysis::models::Figure;
use crate::domain::Language;
use crate::domain::vocabulary::{groups, issues};
use crate::text::clean::clean;
use crate::text::number::split_number;
use crate::text::term_rows;
use crate::training::TrainingError;
use crate::training::cards::{About, card};
use crate::training::files::{ModelFile, write_models};
use crate::training::on_fit_step::OnFitStep;
use crate::training::tables::{AlignedRecord, read_aligned_records, read_aligned_titles};

/// How much a row of the vocabularies counts beside a text.
const TERM_WEIGHT: f64 = 2.0;

/// Where the aligned texts are and where the lexicon goes.
#[derive(Debug, Clone)]
pub struct LexiconRequest {
    /// Folder with `uhri/` and `sdg/`.
    pub data: PathBuf,
    /// Where the lexicon and its card are written.
    pub out: PathBuf,
}

/// Learns the term lexicon and writes it with its card, which is dated `today`; returns the figures of the
/// card.
///
/// # Errors
/// When a table cannot be read or the folder cannot be written.
pub fn learn_lexicon(
    request: &LexiconRequest,
    today: Date,
    progress: OnFitStep<'_>,
) -> Result<Vec<Figure>, TrainingError> {
    progress("reading aligned texts", 0, 0);
    let records: Vec<AlignedRecord> = records(&request.data)?;
    let vocabulary = vocabulary(&request.data)?;
    let figures = recall(&records, &vocabulary, progress)?;
    progress("learning from all texts", 0, 0);
    let about = about(records.len(), vocabulary.len());
    let texts: Vec<AlignedText> = records.into_iter().map(AlignedText::from).chain(vocabulary).collect();
    let bytes = learn(&texts).to_bytes().map_err(TrainingError::io(&request.out))?;
    let card = card(about, today, &bytes, figures.clone());
    write_models(&[ModelFile { name: LEXICON, bytes, card }], &request.out)?;
    Ok(figures)
}

/// Recommendations in six languages without markup and paragraph numbers.
fn records(data: &Path) -> Result<Vec<AlignedRecord>, TrainingError> {
    let bare = |text: String| split_number(&clean(&text)).rest.to_owned();
    let records = read_aligned_records(&data.join("uhri").join("uhri_aligned_6lang.jsonl"))?;
    Ok(records.into_iter().map(|record| AlignedRecord { texts: record.texts.map(bare), ..record }).collect())
}

/// Titles of goals, targets and indicators, the term table, and the names of issues and groups.
fn vocabulary(data: &Path) -> Result<Vec<AlignedText>, TrainingError> {
    let titles = read_aligned_titles(&data.join("sdg").join("sdg_goals_targets_indicators_6lang.csv"))?;
    Ok(titles.into_iter().map(AlignedText::from).chain(terms()).collect())
}

/// The term table and the names of issues and groups.
fn terms() -> Vec<AlignedText> {
    let names = issues().iter().map(|issue| &issue.names).chain(groups().iter().map(|group| &group.names));
    let names = names.map(|names| Language::ALL.map(|language| vec![names.get(language).to_owned()]));
    let term = |texts| AlignedText { texts, weight: TERM_WEIGHT };
    term_rows().into_iter().chain(names).map(term).collect()
}

fn about(records: usize, terms: usize) -> About {
    About {
        name: LEXICON,
        purpose: "Tells which stems stand for each other in the six languages, so that a query finds texts in the others.",
        data: format!(
            "{records} public recommendations in six languages; {terms} terms of Weft's own vocabularies and titles of the Sustainable Development Goals"
        ),
        split: format!(
            "figures: States and documents dealt into {FOLDS} parts; the key words of an English text ({KEY_WORDS} words that stand in the fewest others) are looked for among all texts of one language, with a lexicon learnt without the part; the file in the program is learnt from all"
        ),
        method: "First alignment model of IBM in both directions; weight: geometric mean of the two probabilities",
    }
}
