//! How many cells the sheets of an XLS file would be laid out in. The library lays out whatever lies between the
//! first and the last filled cell of each sheet, values and formulas apart, and all sheets at once: that is counted
//! first.
//!
//! Source: [MS-XLS] 2.1.4 (records), 2.4.28 (BoundSheet8), 2.4.90 (Dimensions); the cell records all begin with row
//! and column.

use std::io::{Cursor, Read};
use std::sync::Arc;

use crate::ingest::fault::Limit;

/// The streams that hold the records: since Excel 97, and before.
const STREAMS: [&str; 2] = ["/Workbook", "/Book"];
/// Most cells of all sheets, empty ones between filled ones counted: as many as one sheet can have.
const MOST: u64 = 65_536 * 256;

const BOUND_SHEET: u16 = 0x0085;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const DIMENSIONS: u16 = 0x0200;
const FORMULA: u16 = 0x0006;
const SEVERAL: u16 = 0x00BD;
/// Number, label, label with formats, truth or error, number in short, shared text.
const VALUES: [u16; 6] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD];

/// Fails where the sheets would be laid out in too many cells; another file than an XLS has none.
pub(super) fn check(bytes: &Arc<[u8]>) -> Result<(), Limit> {
    let Ok(mut file) = cfb::CompoundFile::open(Cursor::new(Arc::clone(bytes))) else { return Ok(()) };
    let mut stream = Vec::new();
    let part = STREAMS.iter().find_map(|name| file.open_stream(name).ok());
    if part.is_none_or(|mut part| part.read_to_end(&mut stream).is_err()) {
        // Who reads the cells says what is damaged.
        return Ok(());
    }
    let mut left = MOST;
    for record in Records(&stream).take_while(|record| record.kind != END) {
        if let (BOUND_SHEET, Some(offset)) = (record.kind, record.long(0)) {
            let sheet = usize::try_from(offset).ok().and_then(|at| stream.get(at..)).unwrap_or_default();
            left = left.checked_sub(cells(sheet)).ok_or(Limit::Cells { most: MOST })?;
        }
    }
    Ok(())
}

/// The cells that a sheet would be laid out in; what charts inside of it hold is none of them.
fn cells(sheet: &[u8]) -> u64 {
    let (mut values, mut formulas, mut claimed, mut depth) = (Extent::default(), Extent::default(), 0, 0usize);
    for record in Records(sheet) {
        match record.kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth > 1 => {}
            DIMENSIONS => claimed = claimed.max(record.claimed()),
            FORMULA => [&mut values, &mut formulas].into_iter().for_each(|extent| extent.take(record.cell())),
            SEVERAL => {
                values.take(record.cell());
                values.take(record.cell().zip(record.last()).map(|((row, _), column)| (row, column)));
            }
            kind if VALUES.contains(&kind) => values.take(record.cell()),
            _ => {}
        }
    }
    // Room for what is claimed is asked for and not filled, and given back before the next sheet: it counts alone.
    if claimed > MOST { claimed } else { values.cells() + formulas.cells() }
}

/// The records of a stream, up to one that is cut off.
struct Records<'a>(&'a [u8]);

/// One record.
struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let head = Record { kind: 0, data: self.0 };
        let (kind, length) = (head.short(0)?, head.short(2)?);
        let (data, rest) = self.0.get(4..)?.split_at_checked(usize::from(length))?;
        self.0 = rest;
        Some(Record { kind, data })
    }
}

impl Record<'_> {
    fn short(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(self.data.get(at..at + 2)?.try_into().ok()?))
    }

    fn long(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(self.data.get(at..at + 4)?.try_into().ok()?))
    }

    /// Row and column of a cell.
    fn cell(&self) -> Option<(u16, u16)> {
        self.short(0).zip(self.short(2))
    }

    /// The last column of a record of several cells.
    fn last(&self) -> Option<u16> {
        self.short(self.data.len().checked_sub(2)?)
    }

    /// The cells that the sheet claims to have: rows by four bytes since Excel 97, by two before.
    fn claimed(&self) -> u64 {
        let rows = if self.data.len() < 14 {
            self.short(0).zip(self.short(2)).map(|(first, end)| (first.into(), end.into()))
        } else {
            self.long(0).zip(self.long(4))
        };
        let at = if self.data.len() < 14 { 4 } else { 8 };
        // A first column that cannot be is read as none.
        let columns = self.short(at + 2).unwrap_or_default();
        rows.map_or(0, |(first, end): (u32, u32)| {
            // An end before the beginning is room for more rows than there are.
            let rows = if end == 0 { 1 } else { end.checked_sub(first).map_or(u64::MAX, u64::from) };
            rows.saturating_mul(u64::from(columns).max(1))
        })
    }
}

/// What lies between the first and the last cell.
#[derive(Debug, Default)]
struct Extent {
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
}

impl Extent {
    fn take(&mut self, cell: Option<(u16, u16)>) {
        let Some((row, column)) = cell else { return };
        let grown = |span: Option<(u16, u16)>, at: u16| {
            Some(span.map_or((at, at), |(first, last)| (first.min(at), last.max(at))))
        };
        (self.rows, self.columns) = (grown(self.rows, row), grown(self.columns, column));
    }

    fn cells(&self) -> u64 {
        let length = |(first, last): (u16, u16)| u64::from(last - first) + 1;
        self.rows.zip(self.columns).map_or(0, |(rows, columns)| length(rows) * length(columns))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
    }

    fn number(row: u16, column: u16) -> Vec<u8> {
        record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat())
    }

    /// A file whose sheets, by their places among `sheets`, hold those records.
    fn xls(sheets: &[&[Vec<u8>]], order: &[usize]) -> Arc<[u8]> {
        let bodies: Vec<Vec<u8>> =
            sheets.iter().map(|own| [record(BEGIN, &[0; 16]), own.concat(), record(END, &[])].concat()).collect();
        let head = record(BEGIN, &[0; 16]).len() + order.len() * record(BOUND_SHEET, &[0; 8]).len() + 4;
        let offset = |sheet: usize| head + bodies[..sheet].iter().map(Vec::len).sum::<usize>();
        let bound = |sheet: &usize| {
            let at = u32::try_from(offset(*sheet)).unwrap().to_le_bytes();
            record(BOUND_SHEET, &[&at[..], &[0; 4]].concat())
        };
        let all = [record(BEGIN, &[0; 16]), order.iter().flat_map(bound).collect(), record(END, &[]), bodies.concat()];
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream("/Workbook").unwrap().write_all(&all.concat()).unwrap();
        file.into_inner().into_inner().into()
    }

    #[test]
    fn a_sheet_is_taken_as_far_as_it_can_reach_and_several_only_together() {
        let corners = [number(0, 0), number(65_535, 255)];
        let small = [number(3, 1), number(40, 9), record(DIMENSIONS, &[0; 14])];
        assert!(check(&xls(&[&corners], &[0])).is_ok());
        assert!(check(&xls(&[&small, &small], &[0, 1, 1, 0])).is_ok());
        for order in [&[0, 1][..], &[0, 0], &[1, 0, 0]] {
            assert!(check(&xls(&[&corners, &small], order)).is_err(), "{order:?}");
        }
    }

    #[test]
    fn what_is_claimed_counts_and_what_charts_hold_does_not() {
        let claim = [&0u32.to_le_bytes()[..], &u32::MAX.to_le_bytes(), &[0, 0, 0, 1, 0, 0]].concat();
        assert!(check(&xls(&[&[record(DIMENSIONS, &claim)]], &[0])).is_err());
        let chart = [record(BEGIN, &[0; 16]), number(0, 0), number(65_535, 255), record(END, &[])].concat();
        let sheet = [number(0, 0), chart, number(9, 9)];
        assert!(check(&xls(&[&sheet], &[0; 200])).is_ok());
        assert!(check(&b"no workbook".to_vec().into()).is_ok());
    }
}
