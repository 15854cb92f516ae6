//! Addenda: the positions of the State, as lists of numbers under three classes.
//!
//! A sentence or a heading sets the class; numbers in that sentence, and paragraphs that hold nothing
//! but numbers, belong to it. A paragraph that begins with numbers and goes on in words comments on
//! them; it gives a class only where no list names the number. Rows of tables may hold number,
//! position and comment side by side.

use super::Page;
use super::number_lists::{anywhere, leading};
use super::positions::{PositionList, Statement};
use super::working_group::lead_in;
use crate::domain::Position;
use crate::ingest::document::{Block, Paragraph, Row};
use crate::ingest::{IngestError, Sink};
use crate::text::phrasebook::Phrase;

/// A heading or sentence that sets a class is not longer than this before its numbers.
const LONGEST_LEAD: usize = 500;

/// Reads an addendum.
pub(super) fn read(page: &Page<'_>, sink: &mut Sink<'_>) -> Result<(), IngestError> {
    let Some(state) = page.head.state else { return Ok(()) };
    let mut reader = Reader::default();
    for block in &page.document.blocks {
        match block {
            Block::Paragraph(paragraph) => reader.paragraph(paragraph),
            Block::Row(row) => reader.row(row),
        }
    }
    let statements = reader.finish();
    if !statements.iter().any(|s| s.position.is_some()) {
        sink.remark("no list of numbers with a position was found".to_owned());
    }
    let list = PositionList { report: page.head.symbol.clone(), state, session: page.head.session, statements };
    sink.positions(list)
}

#[derive(Default)]
struct Reader {
    /// The class that headings and sentences have set.
    class: Option<Position>,
    /// The class of the heading that all stands under.
    heading: Option<Position>,
    /// Whether the last paragraph was a list, which may go on.
    in_list: bool,
    statements: Vec<Statement>,
    /// Comments that stand under a class, for numbers that no list names.
    under_class: Vec<(Position, Statement)>,
}

impl Reader {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let full = paragraph.full().split_whitespace().collect::<Vec<_>>().join(" ");
        let text = without_own_number(&full);
        let (numbers, rest) = leading(text, false);
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
        let first = text.find(|c: char| c.is_ascii_digit()).filter(|_| !anywhere(text).is_empty());
        let numbers = anywhere(text);
        let lead = first.map_or(text, |cut| &text[..cut]);
        let speaks = Phrase::RecommendationWord.is_in(lead) || at.heading.is_some();
        let class = lead_in(lead).filter(|p| speaks && *p != Position::Pending && lead.chars().count() < LONGEST_LEAD);
        // "Accepts the following" under the heading of those implemented already says the finer class.
        if at.heading.is_some() && class.is_some() {
            self.heading = class;
        }
        let class = class.map(|class| self.heading.filter(|heading| heading.refines(class)).unwrap_or(class));
        self.in_list = false;
        if let Some(class) = class {
            // "217 are supported and 37 noted" counts; it sets no class.
            let is_summary = numbers.is_empty() && text.chars().count() > 200;
            if !is_summary {
                self.class = Some(class);
            }
        }
        if let (Some(position), false) = (class.or(self.class.filter(|_| speaks)), numbers.is_empty()) {
            self.in_list = true;
            let place = at.place.clone();
            self.statements.push(Statement { place, position: Some(position), numbers, comment: String::new() });
        } else if numbers.is_empty() && class.is_none() && at.heading.is_none() {
            self.add_to_comment(text);
        }
    }

    /// Nothing but numbers: a list that stands under its class or goes on.
    fn bare(&mut self, numbers: Vec<super::NumberRange>, at: &Paragraph) {
        if self.class.is_none() {
            return;
        }
        let place = at.place.clone();
        self.statements.push(Statement { place, position: self.class, numbers, comment: String::new() });
        self.in_list = true;
    }

    fn comment(&mut self, numbers: Vec<super::NumberRange>, rest: &str, at: &Paragraph) {
        self.in_list = false;
        let said = own_position(rest);
        let statement = Statement { place: at.place.clone(), position: said, numbers, comment: rest.to_owned() };
        match self.class.filter(|_| said.is_none()) {
            Some(class) => self.under_class.push((class, statement)),
            None => self.statements.push(statement),
        }
    }

    /// A comment may have several paragraphs.
    fn add_to_comment(&mut self, text: &str) {
        if let Some((_, last)) = self.under_class.last_mut().filter(|_| !self.in_list) {
            last.comment.push(' ');
            last.comment.push_str(text);
        }
    }

    /// Number, position, comment in cells.
    fn row(&mut self, row: &Row) {
        let texts: Vec<String> = row.cells.iter().map(super::super::document::Cell::text).collect();
        let Some((at, numbers)) = texts.iter().enumerate().find_map(|(at, text)| {
            let (numbers, _) = leading(text.trim(), false);
            (!numbers.is_empty()).then_some((at, numbers))
        }) else {
            let joined = texts.join(" ");
            if let Some(class) = lead_in(&joined).filter(|_| Phrase::RecommendationWord.is_in(&joined)) {
                self.class = Some(class);
            }
            return;
        };
        let others = || texts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, text)| text.trim());
        let said = others().find_map(|text| Position::from_words(text).or_else(|| own_position(text)));
        let position = said.filter(|p| *p != Position::None).or(self.class);
        let comment =
            others().filter(|text| Position::from_words(text).is_none()).max_by_key(|t| t.len()).unwrap_or("");
        let statement = Statement { place: row.place.clone(), position, numbers, comment: comment.to_owned() };
        self.statements.push(statement);
    }

    /// Comments under a class give it to numbers that no list names.
    fn finish(mut self) -> Vec<Statement> {
        let listed: Vec<super::NumberRange> =
            self.statements.iter().filter(|s| s.position.is_some()).flat_map(|s| s.numbers.clone()).collect();
        let is_listed = |range: &super::NumberRange| {
            listed.iter().any(|l| l.main == range.main && l.from <= range.from && range.from <= l.to)
        };
        for (class, mut statement) in self.under_class {
            if !statement.numbers.iter().any(is_listed) {
                statement.position = Some(class);
            }
            self.statements.push(statement);
        }
        self.statements
    }
}

/// "Noted. The Government …", "Accepted – …": a position that opens a comment.
fn own_position(text: &str) -> Option<Position> {
    let head: String = text.split(['.', ':', '–', '-', ';', '(']).next().unwrap_or("").trim().to_owned();
    Position::from_words(&head).filter(|p| *p != Position::None && *p != Position::Pending)
}

/// The number of the addendum's own paragraph: "3. The Government accepts …".
fn without_own_number(text: &str) -> &str {
    match super::label::label(text) {
        (super::label::Label::Main(_), rest) if !rest.is_empty() => rest,
        _ => text,
    }
}
