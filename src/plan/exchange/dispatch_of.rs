//! The dispatch that a file is of.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::columns::meaning_of;
use crate::domain::exchange::{Access, ReturnedFile, SheetColumn, SheetPart};
use crate::domain::plan::{PlanBook, PlanKey, SentTables};
use crate::view::Refusal;

/// Letters of a text in which the number of a dispatch may stand, and of a key however it is written, at most.
const LONGEST_MARK: usize = 1_000;
const LONGEST_KEY: usize = 40;

/// The dispatch that a file is of.
pub(super) struct OfDispatch<'b> {
    pub(super) tables: &'b SentTables,
    /// Whether it can be of no other.
    pub(super) is_certain: bool,
}

/// The number that a property or a name of a file holds and nothing else.
fn numbered(mark: &str) -> Option<PlanKey> {
    let bare = mark.trim_matches(|c: char| c == '"' || c == '=' || c.is_whitespace());
    if bare.len() < LONGEST_KEY { bare.parse().ok() } else { None }
}

/// What the user says of a file that came back.
#[derive(Debug, Clone, Default)]
pub struct SaidOfReturn {
    /// What headings mean.
    pub columns: Vec<(SheetColumn, String)>,
    /// The dispatch that it is of, whatever number it bears.
    pub dispatch: Option<PlanKey>,
}

/// The dispatch that a file is of: the one that is said; else the one whose number it bears; else the one that most of its keys are of and whose
/// columns it has, the newest of several to the same.
///
/// # Errors
/// When it is of none, or as likely of one to somebody as of one to somebody else.
pub(super) fn dispatch_of<'b>(
    file: &ReturnedFile,
    said: &SaidOfReturn,
    book: &'b PlanBook,
) -> Result<OfDispatch<'b>, Refusal> {
    let unknown = || Refusal::NoDispatch { file: file.name.clone() };
    if let Some(key) = said.dispatch {
        let named = book.dispatches.get(&key).ok_or_else(unknown)?;
        return Ok(OfDispatch { tables: named, is_certain: true });
    }
    let cells = || file.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let texts = file.marks.iter().chain(cells().map(|cell| &cell.text)).filter(|text| text.len() < LONGEST_MARK);
    let tokens = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '-'));
    let keys: BTreeSet<PlanKey> =
        tokens.filter(|token| token.len() < LONGEST_KEY).filter_map(|token| token.parse().ok()).collect();
    let marked: Vec<&SentTables> = keys.iter().filter_map(|key| book.dispatches.get(key)).collect();
    if let [one] = marked.as_slice() {
        return Ok(OfDispatch { tables: one, is_certain: true });
    }
    // It bears a number, and that is of no dispatch that went out from here.
    if marked.is_empty() && file.marks.iter().filter_map(|mark| numbered(mark)).next().is_some() {
        return Err(unknown());
    }
    let columns: BTreeSet<SheetColumn> = cells().filter_map(|cell| meaning_of(&cell.text, &said.columns)).collect();
    let hits = |tables: &SentTables| keys.iter().filter(|key| tables.rows.contains_key(key)).count();
    let rank = |tables: &SentTables| (keys.contains(&tables.key), hits(tables), fit(tables, &columns));
    let mut likely: Vec<&SentTables> = book.dispatches.values().filter(|tables| hits(tables) > 0).collect();
    likely.sort_by_key(|tables| Reverse((rank(tables), tables.dispatch.on, tables.key)));
    let Some(first) = likely.first() else { return Err(unknown()) };
    let is_rival = |other: &&&SentTables| rank(other) == rank(first) && other.dispatch.to != first.dispatch.to;
    match likely.iter().find(is_rival) {
        Some(other) => {
            let (one, other) = (first.key.to_string(), other.key.to_string());
            Err(Refusal::SeveralDispatches { file: file.name.clone(), one, other })
        }
        None => {
            let is_like = |other: &&&SentTables| rank(other) == rank(first);
            Ok(OfDispatch { tables: first, is_certain: likely.iter().filter(is_like).count() == 1 })
        }
    }
}

/// How many columns of a file are such that people write in, in the tables of a dispatch, less those that are in none.
fn fit(tables: &SentTables, columns: &BTreeSet<SheetColumn>) -> i64 {
    let parts: BTreeSet<SheetPart> = tables.rows.values().map(|row| row.part).collect();
    let is_reply = |column: &SheetColumn| parts.iter().any(|part| part.access(*column) == Some(Access::Reply));
    let is_there = |column: &SheetColumn| parts.iter().any(|part| part.access(*column).is_some());
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    count(columns.iter().filter(|own| is_reply(own)).count())
        - count(columns.iter().filter(|own| !is_there(own)).count())
}
