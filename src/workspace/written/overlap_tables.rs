//! Who speaks of what, and what others ask alike, as tables.

use serde::{Deserialize, Serialize};

use crate::domain::Coded;
use crate::exports::{AnswerCell, AnswerTable, AnswerTables};
use crate::i18n::Words;
use crate::reports::{Equivalent, EquivalentsAnswer, OverlapAnswer, ReviewedRecommendation};
use crate::workspace::WorkspaceError;
use crate::workspace::written::about_table::{AboutTable, lines};
use crate::workspace::written::answer_cells::{counts, sheet, text};
use crate::workspace::written::plain_data::plain;

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

pub(super) fn overlapping(
    answer: &OverlapAnswer,
    first: OverlapTable,
    asked: String,
    words: &Words,
) -> Result<AnswerTables, WorkspaceError> {
    let question = &answer.question;
    let mut tables = vec![cells(answer, words), combinations(answer, words), contradictions(answer, words)];
    tables.swap(0, first as usize);
    let own = vec![
        (AboutTable::Rows, question.rows.field().to_string()),
        (AboutTable::Columns, question.columns.field().to_string()),
    ];
    let title = words.say(&AboutTable::Title { what: "overlap" });
    Ok(AnswerTables {
        about: lines(&title, own, &question.filters, &answer.about, asked, words),
        title,
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

/// The columns of recommendations with their equivalents.
const EQUIVALENTS: [&str; 11] = [
    "recommendation",
    "state",
    "recommending_states",
    "position",
    "text",
    "relation",
    "body",
    "equivalent",
    "equivalent_text",
    "id",
    "equivalent_id",
];

/// The recommendations of the review with what others ask alike, a row a pair; one without an equivalent has a row too.
pub(super) fn equivalents(
    answer: &EquivalentsAnswer,
    asked: String,
    words: &Words,
) -> Result<AnswerTables, WorkspaceError> {
    let row = |own: &ReviewedRecommendation, other: Option<&Equivalent>| -> Vec<AnswerCell> {
        let blank = String::new;
        let relation = other.map_or_else(blank, |other| words.coded(&Coded::word("relation", other.relation.code())));
        let cells = [
            own.recommendation.reference.clone(),
            own.state.clone(),
            own.recommending_states.join("; "),
            words.coded(&own.position.word()),
            own.recommendation.text.clone(),
            relation,
            other.map_or_else(blank, |other| other.body.clone()),
            other.map_or_else(blank, |other| other.recommendation.reference.clone()),
            other.map_or_else(blank, |other| other.recommendation.text.clone()),
            own.recommendation.id.to_string(),
            other.map_or_else(blank, |other| other.recommendation.id.to_string()),
        ];
        cells.map(text).into()
    };
    let rows = answer.recommendations.iter().flat_map(|own| {
        let others: Vec<Option<&Equivalent>> = own.equivalents.iter().map(Some).collect();
        let others = if others.is_empty() { vec![None] } else { others };
        others.into_iter().map(|other| row(own, other)).collect::<Vec<_>>()
    });
    let columns = EQUIVALENTS.to_vec();
    let (full, with, all) = (answer.asked_in_full, answer.with_equivalents, answer.about.units);
    let own = vec![(AboutTable::Share, words.say(&AboutTable::WithEquivalents { full, with, all }))];
    let title = words.say(&AboutTable::Title { what: "equivalents" });
    Ok(AnswerTables {
        about: lines(&title, own, &answer.question.filters, &answer.about, asked, words),
        title,
        answer: plain(answer)?,
        pictures: Vec::new(),
        tables: vec![AnswerTable { name: sheet("equivalents", words), columns, rows: rows.collect() }],
    })
}
