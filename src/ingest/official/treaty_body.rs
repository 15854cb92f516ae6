//! Concluding observations and reports of mandate holders: numbered paragraphs under headings.
//!
//! A paragraph that asks becomes a recommendation, each lettered sub-point one of its own under the
//! paragraph's number; what observes becomes a concern. The introduction is passed over, and of a
//! mandate holder's report all that stands before its recommendations. The follow-up paragraph marks
//! the paragraphs that it names with the day their report is due.

use super::follow_up::request;
use super::label::{Label, label};
use super::page::Page;
use super::sub_points::{plain, split};
use crate::domain::{Doubt, DoubtReason, FollowUp, Kind, Paragraph as Number};
use crate::ingest::document::Paragraph;
use crate::ingest::document_kind::DocumentKind;
use crate::ingest::intake::Intake;
use crate::ingest::raw_record::RawRecord;
use crate::ingest::rejection_reason::RejectionReason;
use crate::ingest::remark::Remark;
use crate::text::asks::{Ask, ask_of};
use crate::text::phrasebook::Phrase;

/// Headings are short.
const LONGEST_HEADING: usize = 160;
/// Most points of a numbered list: one for each letter.
const MOST_POINTS: u32 = 26;
/// Paragraphs that may tell of the procedure only.
const INTRODUCTION: u32 = 3;

/// Reads a document of numbered paragraphs.
pub(super) fn read(page: &Page<'_>, kind: DocumentKind, intake: &mut Intake<'_>) {
    // A short report may have no heading of its own for them.
    let has_section = page.document.paragraphs().any(|p| Phrase::SectionConclusions.is_in(p.text.trim()));
    let is_report = kind == DocumentKind::SpecialProcedureReport && has_section;
    let mut reader = Reader { is_reading: !is_report, is_report, ..Reader::new(page, kind) };
    for paragraph in page.document.paragraphs() {
        reader.paragraph(paragraph);
    }
    reader.close();
    reader.finish(intake);
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
    kind: DocumentKind,
    is_report: bool,
    /// Whether what is met belongs to what is read.
    is_reading: bool,
    section: String,
    last: u32,
    open: Option<Open>,
    rows: Vec<(String, RawRecord)>,
    follow_ups: Vec<(Number, FollowUp)>,
    passed: u64,
    /// Texts that stand under no number: place and text.
    stray: Vec<(String, String)>,
}

impl<'a> Reader<'a> {
    fn new(page: &'a Page<'a>, kind: DocumentKind) -> Self {
        Self {
            page,
            kind,
            is_report: false,
            is_reading: true,
            section: String::new(),
            last: 0,
            open: None,
            rows: Vec::new(),
            follow_ups: Vec::new(),
            passed: 0,
            stray: Vec::new(),
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let text = paragraph.full().split_whitespace().collect::<Vec<_>>().join(" ");
        let (label, rest) = label(&text);
        match label {
            // A footnote of the title page stands among the text of documents without pages.
            _ if text.starts_with('*') => self.close(),
            Label::Main(number) if self.is_point(number) => self.point(letter_of(number), rest),
            Label::Main(number) if self.follows(number, rest, paragraph) && !rest.is_empty() => {
                self.close();
                self.last = number;
                let open = Open { place: paragraph.place.clone(), number, text: rest.to_owned(), points: Vec::new() };
                self.open = Some(open);
            }
            Label::Letter(letter) if self.open.is_some() => self.point(letter, rest),
            _ if is_heading(paragraph, &text) => self.heading(&text),
            _ => self.append(&text, paragraph),
        }
    }

    /// "1.", "2." under a sentence that ends in a colon are its points, where they count on.
    fn is_point(&self, number: u32) -> bool {
        let next = |open: &Open| open.points.len() as u32 + 1 == number && number <= MOST_POINTS;
        let is_listing = |open: &Open| open.text.ends_with(':') || !open.points.is_empty();
        self.open.as_ref().is_some_and(|open| open.number >= number && next(open) && is_listing(open))
    }

    /// Numbers grow; a line that begins with another number is text. In an excerpt numbers are missing.
    fn follows(&self, number: u32, rest: &str, paragraph: &Paragraph) -> bool {
        let begins = rest.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic());
        paragraph.number.is_some() || self.last == 0 || number == self.last + 1 || (number > self.last && begins)
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
            let target = open.points.last_mut().map_or(&mut open.text, |(_, point)| point);
            target.push_str(&format!(" ({letter}) {text}"));
        }
    }

    fn append(&mut self, text: &str, at: &Paragraph) {
        let Some(open) = &mut self.open else {
            if self.is_reading && self.last > 0 && !text.is_empty() {
                self.stray.push((at.place.clone(), text.to_owned()));
            }
            return;
        };
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
        if points.is_empty() && open.number <= INTRODUCTION && Phrase::Procedure.is_in(&whole) {
            self.passed += 1;
            return;
        }
        let ask = ask_of(lead);
        if ask.kind == Kind::Recommendation && points.len() > 1 {
            // What the lead asks for in a sentence of its own is not in any point.
            if let Some(own) = own_request(lead) {
                let raw = self.raw_record(open.number.to_string(), own, ask);
                self.rows.push((open.place.clone(), raw));
            }
            for (letter, text) in &points {
                let raw = self.raw_record(format!("{} ({letter})", open.number), text, ask);
                let raw = RawRecord { preamble: lead.to_owned(), ..raw };
                self.rows.push((format!("{}, ({letter})", open.place), raw));
            }
        } else {
            let ask = if points.is_empty() { ask } else { ask_of(&whole) };
            let raw = self.raw_record(open.number.to_string(), &whole, ask);
            self.rows.push((open.place.clone(), raw));
        }
    }

    fn note_follow_up(&mut self, text: &str, number: u32) {
        let asked = request(text, self.page.head.adopted.or(self.page.head.published));
        if let (Some(asked), Some(asked_in)) = (asked, Number::parse(&number.to_string())) {
            let follow_up = FollowUp { due: asked.due, asked_in };
            self.follow_ups.extend(asked.paragraphs.into_iter().map(|p| (p, follow_up.clone())));
        }
    }

    fn raw_record(&self, paragraph: String, text: &str, ask: Ask) -> RawRecord {
        let head = self.page.head;
        let unsure = Doubt::new(DoubtReason::UnclearKind, ask.confidence);
        RawRecord {
            kind: ask.kind.code().to_owned(),
            body: head.body.as_ref().map(ToString::to_string).unwrap_or_default(),
            mechanism: self.mechanism().to_owned(),
            symbol: head.symbol.as_ref().map(ToString::to_string).unwrap_or_default(),
            states: head.state.map(String::from).into_iter().collect(),
            published: head.published.map(|day| day.to_string()).unwrap_or_default(),
            heading: self.section.clone(),
            doubts: Some(unsure).filter(|_| ask.confidence < 0.8).into_iter().collect(),
            is_read: true,
            language: head.language_of(text).code().to_owned(),
            paragraph,
            text: text.to_owned(),
            ..RawRecord::default()
        }
    }

    const fn mechanism(&self) -> &'static str {
        match self.kind {
            DocumentKind::SpecialProcedureReport => "special_procedure",
            _ => "treaty_body",
        }
    }

    fn finish(self, intake: &mut Intake<'_>) {
        let is_empty = self.rows.is_empty();
        for (place, raw) in self.rows {
            let asked = self.follow_ups.iter().find(|(paragraph, _)| is_meant(paragraph, &raw.paragraph));
            intake.offer(place, RawRecord { follow_up: asked.map(|(_, follow_up)| follow_up.clone()), ..raw });
        }
        for (place, text) in self.stray {
            if ask_of(&text).kind == Kind::Recommendation && ask_of(&text).confidence > 0.8 {
                intake.reject(place, &RejectionReason::NoParagraph, text);
            }
        }
        if self.passed > 0 {
            intake.remark(Remark::IntroductionPassed { count: self.passed });
        }
        if is_empty {
            intake.remark(Remark::NoParagraphs);
        }
    }
}

/// The sentences of a lead before its last, where they ask something by themselves.
fn own_request(lead: &str) -> Option<&str> {
    let cut = lead.trim_end_matches(':').rfind(". ")?;
    let own = &lead[..=cut];
    (ask_of(own).kind == Kind::Recommendation && ask_of(own).confidence > 0.8).then_some(own)
}

fn letter_of(number: u32) -> String {
    char::from_digit(number + 9, 36).map(String::from).unwrap_or_default()
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
