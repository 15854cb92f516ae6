//! How much of a table may be laid out in memory: small files can ask for more than there is.
//!
//! A cell costs two dozen bytes beside its text, and a text that a workbook holds once costs its length in
//! each cell that names it: both are counted before anything is copied.

use super::fault::Limit;

/// Longest text of one cell or one recommendation, in bytes; office programs stop at 32,767 signs.
pub(super) const LONGEST_TEXT: usize = 1 << 20;
/// Most text of all cells of a file, in bytes: all of UHRI is a third of it.
const MOST_TEXT: usize = 384 << 20;
/// Most cells of a file, those before a filled one counted: all of UHRI is half of it.
const MOST_CELLS: usize = 8_000_000;

/// Cells that are looked at for each that may be laid out: programs write thousands that hold a colour alone.
const LOOKS: usize = 4;

/// What may still be laid out of a file.
#[derive(Debug, Clone)]
pub(super) struct Budget {
    longest: usize,
    text: usize,
    cells: usize,
    looks: usize,
    most_text: usize,
    most_cells: usize,
}

impl Budget {
    /// That of every table.
    pub(super) const fn of_a_table() -> Self {
        Self::of(LONGEST_TEXT, MOST_TEXT, MOST_CELLS)
    }

    /// One with limits of its own: longest text, all text, cells.
    pub(super) const fn of(longest: usize, text: usize, cells: usize) -> Self {
        Self { longest, text, cells, looks: cells.saturating_mul(LOOKS), most_text: text, most_cells: cells }
    }

    /// Takes a text of this many bytes.
    ///
    /// # Errors
    /// When it is too long, or the last one that fits was taken.
    pub(super) fn take_text(&mut self, bytes: usize) -> Result<(), Limit> {
        self.take_texts(bytes, bytes)
    }

    /// Takes texts of `all` bytes together, of which the longest has `longest`.
    ///
    /// # Errors
    /// The same.
    pub(super) fn take_texts(&mut self, longest: usize, all: usize) -> Result<(), Limit> {
        if longest > self.longest {
            return Err(Limit::Cell { size: kilobytes(longest), most: kilobytes(self.longest) });
        }
        self.text = self.text.checked_sub(all).ok_or(Limit::TextOfCells { most: (self.most_text >> 20) as u64 })?;
        Ok(())
    }

    /// Takes this many cells.
    ///
    /// # Errors
    /// When the last one that fits was taken.
    pub(super) fn take_cells(&mut self, count: usize) -> Result<(), Limit> {
        self.cells = self.cells.checked_sub(count).ok_or(Limit::Cells { most: self.most_cells as u64 })?;
        Ok(())
    }

    /// Looks at so many cells, of which it is not known yet whether they hold something.
    ///
    /// # Errors
    /// When there are far more of them than may be laid out.
    pub(super) fn look_at_cells(&mut self, count: usize) -> Result<(), Limit> {
        self.looks = self.looks.checked_sub(count).ok_or(Limit::Cells { most: self.most_cells as u64 })?;
        Ok(())
    }
}

/// Bytes as people are told of them, the last begun kilobyte whole.
pub(super) const fn kilobytes(bytes: usize) -> u64 {
    bytes.div_ceil(1024) as u64
}

#[cfg(test)]
mod tests {
    use super::{Budget, Limit};

    #[test]
    fn what_is_beyond_a_limit_is_named_with_it() {
        let mut budget = Budget::of(2_048, 3_000, 5);
        assert_eq!(budget.take_text(2_049), Err(Limit::Cell { size: 3, most: 2 }));
        assert_eq!((budget.take_text(2_000), budget.take_text(1_000)), (Ok(()), Ok(())));
        assert_eq!(budget.take_text(1), Err(Limit::TextOfCells { most: 0 }));
        assert_eq!((budget.take_cells(5), budget.take_cells(1)), (Ok(()), Err(Limit::Cells { most: 5 })));
    }
}
