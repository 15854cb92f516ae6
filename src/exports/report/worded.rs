//! A report in the words of a language, and how long it is.

use std::sync::LazyLock;

use regex::Regex;
use serde::Serialize;

use crate::domain::{Coded, Direction, Values};
use crate::i18n::Words;
use crate::reports::{ReplyText, ReportBlock, ReportPiece, ReportText};
use crate::text::pattern::pattern;
use crate::text::printable::printable;

/// A piece of a section, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WordedBlock {
    /// A numbered paragraph.
    Paragraph(String),
    /// What a mechanism has said.
    Quote(String),
    /// A line of a list.
    Item(String),
    /// Something that is missing.
    Gap(String),
    /// A table.
    Table {
        /// Its headings.
        columns: Vec<String>,
        /// Its rows; a cell is a list of lines.
        rows: Vec<Vec<Vec<String>>>,
    },
}

/// A section, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordedSection {
    /// Its heading.
    pub heading: String,
    /// Its level, from 1.
    pub level: u8,
    /// The number of its endnote, from 1.
    pub note: Option<usize>,
    /// What stands under it.
    pub blocks: Vec<WordedBlock>,
}

/// How long a report is, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportCounts {
    /// Words that count: headings, paragraphs and lists; neither endnotes nor tables nor what was left out.
    pub words: usize,
    /// How many may stand there; `None` where there is no limit.
    pub limit: Option<usize>,
    /// Words of endnotes, tables, and of the list of what was left out.
    pub uncounted: usize,
    /// Gaps that are marked.
    pub gaps: usize,
    /// Recommendations that it says nothing of.
    pub left_out: usize,
}

/// A report in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordedReport {
    /// Its title.
    pub title: String,
    /// Lines under the title.
    pub head: Vec<String>,
    /// Its sections.
    pub sections: Vec<WordedSection>,
    /// Its endnotes, in their order.
    pub notes: Vec<String>,
    /// What it says nothing of: references with texts.
    pub left_out: Vec<String>,
    /// How long it is.
    pub counts: ReportCounts,
    /// What whoever writes it should look at.
    pub warnings: Vec<String>,
}

impl WordedReport {
    /// A report in the words of a language.
    #[must_use]
    pub fn of(report: &ReportText, words: &Words) -> Self {
        let said = |pieces: &[ReportPiece]| joined(pieces, words);
        let mut notes = Vec::new();
        let mut sections = Vec::new();
        for section in &report.sections {
            notes.extend(section.note.as_ref().map(|note| said(note)));
            sections.push(WordedSection {
                heading: piece(&section.heading, words),
                level: section.level,
                note: section.note.as_ref().map(|_| notes.len()),
                blocks: section.blocks.iter().map(|own| block(own, words)).collect(),
            });
        }
        let as_of = Coded {
            code: "report-text-as-of".to_owned(),
            values: Values::from_iter([("date".to_owned(), report.as_of.to_string().into())]),
        };
        let mut head: Vec<String> = report.head.iter().map(|line| said(line)).collect();
        head.push(directed(&words.coded(&as_of), words));
        let left_out =
            report.left_out.iter().map(|own| format!("{}: {} ({})", own.reference, own.text, words.coded(&own.why)));
        let mut worded = Self {
            title: said(&report.title),
            head,
            sections,
            notes,
            left_out: left_out.map(|line| printable(&line).into_owned()).collect(),
            counts: ReportCounts { words: 0, limit: None, uncounted: 0, gaps: report.gaps(), left_out: 0 },
            warnings: report.warnings.iter().map(|own| words.coded(own)).collect(),
        };
        worded.counts.limit = report.limit.as_ref().map(|limit| limit.words);
        worded.count();
        if let Some(limit) = report.limit.as_ref().filter(|limit| worded.counts.words > limit.words) {
            let values = [("words", worded.counts.words.into()), ("limit", limit.words.into())];
            let values: Values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            worded.warnings.push(words.coded(&Coded { code: "report-text-warning-words".to_owned(), values }));
        }
        worded
    }

    fn count(&mut self) {
        let mut counted = count(&self.title) + self.head.iter().map(|line| count(line)).sum::<usize>();
        let mut uncounted: usize = self.notes.iter().chain(&self.left_out).map(|line| count(line)).sum();
        for section in &self.sections {
            counted += count(&section.heading);
            for block in &section.blocks {
                match block {
                    WordedBlock::Paragraph(text)
                    | WordedBlock::Quote(text)
                    | WordedBlock::Item(text)
                    | WordedBlock::Gap(text) => counted += count(text),
                    WordedBlock::Table { columns, rows } => {
                        let cells = rows.iter().flatten().flatten().chain(columns);
                        uncounted += cells.map(|text| count(text)).sum::<usize>();
                    }
                }
            }
        }
        self.counts.words = counted;
        self.counts.uncounted = uncounted;
        self.counts.left_out = self.left_out.len();
    }
}

/// The lines that are said to a recommendation, in words.
#[must_use]
pub fn worded_reply(reply: &ReplyText, words: &Words) -> Vec<String> {
    reply.lines.iter().map(|line| joined(line, words)).collect()
}

/// Words as word processors count them: what stands between blanks; of Chinese each character.
fn count(text: &str) -> usize {
    let is_han = |c: &char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
    let han = text.chars().filter(is_han).count();
    let rest: String = text.chars().map(|c| if is_han(&c) { ' ' } else { c }).collect();
    han + rest.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn piece(piece: &ReportPiece, words: &Words) -> String {
    match piece {
        ReportPiece::Text(text) => printable(text).into_owned(),
        ReportPiece::Said(coded) if piece.is_gap() => format!("[{}]", printable(&words.coded(coded))),
        ReportPiece::Said(coded) => printable(&words.coded(coded)).into_owned(),
    }
}

/// Pieces one behind the other, with a blank between; nothing hangs on behind the last.
fn joined(pieces: &[ReportPiece], words: &Words) -> String {
    let all: Vec<String> = pieces.iter().map(|own| piece(own, words)).filter(|text| !text.is_empty()).collect();
    let joined = all.join(" ");
    directed(joined.trim_end_matches([';', '؛', ' ']), words)
}

/// A text in the direction of its language: read from the right, the parts of a date would change places.
fn directed(text: &str, words: &Words) -> String {
    match Direction::of(words.language()) {
        Direction::LeftToRight => text.to_owned(),
        Direction::RightToLeft => DATE.replace_all(text, "\u{200e}$0\u{200e}").into_owned(),
    }
}

/// Dates and periods as they are printed, and other figures with signs between.
static DATE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d(?:[\d./%-]*[\d%])?(?:-[HQ]\d)?(?: \(\d(?:[\d-]*\d)?\))?"));

fn block(block: &ReportBlock, words: &Words) -> WordedBlock {
    match block {
        ReportBlock::Paragraph(pieces) => WordedBlock::Paragraph(joined(pieces, words)),
        ReportBlock::Quote(pieces) => WordedBlock::Quote(joined(pieces, words)),
        ReportBlock::Item(pieces) => WordedBlock::Item(joined(pieces, words)),
        ReportBlock::Gap(own) => WordedBlock::Gap(piece(own, words)),
        ReportBlock::Table { columns, rows } => WordedBlock::Table {
            columns: columns.iter().map(|own| piece(own, words)).collect(),
            rows: rows
                .iter()
                .map(|row| row.iter().map(|cell| cell.iter().map(|line| joined(line, words)).collect()).collect())
                .collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{count, directed};
    use crate::domain::Language;
    use crate::i18n::Words;

    #[test]
    fn dates_keep_their_order_in_a_text_that_is_read_from_the_right() {
        let arabic = directed("من 2026-02 إلى 2027-Q3.", Words::of(Language::Ar));
        assert_eq!(arabic, "من \u{200e}2026-02\u{200e} إلى \u{200e}2027-Q3\u{200e}.");
        assert_eq!(directed("to 2027.", Words::english()), "to 2027.");
    }

    #[test]
    fn words_are_counted_as_word_processors_do() {
        assert_eq!(count("Open shelters – in each province (2027)."), 6);
        assert_eq!((count("关于妇女"), count("")), (4, 0));
    }
}
