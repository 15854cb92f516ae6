//! Counts, shares and differences as tables.

use crate::exports::{AnswerCell, AnswerTable, AnswerTables};
use crate::i18n::Words;
use crate::reports::{AskMoves, ChangeAnswer, CompareAnswer, Condition};
use crate::workspace::WorkspaceError;
use crate::workspace::written::about_table::{AboutTable, lines};
use crate::workspace::written::answer_cells::{counts, numbers, sheet, text};
use crate::workspace::written::plain_data::plain;

fn shown(condition: Option<&Condition>) -> String {
    condition.map(ToString::to_string).unwrap_or_default()
}

pub(super) fn compared(answer: &CompareAnswer, asked: String, words: &Words) -> Result<AnswerTables, WorkspaceError> {
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
    let title = words.say(&AboutTable::Title { what: "compare" });
    Ok(AnswerTables {
        about: lines(&title, own, &question.scope.filters, about, asked, words),
        title,
        answer: plain(answer)?,
        pictures: Vec::new(),
        tables: vec![AnswerTable { name: sheet("cells", words), columns, rows: rows.collect() }],
    })
}

pub(super) fn changed(answer: &ChangeAnswer, asked: String, words: &Words) -> Result<AnswerTables, WorkspaceError> {
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
    let mut tables = vec![AnswerTable { name: sheet("cells", words), columns, rows: lines_of.collect() }];
    tables.extend(asks.as_ref().map(|moves| moved(moves, words)));
    let title = words.say(&AboutTable::Title { what: "change" });
    Ok(AnswerTables {
        about: lines(&title, own, &question.scope.filters, about, asked, words),
        title,
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
