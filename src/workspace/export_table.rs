//! Writing the tables of an answer.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::export_answer::ExportAnswer;
use super::files::write_whole;
use super::manifest::Manifest;
use super::own_files::Outputs;
use super::progress::{Progress, go_on};
use super::table_question::TableQuestion;
use super::{Workspace, WorkspaceError, Written};
use crate::domain::Asker;
use crate::exports::{
    AnswerCsv, AnswerDocx, AnswerJson, AnswerTables, AnswerWriter, AnswerXlsx, ExportError, answer_metadata,
};
use crate::i18n::Words;
use crate::view::View;

/// A file format of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableFormat {
    /// The first table, with a file beside it that tells what it is.
    Csv,
    /// One JSON object.
    Json,
    /// A workbook.
    Xlsx,
    /// A document.
    Docx,
}

impl TableFormat {
    /// The format that the name of a file asks for.
    ///
    /// # Errors
    /// When its ending is of none.
    pub fn of(file: &Path) -> Result<Self, WorkspaceError> {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            Some("xlsx") => Ok(Self::Xlsx),
            Some("docx") => Ok(Self::Docx),
            _ => Err(WorkspaceError::WrongEnding { file: file.to_owned(), what: Written::Table }),
        }
    }

    fn write(self, tables: &AnswerTables, out: &mut dyn Write) -> Result<(), WorkspaceError> {
        let writer: &dyn AnswerWriter = match self {
            Self::Csv => &AnswerCsv,
            Self::Json => &AnswerJson,
            Self::Xlsx => &AnswerXlsx,
            Self::Docx => &AnswerDocx,
        };
        Ok(writer.write(tables, Words::english(), out)?)
    }
}

/// Writes the tables of an answer to a stream; returns the rows of the first.
pub(super) fn write_tables(
    view: &View,
    question: &TableQuestion,
    format: TableFormat,
    out: &mut dyn Write,
    asker: &Asker,
) -> Result<u64, WorkspaceError> {
    let (tables, _) = question.tables(view, asker, Words::english())?;
    format.write(&tables, out)?;
    Ok(rows(&tables))
}

fn rows(tables: &AnswerTables) -> u64 {
    tables.tables.first().map_or(0, |table| table.rows.len() as u64)
}

impl Workspace {
    /// Writes the tables of an answer to a file; beside it stands its manifest, and beside CSV what it is.
    ///
    /// # Errors
    /// When the question is refused or a file cannot be written.
    pub(super) fn export_tables(
        &self,
        question: &TableQuestion,
        format: TableFormat,
        file: PathBuf,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<ExportAnswer, WorkspaceError> {
        let view = self.view()?;
        let outputs = Outputs::of(&self.folder, &self.settings);
        outputs.check(&file, &[])?;
        let (tables, about) = question.tables(&view, asker, Words::english())?;
        let mut bytes = Vec::new();
        format.write(&tables, &mut bytes)?;
        go_on(progress)?;
        if format == TableFormat::Csv {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let beside = file.with_file_name(format!("{name}-metadata.json"));
            outputs.check(&beside, &[])?;
            let mut metadata = Vec::new();
            answer_metadata(&tables, &name, &mut metadata)?;
            write_whole(&beside, &metadata)?;
        }
        let command = serde_json::to_value(question).map_err(ExportError::Json)?;
        Manifest::of(&file, &bytes, command, asker.language, &about, rows(&tables)).write(&file, &outputs)?;
        write_whole(&file, &bytes)?;
        Ok(ExportAnswer { rows: rows(&tables), aside: 0, file, is_stale: self.is_stale(&view.analysis)? })
    }
}
