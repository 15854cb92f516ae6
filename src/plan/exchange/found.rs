//! The rows of a file that stand for one row that was sent.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::rows::RowKind;
use crate::domain::exchange::{ReturnedRow, SheetCell, SheetColumn};
use crate::domain::plan::PlanKey;

/// A row that was found; several where its cells were split.
#[derive(Debug, Clone)]
pub(super) struct Found<'f> {
    pub(super) key: PlanKey,
    pub(super) rows: Vec<&'f ReturnedRow>,
    pub(super) columns: Columns,
    /// Whether it is only likely the row of that key.
    pub(super) is_probable: bool,
}

impl<'f> Found<'f> {
    pub(super) fn of(key: PlanKey, row: &'f ReturnedRow, columns: &Columns, is_probable: bool) -> Self {
        Self { key, rows: vec![row], columns: columns.clone(), is_probable }
    }

    /// Whether a row is the lower part of this one: its key goes on in it.
    pub(super) fn goes_on_in(&self, row: &ReturnedRow, kind: &RowKind, columns: &Columns) -> bool {
        let is_continued = |at: &usize| row.cells.get(*at).is_some_and(|cell| cell.is_continued);
        *kind == RowKind::Known(self.key) && columns.keys.iter().any(is_continued)
    }

    /// The cell of a field; of several rows their different texts, one below the other.
    pub(super) fn cell(&self, field: SheetColumn) -> Option<SheetCell> {
        let at = self.columns.place(field)?;
        let mut all: Option<SheetCell> = None;
        for cell in self.rows.iter().filter_map(|row| row.cells.get(at)) {
            match &mut all {
                None => all = Some(cell.clone()),
                Some(upper) if !cell.is_continued && !cell.text.trim().is_empty() && upper.text != cell.text => {
                    upper.text = format!("{}\n{}", upper.text.trim_end(), cell.text.trim());
                }
                Some(_) => {}
            }
        }
        all.or_else(|| Some(SheetCell::default()))
    }

    /// How many rows a cell reaches over beyond those of this row; 0 where it does not.
    pub(super) fn reach(&self, cell: &SheetCell) -> u32 {
        if cell.rows as usize > self.rows.len() { cell.rows } else { 0 }
    }

    /// The text of a field.
    pub(super) fn text(&self, field: SheetColumn) -> String {
        self.cell(field).map_or_else(String::new, |cell| cell.text.trim().to_owned())
    }

    /// Where it stands.
    pub(super) fn place(&self) -> &str {
        self.rows.first().map_or("", |row| row.place.as_str())
    }
}

/// Rows by their keys.
pub(super) fn gathered(found: Vec<Found<'_>>) -> BTreeMap<PlanKey, Vec<Found<'_>>> {
    let mut all: BTreeMap<PlanKey, Vec<Found<'_>>> = BTreeMap::new();
    found.into_iter().for_each(|own| all.entry(own.key).or_default().push(own));
    all
}
