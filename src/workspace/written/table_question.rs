//! Questions whose answers are tables, as files that can be cited.

use serde::{Deserialize, Serialize};

use crate::domain::{Asker, Coded};
use crate::exports::{AnswerCell, AnswerTable, AnswerTables};
use crate::figures;
use crate::i18n::Words;
use crate::reports::{
    AskMoves, ChangeAnswer, Compare, CompareAnswer, CompareChange, Condition, Overlap, OverlapAnswer,
};
use crate::view::{Question, View};
use crate::workspace::WorkspaceError;
use crate::workspace::written::about_table::{AboutTable, lines};
use crate::workspace::written::answered::{Answered, NamedFigure, SHOWN};
use crate::workspace::written::figure_question::FigureQuestion;
use crate::workspace::written::plain_data::plain;

/// A question whose answer is a table, or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableQuestion {
    /// Counts and shares.
    Compare(Compare),
    /// Differences between two parts.
    CompareChange(CompareChange),
    /// Who speaks of what.
    Overlap {
        /// The question.
        question: Overlap,
        /// The table that stands first: a format that holds one takes this.
        #[serde(default)]
        first: OverlapTable,
    },
}

/// A table of what overlaps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverlapTable {
    /// Asks and recommendations by matter and maker.
    #[default]
    Cells,
    /// Asks that several make.
    Combinations,
    /// Pairs that ask for opposite acts.
    Contradictions,
}

impl TableQuestion {
    /// The answer as tables and figures, with what is to be known of it.
    ///
    /// # Errors
    /// When the question is refused.
    pub(in crate::workspace) fn answered(
        &self,
        view: &View,
        asker: &Asker,
        words: &Words,
    ) -> Result<Answered, WorkspaceError> {
        // Titles of values are asked for in the language of the words around them.
        let asker = &Asker { language: words.language(), ..asker.clone() };
        let named = |what, figure| NamedFigure::of(what, figure, words);
        match self {
            Self::Compare(question) => {
                let answer = question.answer(view, asker)?;
                let figures = vec![named("figure", figures::compared(&answer, SHOWN, words))];
                Ok(Answered { tables: compared(&answer, words)?, figures, about: answer.about })
            }
            Self::CompareChange(question) => {
                let answer = question.answer(view, asker)?;
                let figures = vec![named("figure", figures::changed(&answer, SHOWN, words))];
                Ok(Answered { tables: changed(&answer, words)?, figures, about: answer.about })
            }
            Self::Overlap { question, first } => {
                let answer = question.answer(view, asker)?;
                let figures = vec![
                    named("figure", figures::overlap(&answer, SHOWN, words)),
                    named("combinations-figure", figures::combinations(&answer, SHOWN, words)),
                ];
                Ok(Answered { tables: overlapping(&answer, *first, words)?, figures, about: answer.about })
            }
        }
    }

    /// The same question as a figure with so many rows; `None` when pairs are asked for, which are read and not
    /// looked at.
    #[must_use]
    pub fn as_figure(&self, shown: usize) -> Option<FigureQuestion> {
        match self {
            Self::Compare(question) => Some(FigureQuestion::Compare { question: question.clone(), shown }),
            Self::CompareChange(question) => Some(FigureQuestion::CompareChange { question: question.clone(), shown }),
            Self::Overlap { question, first } => match first {
                OverlapTable::Cells => Some(FigureQuestion::Overlap { question: question.clone(), shown }),
                OverlapTable::Combinations => Some(FigureQuestion::Combinations { question: question.clone(), shown }),
                OverlapTable::Contradictions => None,
            },
        }
    }
}

fn text(value: impl Into<String>) -> AnswerCell {
    AnswerCell::Text(value.into())
}

fn numbers<const N: usize>(numbers: [Option<f64>; N]) -> impl Iterator<Item = AnswerCell> {
    numbers.into_iter().map(AnswerCell::Number)
}

fn counts<const N: usize>(counts: [u64; N]) -> impl Iterator<Item = AnswerCell> {
    counts.into_iter().map(AnswerCell::Count)
}

fn sheet(what: &'static str, words: &Words) -> String {
    words.say(&AboutTable::Sheet { what })
}

fn shown(condition: Option<&Condition>) -> String {
    condition.map(ToString::to_string).unwrap_or_default()
}

fn compared(answer: &CompareAnswer, words: &Words) -> Result<AnswerTables, WorkspaceError> {
    let CompareAnswer { question, about, cells, .. } = answer;
    let rows = cells.iter().map(|cell| {
        let measured = cell.measured;
        let named = [text(cell.row.as_str()), text(cell.column.clone().unwrap_or_default())];
        let sure = numbers([measured.share, measured.low, measured.high]);
        let clustered = numbers([measured.cluster_low, measured.cluster_high]);
        let unit = [text(about.unit.code())];
        named
            .into_iter()
            .chain(counts([measured.n, measured.of]))
            .chain(sure)
            .chain(unit)
            .chain(clustered)
            .collect::<Vec<_>>()
    });
    let columns = vec!["row", "column", "n", "of", "share", "low", "high", "unit", "cluster_low", "cluster_high"];
    let denominator = match (&question.share, question.columns) {
        (Some(_), _) => AboutTable::OfCell,
        (None, Some(_)) => AboutTable::OfRow,
        (None, None) => AboutTable::OfAll,
    };
    let own = vec![
        (AboutTable::Rows, question.rows.to_string()),
        (AboutTable::Columns, question.columns.map(|field| field.to_string()).unwrap_or_default()),
        (AboutTable::Share, shown(question.share.as_ref())),
        (AboutTable::Denominator, words.say(&denominator)),
    ];
    let asked = TableQuestion::Compare(question.clone());
    Ok(AnswerTables {
        title: words.say(&AboutTable::Title { what: "compare" }),
        about: lines(own, &question.scope.filters, about, plain(&asked)?.to_string(), words),
        answer: plain(answer)?,
        pictures: Vec::new(),
        tables: vec![AnswerTable { name: sheet("cells", words), columns, rows: rows.collect() }],
    })
}

fn changed(answer: &ChangeAnswer, words: &Words) -> Result<AnswerTables, WorkspaceError> {
    let ChangeAnswer { question, about, rows, asks, .. } = answer;
    let lines_of = rows.iter().map(|row| {
        let found = row.difference;
        let counted = counts([found.from_n, found.from_of, found.to_n, found.to_of]);
        let sure = numbers([found.difference, found.low, found.high, found.cluster_low, found.cluster_high]);
        let unit = [text(about.unit.code())];
        std::iter::once(text(row.row.as_str())).chain(counted).chain(sure).chain(unit).collect::<Vec<_>>()
    });
    let columns = vec![
        "row",
        "from_n",
        "from_of",
        "to_n",
        "to_of",
        "difference",
        "low",
        "high",
        "cluster_low",
        "cluster_high",
        "unit",
    ];
    let denominator = if question.share.is_some() { AboutTable::OfCell } else { AboutTable::OfAll };
    let own = vec![
        (AboutTable::Rows, question.rows.to_string()),
        (AboutTable::From, question.from.to_string()),
        (AboutTable::To, question.to.to_string()),
        (AboutTable::Share, shown(question.share.as_ref())),
        (AboutTable::Denominator, words.say(&denominator)),
    ];
    let asked = TableQuestion::CompareChange(question.clone());
    let mut tables = vec![AnswerTable { name: sheet("cells", words), columns, rows: lines_of.collect() }];
    tables.extend(asks.as_ref().map(|moves| moved(moves, words)));
    Ok(AnswerTables {
        title: words.say(&AboutTable::Title { what: "change" }),
        about: lines(own, &question.scope.filters, about, plain(&asked)?.to_string(), words),
        answer: plain(answer)?,
        pictures: Vec::new(),
        tables,
    })
}

/// What became of single asks: those that are new or dropped, and the positions on those that were repeated.
fn moved(moves: &AskMoves, words: &Words) -> AnswerTable {
    let row = |what: &str, from: &str, to: &str, asks: u64| {
        [what, from, to].map(text).into_iter().chain([AnswerCell::Count(asks)]).collect::<Vec<_>>()
    };
    let repeated = moves.positions.iter().map(|one| row("repeated", one.from.code(), one.to.code(), one.asks));
    let others = [row("new", "", "", moves.new), row("dropped", "", "", moves.dropped)];
    let rows = others.into_iter().chain(repeated).collect();
    AnswerTable { name: sheet("asks", words), columns: vec!["change", "from", "to", "asks"], rows }
}

fn overlapping(answer: &OverlapAnswer, first: OverlapTable, words: &Words) -> Result<AnswerTables, WorkspaceError> {
    let question = &answer.question;
    let mut tables = vec![cells(answer, words), combinations(answer, words), contradictions(answer, words)];
    tables.swap(0, first as usize);
    let own = vec![
        (AboutTable::Rows, question.rows.field().to_string()),
        (AboutTable::Columns, question.columns.field().to_string()),
    ];
    let asked = TableQuestion::Overlap { question: question.clone(), first };
    Ok(AnswerTables {
        title: words.say(&AboutTable::Title { what: "overlap" }),
        about: lines(own, &question.filters, &answer.about, plain(&asked)?.to_string(), words),
        answer: plain(answer)?,
        pictures: Vec::new(),
        tables,
    })
}

fn cells(answer: &OverlapAnswer, words: &Words) -> AnswerTable {
    let rows = answer.cells.iter().map(|cell| {
        let named = [text(cell.column.as_str()), text(cell.row.as_str())];
        named.into_iter().chain(counts([cell.asks, cell.recommendations])).collect::<Vec<_>>()
    });
    let columns = vec!["column", "row", "asks", "recommendations"];
    AnswerTable { name: sheet("cells", words), columns, rows: rows.collect() }
}

/// The asks that several make.
fn combinations(answer: &OverlapAnswer, words: &Words) -> AnswerTable {
    let several = answer.combinations.iter().filter(|one| one.combination.len() > 1);
    let rows = several.map(|one| vec![text(one.combination.join("|")), AnswerCell::Count(one.asks)]).collect();
    AnswerTable { name: sheet("combinations", words), columns: vec!["combination", "asks"], rows }
}

fn contradictions(answer: &OverlapAnswer, words: &Words) -> AnswerTable {
    let rows = answer.contradictions.iter().map(|pair| {
        let ids = [pair.a, pair.b].map(|id| text(id.to_string()));
        let acts = [&pair.act_a, &pair.act_b].map(|act| text(words.coded(&Coded::from(act))));
        ids.into_iter().chain(acts).collect::<Vec<_>>()
    });
    let columns = vec!["a", "b", "act_a", "act_b"];
    AnswerTable { name: sheet("contradictions", words), columns, rows: rows.collect() }
}
