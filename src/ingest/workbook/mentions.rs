//! Which words a part of a workbook holds, told while it is unpacked to be counted: a sheet that names nothing
//! hidden and nothing merged need not be taken apart again to look for either.
//!
//! The words are those of SpreadsheetML (ECMA-376, 18.3.1): names of attributes and elements, which nothing can
//! spell otherwise. A part with zeros in it is in an encoding of two bytes, of which nothing is told.

use std::io::{self, Write};

use aho_corasick::AhoCorasick;

/// The attribute of hidden rows, the element of merged cells, and what no part in UTF-8 holds.
const WORDS: [&str; 3] = ["hidden", "mergeCell", "\0"];
/// Bytes of the longest word.
const LONGEST: usize = 9;

/// What a part may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mentions {
    /// Whether it may hide rows.
    pub(super) hidden: bool,
    /// Whether it may merge cells.
    pub(super) merged: bool,
}

impl Mentions {
    /// Those of a part that nobody has looked at.
    pub(super) const UNKNOWN: Self = Self { hidden: true, merged: true };
    /// Those of a part without either.
    const NONE: Self = Self { hidden: false, merged: false };

    /// What either of two parts may hold.
    pub(super) const fn or(self, other: Self) -> Self {
        Self { hidden: self.hidden || other.hidden, merged: self.merged || other.merged }
    }
}

/// What is looked for.
pub(super) fn words() -> AhoCorasick {
    AhoCorasick::new(WORDS).expect("three short words make a small automaton")
}

/// A receiver that keeps nothing of what it is given but which words were in it.
#[derive(Debug)]
pub(super) struct Looking<'a> {
    words: &'a AhoCorasick,
    found: Mentions,
    /// What came last: a word may be cut by the end of a piece.
    kept: Vec<u8>,
}

impl<'a> Looking<'a> {
    /// One that has seen nothing.
    pub(super) const fn for_words(words: &'a AhoCorasick) -> Self {
        Self { words, found: Mentions::NONE, kept: Vec::new() }
    }

    /// What was found.
    pub(super) const fn found(&self) -> Mentions {
        self.found
    }

    fn look(&mut self) {
        for hit in self.words.find_iter(&self.kept) {
            match hit.pattern().as_usize() {
                0 => self.found.hidden = true,
                1 => self.found.merged = true,
                _ => self.found = Mentions::UNKNOWN,
            }
            if self.found == Mentions::UNKNOWN {
                return;
            }
        }
    }
}

impl Write for Looking<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.found != Mentions::UNKNOWN {
            self.kept.extend_from_slice(bytes);
            self.look();
            let from = self.kept.len().saturating_sub(LONGEST - 1);
            self.kept.drain(..from);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{Looking, Mentions, words};

    fn found(pieces: &[&[u8]]) -> Mentions {
        let words = words();
        let mut looking = Looking::for_words(&words);
        pieces.iter().for_each(|piece| looking.write_all(piece).unwrap());
        looking.found()
    }

    #[test]
    fn words_are_found_though_they_are_cut_and_zeros_tell_nothing() {
        assert_eq!(found(&[b"<row r='1'/>"]), Mentions { hidden: false, merged: false });
        assert_eq!(found(&[b"<row hid", b"den='1'/>"]), Mentions { hidden: true, merged: false });
        assert_eq!(found(&[b"<x:merge", b"C", b"ells>"]), Mentions { hidden: false, merged: true });
        assert_eq!(found(&[b"<\0r\0o\0w\0"]), Mentions::UNKNOWN);
    }
}
