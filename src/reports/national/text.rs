//! What a report is made of: headings with endnotes, paragraphs, lists, tables and marked gaps, before anybody has said its
//! captions in a language.

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::{Coded, Values};

/// A piece of a text: words of people or sources as they stand, or what the program says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ReportPiece {
    /// As it stands.
    Text(String),
    /// A caption or a sentence of the program.
    Said(Coded),
}

/// A cell of a table: lines of pieces.
pub type ReportCell = Vec<Vec<ReportPiece>>;

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportBlock {
    /// A paragraph, which is numbered.
    Paragraph(Vec<ReportPiece>),
    /// What a mechanism has said, as it stands.
    Quote(Vec<ReportPiece>),
    /// A line of a list under the paragraph before it.
    Item(Vec<ReportPiece>),
    /// Something that is missing.
    Gap(ReportPiece),
    /// A table; its words are not counted where a limit leaves tables out.
    Table {
        /// Its headings.
        columns: Vec<ReportPiece>,
        /// Its rows.
        rows: Vec<Vec<ReportCell>>,
    },
}

/// A heading with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportSection {
    /// The heading.
    pub heading: ReportPiece,
    /// Its level, from 1.
    pub level: u8,
    /// The endnote on it: numbers of recommendations; words of notes are not counted.
    pub note: Option<Vec<ReportPiece>>,
    /// What stands under it.
    pub blocks: Vec<ReportBlock>,
}

/// A recommendation that a report says nothing of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Its reference.
    pub reference: String,
    /// Its text.
    pub text: String,
    /// Why.
    pub why: Coded,
}

/// How long a report may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordLimit {
    /// Words.
    pub words: usize,
    /// What the limit comes from.
    pub source: Coded,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportText {
    /// Its title.
    pub title: Vec<ReportPiece>,
    /// The day that it is of.
    pub as_of: Date,
    /// Lines under the title: to whom, due when.
    pub head: Vec<Vec<ReportPiece>>,
    /// How long it may be; `None` where there is no limit.
    pub limit: Option<WordLimit>,
    /// Its sections.
    pub sections: Vec<ReportSection>,
    /// What it says nothing of.
    pub left_out: Vec<LeftOut>,
    /// What whoever writes it should look at; no part of the report.
    pub warnings: Vec<Coded>,
}

impl ReportPiece {
    /// Words as they stand.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A caption.
    pub(super) fn said(code: &str) -> Self {
        Self::Said(said(code, &[]))
    }

    /// Whether it says that something is missing.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        matches!(self, Self::Said(coded) if coded.code.starts_with("report-text-gap-"))
    }

    /// A sentence with values.
    pub(super) fn with(code: &str, values: &[(&str, serde_json::Value)]) -> Self {
        Self::Said(said(code, values))
    }
}

impl ReportSection {
    /// A section without an endnote.
    pub(super) const fn new(heading: ReportPiece, level: u8) -> Self {
        Self { heading, level, note: None, blocks: Vec::new() }
    }
}

impl ReportText {
    /// How many gaps are marked in it, in its tables too.
    #[must_use]
    pub fn gaps(&self) -> usize {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        let in_block = |block: &ReportBlock| match block {
            ReportBlock::Gap(_) => 1,
            ReportBlock::Table { rows, .. } => {
                rows.iter().flatten().flatten().flatten().filter(|piece| piece.is_gap()).count()
            }
            _ => 0,
        };
        blocks.map(in_block).sum()
    }
}

/// A message of reports.
pub(super) fn said(code: &str, values: &[(&str, serde_json::Value)]) -> Coded {
    let values: Values = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    Coded { code: format!("report-text-{code}"), values }
}
