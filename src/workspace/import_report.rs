//! What an import tells of each file.

use serde::{Deserialize, Serialize};

use crate::domain::{Coded, Message, Rejection};
use crate::ingest::{DocumentKind, Format};
use crate::records::{Difference, PositionReport};

/// What one file gave.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct FileReport {
    /// Name of the file.
    pub file: String,
    /// Format it was read as; none where it was not read.
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

/// A remark, and how often it was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkCount {
    /// The remark.
    #[serde(flatten)]
    pub remark: Coded,
    /// How often.
    pub count: u64,
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
    pub(super) fn not_read(rejection: Rejection) -> Self {
        let file = rejection.file.clone();
        Self { file, kind: FileKind::NotRead, rejected: vec![rejection], ..Self::default() }
    }
}

/// Whether anything was rejected in any file.
#[must_use]
pub fn has_rejections(reports: &[FileReport]) -> bool {
    reports.iter().any(|report| !report.rejected.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{DocumentKind, FileKind, FileReport, RemarkCount};
    use crate::domain::Coded;
    use crate::ingest::Remark;

    #[test]
    fn a_report_reads_back_from_json() {
        let remark = Remark::UnknownState { name: "Atlantis".to_owned() };
        let report = FileReport {
            kind: FileKind::Document(DocumentKind::ThematicList),
            remarks: vec![RemarkCount { remark: Coded::from(&remark), count: 2 }],
            ..FileReport::default()
        };
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!((json["kind"].as_str(), json["remarks"][0]["count"].as_u64()), (Some("thematic-list"), Some(2)));
        let back: FileReport = serde_json::from_value(json).unwrap();
        assert_eq!((back.kind, back.remarks), (report.kind, report.remarks));
    }
}
