//! Writing the tables of an answer.

use std::io::Write;
use std::path::PathBuf;

use crate::domain::Asker;
use crate::exports::{
    AnswerCsv, AnswerDocx, AnswerHtml, AnswerJson, AnswerTables, AnswerWriter, AnswerXlsx, ExportError, answer_metadata,
};
use crate::i18n::Words;
use crate::view::View;
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::folder::whole_file::write_whole;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::written::answer::ExportAnswer;
use crate::workspace::written::file_format::TableFormat;
use crate::workspace::written::manifest::Manifest;
use crate::workspace::written::table_question::TableQuestion;
use crate::workspace::{Workspace, WorkspaceError};

pub(in crate::workspace) fn write(
    format: TableFormat,
    tables: &AnswerTables,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), WorkspaceError> {
    let writer: &dyn AnswerWriter = match format {
        TableFormat::Csv => &AnswerCsv,
        TableFormat::Json => &AnswerJson,
        TableFormat::Xlsx => &AnswerXlsx,
        TableFormat::Docx => &AnswerDocx,
        TableFormat::Html => &AnswerHtml,
    };
    Ok(writer.write(tables, words, out)?)
}

/// Writes the tables of an answer to a stream; returns the rows of the first.
pub(in crate::workspace) fn write_tables(
    view: &View,
    question: &TableQuestion,
    format: TableFormat,
    out: &mut dyn Write,
    asker: &Asker,
) -> Result<u64, WorkspaceError> {
    let words = Words::of(asker.language);
    let answered = question.answered(view, asker, words)?;
    let tables = answered.illustrated(format)?;
    write(format, &tables, words, out)?;
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
    pub(in crate::workspace) fn export_tables(
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
        let words = Words::of(asker.language);
        let answered = question.answered(&view, asker, words)?;
        let about = answered.about.clone();
        let tables = answered.illustrated(format)?;
        let mut bytes = Vec::new();
        write(format, &tables, words, &mut bytes)?;
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
