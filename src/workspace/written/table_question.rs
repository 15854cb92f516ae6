//! Questions whose answers are tables, as files that can be cited.

use serde::{Deserialize, Serialize};

use crate::domain::Asker;
use crate::figures;
use crate::i18n::Words;
use crate::reports::{Compare, CompareChange, Equivalents, Overlap};
use crate::view::{Question, View};
use crate::workspace::WorkspaceError;
use crate::workspace::written::answered::{Answered, NamedFigure, SHOWN};
use crate::workspace::written::compare_tables::{changed, compared};
use crate::workspace::written::figure_question::FigureQuestion;
use crate::workspace::written::overlap_tables::{OverlapTable, equivalents, overlapping};
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
    /// What others ask that the review asks.
    Equivalents(Equivalents),
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
        let asked = plain(self)?.to_string();
        let named = |what, figure| NamedFigure::of(what, figure, words);
        match self {
            Self::Compare(question) => {
                let answer = question.answer(view, asker)?;
                let figures = vec![named("figure", figures::compared(&answer, SHOWN, words))];
                Ok(Answered { tables: compared(&answer, asked, words)?, figures, about: answer.about })
            }
            Self::CompareChange(question) => {
                let answer = question.answer(view, asker)?;
                let figures = vec![named("figure", figures::changed(&answer, SHOWN, words))];
                Ok(Answered { tables: changed(&answer, asked, words)?, figures, about: answer.about })
            }
            Self::Overlap { question, first } => {
                let answer = question.answer(view, asker)?;
                let figures = vec![
                    named("figure", figures::overlap(&answer, SHOWN, words)),
                    named("combinations-figure", figures::combinations(&answer, SHOWN, words)),
                ];
                Ok(Answered { tables: overlapping(&answer, *first, asked, words)?, figures, about: answer.about })
            }
            Self::Equivalents(question) => {
                let answer = question.answer(view, asker)?;
                Ok(Answered { tables: equivalents(&answer, asked, words)?, figures: Vec::new(), about: answer.about })
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
            Self::Equivalents(_) => None,
        }
    }
}
