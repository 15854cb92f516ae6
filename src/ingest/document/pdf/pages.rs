//! Pages of lines to paragraphs.
//!
//! A paragraph begins with its number or letter, with a heading, or after a blank line where the
//! text before has come to an end; everything else goes on, over page ends too. Numbers are believed
//! where they count on, so that a line that happens to begin with one does not break a sentence.

use std::collections::HashSet;

use super::super::model::{Block, Document, Paragraph};
use super::furniture::{Lines, Notes, take_off};
use super::hyphens::join;
use super::lines::{begins_with_letter, begins_with_number, begins_with_range, heading_level, is_ended, number, plain};
use super::raised::take_raised;
use crate::domain::{FilePlace, Language};
use crate::text::language::common;

/// Headings are short.
const LONGEST_HEADING: usize = 140;
/// A line with fewer letters does not fill its page.
const SHORT_LINE: usize = 64;
/// Where more of the lines than this are parted from the rest of their sentence by a blank one, blank
/// lines mean nothing.
const MOSTLY_BROKEN: f64 = 0.25;

/// The document of pages of text.
pub(in crate::ingest) fn document(texts: &[&str], notes: Notes) -> Document {
    let mut pages: Vec<Lines> = texts.iter().map(|text| page(text)).collect();
    // In plain text a raised digit is what somebody wrote.
    let raised: Vec<_> = match notes {
        Notes::StandBelow => pages.iter_mut().map(take_raised).collect(),
        Notes::AreText => Vec::new(),
    };
    let taken = take_off(&mut pages, notes, &raised);
    let words = words(&pages);
    // Pages that differ, or that are too short to tell, are read as English.
    let language = common(texts.iter().copied()).unwrap_or(Language::En);
    let mut assembly = Assembly::new(&words, language);
    for (at, lines) in pages.iter().enumerate() {
        let mut filled = lines.iter().filter(|(_, text)| !text.is_empty()).skip(1);
        for (line, text) in lines {
            let next = if text.is_empty() { None } else { filled.next().map(|(_, text)| text.as_str()) };
            assembly.line(at + 1, *line, text, next);
        }
        assembly.page_ends();
    }
    let notes = taken.notes.into_iter().map(|(page, text)| Paragraph {
        place: FilePlace::PageNote { page }.to_string(),
        text,
        ..Paragraph::default()
    });
    Document { furniture: taken.running, blocks: assembly.finish(), notes: notes.collect(), ..Document::default() }
}

/// The lines of a page; where blank ones stand inside sentences they are left out.
fn page(text: &str) -> Lines {
    let lines: Lines = text.lines().enumerate().map(|(at, line)| (at + 1, plain(line))).collect();
    let filled = lines.iter().filter(|(_, line)| !line.is_empty()).count();
    let inside = |three: &&[(usize, String)]| {
        let (before, blank, after) = (&three[0].1, &three[1].1, &three[2].1);
        let goes_on = after.starts_with(|c: char| c.is_lowercase());
        !before.is_empty() && blank.is_empty() && goes_on && !is_ended(before)
    };
    let broken = lines.windows(3).filter(inside).count();
    if filled > 8 && broken as f64 > filled as f64 * MOSTLY_BROKEN {
        return lines.into_iter().filter(|(_, line)| !line.is_empty()).collect();
    }
    lines
}

/// All words of the document, to tell which have a hyphen of their own.
fn words(pages: &[Lines]) -> HashSet<String> {
    let cut = |c: char| !(c.is_alphanumeric() || c == '-');
    let lines = pages.iter().flatten().map(|(_, line)| line);
    let words = lines.flat_map(|line| line.split(cut)).map(|word| word.trim_matches('-').to_lowercase());
    words.filter(|word| word.len() > 2).collect()
}

struct Assembly<'a> {
    words: &'a HashSet<String>,
    /// The language of the document.
    language: Language,
    blocks: Vec<Block>,
    open: Option<Paragraph>,
    /// Whether a blank line stands between the last line and the next.
    after_blank: bool,
    /// The last number of a paragraph, and of an item under it.
    last_main: u32,
    last_item: (u32, u32),
    /// Letters of the last line.
    last_length: usize,
}

impl<'a> Assembly<'a> {
    fn new(words: &'a HashSet<String>, language: Language) -> Self {
        Self {
            words,
            language,
            blocks: Vec::new(),
            open: None,
            after_blank: true,
            last_main: 0,
            last_item: (0, 0),
            last_length: 0,
        }
    }

    fn line(&mut self, page: usize, line: usize, text: &str, next: Option<&str>) {
        if text.is_empty() {
            self.after_blank = true;
            return;
        }
        let is_tight = self.is_tight_heading(text, next);
        if is_tight || self.begins(text) {
            self.close();
            self.count(text);
            let heading = self.heading(text).or(is_tight.then_some(3));
            let place = FilePlace::PageLine { page, line }.to_string();
            self.open = Some(Paragraph { place, heading, number: None, text: text.to_owned() });
        } else if let Some(open) = &mut self.open {
            let words = self.words;
            join(&mut open.text, text, self.language, &|word| words.contains(word));
            open.heading = open.heading.filter(|_| open.text.chars().count() < LONGEST_HEADING);
        }
        self.after_blank = false;
        self.last_length = text.chars().count();
    }

    /// A heading without blank lines around it: a short line between the end of a paragraph and the
    /// number of the next.
    fn is_tight_heading(&self, text: &str, next: Option<&str>) -> bool {
        let is_after_end = self.open.as_ref().is_some_and(|open| is_ended(&open.text));
        let is_short = text.chars().count() < SHORT_LINE && !text.ends_with(['.', ';', ',', ':', ')']);
        let is_plain = text.starts_with(char::is_uppercase) && number(text).is_none() && !begins_with_letter(text);
        is_after_end && is_short && is_plain && next.and_then(number).is_some_and(|n| self.counts_on(n))
    }

    /// Whether a line begins a paragraph.
    fn begins(&self, text: &str) -> bool {
        let Some(open) = &self.open else { return true };
        let is_ended = is_ended(&open.text);
        // On a title page every line stands for itself, unless the one before it is full.
        let in_title = (self.last_main, self.last_item) == (0, (0, 0));
        if in_title && self.last_length < SHORT_LINE && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
            return true;
        }
        if let Some(number) = number(text) {
            return is_ended || self.counts_on(number) || (self.after_blank && open.heading.is_some());
        }
        if begins_with_range(text) {
            return is_ended;
        }
        if begins_with_letter(text) {
            return is_ended || open.text.ends_with(',') || open.heading.is_some();
        }
        if heading_level(text).is_some() && text.len() < LONGEST_HEADING && (is_ended || self.after_blank) {
            return true;
        }
        // A number that stands alone waits for its text.
        let is_bare = (begins_with_number(&open.text) || begins_with_range(&open.text))
            && !open.text.contains(char::is_alphabetic);
        self.after_blank && !is_bare && (is_ended || open.heading.is_some() || is_apart(&open.text, text))
    }

    fn counts_on(&self, number: (Option<u32>, u32)) -> bool {
        match number {
            (None, count) => count == self.last_main + 1,
            (Some(main), item) => {
                (main, item) == (self.last_item.0, self.last_item.1 + 1) || (main == self.last_main && item == 1)
            }
        }
    }

    fn count(&mut self, text: &str) {
        match number(text) {
            Some((None, count)) => self.last_main = count,
            Some((Some(main), item)) => self.last_item = (main, item),
            None => {}
        }
    }

    fn heading(&self, text: &str) -> Option<u8> {
        let is_short = text.chars().count() < LONGEST_HEADING && !text.ends_with(['.', ';', ',', ':']);
        let is_text = begins_with_number(text) || begins_with_letter(text) || text.starts_with(char::is_lowercase);
        heading_level(text).filter(|_| is_short).or_else(|| (is_short && !is_text && self.after_blank).then_some(3))
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.blocks.push(Block::Paragraph(open));
        }
    }

    /// A paragraph goes on over the end of a page unless it has ended.
    fn page_ends(&mut self) {
        self.after_blank = self.open.as_ref().is_none_or(|open| is_ended(&open.text) || open.heading.is_some());
    }

    fn finish(mut self) -> Vec<Block> {
        self.close();
        self.blocks
    }
}

/// Lines of a title page do not end in a full stop, and the next begins with a capital letter.
fn is_apart(before: &str, text: &str) -> bool {
    before.chars().take(LONGEST_HEADING).count() < LONGEST_HEADING
        && text.starts_with(|c: char| c.is_uppercase() || c == '[' || c == '*')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Notes, document};

    fn letters(text: &str) -> String {
        let mut all: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        all.sort_unstable();
        all.into_iter().collect()
    }

    #[test]
    fn a_paragraph_goes_on_over_a_page_with_its_head_foot_and_note() {
        let first = "A/HRC/1/2\n\n5. The first paragraph goes on\n\n* A note.\n\n12";
        let second = "A/HRC/1/2\n\nto the next page.\n\n6. Another.\n\n13";
        let read = document(&[first, second], Notes::StandBelow);
        let texts: Vec<String> = read.paragraphs().map(|p| p.full()).collect();
        assert_eq!(texts, ["5. The first paragraph goes on to the next page.", "6. Another."]);
        assert_eq!(
            (read.furniture.as_slice(), read.notes[0].text.as_str()),
            (&["A/HRC/1/2".to_owned()][..], "* A note.")
        );
    }

    #[test]
    fn words_cut_at_line_ends_are_joined_as_the_language_of_the_document_writes_them() {
        let text = |words: &str| document(&[words], Notes::AreText).paragraphs().map(|p| p.full()).collect::<String>();
        let spanish = text(
            "5. El Estado debe adoptar medidas para que la ley anti-\nterrorista respete los derechos de todas las personas.",
        );
        assert!(spanish.contains("antiterrorista"), "{spanish}");
        let english =
            text("5. The State should bring its anti-\nterrorism laws into line with the rights of all persons.");
        assert!(english.contains("anti-terrorism"), "{english}");
    }

    proptest! {
        #[test]
        fn no_word_of_a_page_is_lost(lines in prop::collection::vec("[A-Za-z(*][a-z ,;.()*0-9]{0,30}", 1..30)) {
            let page = lines.join("\n");
            let read = document(&[&page], Notes::AreText);
            let mut out: String = read.paragraphs().map(|p| p.full()).collect();
            out.extend(read.notes.iter().map(|note| note.text.clone()));
            out.extend(read.furniture.iter().cloned());
            prop_assert_eq!(letters(&out), letters(&page));
        }

        #[test]
        fn any_text_is_read(pages in prop::collection::vec("\\PC{0,200}", 0..4)) {
            let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
            let _ = document(&pages, Notes::StandBelow);
        }
    }
}
