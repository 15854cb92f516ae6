//! An answer as it goes into files: its tables, its figures, what is to be known of it.

use crate::exports::{AnswerPicture, AnswerTables};
use crate::figures::{Figure, png};
use crate::i18n::Words;
use crate::reports::About;
use crate::workspace::WorkspaceError;
use crate::workspace::written::about_table::AboutTable;
use crate::workspace::written::file_format::TableFormat;

/// Rows that a figure in a document has at most: more are not read on one page, and the table holds them all.
pub(in crate::workspace) const SHOWN: usize = 25;

/// An answer as tables and figures.
pub(in crate::workspace) struct Answered {
    /// Its tables.
    pub(in crate::workspace) tables: AnswerTables,
    /// Its figures, the one that says most first.
    pub(in crate::workspace) figures: Vec<NamedFigure>,
    /// What is to be known of it.
    pub(in crate::workspace) about: About,
}

/// A figure with the name of the sheet that it stands on.
pub(in crate::workspace) struct NamedFigure {
    name: String,
    figure: Figure,
}

impl NamedFigure {
    /// Names a figure by its kind: `figure`, or `combinations-figure`.
    pub(in crate::workspace) fn of(what: &'static str, figure: Figure, words: &Words) -> Self {
        Self { name: words.say(&AboutTable::Sheet { what }), figure }
    }

    /// The figure as a format holds it: pages draw lines, packed documents hold pixels.
    fn picture(self, format: TableFormat) -> Result<AnswerPicture, WorkspaceError> {
        let Self { name, figure: Figure { description, svg, width, height, .. } } = self;
        let png = if format == TableFormat::Html { Vec::new() } else { png(&svg)? };
        Ok(AnswerPicture { name, description, png, svg, width, height })
    }
}

impl Answered {
    /// The tables with the figures that the format holds.
    ///
    /// # Errors
    /// When a figure is too large to be drawn in pixels.
    pub(in crate::workspace) fn illustrated(self, format: TableFormat) -> Result<AnswerTables, WorkspaceError> {
        if !format.holds_figures() {
            return Ok(self.tables);
        }
        let pictures = self.figures.into_iter().map(|own| own.picture(format)).collect::<Result<_, _>>()?;
        Ok(AnswerTables { pictures, ..self.tables })
    }
}
