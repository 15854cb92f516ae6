//! Columns that are groups: their names in the first row, numbers of cards in the cells below.

use super::numbers::card_list;
use super::placed::Placed;
use crate::ingest::PlainTable;

/// The cards that a table places; `None` when something else than numbers stands below the names.
pub(super) fn of_group_columns(table: &PlainTable) -> Option<Vec<Placed>> {
    let (header, below) = table.rows.split_first()?;
    let is_named = header.cells.iter().any(|cell| !cell.trim().is_empty() && card_list(cell).is_none());
    if !is_named {
        return None;
    }
    let mut placed = Vec::new();
    for row in below {
        for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            let name = header.cells.get(at).map(|name| name.trim()).filter(|name| !name.is_empty())?;
            placed.extend(card_list(cell)?.into_iter().map(|card| Placed {
                sorter: None,
                card,
                group: name.to_owned(),
                place: row.place.clone(),
            }));
        }
    }
    (!placed.is_empty()).then_some(placed)
}
