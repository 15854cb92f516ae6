//! A table whose header row is known: its rows with their places, its numbers, and what of it is not used.

use std::collections::BTreeMap;

use super::columns::{Column, Layout};
use super::grid::{CellMark, Grid, StrayRow};
use super::intake::Intake;
use super::paragraph_cells::{ReadNumber, WrittenNumber, read_numbers};
use super::rejection_reason::RejectionReason;
use super::remark::Remark;
use crate::domain::{FilePlace, Paragraph};

/// A table whose header row is known.
pub(super) struct Table {
    pub(super) layout: Layout,
    /// Name of the sheet; empty for delimited files.
    name: String,
    /// The same, where places name it.
    sheet: Option<String>,
    rows: Vec<(u64, Vec<String>)>,
    /// Where the header stands among the rows.
    header: usize,
    marks: BTreeMap<(u64, usize), CellMark>,
    hidden: u64,
    stray: Vec<StrayRow>,
}

impl Table {
    /// A grid with its header, the only table of its file.
    pub(super) fn of(grid: Grid, header: usize, layout: Layout) -> Self {
        let Grid { sheet, rows, marks, hidden, stray } = grid;
        Self { layout, name: sheet, sheet: None, rows, header, marks, hidden, stray }
    }

    /// The same as one of several, so that places name its sheet.
    pub(super) fn one_of_many(self) -> Self {
        Self { sheet: Some(self.name.clone()), ..self }
    }

    /// The rows below the header, with their numbers.
    pub(super) fn below(&self) -> impl Iterator<Item = (u64, &[String])> {
        self.rows.iter().skip(self.header + 1).map(|(number, row)| (*number, row.as_slice()))
    }

    /// The same, which are given away one by one: a table is held once.
    pub(super) fn take_rows(&mut self) -> impl Iterator<Item = (u64, Vec<String>)> + use<> {
        std::mem::take(&mut self.rows).into_iter().skip(self.header + 1)
    }

    /// The place of a row as reports name it.
    pub(super) fn place(&self, number: u64) -> String {
        let place = match &self.sheet {
            Some(sheet) => FilePlace::SheetRow { sheet, row: number },
            None => FilePlace::Row { row: number },
        };
        place.to_string()
    }

    /// The place of the table as reports name it: its sheet where there are several, else nothing.
    pub(super) fn whole(&self) -> String {
        self.sheet.as_ref().map_or_else(String::new, |sheet| FilePlace::Sheet { sheet }.to_string())
    }

    /// The name of the sheet; empty for delimited files.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether a cell of the column of texts holds more than a number.
    pub(super) fn has_texts(&self) -> bool {
        let mut texts = self.below().map(|(_, row)| self.layout.cell(row, Column::Text));
        texts.any(|text| !text.is_empty() && Paragraph::parse(text).is_none())
    }

    /// The field in which the numbers of recommendations stand: that of paragraphs, else that of texts where
    /// numbers are all it holds.
    pub(super) fn number_field(&self) -> Option<Column> {
        let fields = [Column::Paragraph, Column::Text];
        fields.into_iter().find(|field| self.layout.has(*field) && (*field == Column::Paragraph || !self.has_texts()))
    }

    /// Whether the table gives positions to numbers and no texts.
    pub(super) fn is_of_positions(&self) -> bool {
        let is_filled = |field| self.below().any(|(_, row)| !self.layout.cell(row, field).is_empty());
        self.layout.has(Column::Position) && !self.has_texts() && self.number_field().is_some_and(is_filled)
    }

    /// What the numbers in the rows below the header are read as.
    pub(super) fn numbers(&self, field: Column) -> Vec<ReadNumber> {
        let at = self.layout.place(field);
        let mark = |number: u64| self.marks.get(&(number, at?)).copied();
        let written = |(number, row)| WrittenNumber { text: self.layout.cell(row, field), mark: mark(number) };
        read_numbers(&self.below().map(written).collect::<Vec<_>>())
    }

    /// How many cells below the header hold something, column by column.
    fn filled(&self) -> Vec<u64> {
        let mut filled = vec![0; self.layout.headers.len()];
        for (_, row) in self.below() {
            for (count, cell) in filled.iter_mut().zip(row) {
                *count += u64::from(!cell.trim().is_empty());
            }
        }
        filled
    }

    /// Says which columns are not kept, unless all of their cells are empty, how many rows are hidden, and in
    /// which rows a quote swallows what follows.
    pub(super) fn remark(&self, intake: &mut Intake<'_>) {
        let whole = self.whole();
        let filled = self.filled();
        for (at, heading) in self.layout.unused() {
            let cells = filled.get(at).copied().unwrap_or(0);
            if cells > 0 {
                intake.remark_at(whole.clone(), Remark::UnusedColumn { heading: heading.to_owned(), cells });
            }
        }
        if self.hidden > 0 {
            intake.remark_at(whole, Remark::Hidden { sheet: self.name.clone(), rows: self.hidden });
        }
        for row in &self.stray {
            let place = self.place(row.number);
            if row.is_read {
                intake.remark_at(place, Remark::StrayQuote);
            } else {
                intake.reject(place, &RejectionReason::StrayQuote, row.line.clone());
            }
        }
    }
}
