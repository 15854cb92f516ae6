//! What came back, told in words.

use serde::Serialize;

use crate::domain::exchange::SheetColumn;
use crate::domain::{Coded, Values};
use crate::i18n::Words;
use crate::plan::exchange::{Problem, ReturnDiff};

/// Something that was not taken, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToldProblem {
    /// The row.
    pub row: String,
    /// The column; `None` where it concerns the row.
    pub column: Option<SheetColumn>,
    /// The stable code.
    pub code: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

/// What came back of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReturnReport {
    /// The file.
    pub file: String,
    /// The name of whom it comes from.
    pub from: String,
    /// What it says.
    #[serde(flatten)]
    pub diff: ReturnDiff,
    /// What was not taken, in words.
    pub problems: Vec<ToldProblem>,
    /// How many cells were taken over.
    pub taken: usize,
    /// How many comments.
    pub taken_comments: usize,
    /// How many new measures.
    pub taken_measures: usize,
    /// Whether anything was taken over or noted; else it was only looked at.
    pub is_taken: bool,
}

impl ReturnReport {
    /// The report of a comparison in a language; its problems stand in words instead of codes.
    pub(in crate::workspace) fn of(file: &str, from: &str, mut diff: ReturnDiff, words: &Words) -> Self {
        let problems = std::mem::take(&mut diff.problems).iter().map(|problem| told(problem, words)).collect();
        Self {
            file: file.to_owned(),
            from: from.to_owned(),
            diff,
            problems,
            taken: 0,
            taken_comments: 0,
            taken_measures: 0,
            is_taken: false,
        }
    }

    /// The rows, counted, in sentences.
    #[must_use]
    pub fn row_sentences(&self, words: &Words) -> Vec<String> {
        counts(self, words)
    }

    /// Whether there is anything that could be taken over.
    #[must_use]
    pub fn has_news(&self) -> bool {
        use crate::domain::exchange::Verdict;
        let changed = self.diff.changes.iter().any(|cell| matches!(cell.verdict, Verdict::Theirs | Verdict::Conflict));
        changed || !self.diff.comments.is_empty() || !self.diff.new_measures.is_empty()
    }

    /// Whether all of it was understood and nothing is open.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.problems.is_empty() && self.diff.conflicts() == 0
    }
}

fn told(problem: &Problem, words: &Words) -> ToldProblem {
    use crate::domain::Message;
    ToldProblem {
        row: problem.row.clone(),
        column: problem.column,
        code: problem.what.code().trim_start_matches("exchange-").to_owned(),
        what: words.say(&problem.what),
        mend: words.hint(&problem.what).unwrap_or_default(),
    }
}

/// The rows in sentences.
fn counts(report: &ReturnReport, words: &Words) -> Vec<String> {
    let rows = &report.diff.counts;
    let said = |code: &str, values: &[(&str, usize)]| {
        let values: Values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
        words.coded(&Coded { code: code.to_owned(), values })
    };
    vec![
        said(
            "exchange-counts-sent",
            &[
                ("sent", rows.sent),
                ("unchanged", rows.unchanged),
                ("changed", rows.changed),
                ("refused", rows.refused),
                ("missing", rows.not_returned),
            ],
        ),
        said(
            "exchange-counts-returned",
            &[
                ("returned", rows.returned),
                ("known", rows.known),
                ("probable", rows.probable),
                ("new", rows.new),
                ("unknown", rows.unknown),
                ("doubled", rows.doubled),
            ],
        ),
    ]
}
