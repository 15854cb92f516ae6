//! The paragraphs of a report as its reader walks them: each one line, cells of bare tables too.

use super::label::Label;
use super::ordinal::{bullet, ordinal};
use crate::ingest::document::{Block, Document, Row};

/// A paragraph on one line.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Where it stands.
    pub(super) place: String,
    /// Whether it is a heading.
    pub(super) is_heading: bool,
    /// Whether it is a line of the table of contents.
    pub(super) is_contents: bool,
    /// Its number and text, with single blanks.
    pub(super) text: String,
}

impl Line {
    /// A line that is no heading.
    fn of(place: &str, full: &str) -> Self {
        let ends_in_page = full.contains('\t') && full.ends_with(|c: char| c.is_ascii_digit());
        Self {
            place: place.to_owned(),
            is_heading: false,
            is_contents: full.contains("....") || ends_in_page,
            text: full.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    /// Whether it begins a list under a paragraph: its first item, a letter, a bullet; under a paragraph
    /// without a number, which is 0, any item.
    pub(super) fn opens_list(&self, paragraph: u32) -> bool {
        match ordinal(&self.text).0 {
            Label::Item { main, .. } => paragraph == 0 || main == paragraph,
            Label::Main(number) => number == 1,
            Label::Letter(letter) => letter == "a",
            Label::None => bullet(&self.text).is_some(),
        }
    }
}

/// The lines of a document, in its order. Of tables only rows that begin with the number of an item are
/// lines: a list may be laid out in cells without a heading.
pub(super) fn lines(document: &Document) -> Vec<Line> {
    let line = |block: &Block| match block {
        Block::Paragraph(at) => Some(Line { is_heading: at.heading.is_some(), ..Line::of(&at.place, &at.full()) }),
        Block::Row(row) => of_row(row),
    };
    document.blocks.iter().filter_map(line).filter(|line| !line.text.is_empty()).collect()
}

fn of_row(row: &Row) -> Option<Line> {
    let text = row.cells.iter().map(|cell| cell.text()).collect::<Vec<_>>().join(" ");
    let is_item = matches!(ordinal(&text).0, Label::Item { .. });
    is_item.then(|| Line::of(&row.place, &text))
}
