//! Addenda: the positions of the State, as lists of numbers under three classes.
//!
//! A sentence or a heading sets the class; numbers in that sentence, and paragraphs that hold nothing
//! but numbers, belong to it. A paragraph that begins with numbers and goes on in words comments on
//! them; it gives a class only where no list names the number. Tables are read by
//! [`addendum_table`](super::addendum_table). A sentence whose words are not understood gives no
//! position and is listed.

use super::addendum_table::AddendumTable;
use super::class_lists::{Sorted, places, sort};
use super::label::{Label, label};
use super::leads::lead_in;
use super::number_lists::{anywhere, leading, mended};
use super::page::Page;
use super::plain_numbers::{
    as_items, as_written, is_plain, position_beside_numbers, restored, row_as_items, without_abbreviation,
};
use crate::domain::{NumberRange, Position, PositionList, PositionStatement};
use crate::ingest::document::{Block, Document, Paragraph};
use crate::ingest::intake::Intake;
use crate::ingest::rejection_reason::RejectionReason;
use crate::ingest::remark::Remark;
use crate::text::phrasebook::Phrase;

/// A lead without numbers is not longer than this: "217 are supported and 37 noted" counts, it sets
/// no class.
const LONGEST_LEAD: usize = 240;
/// A heading has not more words.
const HEADING_WORDS: usize = 14;
/// A sentence about so few numbers may be a comment on them.
const FEW: usize = 3;

/// Reads an addendum.
pub(super) fn read(page: &Page<'_>, intake: &mut Intake<'_>) {
    let Some(state) = page.head.state else { return };
    let mut reader = Reader::of(page.document);
    for (place, text) in std::mem::take(&mut reader.unclear) {
        intake.reject(place, &RejectionReason::UnclearPosition, as_written(&text));
    }
    let statements = reader.finish();
    if !statements.iter().any(|s| s.position.is_some()) {
        intake.remark(Remark::NoPositionList);
    }
    let head = page.head;
    let (report, symbol) = (head.symbol.clone(), head.own_symbol.clone());
    intake.positions(PositionList { report, symbol, state, session: head.session, statements });
}

/// A statement, and the class of the heading it stands under.
struct Entry {
    under: Option<Position>,
    statement: PositionStatement,
}

/// How a document numbers the recommendations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Numbering {
    /// By paragraph and item: `140.7`.
    #[default]
    Full,
    /// By the item alone: `7`.
    Plain,
}

#[derive(Default)]
struct Reader {
    numbering: Numbering,
    /// The class that headings and sentences have set.
    class: Option<Position>,
    /// The class of the heading that all stands under.
    heading: Option<Position>,
    table: AddendumTable,
    entries: Vec<Entry>,
    /// The entry that a paragraph of words goes on commenting.
    target: Option<usize>,
    /// Sentences that name numbers and no known class: place and text.
    unclear: Vec<(String, String)>,
    /// The last heading that may name a class and is not understood: it is named when numbers stand under it.
    unread: Option<(String, String)>,
}

impl Reader {
    fn of(document: &Document) -> Self {
        let numbering = if is_plain(document) { Numbering::Plain } else { Numbering::Full };
        let mut reader = Self { numbering, ..Self::default() };
        for block in &document.blocks {
            match block {
                Block::Paragraph(paragraph) => reader.paragraph(paragraph),
                Block::Row(row) => {
                    reader.target = None;
                    let statements = match numbering {
                        Numbering::Full => reader.table.row(row, reader.class),
                        Numbering::Plain => reader.table.row(&row_as_items(row), reader.class),
                    };
                    reader.entries.extend(statements.into_iter().map(|statement| Entry { under: None, statement }));
                }
            }
        }
        reader
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let full = mended(&paragraph.full().split_whitespace().collect::<Vec<_>>().join(" "));
        let own = without_own_number(&full);
        let own = match self.numbering {
            // A sentence may leave out the paragraph though others name it.
            Numbering::Full if leaves_out_paragraph(own) => as_items(own),
            Numbering::Full => own.to_owned(),
            Numbering::Plain => as_items(own),
        };
        let text = without_word(without_abbreviation(&own));
        let (numbers, rest) = leading(text);
        if numbers.is_empty() {
            self.sentence(text, paragraph);
        } else if rest.is_empty() {
            self.bare(numbers, paragraph);
        } else {
            self.comment(numbers, rest, paragraph);
        }
    }

    /// A sentence that may set a class, with or without numbers in it.
    fn sentence(&mut self, text: &str, at: &Paragraph) {
        let speaks = Phrase::RecommendationWord.is_in(text)
            || at.heading.is_some()
            || names_numbers_at_once(text)
            || position_beside_numbers(text).is_some();
        match if speaks { sort(text) } else { Sorted::Nothing } {
            Sorted::Classes(lists) => self.classes(lists, text, at),
            Sorted::Inherits(numbers) => match self.class {
                Some(class) => self.state(Some(class), numbers, at, String::new()),
                None => self.unclear.push((at.place.clone(), text.to_owned())),
            },
            Sorted::Unclear(_) if self.target.is_some() => self.add_to_comment(text),
            Sorted::Unclear(_) => self.unclear.push((at.place.clone(), text.to_owned())),
            Sorted::Nothing => match lead_in(text).filter(|class| speaks && may_lead(*class, text, at)) {
                Some(class) => self.lead(class, text, at),
                None if self.ends_class(text, at) => self.end_class(text, at),
                None if at.heading.is_none() => self.add_to_comment(text),
                None => self.target = None,
            },
        }
    }

    fn classes(&mut self, lists: Vec<(Option<Position>, Vec<NumberRange>)>, text: &str, at: &Paragraph) {
        let count: usize = lists.iter().map(|(_, numbers)| numbers.len()).sum();
        // "Recommendation 6.2 (Ireland): Zambia takes note. The Act was amended …" says more than a class.
        let comment = if count <= FEW && goes_on_in_words(text) { text } else { "" };
        for (class, numbers) in lists {
            // "Accepts the following" under the heading of those implemented already says the finer class.
            let class = class.map(|class| self.heading.filter(|heading| heading.refines(class)).unwrap_or(class));
            self.class = class.or(self.class);
            if !numbers.is_empty() {
                // What is set apart is told as such, or the run around it would take it in.
                self.state(class.or(Some(Position::None)), numbers, at, comment.to_owned());
            }
        }
        self.target = self.target.filter(|_| !comment.is_empty());
    }

    /// Whether a heading speaks of recommendations in words that name no class that is known: what follows it is not
    /// of the class before. A heading by theme stands inside a class that a sentence has set.
    fn ends_class(&self, text: &str, at: &Paragraph) -> bool {
        let is_alike = self.heading.is_some() || counted(text);
        self.class.is_some() && is_heading(text, at) && is_alike && Phrase::RecommendationWord.is_in(text)
    }

    fn end_class(&mut self, text: &str, at: &Paragraph) {
        (self.class, self.heading, self.target) = (None, None, None);
        self.unread = Some((at.place.clone(), text.to_owned()));
    }

    /// A heading or a lead without numbers: what follows belongs to its class.
    fn lead(&mut self, class: Position, text: &str, at: &Paragraph) {
        (self.target, self.unread) = (None, None);
        if at.heading.is_some() || counted(text) {
            self.heading = Some(class);
        }
        if text.chars().count() < LONGEST_LEAD {
            self.class = Some(self.heading.filter(|heading| heading.refines(class)).unwrap_or(class));
        }
    }

    /// Nothing but numbers: a list that stands under its class or goes on, or the head of a comment.
    fn bare(&mut self, numbers: Vec<NumberRange>, at: &Paragraph) {
        let is_listed = numbers.iter().all(|range| self.is_listed(range));
        let class = self.class.filter(|_| !is_listed);
        if class.is_none() {
            self.unclear.extend(self.unread.take());
        }
        self.state(class, numbers, at, String::new());
    }

    fn comment(&mut self, numbers: Vec<NumberRange>, rest: &str, at: &Paragraph) {
        let said = own_position(rest);
        // "Recommendations 4, 6: noted" says the class after the list and comments on nothing.
        let words = if Position::from_words(rest).is_some() { "" } else { rest };
        self.state(said, numbers, at, words.to_owned());
        if let Some(entry) = self.entries.last_mut().filter(|_| said.is_none()) {
            entry.under = self.class;
        }
    }

    fn state(&mut self, position: Option<Position>, numbers: Vec<NumberRange>, at: &Paragraph, comment: String) {
        let statement = PositionStatement { place: at.place.clone(), position, numbers, comment };
        self.target = Some(self.entries.len());
        self.entries.push(Entry { under: None, statement });
    }

    /// A comment may have several paragraphs; a long list is not commented as a whole.
    fn add_to_comment(&mut self, text: &str) {
        let Some(entry) = self.target.and_then(|at| self.entries.get_mut(at)) else { return };
        if entry.statement.comment.is_empty() && entry.statement.numbers.len() > FEW {
            return;
        }
        entry.statement.comment = [entry.statement.comment.as_str(), text].join(" ").trim().to_owned();
    }

    fn is_listed(&self, range: &NumberRange) -> bool {
        let listed = self.entries.iter().filter(|entry| entry.statement.position.is_some());
        let mut all = listed.flat_map(|entry| &entry.statement.numbers);
        all.any(|l| l.main == range.main && l.from <= range.from && range.from <= l.to)
    }

    /// Comments under a class give it to numbers that no list names.
    fn finish(self) -> Vec<PositionStatement> {
        let gives = |entry: &Entry| entry.under.filter(|_| !entry.statement.numbers.iter().any(|r| self.is_listed(r)));
        let given: Vec<Option<Position>> = self.entries.iter().map(gives).collect();
        let statements = self.entries.into_iter().zip(given).map(|(entry, given)| {
            let position = entry.statement.position.or(given);
            restored(PositionStatement { position, ..entry.statement })
        });
        statements.filter(|s| s.position.is_some() || !s.comment.is_empty()).collect()
    }
}

/// "Takes note of 112.1": the numbers follow the words at once, without the word "recommendation".
fn names_numbers_at_once(text: &str) -> bool {
    let begins = |end: usize| !leading(text[end..].trim_start_matches([' ', ':', '-', '–'])).0.is_empty();
    places(text).iter().any(|(_, end, _)| begins(*end))
}

/// Whether more than a few words follow the last number.
fn goes_on_in_words(text: &str) -> bool {
    let tail = text.rfind(|c: char| c.is_ascii_digit()).map_or("", |at| &text[at + 1..]);
    tail.contains(". ") && tail.chars().filter(|c| c.is_alphabetic()).count() > 30
}

/// "Noted. The Government …", "Accepted – …": a position that opens a comment.
fn own_position(text: &str) -> Option<Position> {
    let head = text.split(['.', ':', '–', '-', ';', '(']).next().unwrap_or("").trim();
    Position::from_words(head).filter(|p| *p != Position::None && *p != Position::Pending)
}

/// "Recommendation 121.1: …" begins with its number, unless the sentence puts it into a class.
fn without_word(text: &str) -> &str {
    let Some((0, end)) = Phrase::RecommendationWord.find(text) else { return text };
    let tail = text[end..].trim_start();
    let (numbers, rest) = leading(tail);
    let is_head = !numbers.is_empty() && (own_position(rest).is_some() || places(rest).is_empty());
    if is_head { tail } else { text }
}

/// The number of the addendum's own paragraph: "3. The Government accepts …".
/// Whether a sentence sets a class for recommendations and names none of them in full.
fn leaves_out_paragraph(text: &str) -> bool {
    Phrase::RecommendationWord.is_in(text) && anywhere(text).is_empty() && lead_in(text).is_some()
}

/// Whether words set a class for what follows: what is still considered only as a heading, since sentences of every
/// kind speak of what will be done.
fn may_lead(class: Position, text: &str, at: &Paragraph) -> bool {
    class != Position::Pending || (Phrase::LeadUndecided.is_in(text) && is_heading(text, at))
}

fn is_heading(text: &str, at: &Paragraph) -> bool {
    let is_short = text.split_whitespace().count() <= HEADING_WORDS;
    at.heading.is_some() || (is_short && !text.ends_with(['.', '。', ';', ',', ':']))
}

/// Whether a heading is counted: "B. …", "II. …".
fn counted(text: &str) -> bool {
    let mark = text.split_once(['.', ')']).map_or("", |(mark, _)| mark);
    let is_letter = mark.chars().count() == 1 && mark.chars().all(char::is_uppercase);
    is_letter || (!mark.is_empty() && mark.chars().all(|c| matches!(c, 'I' | 'V' | 'X')))
}

fn without_own_number(text: &str) -> &str {
    match label(text) {
        (Label::Main(_), rest) if !rest.is_empty() => rest,
        _ => text,
    }
}

/// The statements of paragraphs of text, one a line.
#[cfg(feature = "fuzzing")]
pub(in crate::ingest) fn positions_of_text(text: &str) -> Vec<PositionStatement> {
    let paragraph = |line: &str| Block::Paragraph(Paragraph { text: line.to_owned(), ..Paragraph::default() });
    let blocks = text.lines().map(paragraph).collect();
    Reader::of(&Document { blocks, ..Document::default() }).finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::document::{Cell, Row};

    fn read(blocks: &[(Option<u8>, &str)]) -> Reader {
        let block = |(heading, text): &(Option<u8>, &str)| match text.split_once('|') {
            Some(_) => {
                let cell = |text: &str| Cell { span: 1, lines: vec![text.trim().to_owned()] };
                Block::Row(Row { table: 1, cells: text.split('|').map(cell).collect(), ..Row::default() })
            }
            None => Block::Paragraph(Paragraph { heading: *heading, text: (*text).to_owned(), ..Paragraph::default() }),
        };
        Reader::of(&Document { blocks: blocks.iter().map(block).collect(), ..Document::default() })
    }

    fn said(blocks: &[(Option<u8>, &str)]) -> Vec<String> {
        let line = |s: &PositionStatement| {
            let numbers: Vec<String> = s.numbers.iter().map(ToString::to_string).collect();
            let comment = if s.comment.is_empty() { String::new() } else { format!(" ({})", s.comment) };
            format!("{} {}{comment}", s.position.map_or("-", Position::code), numbers.join(" "))
        };
        read(blocks).finish().iter().map(line).collect()
    }

    #[test]
    fn lists_follow_their_sentence_or_heading() {
        assert_eq!(
            said(&[
                (None, "2. Peru received 9 recommendations, of which 6 are supported and 3 noted."),
                (Some(1), "I. Accepted recommendations that Peru considers already implemented"),
                (None, "3. The Government accepts the following recommendations: 121.1, 121.2. 121.3"),
                (None, "121.4-121.5"),
                (None, "121.4 Schools were built."),
                (Some(1), "II. Noted recommendations"),
                (None, "4. The Government takes note of recommendations 121.6 and 121.7–9."),
            ]),
            [
                "supported_implemented 121.1 121.2 121.3",
                "supported_implemented 121.4-5",
                "- 121.4 (Schools were built.)",
                "noted 121.6 121.7-9",
            ]
        );
    }

    #[test]
    fn a_heading_that_is_not_understood_ends_the_class_before_it() {
        let lines = |heading| {
            [(None, "A. Recommandations acceptées"), (None, "118.1, 118.2"), (None, heading), (None, "118.4")]
        };
        let under = |heading| said(&lines(heading));
        assert_eq!(under("B. Recommandations non acceptées"), ["supported 118.1 118.2", "noted 118.4"]);
        assert_eq!(under("B. Recommandations à l'examen"), ["supported 118.1 118.2", "pending 118.4"]);
        let other = "B. Recommandations d'un autre genre";
        assert_eq!(under(other), ["supported 118.1 118.2"]);
        assert_eq!(read(&lines(other)).unclear.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), [other]);
        let by_theme = ["supported 118.1 118.2 (Santé)", "supported 118.4"];
        assert_eq!(under("Santé"), by_theme, "a heading by theme stands inside");
    }

    #[test]
    fn plain_numbers_and_classes_said_after_the_list_are_read() {
        assert_eq!(
            said(&[
                (None, "2. The Government accepts the recommendations 1–2, 5."),
                (None, "Recommendations 4, 6: noted"),
                (None, "Recommendations 7 and 8 do not enjoy our support."),
                (None, "Rec. 4 The law forbids it."),
            ]),
            ["supported 1-2 5", "noted 4 6", "noted 7 8", "- 4 (The law forbids it.)"]
        );
        assert_eq!(said(&[(None, "El Perú acepta las recomendaciones 1 a 3 y 5.")]), ["supported 1-3 5"]);
    }

    #[test]
    fn one_sentence_may_leave_out_the_paragraph() {
        let lines = [
            (None, "1. Chile acepta las recomendaciones siguientes: 1, 2 y 5."),
            (None, "2. Chile toma nota de las recomendaciones 3-4."),
            (None, "3. Chile no acepta la recomendación 120.6."),
            (None, "4. Chile recibió 60 recomendaciones en 2014 y aceptó 50."),
        ];
        assert_eq!(said(&lines), ["supported 1 2 5", "noted 3-4", "noted 120.6"]);
    }

    #[test]
    fn comments_stand_with_their_own_number() {
        assert_eq!(
            said(&[
                (None, "Peru accepts recommendations 121.1, 121.2, 121.3, 121.4 and 121.5."),
                (None, "121.1"),
                (None, "Schools are being built."),
                (None, "121.2 Roads too."),
                (None, "They are mended every year."),
                (None, "Recommendation 121.6: Noted. The law forbids it."),
                (None, "It will be looked at again."),
            ]),
            [
                "supported 121.1 121.2 121.3 121.4 121.5",
                "- 121.1 (Schools are being built.)",
                "- 121.2 (Roads too. They are mended every year.)",
                "noted 121.6 (Noted. The law forbids it. It will be looked at again.)",
            ]
        );
    }

    #[test]
    fn a_sentence_that_is_not_understood_gives_no_position() {
        let blocks = [
            (None, "Peru accepts recommendation 121.1."),
            (None, "Peru ponders recommendations 121.2 and 121.3 in the light of its law."),
        ];
        assert_eq!(said(&blocks)[0], "supported 121.1");
        assert!(said(&blocks).iter().all(|line| !line.starts_with("supported 121.2")));
    }

    #[test]
    fn french_and_spanish_addenda_are_read() {
        assert_eq!(
            said(&[(None, "Les recommandations ci-après recueillent l’adhésion du Pérou : 121.1, 121.2.")]),
            ["supported 121.1 121.2"]
        );
        assert_eq!(said(&[(None, "El Perú toma nota de las recomendaciones siguientes: 121.3.")]), ["noted 121.3"]);
    }
}
