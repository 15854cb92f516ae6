//! Fields of the index: one text field a language, one of plain words, one string field a facet.

use tantivy::Index;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

use super::analyser::Analyser;
use crate::domain::{Facet, Language};

/// Names of the fields that are read beside the documents.
pub(in crate::search) const ID: &str = "id";
pub(in crate::search) const DAY: &str = "day";
const LAST_DAY: &str = "last_day";
pub(in crate::search) const LIKENESS: &str = "likeness";
pub(in crate::search) const STANDING: &str = "standing";
/// Name of the field that orders records by document and paragraph.
pub(super) const PLACE: &str = "place";

/// The fields by what they hold.
#[derive(Debug, Clone)]
pub(in crate::search) struct Fields {
    pub(super) id: Field,
    /// The first of the days of a record.
    pub(in crate::search) day: Field,
    /// The last of them.
    pub(in crate::search) last_day: Field,
    /// Words of all languages as they stand, with their places: exact forms and beginnings.
    pub(in crate::search) words: Field,
    /// Reference, symbol and paragraph.
    pub(in crate::search) citation: Field,
    /// What a record may be called: identifiers, reference, paragraph, each folded and whole.
    pub(in crate::search) name: Field,
    /// The same for texts that are alike.
    pub(super) likeness: Field,
    /// One for final documents, zero for drafts.
    pub(super) standing: Field,
    /// Orders records by document and paragraph.
    pub(super) place: Field,
    /// The whole document.
    pub(super) document: Field,
    texts: [Field; 6],
    facets: Vec<Field>,
}

impl Fields {
    pub(in crate::search) fn text(&self, language: Language) -> Field {
        self.texts[language.index()]
    }

    pub(in crate::search) fn facet(&self, facet: Facet) -> Field {
        self.facets[facet.index()]
    }
}

/// Builds the schema.
pub(super) fn build() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = |analyser: Analyser, detail: IndexRecordOption| {
        let indexing = TextFieldIndexing::default().set_tokenizer(&analyser.name()).set_index_option(detail);
        TextOptions::default().set_indexing_options(indexing)
    };
    let id = schema.add_u64_field(ID, INDEXED | FAST);
    let day = schema.add_i64_field(DAY, INDEXED | FAST);
    let last_day = schema.add_i64_field(LAST_DAY, INDEXED | FAST);
    let detail = IndexRecordOption::WithFreqsAndPositions;
    let words = schema.add_text_field("words", text(Analyser::Words, detail));
    let citation = schema.add_text_field("citation", text(Analyser::Words, detail));
    let name = schema.add_text_field("name", STRING);
    let likeness = schema.add_u64_field(LIKENESS, FAST);
    let standing = schema.add_u64_field(STANDING, FAST);
    let place = schema.add_text_field(PLACE, FAST);
    let document = schema.add_bytes_field("document", STORED);
    let texts = Language::ALL
        .map(|language| schema.add_text_field(&format!("text_{language}"), text(Analyser::Stems(language), detail)));
    let facets = Facet::ALL.iter().map(|facet| schema.add_text_field(facet.name(), STRING | FAST)).collect();
    let fields =
        Fields { id, day, last_day, words, citation, name, likeness, standing, place, document, texts, facets };
    (schema.build(), fields)
}

/// Registers the analysers with an index.
pub(super) fn register(index: &Index) {
    let analysers = Language::ALL.map(Analyser::Stems).into_iter().chain([Analyser::Words]);
    for analyser in analysers {
        index.tokenizers().register(&analyser.name(), analyser);
    }
}
