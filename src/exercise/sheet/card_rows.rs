//! The handout with its column filled: a row a card, with the group beside the text, or beside the number where
//! there is no text.

use super::numbers::card_number;
use super::placed::Placed;
use crate::domain::vocabulary::fold;
use crate::exercise::Exercise;
use crate::ingest::{PlainRow, PlainTable};

/// The cards that a table places; `None` when its rows are no cards.
pub(super) fn of_card_rows(table: &PlainTable, key: &Exercise) -> Option<Vec<Placed>> {
    let width = table.rows.iter().map(|row| row.cells.len()).max()?;
    let texts: Vec<(usize, String)> = key.cards.iter().map(|card| (card.number, fold(&card.text))).collect();
    let is_most = |same: usize| 2 * same >= texts.len().max(1);
    let columns = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let holds = |row: &PlainRow, at: usize| row.cells.get(at).is_some_and(|cell| fits(cell));
        (0..width).filter(|at| is_most(table.rows.iter().filter(|row| holds(row, *at)).count())).collect()
    };
    let is_text = |cell: &str| {
        let written = fold(cell);
        texts.iter().any(|(_, text)| !text.is_empty() && written.starts_with(text.as_str()))
    };
    // A sheet may have thousands of columns; few of them hold numbers of cards, or texts.
    let (numbers, worded) = (columns(&|cell| card_number(cell).is_some()), columns(&is_text));
    let pairs =
        numbers.iter().flat_map(|at| worded.iter().filter(move |text| *text > at).map(move |text| (*at, *text)));
    let (number, text) = pairs
        .into_iter()
        .find(|(at, text)| is_most(table.rows.iter().filter(|row| is_text_of(row, *at, *text, &texts)).count()))?;
    Some(placed(&table.rows, number, text + 1))
}

/// The same of a table of two columns, number and group.
pub(super) fn of_bare_rows(table: &PlainTable, key: &Exercise) -> Option<Vec<Placed>> {
    let cards = table.rows.iter().filter_map(|row| card_number(row.cells.first()?));
    let known = cards.filter(|number| key.card(*number).is_some()).count();
    let filled = table.rows.iter().filter(|row| row.cells.get(1).is_some_and(|cell| !cell.trim().is_empty())).count();
    let has_most = 2 * known >= key.cards.len().max(1) && 2 * filled >= known;
    has_most.then(|| placed(&table.rows, 0, 1))
}

/// Whether a row holds the number of a card and, in another cell, its text; more may follow the text.
fn is_text_of(row: &PlainRow, number: usize, text: usize, texts: &[(usize, String)]) -> bool {
    let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
    let Some(number) = card_number(cell(number)) else { return false };
    let written = fold(cell(text));
    texts.iter().any(|(card, text)| *card == number && !text.is_empty() && written.starts_with(text.as_str()))
}

/// The rows that begin with a number; headings do not.
fn placed(rows: &[PlainRow], number: usize, group: usize) -> Vec<Placed> {
    let one = |row: &PlainRow| {
        let cell = |at: usize| row.cells.get(at).map_or("", |cell| cell.trim()).to_owned();
        let card = cell(number);
        card_number(&card)?;
        Some(Placed { sorter: None, card, group: cell(group), place: row.place.clone() })
    };
    rows.iter().filter_map(one).collect()
}
