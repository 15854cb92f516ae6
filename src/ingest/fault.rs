//! What the errors of foreign files say more closely: what was seen, which limit, which mapping.

use serde::{Deserialize, Serialize};

use super::damage::Damage;
use crate::domain::{Message, Values, fields};

/// What the content of a file that is not read looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "ingest-content-")]
pub enum UnreadContent {
    /// A zip archive of no office program.
    Archive,
    /// A JSON object, where an export is an array.
    JsonObject,
    /// An XML document that is no web page.
    Xml,
    /// No text at all.
    Binary,
    /// A plan table, whose rows are asks and not recommendations.
    PlanTable,
    /// A web page.
    WebPage,
}

/// What is wrong with a mapping of columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "ingest-mapping-")]
pub enum MappingFault {
    /// It is not written as `field=Header`.
    NoEqualsSign,
    /// There is no such field.
    NoSuchField,
    /// The table has no such header.
    NoSuchHeader {
        /// The headers that it has, joined.
        headers: String,
    },
}

/// A limit that a file is beyond; sizes in megabytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "ingest-limit-")]
pub enum Limit {
    /// Size of a table.
    Table {
        /// What the file has.
        size: u64,
        /// What it may have.
        most: u64,
    },
    /// Size of a document.
    Document {
        /// What the file has.
        size: u64,
        /// What it may have.
        most: u64,
    },
    /// Pages of a document.
    Pages {
        /// What the file has.
        count: u64,
        /// What it may have.
        most: u64,
    },
    /// Text of one cell or one recommendation, in kilobytes.
    Cell {
        /// What it has.
        size: u64,
        /// What it may have.
        most: u64,
    },
    /// Text of all cells together.
    TextOfCells {
        /// What a table may have.
        most: u64,
    },
    /// Cells of a table, blank ones before filled ones counted.
    Cells {
        /// What a table may have.
        most: u64,
    },
    /// Sheets of a workbook.
    Sheets {
        /// What the file has.
        count: u64,
        /// What it may have.
        most: u64,
    },
    /// What is packed in a file, or a single text in it.
    Part {
        /// What it may have.
        most: u64,
    },
    /// Elements of a page that are opened and not closed.
    OpenElements,
    /// Elements of a page.
    Elements {
        /// What a page may have.
        most: u64,
    },
    /// Lines of a text.
    Lines {
        /// What a text may have.
        most: u64,
    },
}

/// Why the tables of a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReadFault {
    /// It is damaged.
    Damaged(Box<Damage>),
    /// It is beyond a limit.
    Beyond(Limit),
}

impl From<Damage> for ReadFault {
    fn from(damage: Damage) -> Self {
        Self::Damaged(Box::new(damage))
    }
}

impl From<Limit> for ReadFault {
    fn from(limit: Limit) -> Self {
        Self::Beyond(limit)
    }
}

/// What a damaged file should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "ingest-expected-")]
pub enum ExpectedFormat {
    /// UHRI's JSON export.
    UhriJson,
    /// A delimited table.
    Table,
    /// A workbook.
    Workbook,
    /// A Word document.
    Word,
    /// A PDF document.
    Pdf,
    /// A web page.
    WebPage,
    /// A plain text.
    Text,
    /// The register of entities.
    Register,
}

impl Message for UnreadContent {
    fn code(&self) -> &'static str {
        self.into()
    }
}

impl Message for MappingFault {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl Message for ExpectedFormat {
    fn code(&self) -> &'static str {
        self.into()
    }
}

impl Message for Limit {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}
