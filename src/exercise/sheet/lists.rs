//! Lines that name a group and its cards: "Group A: 1, 4, 7".

use super::numbers::card_list;
use super::placed::Placed;
use crate::ingest::{PlainRow, PlainTable};

/// What parts the name of a group from its cards.
const AFTER_NAMES: [char; 3] = [':', '：', '='];

/// The cards that lines place; other lines are passed over. None where no line does.
pub(super) fn of_lists(table: &PlainTable) -> Option<Vec<Placed>> {
    let placed: Vec<Placed> = table.rows.iter().flat_map(of_line).collect();
    (!placed.is_empty()).then_some(placed)
}

fn of_line(row: &PlainRow) -> Vec<Placed> {
    let cells: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let line = cells.join(", ");
    let named = line.split_once(AFTER_NAMES).and_then(|(name, cards)| {
        let cards = cards.trim_start_matches([',', ' ']);
        Some((name.trim().to_owned(), card_list(cards)?))
    });
    // Without a sign between them the first cell is the name.
    let in_cells = || {
        let (name, cards) = cells.split_first()?;
        card_list(name).is_none().then_some(())?;
        Some(((*name).to_owned(), card_list(&cards.join(", "))?))
    };
    let Some((group, cards)) = named.or_else(in_cells).filter(|(group, _)| !group.is_empty()) else {
        return Vec::new();
    };
    let one = |card| Placed { sorter: None, card, group: group.clone(), place: row.place.clone() };
    cards.into_iter().map(one).collect()
}
