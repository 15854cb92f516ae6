//! A delimited text in pieces that can be read one by one: where a quote opens that is never closed, the
//! line that it stands in is a piece of its own, and the rows after it are not swallowed.
//!
//! The rules of quotes are those of the reader of rows: a quote opens a cell only at its beginning, two of
//! them inside are one. Cells are counted here, before they are laid out.

use super::budget::Budget;
use super::damage::Damage;
use super::fault::ReadFault;

/// Most quotes of a file that are never closed; one of a table is an oversight, hundreds are no table.
const MOST_STRAY: usize = 200;

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) quotes: Quotes,
}

/// Whether the quotes of a piece close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    /// They do: its cells may hold separators and line ends.
    Closed,
    /// One opens and is never closed: it is one line, in which quotes part nothing.
    Stray,
}

/// The pieces of a text, in order.
///
/// # Errors
/// When the text ends inside a cell, or is beyond the limits.
pub(super) fn pieces<'a>(text: &'a str, separator: u8, budget: &mut Budget) -> Result<Vec<Piece<'a>>, ReadFault> {
    let (mut pieces, mut start, mut at, mut width, mut stray) = (Vec::new(), 0, 0, 0, 0);
    while at < text.len() {
        let row = row(&text.as_bytes()[at..], separator);
        let end = at + row.length;
        if !row.is_stray(width, &text[at..end], separator) {
            if row.is_open {
                return Err(Damage::OpenQuote.into());
            }
            budget.take_texts(row.longest, row.text)?;
            budget.take_cells(row.cells)?;
            width = width.max(row.cells);
            at = end;
            continue;
        }
        stray += 1;
        if stray > MOST_STRAY {
            return Err(Damage::StrayQuotes.into());
        }
        let line = at + text[at..].find(['\n', '\r']).map_or(text.len() - at, |end| end + 1);
        budget.take_texts(0, line - at)?;
        budget.take_cells(separators(&text[at..line], separator) + 1)?;
        pieces.push(Piece { text: &text[start..at], quotes: Quotes::Closed });
        pieces.push(Piece { text: &text[at..line], quotes: Quotes::Stray });
        (start, at) = (line, line);
    }
    pieces.push(Piece { text: &text[start..], quotes: Quotes::Closed });
    pieces.retain(|piece| !piece.text.trim().is_empty());
    Ok(pieces)
}

/// A row as its quotes have it.
#[derive(Debug, Default)]
struct Row {
    /// Bytes up to its end, line end included.
    length: usize,
    cells: usize,
    /// Bytes of its longest cell, and of all.
    longest: usize,
    text: usize,
    /// Whether the text ends inside one of its cells.
    is_open: bool,
    /// Whether something stands between the end of a quoted cell and the next separator.
    is_torn: bool,
}

impl Row {
    /// Counts a cell of this many bytes.
    fn end(&mut self, cell: usize) {
        self.longest = self.longest.max(cell);
        self.text += cell;
    }

    /// Whether a quote of it swallows other rows: it closes nowhere or in the middle of something, and what it
    /// swallows looks like rows; or the row has not as many cells as others, and a line of it has just so many:
    /// rows of people are ragged, and a text of several lines has commas too.
    fn is_stray(&self, width: usize, text: &str, separator: u8) -> bool {
        let is_broken = self.is_open || self.is_torn;
        let is_row = |line: &str| {
            let cells = separators(line, separator) + 1;
            cells == width || (is_broken && cells > width)
        };
        let is_odd = is_broken || self.cells != width;
        width > 1 && is_odd && text.trim_end().split(['\n', '\r']).skip(1).any(is_row)
    }
}

fn separators(line: &str, separator: u8) -> usize {
    line.bytes().filter(|byte| *byte == separator).count()
}

/// Where the reader of rows stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Bare,
    Quoted,
    /// After a quote inside a quoted cell: the end of it, or the first of two.
    Quote,
}

/// The row that some bytes begin with.
fn row(bytes: &[u8], separator: u8) -> Row {
    let (mut row, mut at, mut cell) = (Row { cells: 1, ..Row::default() }, At::Start, 0usize);
    for &byte in bytes {
        row.length += 1;
        at = match (at, byte) {
            (At::Quoted, b'"') => At::Quote,
            (At::Quoted, _) => At::Quoted,
            (At::Quote | At::Start, b'"') => At::Quoted,
            (_, b'\n' | b'\r') => break,
            (_, byte) if byte == separator => {
                row.end(std::mem::take(&mut cell));
                row.cells += 1;
                At::Start
            }
            (At::Quote, _) => {
                row.is_torn = true;
                At::Bare
            }
            (At::Start | At::Bare, _) => At::Bare,
        };
        cell += usize::from(at != At::Start);
    }
    row.end(cell);
    row.is_open = at == At::Quoted;
    row
}

/// The separator that the first line holds most of, outside quotes.
pub(super) fn separator(text: &str) -> u8 {
    let line = text.split(['\n', '\r']).find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |wanted: char| {
        let mut quoted = false;
        line.chars()
            .filter(|c| {
                quoted ^= *c == '"';
                *c == wanted && !quoted
            })
            .count()
    };
    [',', ';', '\t', '|'].into_iter().max_by_key(|c| (count(*c), *c == ',')).map_or(b',', |c| c as u8)
}
