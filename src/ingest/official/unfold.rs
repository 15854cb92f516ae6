//! Texts that have lost their lines: a report that is one long paragraph is parted where its numbers
//! count on and where a heading with a Roman number stands.

use std::sync::LazyLock;

use regex::Regex;

use super::label::number;
use crate::ingest::document::{Block, Document, Paragraph};
use crate::text::pattern::pattern;

/// No paragraph of a report is longer, in bytes.
const LONG: usize = 4_000;
/// So many numbers in a row are no accident.
const ENOUGH: usize = 5;
/// Numbers that may be missing between two paragraphs.
const MOST_MISSING: u32 = 3;

/// "12. The", "115.3 Build" inside a text.
static MARK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[\s.;:)])((\d{1,3})\.(?:(\d{1,3})\.?)?)\s+[\p{Lu}\p{Lo}(“«]"));
/// "II. Conclusions" inside a text.
static HEADING: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|\s)([IVX]{1,4}\.)\s+\p{Lu}"));

/// The document with overlong paragraphs parted.
pub(super) fn unfold(document: Document) -> Document {
    let parted = |block: Block| match block {
        Block::Paragraph(paragraph) if paragraph.text.len() > LONG => parts(paragraph),
        other => vec![other],
    };
    Document { blocks: document.blocks.into_iter().flat_map(parted).collect(), ..document }
}

/// The paragraphs of a paragraph; itself where its numbers do not count on.
fn parts(paragraph: Paragraph) -> Vec<Block> {
    let text = paragraph.text.as_str();
    let mut cuts = counted(text);
    if cuts.len() < ENOUGH {
        return vec![Block::Paragraph(paragraph)];
    }
    cuts.extend(HEADING.captures_iter(text).filter_map(|found| found.get(1)).map(|mark| mark.start()));
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let pieces = cuts.windows(2).map(|pair| text[pair[0]..pair[1]].trim()).filter(|piece| !piece.is_empty());
    let block = |(at, piece): (usize, &str)| {
        let place = format!("{}.{}", paragraph.place, at + 1);
        Block::Paragraph(Paragraph { place, text: piece.to_owned(), ..Paragraph::default() })
    };
    pieces.enumerate().map(block).collect()
}

/// Where the numbers stand that count on: of paragraphs, and of items under them.
fn counted(text: &str) -> Vec<usize> {
    let (mut main, mut item) = (0, 0);
    let mut cuts = Vec::new();
    for found in MARK.captures_iter(text) {
        let Some(mark) = found.get(1) else { continue };
        let first = number(&found[2]);
        let second = found.get(3).map(|second| number(second.as_str()));
        let next = match second {
            Some(second) if first == main && second == item + 1 => (main, second),
            Some(1) if first > main && first <= main + MOST_MISSING => (first, 1),
            Some(_) => continue,
            None if first > main && first <= main + MOST_MISSING => (first, 0),
            None if first == item + 1 => (main, first),
            None => continue,
        };
        (main, item) = next;
        cuts.push(mark.start());
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_long_line_is_parted_where_its_numbers_count_on() {
        let talk = "It spoke of schools and of roads in 2015. ".repeat(40);
        let text = format!(
            "Cover of it 1. The review was held. {talk}2. Peru spoke. {talk}3. Chile spoke. {talk}\
             II. CONCLUSIONS AND/OR RECOMMENDATIONS 4. They enjoy its support: 1. Build schools (Chile); 2. Dig wells (Chad)."
        );
        let blocks = vec![Block::Paragraph(Paragraph { place: "page 1".to_owned(), text, ..Paragraph::default() })];
        let document = unfold(Document { blocks, ..Document::default() });
        let texts: Vec<String> = document.paragraphs().map(|paragraph| paragraph.text.clone()).collect();
        let last = ["4. They enjoy its support:", "1. Build schools (Chile);", "2. Dig wells (Chad)."];
        assert_eq!((texts.len(), texts[4].as_str()), (8, "II. CONCLUSIONS AND/OR RECOMMENDATIONS"));
        assert_eq!(texts[5..], last);
        assert_eq!(unfold(document.clone()), document);
    }
}
