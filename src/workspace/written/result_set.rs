//! Everything that a query finds, as a file that can be cited.

use std::io::Write;
use std::path::Path;

use crate::domain::{Facet, FacetLevel};
use crate::exports::{
    CountLine, HitRow, ResultCsv, ResultDocx, ResultJson, ResultSet, ResultWriter, ResultXlsx, csv_metadata,
};
use crate::i18n::Words;
use crate::search::{Found, Reach, SearchRequest, SearchResult, ValueCount};
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::folder::whole_file::write_whole;
use crate::workspace::searching::finder::Finder;
use crate::workspace::searching::search::SearchQuery;
use crate::workspace::written::about_results::AboutResults;
use crate::workspace::written::file_format::FileFormat;
use crate::workspace::{WorkspaceError, Written};

fn writer(format: FileFormat) -> &'static dyn ResultWriter {
    match format {
        FileFormat::Csv => &ResultCsv,
        FileFormat::Json => &ResultJson,
        FileFormat::Xlsx => &ResultXlsx,
        FileFormat::Docx => &ResultDocx,
    }
}

impl Finder {
    /// Writes all that fits a query to a file, in the format of its name; returns how many records.
    ///
    /// # Errors
    /// When a date cannot be read, the file has an unknown ending, or the disk refuses.
    pub fn write_results(&self, query: &SearchQuery, file: &Path) -> Result<u64, WorkspaceError> {
        let format = FileFormat::of(file, Written::Results)?;
        let outputs = Outputs::of(&self.folder, &self.settings);
        outputs.check(file, &[])?;
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = file.with_file_name(format!("{name}-metadata.json"));
        if format == FileFormat::Csv {
            outputs.check(&beside, &[])?;
        }
        let words = Words::english();
        let set = self.result_set(query, words)?;
        let mut bytes = Vec::new();
        writer(format).write(&set, words, &mut bytes)?;
        write_whole(file, &bytes)?;
        if format == FileFormat::Csv {
            let mut about = Vec::new();
            csv_metadata(&set, &name, &mut about)?;
            write_whole(&beside, &about)?;
        }
        Ok(set.records.len() as u64)
    }

    /// Writes all that fits a query to a stream; returns how many records.
    ///
    /// # Errors
    /// When a date cannot be read or the stream refuses.
    pub fn results_into(
        &self,
        query: &SearchQuery,
        format: FileFormat,
        out: &mut dyn Write,
    ) -> Result<u64, WorkspaceError> {
        let words = Words::english();
        let set = self.result_set(query, words)?;
        writer(format).write(&set, words, out)?;
        Ok(set.records.len() as u64)
    }

    /// A page of what fits, as rows of a table.
    ///
    /// # Errors
    /// When a date cannot be read or the disk refuses.
    pub fn rows(&self, query: &SearchQuery) -> Result<Vec<HitRow>, WorkspaceError> {
        let result = self.all_of(&SearchRequest { reach: names_only(query), ..self.request(query)? })?;
        Ok(result.found.iter().map(|found| self.row(found, query)).collect())
    }

    fn result_set(&self, query: &SearchQuery, words: &Words) -> Result<ResultSet, WorkspaceError> {
        let reach = names_only(query);
        let all = SearchRequest { limit: usize::MAX, offset: 0, folds: false, reach, ..self.request(query)? };
        let result = self.all_of(&all)?;
        let line = &|facet: Facet, row: &ValueCount| CountLine {
            field: facet.name().to_owned(),
            value: self.shown(facet, &row.value),
            records: row.count,
            level: FacetLevel::of(facet, &row.value),
        };
        let counts =
            result.findings.facets.iter().flat_map(|(facet, values)| values.iter().map(move |row| line(*facet, row)));
        Ok(ResultSet {
            title: words.say(&AboutResults::Title { name: self.settings.name.clone() }),
            about: self.about(query, &all, &result.findings, words),
            counts: counts.collect(),
            records: result.found.iter().map(|found| self.row(found, query)).collect(),
        })
    }

    fn all_of(&self, request: &SearchRequest) -> Result<SearchResult, WorkspaceError> {
        let asking = self.asking();
        Ok(asking.search(&asking.read(request)?)?)
    }

    fn shown(&self, facet: Facet, value: &str) -> String {
        match facet {
            Facet::State | Facet::RecommendingState if !value.is_empty() => self.state_name(value),
            _ => value.to_owned(),
        }
    }

    fn row(&self, found: &Found, query: &SearchQuery) -> HitRow {
        let document = &found.document;
        let (language, text) = document.text(self.shown_language(query));
        let by: Vec<String> = document.values(Facet::RecommendingState).map(|code| self.state_name(code)).collect();
        let list = |facet: Facet| document.values(facet).collect::<Vec<_>>().join("|");
        HitRow {
            id: document.id.to_string(),
            source_ids: document.source_ids.join("|"),
            reference: document.reference.clone(),
            symbol: document.symbol.clone(),
            paragraph: document.paragraph.clone(),
            kind: document.value(Facet::Kind).to_owned(),
            date: document.published.map(|date| date.to_string()).unwrap_or_default(),
            mechanism: document.value(Facet::Mechanism).to_owned(),
            body: document.value(Facet::Body).to_owned(),
            state: self.state_name(document.value(Facet::State)),
            session: document.value(Facet::Session).to_owned(),
            year: document.value(Facet::Year).to_owned(),
            cycle: document.value(Facet::Cycle).to_owned(),
            position: document.value(Facet::Position).to_owned(),
            recommending_states: by.join("|"),
            cluster: document.values(Facet::Cluster).last().unwrap_or_default().to_owned(),
            issues: list(Facet::Issue),
            themes: list(Facet::Theme),
            groups: list(Facet::Group),
            sdg: list(Facet::Sdg),
            entities: list(Facet::Entity),
            instruments: list(Facet::Instrument),
            language: language.to_string(),
            text: text.to_owned(),
        }
    }
}

/// What comes near is for people to look at; a set holds what fits.
fn names_only(query: &SearchQuery) -> Reach {
    if query.is_literal { Reach::Literal } else { Reach::Names }
}
