//! The file of a card sort, as kardsort.com and the package cardsort have it: a row a card and person, with
//! `card_id, card_label, category_id, category_label, user_id`.

use super::placed::Placed;
use crate::ingest::PlainTable;

/// The cards that a table places; `None` when it has not these columns.
pub(super) fn of_card_sort(table: &PlainTable) -> Option<Vec<Placed>> {
    let (header, below) = table.rows.split_first()?;
    let column = |name: &str| {
        header.cells.iter().position(|cell| cell.trim().trim_start_matches('\u{feff}').eq_ignore_ascii_case(name))
    };
    let card = column("card_id")?;
    let (id, label, user) = (column("category_id"), column("category_label"), column("user_id"));
    id.or(label)?;
    let placed = below.iter().map(|row| {
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim());
        let group = if cell(id).is_empty() { cell(label) } else { cell(id) };
        Placed {
            sorter: Some(cell(user).to_owned()).filter(|user| !user.is_empty()),
            card: cell(Some(card)).to_owned(),
            group: group.to_owned(),
            place: row.place.clone(),
        }
    });
    Some(placed.filter(|placed| !placed.card.is_empty()).collect())
}
