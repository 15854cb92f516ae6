//! The formats that are read.

use serde::{Deserialize, Serialize};

use crate::domain::Message;

/// The formats that are read; as JSON one word, such as `delimited`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// UHRI full export.
    UhriJson,
    /// A table of any kind.
    #[serde(untagged)]
    Table(TableFormat),
    /// A document: Word, PDF, web page, plain text.
    #[serde(untagged)]
    Document(DocumentFormat),
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "ingest-format-")]
pub enum TableFormat {
    /// CSV, TSV and their kin.
    Delimited,
    /// XLSX, XLS, ODS.
    Workbook,
}

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "ingest-format-")]
pub enum DocumentFormat {
    /// Word, DOCX.
    Docx,
    /// Word before 2007.
    Doc,
    /// PDF.
    Pdf,
    /// Web page.
    Html,
    /// Plain text.
    Text,
}

impl Message for Format {
    fn code(&self) -> &'static str {
        match self {
            Self::UhriJson => "ingest-format-uhri-json",
            Self::Table(format) => format.into(),
            Self::Document(format) => format.code(),
        }
    }
}

impl Message for DocumentFormat {
    fn code(&self) -> &'static str {
        self.into()
    }
}

#[cfg(test)]
mod tests {
    use super::{DocumentFormat, Format, TableFormat};

    #[test]
    fn a_format_is_one_word_that_reads_back() {
        for (format, word) in [
            (Format::UhriJson, "uhri-json"),
            (Format::Table(TableFormat::Workbook), "workbook"),
            (Format::Document(DocumentFormat::Pdf), "pdf"),
        ] {
            assert_eq!(serde_json::to_value(format).unwrap(), word);
            assert_eq!(serde_json::from_value::<Format>(word.into()).unwrap(), format);
        }
    }
}
