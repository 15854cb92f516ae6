//! What searches find through the lexicon in languages that they were not asked in.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use super::align::{AlignedText, LEXICON, learn};
use crate::analysis::models::Figure;
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Language, RecordId, Wording};
use crate::search::{Asking, Origin, SearchDocument, SearchError, SearchIndex, SearchRequest};
use crate::text::lexicon::Lexicon;
use crate::text::stemming::stem_tokens;
use crate::text::stop_words::is_stop_word;
use crate::training::TrainingError;
use crate::training::folds::fold_of;
use crate::training::on_fit_step::OnFitStep;
use crate::training::tables::AlignedRecord;

/// Parts into which States and documents are dealt; each is measured with what the others teach.
pub(super) const FOLDS: usize = 5;
/// Words of a query that is made of a text.
pub(super) const KEY_WORDS: usize = 6;
/// How many of the first hits count.
const FIRST: usize = 10;

/// Texts looked for, and those found among the first.
#[derive(Debug, Default, Clone, Copy)]
struct Looked {
    found: usize,
    all: usize,
}

/// For each language, how many records are among the first ten when the key words of their English
/// text are looked for in the texts of that language alone, by a lexicon that has not seen their
/// State.
///
/// # Errors
/// When an index cannot be made.
pub(super) fn recall(
    records: &[AlignedRecord],
    vocabulary: &[AlignedText],
    progress: OnFitStep<'_>,
) -> Result<Vec<Figure>, TrainingError> {
    let frequency = frequency(records);
    let mut looked: BTreeMap<Language, Looked> = BTreeMap::new();
    for fold in 0..FOLDS {
        progress("measuring on texts held out", fold as u64, FOLDS as u64);
        let lexicon = lexicon_without(fold, records, vocabulary)?;
        for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
            let index = index(records, language, lexicon.clone())?;
            let is_looked_for = |record: &AlignedRecord| {
                fold_of(&record.state, FOLDS) == fold && !record.texts[language.index()].is_empty()
            };
            for (at, record) in records.iter().enumerate().filter(|(_, record)| is_looked_for(record)) {
                let query = key_words(&record.texts[Language::En.index()], &frequency);
                let looked = looked.entry(language).or_default();
                looked.found += usize::from(finds(&index, query, RecordId(at as u64))?);
                looked.all += 1;
            }
        }
    }
    Ok(looked.into_iter().map(|(language, looked)| figure(language, looked)).collect())
}

fn figure(language: Language, looked: Looked) -> Figure {
    let share = looked.found as f64 / looked.all.max(1) as f64;
    Figure::new(&format!("recall@{FIRST} en to {language}"), share, looked.all)
}

/// The lexicon that all but one part teach, as it is shipped: cut and rounded.
fn lexicon_without(
    fold: usize,
    records: &[AlignedRecord],
    vocabulary: &[AlignedText],
) -> Result<Lexicon, TrainingError> {
    let kept = records.iter().filter(|record| fold_of(&record.state, FOLDS) != fold).cloned().map(AlignedText::from);
    let lexicon = learn(&kept.chain(vocabulary.iter().cloned()).collect::<Vec<_>>());
    let shipped = lexicon.to_bytes().and_then(|bytes| Lexicon::from_bytes(&bytes));
    shipped.map_err(TrainingError::io(Path::new(LEXICON)))
}

/// Whether a record is among the first hits.
fn finds(index: &SearchIndex, query: String, wanted: RecordId) -> Result<bool, SearchError> {
    let asking = Asking::new(index, StateRegister::embedded());
    let request = SearchRequest { query, limit: FIRST, ..SearchRequest::default() };
    let result = asking.search(&asking.read(&request)?)?;
    Ok(result.found.iter().any(|hit| hit.document.id == wanted))
}

/// The texts of one language as an index.
fn index(records: &[AlignedRecord], language: Language, lexicon: Lexicon) -> Result<SearchIndex, SearchError> {
    let mut index = SearchIndex::in_memory()?.with_lexicon(lexicon);
    let document = |(at, record): (usize, &AlignedRecord)| SearchDocument {
        id: RecordId(at as u64),
        reference: String::new(),
        source_ids: Vec::new(),
        texts: vec![Wording { language, text: record.texts[language.index()].clone() }],
        citation: String::new(),
        facets: Vec::new(),
        published: None,
        days: None,
        symbol: String::new(),
        paragraph: String::new(),
        place: String::new(),
        is_final: true,
    };
    index.update(records.iter().enumerate().map(document), Origin::default())?;
    Ok(index)
}

/// In how many English texts each stem stands.
fn frequency(records: &[AlignedRecord]) -> HashMap<String, usize> {
    let mut frequency = HashMap::new();
    for record in records {
        let tokens = stem_tokens(&record.texts[Language::En.index()], Language::En);
        let stems: BTreeSet<String> = tokens.into_iter().map(|token| token.stem).collect();
        stems.into_iter().for_each(|stem| *frequency.entry(stem).or_default() += 1);
    }
    frequency
}

/// The words of a text that stand in the fewest others, the first of equals first.
fn key_words(text: &str, frequency: &HashMap<String, usize>) -> String {
    let mut words: Vec<(usize, String, &str)> = Vec::new();
    for token in stem_tokens(text, Language::En) {
        let word = &text[token.start..token.end];
        let says = word.len() > 2 && !word.chars().any(char::is_numeric) && !is_stop_word(word, Language::En);
        if says && !words.iter().any(|(_, stem, _)| *stem == token.stem) {
            words.push((frequency.get(&token.stem).copied().unwrap_or(0), token.stem, word));
        }
    }
    words.sort_by_key(|(count, ..)| *count);
    words.iter().take(KEY_WORDS).map(|(.., word)| *word).collect::<Vec<_>>().join(" ")
}
