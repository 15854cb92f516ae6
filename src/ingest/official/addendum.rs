//! Addenda: the positions of the State, as lists of numbers under three classes.
//!
//! A sentence or a heading sets the class; numbers in that sentence, and paragraphs that hold nothing
//! but numbers, belong to it. A paragraph that begins with numbers and goes on in words comments on
//! them; it gives a class only where no list names the number. Rows of tables may hold number,
//! position and comment side by side.

use super::Page;
use super::number_lists::{anywhere, leading, mended};
use super::positions::{NumberRange, PositionList, Statement};
use super::working_group::{LEADS, lead_in};
use crate::domain::Position;
use crate::ingest::document::{Block, Cell, Paragraph, Row};
use crate::ingest::{IngestError, Sink};
use crate::text::phrasebook::Phrase;

/// A lead without numbers is not longer than this.
const LONGEST_LEAD: usize = 240;
/// Two phrases so near to each other are one: "does not accept the following".
const NEAR: usize = 24;

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

/// The statements of paragraphs of text, one a line.
#[cfg(feature = "fuzzing")]
pub(in crate::ingest) fn positions_of_text(text: &str) -> Vec<Statement> {
    let mut reader = Reader::default();
    for line in text.lines() {
        reader.paragraph(&Paragraph { text: line.to_owned(), ..Paragraph::default() });
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    /// The class that headings and sentences have set.
    class: Option<Position>,
    /// The class of the heading that all stands under.
    heading: Option<Position>,
    /// The classes of the columns of a table.
    columns: Vec<Option<Position>>,
    /// Whether the last paragraph was a list, which may go on.
    in_list: bool,
    statements: Vec<Statement>,
    /// Comments that stand under a class, for numbers that no list names.
    under_class: Vec<(Position, Statement)>,
}

impl Reader {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let full = mended(&paragraph.full().split_whitespace().collect::<Vec<_>>().join(" "));
        let text = without_word(without_own_number(&full));
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
        let speaks = Phrase::RecommendationWord.is_in(text) || at.heading.is_some();
        let lists = if speaks || names_numbers_at_once(text) { class_lists(text) } else { Vec::new() };
        self.in_list = false;
        if lists.iter().all(|(_, numbers)| numbers.is_empty()) {
            let class = lead_in(text).filter(|position| speaks && *position != Position::Pending);
            self.set_class(class, text, at);
            return;
        }
        for (class, numbers) in lists {
            // "Accepts the following" under the heading of those implemented already says the finer class.
            let class = class.map(|class| self.heading.filter(|heading| heading.refines(class)).unwrap_or(class));
            self.class = class.or(self.class);
            if self.class.is_some() && !numbers.is_empty() {
                self.in_list = true;
                let place = at.place.clone();
                self.statements.push(Statement { place, position: self.class, numbers, comment: String::new() });
            }
        }
    }

    /// A heading or a lead without numbers: what follows belongs to its class.
    fn set_class(&mut self, class: Option<Position>, text: &str, at: &Paragraph) {
        let Some(class) = class else {
            if at.heading.is_none() {
                self.add_to_comment(text);
            }
            return;
        };
        if at.heading.is_some() {
            self.heading = Some(class);
        }
        // "217 are supported and 37 noted" counts; it sets no class.
        if text.chars().count() < LONGEST_LEAD {
            self.class = Some(self.heading.filter(|heading| heading.refines(class)).unwrap_or(class));
        }
    }

    /// Nothing but numbers: a list that stands under its class or goes on.
    fn bare(&mut self, numbers: Vec<NumberRange>, at: &Paragraph) {
        if self.class.is_none() {
            return;
        }
        let place = at.place.clone();
        self.statements.push(Statement { place, position: self.class, numbers, comment: String::new() });
        self.in_list = true;
    }

    fn comment(&mut self, numbers: Vec<NumberRange>, rest: &str, at: &Paragraph) {
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

    /// Number, position, comment in cells; or lists of numbers under a column for each class.
    fn row(&mut self, row: &Row) {
        let texts: Vec<String> = row.columns().into_iter().map(Cell::text).collect();
        let heads: Vec<Option<Position>> = texts.iter().map(|text| column_class(text)).collect();
        if heads.iter().flatten().count() > 1 {
            self.columns = heads;
            return;
        }
        let lists: Vec<Vec<NumberRange>> = texts.iter().map(|text| leading(text.trim(), false).0).collect();
        if self.columns.len() == texts.len()
            && lists.iter().zip(&self.columns).all(|(l, c)| l.is_empty() || c.is_some())
        {
            for (numbers, class) in
                lists.into_iter().zip(self.columns.clone()).filter(|(numbers, _)| !numbers.is_empty())
            {
                let place = row.place.clone();
                self.statements.push(Statement { place, position: class, numbers, comment: String::new() });
            }
            return;
        }
        let Some((at, numbers)) = texts.iter().enumerate().find_map(|(at, text)| {
            let (numbers, _) = leading(without_word(text.trim()), false);
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
        let listed: Vec<NumberRange> =
            self.statements.iter().filter(|s| s.position.is_some()).flat_map(|s| s.numbers.clone()).collect();
        let is_listed = |range: &NumberRange| {
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

/// The classes that a sentence names, each with the numbers that belong to it: those after it up to
/// the next class, or, where it comes after all numbers, those before it.
fn class_lists(text: &str) -> Vec<(Option<Position>, Vec<NumberRange>)> {
    let classes = classes(text);
    let Some(first) = classes.first() else {
        return vec![(None, anywhere(text))];
    };
    let before = anywhere(&text[..first.0]);
    let after = |at: usize| {
        let end = classes.get(at + 1).map_or(text.len(), |next| next.0);
        anywhere(&text[classes[at].1..end])
    };
    let mut lists: Vec<(Option<Position>, Vec<NumberRange>)> =
        (0..classes.len()).map(|at| (Some(classes[at].2), after(at))).collect();
    if lists.iter().all(|(_, numbers)| numbers.is_empty()) {
        lists.truncate(1);
        lists[0].1 = before;
    }
    lists
}

/// "Takes note of 112.1": the numbers follow the words at once, without the word "recommendation".
fn names_numbers_at_once(text: &str) -> bool {
    let begins = |end: usize| !leading(text[end..].trim_start_matches([' ', ':', '-', '–']), false).0.is_empty();
    classes(text).iter().any(|(_, end, _)| begins(*end))
}

/// The phrases that set a class, in the order of the text; of two that overlap or touch the one that
/// is tested first stands.
fn classes(text: &str) -> Vec<(usize, usize, Position)> {
    let mut found: Vec<(usize, usize, Position)> = Vec::new();
    for (phrase, position) in LEADS.into_iter().filter(|(_, position)| *position != Position::Pending) {
        for (start, end) in phrase.find_all(text) {
            let is_near = |other: &(usize, usize, Position)| start < other.1 + NEAR && other.0 < end + NEAR;
            let stands =
                found.iter().any(|other| is_near(other) && anywhere(between(text, *other, (start, end))).is_empty());
            if !stands {
                found.push((start, end, position));
            }
        }
    }
    found.sort_unstable_by_key(|(start, ..)| *start);
    found
}

/// What stands between two places of a text.
fn between(text: &str, a: (usize, usize, Position), b: (usize, usize)) -> &str {
    let (from, to) = if a.0 < b.0 { (a.1, b.0) } else { (b.1, a.0) };
    text.get(from..to).unwrap_or("")
}

/// "Noted. The Government …", "Accepted – …": a position that opens a comment.
fn own_position(text: &str) -> Option<Position> {
    let head: String = text.split(['.', ':', '–', '-', ';', '(']).next().unwrap_or("").trim().to_owned();
    Position::from_words(&head).filter(|p| *p != Position::None && *p != Position::Pending)
}

/// The class that the head of a column names; a cell with numbers is no head.
fn column_class(text: &str) -> Option<Position> {
    let is_head = anywhere(text).is_empty() && text.chars().count() < 80;
    let named = Position::from_words(text).filter(|p| !matches!(p, Position::None | Position::Pending));
    named.or_else(|| lead_in(text)).filter(|p| is_head && *p != Position::Pending)
}

/// "Recommendation 121.1: …" begins with its number.
fn without_word(text: &str) -> &str {
    match Phrase::RecommendationWord.find(text) {
        Some((0, end))
            if text[end..].trim_start().starts_with(|c: char| c.is_ascii_digit()) && class_of_tail(&text[end..]) =>
        {
            text[end..].trim_start()
        }
        _ => text,
    }
}

/// Whether what follows the numbers is not a sentence that puts them into a class.
fn class_of_tail(text: &str) -> bool {
    let (_, rest) = leading(text.trim_start(), false);
    own_position(rest).is_some() || classes(rest).is_empty()
}

/// The number of the addendum's own paragraph: "3. The Government accepts …".
fn without_own_number(text: &str) -> &str {
    match super::label::label(text) {
        (super::label::Label::Main(_), rest) if !rest.is_empty() => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(blocks: &[(Option<u8>, &str)]) -> Vec<String> {
        let mut reader = Reader::default();
        for (heading, text) in blocks {
            match text.split_once('|') {
                Some(_) => {
                    let cell = |text: &str| Cell { span: 1, lines: vec![text.trim().to_owned()] };
                    reader.row(&Row { cells: text.split('|').map(cell).collect(), ..Row::default() });
                }
                None => {
                    reader.paragraph(&Paragraph { heading: *heading, text: (*text).to_owned(), ..Paragraph::default() })
                }
            }
        }
        let line = |s: &Statement| {
            let numbers: Vec<String> = s.numbers.iter().map(ToString::to_string).collect();
            format!("{} {}", s.position.map_or("-", Position::code), numbers.join(" "))
        };
        reader.finish().iter().map(line).collect()
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
                "noted 121.6 121.7-9",
                "- 121.4",
            ]
        );
    }

    #[test]
    fn one_sentence_may_name_several_classes() {
        assert_eq!(
            said(&[(
                None,
                "Peru accepts the following recommendations: 121.1, 121.2, and takes note of 121.3 and 121.4."
            )]),
            ["supported 121.1 121.2", "noted 121.3 121.4"]
        );
        assert_eq!(
            said(&[(None, "Recommendations 121.1 and 121.2 did not enjoy the support of Peru.")]),
            ["noted 121.1 121.2"]
        );
        assert_eq!(said(&[(None, "Peru does not accept the following recommendations: 121.8.")]), ["noted 121.8"]);
    }

    #[test]
    fn comments_may_open_with_the_position() {
        assert_eq!(
            said(&[(None, "Recommendation 121.1: Accepted. Schools are being built."), (None, "121.2 Noted.")]),
            ["supported 121.1", "noted 121.2"]
        );
    }

    #[test]
    fn tables_hold_positions_in_rows_or_columns() {
        assert_eq!(
            said(&[(None, "121.1 | Supported | Work has begun."), (None, "121.2 | Noted | ")]),
            ["supported 121.1", "noted 121.2"]
        );
        assert_eq!(
            said(&[(None, "Supported | Noted"), (None, "121.1, 121.2 | 121.3-5")]),
            ["supported 121.1 121.2", "noted 121.3-5"]
        );
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
