//! What a file gave.

use super::document_kind::DocumentKind;
use super::remark::Remark;
use crate::domain::{PositionList, Recommendation, Rejection};

/// What a file turned out to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recognition {
    /// Kind of document; none for exports and tables.
    pub kind: Option<DocumentKind>,
    /// State, session and symbol, as far as the document says them.
    pub about: String,
}

/// All that a file gave, in the order of the file.
///
/// A file is parsed once, so its items are walked as often as is needed. A record takes about three
/// kilobytes: the items of the largest export take less than a gigabyte, and the analysis holds all
/// records at once in any case.
#[derive(Debug)]
pub struct SourceItems {
    /// What the file is.
    pub recognition: Recognition,
    /// What it holds.
    pub list: Vec<SourceItem>,
}

/// One thing that a file gave.
#[derive(Debug)]
pub enum SourceItem {
    /// A record, with remarks on what was odd.
    Record {
        /// The record.
        record: Box<Recommendation>,
        /// What was odd about it.
        remarks: Vec<Remark>,
    },
    /// A row that is no record.
    Rejected(Rejection),
    /// Positions by number, to be resolved against the records that there are.
    Positions(PositionList),
    /// Something about the file as a whole, or about a place of it that gave no record.
    Remark {
        /// What.
        remark: Remark,
        /// Where; empty for the whole file.
        place: String,
    },
}

impl SourceItem {
    /// Whether it was a row of the file: rows are numbered from 1, so that an import can be resumed.
    #[must_use]
    pub const fn is_row(&self) -> bool {
        matches!(self, Self::Record { .. } | Self::Rejected(_))
    }
}

impl SourceItems {
    /// The records.
    pub fn records(&self) -> impl Iterator<Item = &Recommendation> {
        self.list.iter().filter_map(|item| match item {
            SourceItem::Record { record, .. } => Some(&**record),
            _ => None,
        })
    }

    /// The records alone.
    #[must_use]
    pub fn into_records(self) -> Vec<Recommendation> {
        let record = |item| match item {
            SourceItem::Record { record, .. } => Some(*record),
            _ => None,
        };
        self.list.into_iter().filter_map(record).collect()
    }
}
