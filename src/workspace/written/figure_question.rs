//! Questions whose answers are figures.

use serde::{Deserialize, Serialize};

use crate::domain::{Asker, Mechanism};
use crate::figures::{self, Figure, Stack};
use crate::i18n::Words;
use crate::reports::{
    About, ClusterList, Compare, CompareAnswer, CompareChange, Condition, Field, Lineages, Overlap, Scope,
    StatusHistory,
};
use crate::view::{Question, View};
use crate::workspace::WorkspaceError;

/// A question whose answer is a figure; `shown` is how many rows or bars of it are drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureQuestion {
    /// Who speaks of what.
    Overlap {
        /// The question.
        question: Overlap,
        /// Rows.
        shown: usize,
    },
    /// Who makes asks together.
    Combinations {
        /// The question.
        question: Overlap,
        /// Bars.
        shown: usize,
    },
    /// Positions by cycle of the review.
    Cycles {
        /// What is counted.
        scope: Scope,
        /// Rows.
        shown: usize,
    },
    /// Positions by the values of a field.
    Positions {
        /// The field.
        rows: Field,
        /// What is counted.
        scope: Scope,
        /// Rows.
        shown: usize,
    },
    /// What a State was asked again and again.
    Lineage(Lineages),
    /// Themes and clusters by size.
    Themes {
        /// What is counted.
        scope: Scope,
    },
    /// Measures by status over time.
    Status {
        /// Days, the newest.
        shown: usize,
    },
    /// Counts and shares.
    Compare {
        /// The question.
        question: Compare,
        /// Rows.
        shown: usize,
    },
    /// Differences between two parts.
    CompareChange {
        /// The question.
        question: CompareChange,
        /// Rows.
        shown: usize,
    },
}

/// A figure with what is to be known of it.
pub(in crate::workspace) struct Drawn {
    pub(in crate::workspace) figure: Figure,
    pub(in crate::workspace) about: About,
}

impl FigureQuestion {
    /// Draws the answer in the language of the asker, or in English where figures have no words of it.
    ///
    /// # Errors
    /// When the question is refused.
    pub(in crate::workspace) fn drawn(&self, view: &View, asker: &Asker) -> Result<Drawn, WorkspaceError> {
        let words = Words::of(asker.language);
        // Titles of values are asked for in the language of the words around them.
        let asker = &Asker { language: words.language(), ..asker.clone() };
        match self {
            Self::Overlap { question, shown } => {
                let answer = question.answer(view, asker)?;
                Ok(Drawn { figure: figures::overlap(&answer, *shown, words), about: answer.about })
            }
            Self::Combinations { question, shown } => {
                let answer = question.answer(view, asker)?;
                Ok(Drawn { figure: figures::combinations(&answer, *shown, words), about: answer.about })
            }
            Self::Cycles { scope, shown } => {
                let [counts, share] = positions(Field::Cycle, scope, view, asker)?;
                let stack = Stack { counts: &counts, share: &share };
                Ok(Drawn { figure: figures::cycles(stack, *shown, words), about: counts.about })
            }
            Self::Positions { rows, scope, shown } => {
                let [counts, share] = positions(*rows, scope, view, asker)?;
                let stack = Stack { counts: &counts, share: &share };
                Ok(Drawn { figure: figures::positions(stack, *shown, words), about: counts.about })
            }
            Self::Lineage(question) => {
                let (answer, about) = (question.answer(view, asker)?, all_records(view, asker)?);
                Ok(Drawn { figure: figures::lineages(&answer, &about, words), about })
            }
            Self::Themes { scope } => themes(scope, view, asker, words),
            Self::Status { shown } => {
                let (answer, about) = (StatusHistory {}.answer(view, asker)?, all_records(view, asker)?);
                Ok(Drawn { figure: figures::status_over_time(&answer, &about, *shown, words), about })
            }
            Self::Compare { question, shown } => {
                let answer = question.answer(view, asker)?;
                Ok(Drawn { figure: figures::compared(&answer, *shown, words), about: answer.about })
            }
            Self::CompareChange { question, shown } => {
                let answer = question.answer(view, asker)?;
                Ok(Drawn { figure: figures::changed(&answer, *shown, words), about: answer.about })
            }
        }
    }
}

/// Counts by position, and the share that is supported. Positions are taken in the review alone: where no mechanism
/// is asked for, others are left out.
fn positions(rows: Field, scope: &Scope, view: &View, asker: &Asker) -> Result<[CompareAnswer; 2], WorkspaceError> {
    let mut scope = scope.clone();
    if !scope.filters.iter().any(|filter| matches!(filter.field, Field::Mechanism | Field::Body)) {
        let values = vec![Mechanism::Upr.code().to_owned()];
        scope.filters.push(Condition { field: Field::Mechanism, values });
    }
    let columns = Some(Field::Position);
    let counts = Compare { rows, columns, share: None, scope: scope.clone() }.answer(view, asker)?;
    let supported = Condition { field: Field::Position, values: vec!["supported".to_owned()] };
    let share = Compare { rows, columns: None, share: Some(supported), scope }.answer(view, asker)?;
    Ok([counts, share])
}

fn themes(scope: &Scope, view: &View, asker: &Asker, words: &Words) -> Result<Drawn, WorkspaceError> {
    let question = Compare { rows: Field::Cluster, columns: None, share: None, scope: scope.clone() };
    let (answer, clusters) = (question.answer(view, asker)?, ClusterList::default().answer(view, asker)?);
    Ok(Drawn { figure: figures::themes(&answer, &clusters, words), about: answer.about })
}

/// What is to be known of all records, for figures of answers that say nothing of it themselves.
fn all_records(view: &View, asker: &Asker) -> Result<About, WorkspaceError> {
    let question = Compare { rows: Field::Kind, columns: None, share: None, scope: Scope::default() };
    Ok(question.answer(view, asker)?.about)
}
