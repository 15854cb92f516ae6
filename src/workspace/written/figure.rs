//! Writing a figure, with its numbers and its manifest beside it.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::Asker;
use crate::exports::{ExportError, write_table};
use crate::figures::{Figure, png};
use crate::view::View;
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::folder::whole_file::write_whole;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::written::answer::ExportAnswer;
use crate::workspace::written::figure_question::{Drawn, FigureQuestion};
use crate::workspace::written::manifest::{Manifest, write_beside};
use crate::workspace::{Workspace, WorkspaceError, Written};

/// A file format of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureFormat {
    /// Lines and letters, for pages, documents and print.
    Svg,
    /// Pixels, for slides.
    Png,
}

impl FigureFormat {
    /// The format that the name of a file asks for; `None` when it is not one of figures.
    #[must_use]
    pub fn named_by(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_string_lossy().to_lowercase();
        match ending.as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            _ => None,
        }
    }

    /// The same for files that can be nothing else.
    ///
    /// # Errors
    /// When the ending is not one of figures.
    pub fn of(file: &Path) -> Result<Self, WorkspaceError> {
        let wrong = || WorkspaceError::WrongEnding { file: file.to_owned(), what: Written::Figure };
        Self::named_by(file).ok_or_else(wrong)
    }

    fn bytes(self, figure: &Figure) -> Result<Vec<u8>, WorkspaceError> {
        match self {
            Self::Svg => Ok(figure.svg.clone().into_bytes()),
            Self::Png => Ok(png(&figure.svg)?),
        }
    }
}

/// Writes a figure to a stream; returns the rows of its table.
pub(in crate::workspace) fn write_figure(
    view: &View,
    question: &FigureQuestion,
    format: FigureFormat,
    out: &mut dyn Write,
    asker: &Asker,
) -> Result<u64, WorkspaceError> {
    let Drawn { figure, .. } = question.drawn(view, asker)?;
    out.write_all(&format.bytes(&figure)?).map_err(ExportError::Io)?;
    Ok(figure.table.rows.len() as u64)
}

impl Workspace {
    /// Writes a figure to a file; beside it its numbers as `NAME.csv`, and its manifest.
    ///
    /// # Errors
    /// When the question is refused or a file cannot be written.
    pub(in crate::workspace) fn export_figure(
        &self,
        question: &FigureQuestion,
        format: FigureFormat,
        file: PathBuf,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<ExportAnswer, WorkspaceError> {
        let view = self.view()?;
        let outputs = Outputs::of(&self.folder, &self.settings);
        outputs.check(&file, &[])?;
        let Drawn { figure, about } = question.drawn(&view, asker)?;
        let (bytes, rows) = (format.bytes(&figure)?, figure.table.rows.len() as u64);
        let command = serde_json::to_value(question).map_err(ExportError::Json)?;
        let mut numbers = Vec::new();
        write_table(&figure.table.columns, figure.table.rows.into_iter(), &mut numbers)?;
        go_on(progress)?;
        write_beside(&file, "csv", &numbers, &outputs)?;
        Manifest::of(&file, &bytes, command, asker.language, &about, rows).write(&file, &outputs)?;
        write_whole(&file, &bytes)?;
        Ok(ExportAnswer { rows, aside: 0, file, is_stale: self.is_stale(&view.analysis)? })
    }
}
