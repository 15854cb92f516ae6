//! Concluding observations and reports of mandate holders: numbered paragraphs under headings.
//!
//! A paragraph that asks becomes a recommendation, each lettered sub-point one of its own under the
//! paragraph's number; what observes becomes a concern. The introduction is passed over, and of a
//! mandate holder's report all that stands before its recommendations. The follow-up paragraph marks
//! the paragraphs that it names with the day their report is due.

use std::collections::BTreeSet;

use super::Page;
use super::follow_up::request;
use super::kind::DocumentKind;
use super::label::{Label, label};
use super::sub_points::{plain, split};
use crate::domain::{FollowUp, Kind, Paragraph as Number};
use crate::ingest::document::Paragraph;
use crate::ingest::draft::{Doubt, Draft};
use crate::ingest::{IngestError, Sink};
use crate::text::asks::{Ask, ask_of};
use crate::text::phrasebook::Phrase;

/// Headings are short.
const LONGEST_HEADING: usize = 160;
/// So many numbers may be missing between two paragraphs.
const GAP: u32 = 4;

/// Reads a document of numbered paragraphs.
pub(super) fn read(page: &Page<'_>, kind: DocumentKind, sink: &mut Sink<'_>) -> Result<(), IngestError> {
    let is_report = kind == DocumentKind::SpecialProcedureReport;
    let mut reader = Reader { is_reading: !is_report, is_report, ..Reader::new(page) };
    for paragraph in page.document.paragraphs() {
        reader.paragraph(paragraph);
    }
    reader.close();
    reader.finish(sink)
}

/// A numbered paragraph while it is read.
struct Open {
    place: String,
    number: u32,
    text: String,
    points: Vec<(String, String)>,
}

struct Reader<'a> {
    page: &'a Page<'a>,
    is_report: bool,
    /// Whether what is met belongs to what is read.
    is_reading: bool,
    section: String,
    last: u32,
    /// All numbers that paragraphs begin with.
    numbers: BTreeSet<u32>,
    open: Option<Open>,
    drafts: Vec<(String, Draft)>,
    follow_ups: Vec<(Number, FollowUp)>,
    passed: usize,
}

impl<'a> Reader<'a> {
    fn new(page: &'a Page<'a>) -> Self {
        Self {
            page,
            is_report: false,
            is_reading: true,
            section: String::new(),
            last: 0,
            numbers: page.document.paragraphs().filter_map(main_number).collect(),
            open: None,
            drafts: Vec::new(),
            follow_ups: Vec::new(),
            passed: 0,
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let text = paragraph.full().split_whitespace().collect::<Vec<_>>().join(" ");
        let (label, rest) = label(&text);
        match label {
            Label::Main(number) if self.follows(number, paragraph) && !rest.is_empty() => {
                self.close();
                self.last = number;
                let open = Open { place: paragraph.place.clone(), number, text: rest.to_owned(), points: Vec::new() };
                self.open = Some(open);
            }
            Label::Letter(letter) if self.open.is_some() => self.point(letter, rest),
            _ if is_heading(paragraph, &text) => self.heading(&text),
            _ => self.append(&text),
        }
    }

    /// Numbers count on, over a gap where the count goes on after it; a line that begins with another
    /// number is text.
    fn follows(&self, number: u32, paragraph: &Paragraph) -> bool {
        let counts_on = (self.last + 1..=self.last + GAP).contains(&number);
        let goes_on = number > self.last && self.numbers.contains(&(number + 1));
        paragraph.number.is_some() || self.last == 0 || counts_on || goes_on
    }

    fn heading(&mut self, text: &str) {
        self.close();
        if text.contains("....") {
            return;
        }
        self.section = text.to_owned();
        if Phrase::SectionAnnex.is_in(text) {
            self.is_reading = false;
        } else if self.is_report && Phrase::SectionConclusions.is_in(text) {
            self.is_reading = true;
        } else if !self.is_report {
            self.is_reading = !Phrase::SectionIntroduction.is_in(text);
        }
    }

    /// Small Roman numbers under a letter belong to it.
    fn point(&mut self, letter: String, text: &str) {
        let Some(open) = &mut self.open else { return };
        let last = open.points.last().map(|(last, _)| last.as_str());
        let is_next = match last {
            None => letter == "a",
            Some(last) => {
                let next = last.bytes().next().map_or(b'a', |b| b + 1);
                letter.len() == 1 && letter.as_bytes()[0] == next
            }
        };
        if is_next {
            open.points.push((letter, text.to_owned()));
        } else {
            self.append(&format!("({letter}) {text}"));
        }
    }

    fn append(&mut self, text: &str) {
        let Some(open) = &mut self.open else { return };
        let target = open.points.last_mut().map_or(&mut open.text, |(_, point)| point);
        target.push(' ');
        target.push_str(text);
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if !self.is_reading {
            self.passed += 1;
            return;
        }
        let (lead, inline) = split(&open.text);
        let mut points: Vec<(String, String)> =
            inline.into_iter().map(|(letter, text)| (letter.to_string(), text.to_owned())).collect();
        points.extend(open.points.iter().map(|(letter, text)| (letter.clone(), plain(text).to_owned())));
        let whole = std::iter::once(lead.to_owned())
            .chain(points.iter().map(|(l, t)| format!("({l}) {t}")))
            .collect::<Vec<_>>()
            .join(" ");
        self.note_follow_up(&whole, open.number);
        let ask = ask_of(lead);
        if ask.kind == Kind::Recommendation && points.len() > 1 {
            for (letter, text) in &points {
                let draft =
                    Draft { preamble: lead.to_owned(), ..self.draft(format!("{} ({letter})", open.number), text, ask) };
                self.drafts.push((format!("{}, ({letter})", open.place), draft));
            }
        } else {
            let ask = if points.is_empty() { ask } else { ask_of(&whole) };
            let draft = self.draft(open.number.to_string(), &whole, ask);
            self.drafts.push((open.place.clone(), draft));
        }
    }

    fn note_follow_up(&mut self, text: &str, number: u32) {
        let asked = request(text, self.page.head.published);
        if let (Some(asked), Some(asked_in)) = (asked, Number::parse(&number.to_string())) {
            let follow_up = FollowUp { due: asked.due, asked_in };
            self.follow_ups.extend(asked.paragraphs.into_iter().map(|p| (p, follow_up.clone())));
        }
    }

    fn draft(&self, paragraph: String, text: &str, ask: Ask) -> Draft {
        let head = self.page.head;
        let unsure = Doubt::new("no word of it asks or observes outright", ask.confidence);
        Draft {
            kind: ask.kind.code().to_owned(),
            body: head.body.as_ref().map(ToString::to_string).unwrap_or_default(),
            mechanism: if self.is_report { "special_procedure".to_owned() } else { String::new() },
            symbol: head.symbol.as_ref().map(ToString::to_string).unwrap_or_default(),
            states: head.state.map(String::from).into_iter().collect(),
            published: head.published.map(|day| day.to_string()).unwrap_or_default(),
            heading: self.section.clone(),
            doubts: Some(unsure).filter(|_| ask.confidence < 0.8).into_iter().collect(),
            paragraph,
            text: text.to_owned(),
            ..Draft::default()
        }
    }

    fn finish(mut self, sink: &mut Sink<'_>) -> Result<(), IngestError> {
        for (_, draft) in &mut self.drafts {
            draft.follow_up =
                self.follow_ups.iter().find(|(p, _)| is_meant(p, &draft.paragraph)).map(|(_, f)| f.clone());
        }
        for (place, draft) in &self.drafts {
            sink.offer(draft, self.page.file, self.page.context, place.clone())?;
        }
        if self.passed > 0 {
            sink.remark(format!(
                "{} paragraphs of the introduction or before the recommendations were passed over",
                self.passed
            ));
        }
        if self.drafts.is_empty() {
            sink.remark("no numbered paragraph was found".to_owned());
        }
        Ok(())
    }
}

fn main_number(paragraph: &Paragraph) -> Option<u32> {
    match label(&paragraph.full()) {
        (Label::Main(number), _) => Some(number),
        _ => None,
    }
}

/// Paragraph 13 means all its sub-points; 13 (b) means one.
fn is_meant(asked: &Number, paragraph: &str) -> bool {
    asked.as_str() == paragraph || paragraph.strip_prefix(asked.as_str()).is_some_and(|rest| rest.starts_with(" ("))
}

fn is_heading(paragraph: &Paragraph, text: &str) -> bool {
    let is_short = text.chars().count() < LONGEST_HEADING;
    let is_plain = !text.ends_with(['.', ';', ':', ',', '…'])
        && text.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic());
    is_short && (paragraph.heading.is_some() || is_plain)
}
