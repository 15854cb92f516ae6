//! Learning the term lexicon, and measuring what searches find through it.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::progress::Progress;
use super::train::write_models;
use super::{Workspace, WorkspaceError, clock};
use crate::analysis::AnalysisError;
use crate::analysis::classify::fold_of;
use crate::analysis::lexicon::{AlignedText, learn};
use crate::analysis::models::{Card, Figure, ModelFile};
use crate::domain::vocabulary::{groups, issues};
use crate::domain::{Language, RecordId};
use crate::ingest::{AlignedRecord, read_aligned_records, read_aligned_titles};
use crate::search::{Origin, SearchDocument, SearchIndex, SearchRequest};
use crate::text::clean::clean;
use crate::text::lexicon::Lexicon;
use crate::text::number::split_number;
use crate::text::stemming::stem_tokens;
use crate::text::stop_words::is_stop_word;
use crate::text::term_rows;

/// Name of the lexicon and of its files.
pub(super) const LEXICON: &str = "lexicon";
/// Parts into which States and documents are dealt; each is measured with what the others teach.
const FOLDS: usize = 5;
/// Words of a query that is made of a text.
const KEY_WORDS: usize = 6;
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

impl Workspace {
    /// Learns the term lexicon and writes it with its card; returns the figures of the card.
    ///
    /// # Errors
    /// When a table cannot be read or the folder cannot be written.
    pub fn learn_lexicon(request: &LexiconRequest, progress: &dyn Progress) -> Result<Vec<Figure>, WorkspaceError> {
        progress.step("reading aligned texts", 0, 0);
        let records = read_aligned_records(&request.data.join("uhri").join("uhri_aligned_6lang.jsonl"))?;
        let titles = read_aligned_titles(&request.data.join("sdg").join("sdg_goals_targets_indicators_6lang.csv"))?;
        let records: Vec<AlignedRecord> = records.into_iter().map(cleaned).collect();
        let mut vocabulary: Vec<AlignedText> = titles.into_iter().map(text).collect();
        vocabulary.extend(terms());
        let figures = measure(&records, &vocabulary, progress)?;
        progress.step("learning from all texts", 0, 0);
        let texts: Vec<AlignedText> = records.iter().cloned().map(text).chain(vocabulary).collect();
        let bytes = learn(&texts).to_bytes().map_err(Self::io(&request.out))?;
        let card = card(&bytes, records.len(), texts.len() - records.len(), figures.clone());
        let card = serde_json::to_string_pretty(&card).unwrap_or_default() + "\n";
        write_models(&[ModelFile { name: LEXICON, bytes, card }], &request.out)?;
        Ok(figures)
    }

    /// The card of the lexicon in the program, or of a folder, which may have none.
    pub(super) fn lexicon_card(folder: Option<&Path>) -> Result<Option<Card>, WorkspaceError> {
        let path = folder.map(|folder| folder.join(format!("{LEXICON}.card.json")));
        let text = match path {
            None => include_str!("../../models/lexicon.card.json").to_owned(),
            Some(path) if !path.exists() => return Ok(None),
            Some(path) => std::fs::read_to_string(&path).map_err(Self::io(&path))?,
        };
        let bad = |e: serde_json::Error| AnalysisError::BadModel { name: LEXICON.to_owned(), reason: e.to_string() };
        Ok(Some(serde_json::from_str(&text).map_err(bad)?))
    }
}

/// A record without markup and paragraph numbers.
fn cleaned(record: AlignedRecord) -> AlignedRecord {
    AlignedRecord { texts: record.texts.map(|text| split_number(&clean(&text)).rest.to_owned()), ..record }
}

fn text(record: AlignedRecord) -> AlignedText {
    AlignedText { state: record.state, texts: record.texts.map(|text| vec![text]), weight: 1.0 }
}

/// The term table and the names of issues and groups.
fn terms() -> Vec<AlignedText> {
    let names = issues().iter().map(|issue| &issue.names).chain(groups().iter().map(|group| &group.names));
    let names = names.map(|names| Language::ALL.map(|language| vec![names.get(language).to_owned()]));
    let term = |texts| AlignedText { state: String::new(), texts, weight: TERM_WEIGHT };
    term_rows().into_iter().chain(names).map(term).collect()
}

/// For each language, how many records are among the first ten when the key words of their English
/// text are looked for in the texts of that language alone, by a lexicon that has not seen their
/// State.
fn measure(
    records: &[AlignedRecord],
    vocabulary: &[AlignedText],
    progress: &dyn Progress,
) -> Result<Vec<Figure>, WorkspaceError> {
    let frequency = frequency(records);
    let mut found: BTreeMap<Language, (usize, usize)> = BTreeMap::new();
    for fold in 0..FOLDS {
        progress.step("measuring on texts held out", fold as u64, FOLDS as u64);
        let kept = records.iter().filter(|record| fold_of(&record.state, FOLDS) != fold).cloned().map(text);
        let lexicon = learn(&kept.chain(vocabulary.iter().cloned()).collect::<Vec<_>>());
        // Measured as it is shipped: cut and rounded.
        let shipped = lexicon.to_bytes().and_then(|bytes| Lexicon::from_bytes(&bytes));
        let lexicon = shipped.map_err(Workspace::io(Path::new(LEXICON)))?;
        for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
            let index = index(records, language, lexicon.clone())?;
            for (at, record) in records.iter().enumerate().filter(|(_, r)| fold_of(&r.state, FOLDS) == fold) {
                if !record.texts[language.index()].is_empty() {
                    let query = key_words(&record.texts[Language::En.index()], &frequency);
                    let result = index.search(&SearchRequest { query, limit: 10, ..SearchRequest::default() })?;
                    let (hits, of) = found.entry(language).or_default();
                    *hits += usize::from(result.found.iter().any(|hit| hit.document.id == RecordId(at as u64)));
                    *of += 1;
                }
            }
        }
    }
    let figure = |(language, (hits, of)): (&Language, &(usize, usize))| {
        Figure::new(&format!("recall@10 en to {language}"), *hits as f64 / (*of).max(1) as f64, *of)
    };
    Ok(found.iter().map(figure).collect())
}

/// The texts of one language as an index.
fn index(records: &[AlignedRecord], language: Language, lexicon: Lexicon) -> Result<SearchIndex, WorkspaceError> {
    let mut index = SearchIndex::in_memory()?.with_lexicon(lexicon);
    let document = |(at, record): (usize, &AlignedRecord)| SearchDocument {
        id: RecordId(at as u64),
        reference: String::new(),
        source_ids: Vec::new(),
        texts: vec![(language, record.texts[language.index()].clone())],
        citation: String::new(),
        facets: Vec::new(),
        day: None,
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
        let stems: std::collections::BTreeSet<String> = tokens.into_iter().map(|token| token.stem).collect();
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

fn card(bytes: &[u8], records: usize, terms: usize, figures: Vec<Figure>) -> Card {
    Card {
        name: LEXICON.to_owned(),
        purpose:
            "Tells which stems stand for each other in the six languages, so that a query finds texts in the others."
                .to_owned(),
        data: format!(
            "{records} public recommendations in six languages; {terms} terms of Weft's own vocabularies and titles of the Sustainable Development Goals"
        ),
        split: format!(
            "figures: States and documents dealt into {FOLDS} parts; the key words of an English text ({KEY_WORDS} words that stand in the fewest others) are looked for among all texts of one language, with a lexicon learnt without the part; the file in the program is learnt from all"
        ),
        method: "First alignment model of IBM in both directions; weight: geometric mean of the two probabilities"
            .to_owned(),
        date: clock::today(),
        licence: "Apache-2.0 OR MIT".to_owned(),
        hash: blake3::hash(bytes).to_hex().as_str()[..16].to_owned(),
        figures,
    }
}
