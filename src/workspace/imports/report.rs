//! What an import tells of each file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Coded, Message, Rejection};
use crate::ingest::{DocumentKind, Format, Remark};
use crate::records::{Difference, FoldedRow, PositionReport};

/// What one file gave.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct FileReport {
    /// Name of the file.
    pub file: String,
    /// Format it was read as; `None` when it was not read.
    pub format: Option<Format>,
    /// What the file is.
    pub kind: FileKind,
    /// What the document is about: State, session, symbol.
    pub about: String,
    /// Rows read.
    pub rows: u64,
    /// Records that were new.
    pub new: u64,
    /// Records that were known.
    pub known: u64,
    /// Records that were known and have changed.
    pub changed: u64,
    /// Rows not taken over.
    pub rejected: Vec<Rejection>,
    /// Oddities, each with how often it was met, in a fixed order.
    pub remarks: Vec<RemarkCount>,
    /// Fields in which a known record and the file differ.
    pub differences: Vec<Difference>,
    /// Rows that fell on the record of another row of the file, with what they brought.
    #[serde(default)]
    pub folded: Vec<FoldedRow>,
    /// Positions that an addendum stated, where the file is one.
    pub positions: Option<PositionReport>,
    /// Records whose reading is in doubt.
    pub unsure: u64,
    /// Row after which an interrupted import went on.
    pub resumed_at: Option<u64>,
}

/// What a file is; as JSON one word, such as `thematic-list`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// An export or a table, which its format tells.
    #[default]
    Rows,
    /// A file of a folder that cannot be read.
    NotRead,
    /// A document.
    #[serde(untagged)]
    Document(DocumentKind),
}

/// Places that are named of each remark; the count tells of all.
const PLACES: usize = 50;

/// A remark, and how often it was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkCount {
    /// The remark.
    #[serde(flatten)]
    pub remark: Coded,
    /// How often.
    pub count: u64,
    /// Whether it names something of the file that was not used.
    #[serde(default)]
    pub is_unused: bool,
    /// Where, the first of them; empty where it is of the whole file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
}

/// The remarks on one file, by kind and words.
#[derive(Debug, Default)]
pub(in crate::workspace) struct Ledger(BTreeMap<Remark, (u64, Vec<String>)>);

impl Ledger {
    /// Enters a remark on a place; an empty place is the whole file.
    pub(in crate::workspace) fn enter(&mut self, remark: Remark, place: &str) {
        let (count, places) = self.0.entry(remark).or_default();
        *count += 1;
        if !place.is_empty() && places.len() < PLACES {
            places.push(place.to_owned());
        }
    }

    /// What is reported, in the order of kinds.
    pub(in crate::workspace) fn counts(self) -> Vec<RemarkCount> {
        let count = |(remark, (count, places)): (Remark, (u64, Vec<String>))| RemarkCount {
            remark: Coded::from(&remark),
            count,
            is_unused: remark.is_unused(),
            places,
        };
        self.0.into_iter().map(count).collect()
    }
}

impl Message for FileKind {
    fn code(&self) -> &'static str {
        match self {
            Self::Rows => "ingest-kind-rows",
            Self::NotRead => "ingest-kind-not-read",
            Self::Document(kind) => kind.code(),
        }
    }
}

impl From<Option<DocumentKind>> for FileKind {
    fn from(kind: Option<DocumentKind>) -> Self {
        kind.map_or(Self::Rows, Self::Document)
    }
}

impl FileReport {
    /// A file of a folder that could not be read.
    pub(in crate::workspace) fn not_read(rejection: Rejection) -> Self {
        let file = rejection.file.clone();
        Self { file, kind: FileKind::NotRead, rejected: vec![rejection], ..Self::default() }
    }
}

/// Whether every file was used whole: nothing rejected, and nothing left out.
#[must_use]
pub fn is_whole(reports: &[FileReport]) -> bool {
    reports.iter().all(|report| report.rejected.is_empty() && !report.remarks.iter().any(|remark| remark.is_unused))
}

#[cfg(test)]
mod tests {
    use super::{DocumentKind, FileKind, FileReport, Ledger, PLACES, Remark, is_whole};

    #[test]
    fn a_report_reads_back_from_json() {
        let mut ledger = Ledger::default();
        for place in ["row 2", "row 7"] {
            ledger.enter(Remark::UnknownState { name: "Atlantis".to_owned() }, place);
        }
        let report = FileReport {
            kind: FileKind::Document(DocumentKind::ThematicList),
            remarks: ledger.counts(),
            ..FileReport::default()
        };
        assert_eq!(report.remarks[0].places, ["row 2", "row 7"]);
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!((json["kind"].as_str(), json["remarks"][0]["count"].as_u64()), (Some("thematic-list"), Some(2)));
        let back: FileReport = serde_json::from_value(json).unwrap();
        assert_eq!((back.kind, back.remarks), (report.kind, report.remarks));
    }

    #[test]
    fn a_file_is_whole_unless_something_of_it_was_not_used() {
        let report = |remark| {
            let mut ledger = Ledger::default();
            (0..=PLACES).for_each(|_| ledger.enter(Remark::clone(&remark), "row 1"));
            FileReport { remarks: ledger.counts(), ..FileReport::default() }
        };
        let unused = report(Remark::UnusedColumn { heading: "Ministry".to_owned(), cells: 4 });
        assert_eq!((unused.remarks[0].count, unused.remarks[0].places.len()), (PLACES as u64 + 1, PLACES));
        assert!(!is_whole(&[unused]) && is_whole(&[report(Remark::NoState)]));
    }
}
