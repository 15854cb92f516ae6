//! Tables of addenda: number, position and comment side by side, lists of numbers under a column for
//! each class, or ticks in such columns.

use super::cell_words::is_tick;
use super::leads::lead_in;
use super::number_lists::{anywhere, leading, mended};
use crate::domain::{NumberRange, Position, PositionStatement};
use crate::ingest::document::{Cell, Row};
use crate::text::phrasebook::Phrase;

/// A cell that names a class and nothing else is not longer than this.
const LONGEST_CLASS: usize = 70;

/// What is known of the table that is being read.
#[derive(Debug, Default)]
pub(super) struct AddendumTable {
    number: usize,
    /// The classes that the heads of columns name.
    classes: Vec<Option<Position>>,
    /// The columns whose heads say that they hold the recommendation.
    texts: Vec<bool>,
}

impl AddendumTable {
    /// Reads a row under the class that the text before the table has set.
    pub(super) fn row(&mut self, row: &Row, class: Option<Position>) -> Vec<PositionStatement> {
        if row.table != self.number {
            *self = Self { number: row.table, ..Self::default() };
        }
        let texts: Vec<String> = row.columns().into_iter().map(|cell: &Cell| mended(&cell.text())).collect();
        if texts.iter().all(|text| anywhere(text).is_empty() && numbers(text).is_empty()) {
            self.heads(&texts);
            return Vec::new();
        }
        let lists = self.lists(&texts);
        let statements = if lists.is_empty() { self.one(&texts, class) } else { lists };
        statements.into_iter().map(|statement| PositionStatement { place: row.place.clone(), ..statement }).collect()
    }

    fn heads(&mut self, texts: &[String]) {
        let classes: Vec<Option<Position>> = texts.iter().map(|text| class_of(text)).collect();
        if classes.iter().flatten().count() > 1 {
            self.classes = classes;
        }
        if self.texts.is_empty() {
            self.texts = texts.iter().map(|text| Phrase::RecommendationWord.is_in(text)).collect();
        }
    }

    /// Lists of numbers in the columns of classes.
    fn lists(&self, texts: &[String]) -> Vec<PositionStatement> {
        let mut statements = Vec::new();
        for (text, class) in texts.iter().zip(&self.classes).filter(|(text, _)| !text.trim().is_empty()) {
            let found = numbers(text);
            match class {
                Some(_) if !found.is_empty() => statements.push(statement(*class, found, String::new())),
                // A filled cell that is no list of a class: the table is of another kind.
                _ => return Vec::new(),
            }
        }
        statements
    }

    /// A recommendation with its position and comment.
    fn one(&self, texts: &[String], class: Option<Position>) -> Vec<PositionStatement> {
        let Some((at, found)) = texts.iter().enumerate().map(|(at, t)| (at, numbers(t))).find(|(_, n)| !n.is_empty())
        else {
            return Vec::new();
        };
        let others: Vec<(usize, &str)> = texts
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(other, text)| (other, text.trim()))
            .collect();
        let ticked = others.iter().find(|(_, text)| is_tick(text));
        let ticked = ticked.and_then(|(other, _)| self.classes.get(*other).copied().flatten());
        let exact = others.iter().find(|(_, text)| Position::from_words(text).is_some_and(|p| p != Position::None));
        let worded = || others.iter().find(|(_, text)| class_of(text).is_some());
        let cell = exact.or_else(worded);
        let position = ticked.or_else(|| cell.and_then(|(_, text)| class_of(text))).or(class);
        // The comment stands to the right, and is neither the class, a tick, nor the recommendation.
        let is_comment = |(other, text): &&(usize, &str)| {
            let is_text = self.texts.get(*other).copied().unwrap_or(*other == at + 1 && others.len() > 2);
            text.chars().count() > 2 && cell.is_none_or(|(own, _)| own != other) && !is_text
        };
        let comment = others.iter().rev().find(is_comment).map_or("", |(_, text)| text);
        vec![statement(position, found, comment.to_owned())]
    }
}

fn statement(position: Option<Position>, numbers: Vec<NumberRange>, comment: String) -> PositionStatement {
    PositionStatement { place: String::new(), position, numbers, comment }
}

/// The numbers that a cell begins with, the word "recommendation" before them or not.
fn numbers(text: &str) -> Vec<NumberRange> {
    let text = text.trim();
    let bare = match Phrase::RecommendationWord.find(text) {
        Some((0, end)) => text[end..].trim_start(),
        _ => text,
    };
    leading(bare).0
}

/// The class that a cell names; a cell with numbers or many words names none.
fn class_of(text: &str) -> Option<Position> {
    let is_short = !text.trim().is_empty() && anywhere(text).is_empty() && text.chars().count() < LONGEST_CLASS;
    let exact = Position::from_words(text).filter(|p| *p != Position::None);
    exact.or_else(|| lead_in(text)).filter(|p| is_short && *p != Position::Pending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &[&str]) -> Vec<String> {
        let mut table = AddendumTable::default();
        let row = |text: &&str| Row {
            table: 1,
            cells: text.split('|').map(|c| Cell { span: 1, lines: vec![c.trim().to_owned()] }).collect(),
            ..Row::default()
        };
        let line = |s: PositionStatement| {
            let numbers: Vec<String> = s.numbers.iter().map(ToString::to_string).collect();
            format!("{} {} {}", s.position.map_or("-", Position::code), numbers.join(" "), s.comment).trim().to_owned()
        };
        rows.iter().flat_map(|text| table.row(&row(text), None)).map(line).collect()
    }

    #[test]
    fn positions_and_comments_stand_in_rows() {
        assert_eq!(
            read(&[
                "No. | Recommendation | Position of Peru | Comments",
                "121.1 | Build schools in the mountains (Chile); | Enjoys the support of Peru | Work has begun.",
                "121.2 | Mend roads (Ghana); | Takes note | It does not support the wording.",
                "121.3 | Dig wells (Kenya); | Supported, already implemented | ",
            ]),
            [
                "supported 121.1 Work has begun.",
                "noted 121.2 It does not support the wording.",
                "supported_implemented 121.3"
            ]
        );
        assert_eq!(
            read(&["Recommendation | Response | Explanation", "7.2 Abolish it (Chad); | Supported | Next year."]),
            ["supported 7.2 Next year."]
        );
    }

    #[test]
    fn classes_stand_in_columns_with_lists_or_ticks() {
        assert_eq!(read(&["Supported | Noted", "121.1, 121.2 | 121.3-5"]), ["supported 121.1 121.2", "noted 121.3-5"]);
        assert_eq!(read(&["Recommendation | Supported | Noted", "121.1 Build (Chad); | | X"]), ["noted 121.1"]);
    }
}
