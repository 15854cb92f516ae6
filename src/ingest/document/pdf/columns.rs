//! Pages of two columns that are shown row by row: read the left column first, then the right one.
//!
//! Most programs show one column after the other, and their order is kept. Cells of a table stand side by
//! side too; they are told by their shortness, and a page that is in doubt keeps its order.

use super::characters::Character;

/// Fewest rows of two columns.
const FEWEST_ROWS: usize = 6;
/// Fewest characters of a line of a column, on the average: cells are shorter.
const FEWEST_CHARACTERS: usize = 24;
/// A jump to the right that is wider than this, in sizes, leaves the line.
const JUMP: f64 = 1.0;
/// How far below each other lines of a column stand at most, in sizes.
const SPACING: f64 = 1.8;
/// How exactly the lines of the right column begin below each other, in sizes.
const ALIGNED: f64 = 0.3;

/// A run of characters on one line.
#[derive(Debug, Clone, Copy)]
struct Piece {
    from: usize,
    to: usize,
    x: f64,
    end: f64,
    y: f64,
    size: f64,
}

impl Piece {
    fn is_beside(&self, other: &Self) -> bool {
        (self.y - other.y).abs() < 0.3 * self.size && self.end + 0.5 * self.size < other.x
    }

    fn follows(&self, before: &Self) -> bool {
        let step = self.y - before.y;
        step > 0.0 && step < SPACING * self.size.max(before.size)
    }
}

/// The characters of a page in the order in which they are read.
pub(super) fn in_reading_order(characters: Vec<Character>) -> Vec<Character> {
    let pieces = pieces(&characters);
    let mut order: Vec<&Piece> = Vec::with_capacity(pieces.len());
    let (mut at, mut is_changed) = (0, false);
    while at < pieces.len() {
        let rows = rows(&pieces[at..]);
        let (block, rest) = pieces[at..].split_at(2 * rows);
        if rows >= FEWEST_ROWS && is_text(block) {
            let tail = tail(block, rest);
            order.extend(block.iter().step_by(2).chain(&rest[..tail]));
            order.extend(block.iter().skip(1).step_by(2));
            at += 2 * rows + tail;
            is_changed = true;
        } else {
            let passed = (2 * rows).max(1);
            order.extend(&pieces[at..at + passed]);
            at += passed;
        }
    }
    if !is_changed {
        return characters;
    }
    order.into_iter().flat_map(|piece| characters[piece.from..piece.to].iter().cloned()).collect()
}

fn pieces(characters: &[Character]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, character) in characters.iter().enumerate() {
        let goes_on = |piece: &Piece| {
            let is_on_line = (character.y - piece.y).abs() < 0.7 * piece.size;
            let gap = character.x - piece.end;
            !character.begins || (is_on_line && gap < JUMP * piece.size && gap > -piece.size)
        };
        match pieces.last_mut().filter(|piece| goes_on(piece)) {
            Some(piece) => {
                piece.to = at + 1;
                // Blanks at the end of a line take no room.
                if !character.text.trim().is_empty() {
                    piece.end = character.end;
                }
            }
            None => {
                let Character { x, end, y, size, .. } = *character;
                pieces.push(Piece { from: at, to: at + 1, x, end, y, size });
            }
        }
    }
    pieces
}

/// How many rows of a left and a right piece the pieces begin with, the right ones below each other behind
/// one gap.
fn rows(pieces: &[Piece]) -> usize {
    let Some(first) = pieces.get(1) else { return 0 };
    let (right, mut before) = (first.x, None::<Piece>);
    let is_row = |row: &&[Piece]| {
        let (a, b) = (row[0], row[1]);
        let is_below = before.is_none_or(|before| a.follows(&before));
        before = Some(a);
        is_below && a.is_beside(&b) && (b.x - right).abs() < ALIGNED * b.size
    };
    pieces.chunks_exact(2).take_while(is_row).count()
}

/// Whether both columns are running text.
fn is_text(block: &[Piece]) -> bool {
    let length = |column: usize| block.iter().skip(column).step_by(2).map(|piece| piece.to - piece.from).sum::<usize>();
    (0..2).all(|column| length(column) >= FEWEST_CHARACTERS * block.len() / 2)
}

/// How many of the pieces behind a block go on in its left column.
fn tail(block: &[Piece], rest: &[Piece]) -> usize {
    let [.., last, right] = block else { return 0 };
    let mut before = *last;
    let goes_on = |piece: &&Piece| {
        let goes_on = piece.follows(&before) && piece.end < right.x;
        before = **piece;
        goes_on
    };
    rest.iter().take_while(goes_on).count()
}

#[cfg(test)]
mod tests {
    use super::{Character, in_reading_order};

    fn line(text: &str, x: f64, y: f64) -> Vec<Character> {
        let at = |(place, c): (usize, char)| {
            let x = x + place as f64 * 5.0;
            Character { text: c.to_string(), x, end: x + 5.0, y, size: 10.0, begins: place == 0 }
        };
        text.chars().enumerate().map(at).collect()
    }

    fn read(lines: &[Vec<Character>]) -> String {
        in_reading_order(lines.concat()).iter().map(|character| character.text.as_str()).collect()
    }

    fn rows(left: &str, right: &str) -> Vec<Vec<Character>> {
        let row = |row: usize| {
            let y = 100.0 + 12.0 * row as f64;
            [line(&format!("{left}{row} "), 72.0, y), line(&format!("{right}{row} "), 320.0, y)]
        };
        (0..8).flat_map(row).collect()
    }

    #[test]
    fn columns_that_are_shown_row_by_row_are_read_one_after_the_other() {
        let mut lines = rows("a long line of the left column ", "a long line of the right column ");
        lines.push(line("end of the left column", 72.0, 196.0));
        let text = read(&lines);
        let (left, right) = (text.find("end of the left").unwrap(), text.find("right column 0").unwrap());
        assert!(text.starts_with("a long line of the left column 0 a long line of the left column 1"), "{text}");
        assert!(left < right && text.ends_with("right column 7 "), "{text}");
    }

    #[test]
    fn short_cells_side_by_side_keep_their_rows() {
        let text = read(&rows("a recommendation that is long enough ", "noted "));
        assert!(text.starts_with("a recommendation that is long enough 0 noted 0"), "{text}");
    }
}
