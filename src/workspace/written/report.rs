//! Reports as files.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::Asker;
use crate::exports::{
    MatrixAnswers, MatrixFault, MatrixReply, ReportCounts, ReportDocx, ReportHtml, ReportPlain, ReportWriter,
    WordedReport, fill_matrix, worded_reply,
};
use crate::i18n::Words;
use crate::ingest::SourceFile;
use crate::reports::{ChapterReport, FollowUpReport, MatrixReplies, MidTermReport, ReportText, ScopeReport};
use crate::view::{Question, Refusal, View};
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::folder::whole_file::write_whole;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::written::export::keep_earlier;
use crate::workspace::{Workspace, WorkspaceError};

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportRequest {
    /// Follow-up to a treaty body.
    FollowUp(FollowUpReport),
    /// The chapter on follow-up of a national report.
    Chapter(ChapterReport),
    /// The mid-term report.
    MidTerm(MidTermReport),
    /// A report of a part of the plan.
    Scope(ScopeReport),
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportAnswer {
    /// The file.
    pub file: PathBuf,
    /// How long it is, and what it lacks.
    #[serde(flatten)]
    pub counts: ReportCounts,
    /// Recommendations that it says nothing of.
    #[serde(rename = "left_out_recommendations")]
    pub left_out: Vec<String>,
    /// What whoever writes it should look at.
    pub warnings: Vec<String>,
}

/// What became of a matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixAnswer {
    /// The file.
    pub file: PathBuf,
    /// Rows with a number.
    pub rows: usize,
    /// Rows that were filled.
    pub filled: usize,
    /// Numbers of rows whose cell held something already.
    pub taken: Vec<String>,
    /// Numbers that nothing is on file to.
    pub unanswered: Vec<String>,
}

impl ReportRequest {
    fn text(&self, view: &View, asker: &Asker) -> Result<ReportText, Refusal> {
        match self {
            Self::FollowUp(report) => report.answer(view, asker),
            Self::Chapter(report) => report.answer(view, asker),
            Self::MidTerm(report) => report.answer(view, asker),
            Self::Scope(report) => report.answer(view, asker),
        }
    }
}

impl Workspace {
    /// Writes a report; a file that is there is kept under another name.
    ///
    /// # Errors
    /// When there is nothing to report on, or the file cannot be written.
    pub(in crate::workspace) fn write_report(
        &self,
        what: &ReportRequest,
        file: &Path,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<ReportAnswer, WorkspaceError> {
        Outputs::of(&self.folder, &self.settings).check(file, &[])?;
        let words = Words::of(asker.language);
        let report = WordedReport::of(&what.text(&*self.view_of_asker(asker)?, asker)?, words);
        go_on(progress)?;
        let mut bytes = Vec::new();
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let writer: &dyn ReportWriter = match ending.as_str() {
            "docx" => &ReportDocx,
            "html" | "htm" => &ReportHtml,
            _ => &ReportPlain,
        };
        writer.write(&report, words, &mut bytes)?;
        keep_earlier(file)?;
        write_whole(file, &bytes)?;
        let WordedReport { counts, left_out, warnings, .. } = report;
        Ok(ReportAnswer { file: file.to_owned(), counts, left_out, warnings })
    }

    /// Fills the matrix of OHCHR in.
    ///
    /// # Errors
    /// When it has no column for an assessment, or the file cannot be read or written.
    pub(in crate::workspace) fn fill_matrix(
        &self,
        matrix: &Path,
        file: &Path,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<MatrixAnswer, WorkspaceError> {
        Outputs::of(&self.folder, &self.settings).check(file, &[matrix])?;
        let words = Words::of(asker.language);
        let replies = MatrixReplies::default().answer(&*self.view_of_asker(asker)?, asker)?;
        let mut answers = MatrixAnswers::new();
        for (number, reply) in replies.iter().flat_map(|(number, all)| all.iter().map(move |own| (number, own))) {
            let worded = |text: &String| MatrixReply { text: text.clone(), lines: worded_reply(reply, words) };
            answers.entry(number.clone()).or_default().extend(reply.texts.iter().map(worded));
        }
        // What is no document, or a bomb, is told here.
        let source = SourceFile::open(matrix)?;
        let bytes = std::fs::read(source.content()).map_err(Self::io(matrix))?;
        go_on(progress)?;
        let mut out = Vec::new();
        let filled = fill_matrix(&bytes, &answers, &mut out).map_err(|fault| match fault {
            MatrixFault::Write(error) => error.into(),
            MatrixFault::NoColumn | MatrixFault::NoDocument => WorkspaceError::NoMatrix(matrix.to_owned()),
        })?;
        keep_earlier(file)?;
        write_whole(file, &out)?;
        let (rows, count) = (filled.rows, filled.filled);
        Ok(MatrixAnswer {
            file: file.to_owned(),
            rows,
            filled: count,
            taken: filled.taken,
            unanswered: filled.unanswered,
        })
    }
}
