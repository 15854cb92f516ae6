//! Reports of the UPR Working Group: drafts and finals, and documents that hold nothing but the list.
//!
//! Inside the section of conclusions, sentences set the position of the items that follow. Voluntary
//! pledges and comments of the State are told apart from recommendations.

use super::items::{Numbers, looks_like_one};
use super::label::{Label, label};
use super::leads::{is_sub_lead, lead_in};
use super::page::Page;
use crate::domain::{Doubt, DoubtReason, Position};
use crate::ingest::document::Paragraph;
use crate::ingest::intake::Intake;
use crate::ingest::raw_record::RawRecord;
use crate::ingest::rejection_reason::RejectionReason;
use crate::ingest::remark::Remark;
use crate::text::phrasebook::Phrase;

/// Headings are short; a sentence that speaks of conclusions is none.
const LONGEST_HEADING: usize = 120;

/// Reads a report.
pub(super) fn read(page: &Page<'_>, intake: &mut Intake<'_>) {
    let paragraphs: Vec<&Paragraph> = page.document.paragraphs().collect();
    let start = paragraphs.iter().rposition(|p| is_conclusions(p));
    let mut reader = Reader::new(page, if start.is_some() { Section::Conclusions } else { Section::BareList });
    for paragraph in &paragraphs[start.map_or(0, |at| at + 1)..] {
        reader.paragraph(paragraph, intake);
    }
    reader.finish(intake);
}

/// The heading of the section, not its line in the table of contents.
fn is_conclusions(paragraph: &Paragraph) -> bool {
    let text = paragraph.full();
    let is_contents = text.contains("....") || text.contains('\t') && text.ends_with(|c: char| c.is_ascii_digit());
    // "61. All conclusions and/or recommendations … reflect …" is as short as a heading in Chinese.
    let is_paragraph = Phrase::Disclaimer.is_in(&text) || text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let is_short = text.chars().count() < LONGEST_HEADING;
    is_short && !is_contents && !is_paragraph && Phrase::SectionConclusions.is_in(text.trim())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    /// A document without headings: the list is all there is.
    BareList,
    Conclusions,
    /// After the sentence that closes the conclusions.
    Closed,
    Pledges,
    Annex,
}

/// The sentence that the items stand under.
#[derive(Debug, Clone)]
struct Lead {
    main: u32,
    position: Position,
    /// Whether its items carry plain numbers or letters: "1." under paragraph 67.
    is_list: bool,
}

struct Reader<'a> {
    page: &'a Page<'a>,
    section: Section,
    lead: Option<Lead>,
    /// The last plain number of a list under a lead.
    last: u32,
    open: Option<(String, RawRecord)>,
    numbers: Numbers,
    comments: u64,
    read: usize,
}

impl<'a> Reader<'a> {
    fn new(page: &'a Page<'a>, section: Section) -> Self {
        Self { page, section, lead: None, last: 0, open: None, numbers: Numbers::default(), comments: 0, read: 0 }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, intake: &mut Intake<'_>) {
        let text = paragraph.full().split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(next) = self.section_of(paragraph, &text) {
            self.close(intake);
            self.section = next;
            self.lead = None;
            return;
        }
        match self.section {
            Section::Annex | Section::Closed => {}
            Section::Pledges => self.pledge(paragraph, &text, intake),
            Section::Conclusions | Section::BareList => self.conclusion(paragraph, &text, intake),
        }
    }

    /// The section that a paragraph opens.
    fn section_of(&self, paragraph: &Paragraph, text: &str) -> Option<Section> {
        let is_short = text.chars().count() < LONGEST_HEADING;
        if is_short && Phrase::SectionAnnex.is_in(text) && (paragraph.heading.is_some() || text.len() < 40) {
            return Some(Section::Annex);
        }
        if is_short && Phrase::SectionPledges.is_in(text) && !text.contains("....") {
            return Some(Section::Pledges);
        }
        Phrase::Disclaimer.is_in(text).then_some(Section::Closed)
    }

    fn conclusion(&mut self, paragraph: &Paragraph, text: &str, intake: &mut Intake<'_>) {
        let (label, rest) = label(text);
        match label {
            Label::Item { main, item } => self.item(&paragraph.place, format!("{main}.{item}"), rest, intake),
            Label::Main(number) if self.is_list_item(number, rest) => {
                self.last = number;
                let main = self.lead.as_ref().map_or(0, |lead| lead.main);
                self.item(&paragraph.place, super::items::paragraph(main, &number.to_string()), rest, intake);
            }
            Label::Main(number) => self.main(number, rest, intake),
            Label::Letter(_) if is_sub_lead(rest) => {
                self.close(intake);
                let main = self.lead.as_ref().map_or(0, |lead| lead.main);
                self.lead = lead_in(rest).map(|position| Lead { main, position, is_list: true });
            }
            Label::Letter(letter) if self.is_letter_item(rest) => {
                let main = self.lead.as_ref().map_or(0, |lead| lead.main);
                self.item(&paragraph.place, super::items::paragraph(main, &letter), rest, intake);
            }
            Label::Letter(_) => self.append(text),
            Label::None => self.unnumbered(paragraph, text, intake),
        }
    }

    /// "1." directly under "67. The following …:" and whatever counts on from it.
    fn is_list_item(&self, number: u32, rest: &str) -> bool {
        let Some(lead) = self.lead.as_ref().filter(|lead| lead.is_list) else { return false };
        let counts_on = number == self.last + 1;
        let next_lead = number == lead.main + 1 && lead_in(rest).is_some() && Phrase::RecommendationWord.is_in(rest);
        counts_on && !next_lead && (number != lead.main + 1 || looks_like_one(rest, self.page.context.states))
    }

    /// Letters are items where the lead has no numbered ones, and parts of an item otherwise.
    fn is_letter_item(&self, rest: &str) -> bool {
        let numbered = self.open.as_ref().is_some_and(|(_, raw)| raw.paragraph.contains('.'));
        self.lead.as_ref().is_some_and(|lead| lead.is_list)
            && !numbered
            && self.last == 0
            && rest.split_whitespace().count() > 1
    }

    fn main(&mut self, number: u32, rest: &str, intake: &mut Intake<'_>) {
        self.close(intake);
        let is_list = rest.trim_end().ends_with(':');
        let speaks = Phrase::RecommendationWord.is_in(rest);
        match lead_in(rest).filter(|_| speaks) {
            Some(position) => self.lead = Some(Lead { main: number, position, is_list }),
            // A lead whose words are not understood must not inherit the position of the one before.
            None if speaks && is_list => self.lead = Some(Lead { main: number, position: Position::None, is_list }),
            None => {
                self.comments += u64::from(!rest.is_empty());
                return;
            }
        }
        self.last = 0;
    }

    fn item(&mut self, place: &str, paragraph: String, text: &str, intake: &mut Intake<'_>) {
        self.close(intake);
        let head = self.page.head;
        let lead = self.lead.as_ref();
        let source = |lead: &Lead| {
            format!("{} - Para. {}", head.symbol.as_ref().map_or("the report", |s| s.as_str()), lead.main)
        };
        let raw = RawRecord {
            kind: "recommendation".to_owned(),
            body: "UPR".to_owned(),
            symbol: head.symbol.as_ref().map(ToString::to_string).unwrap_or_default(),
            paragraph,
            states: head.state.map(String::from).into_iter().collect(),
            session: head.session.map(|s| s.to_string()).unwrap_or_default(),
            position: lead.map(|lead| lead.position.code().to_owned()).unwrap_or_default(),
            doubts: lead.filter(|lead| lead.position == Position::None).map(|_| unclear()).into_iter().collect(),
            position_source: lead.map(source).unwrap_or_default(),
            language: head.language_of(text).code().to_owned(),
            text: text.to_owned(),
            is_draft: head.is_draft,
            is_read: true,
            ..RawRecord::default()
        };
        self.open = Some((place.to_owned(), raw));
    }

    fn unnumbered(&mut self, at: &Paragraph, text: &str, intake: &mut Intake<'_>) {
        let goes_on = self.open.as_ref().is_some_and(|(_, raw)| !is_complete(raw, self.page));
        let is_continued = text.starts_with(|c: char| c.is_lowercase() || c == '(');
        if at.heading.is_none() && self.open.is_some() && (goes_on || is_continued) {
            self.append(text);
            return;
        }
        // An unnumbered lead-in: some reports number only the items.
        if let Some(position) = lead_in(text).filter(|_| Phrase::RecommendationWord.is_in(text)) {
            self.close(intake);
            let main = self.lead.as_ref().map_or(0, |lead| lead.main);
            self.lead = Some(Lead { main, position, is_list: text.ends_with(':') });
            return;
        }
        if looks_like_one(text, self.page.context.states) {
            intake.reject(at.place.clone(), &RejectionReason::NoNumber, text.to_owned());
            return;
        }
        self.comments += u64::from(at.heading.is_none());
    }

    fn append(&mut self, text: &str) {
        if let Some((_, raw)) = &mut self.open {
            raw.text.push(' ');
            raw.text.push_str(text);
        }
    }

    fn pledge(&mut self, at: &Paragraph, text: &str, intake: &mut Intake<'_>) {
        let (label, rest) = label(text);
        let number = match label {
            Label::Main(number) => number.to_string(),
            Label::Item { main, item } => format!("{main}.{item}"),
            _ => {
                self.append(text);
                return;
            }
        };
        self.item(&at.place, number, rest, intake);
        if let Some((_, raw)) = &mut self.open {
            raw.kind = "voluntary pledge".to_owned();
            (raw.position, raw.position_source) = Default::default();
        }
    }

    fn close(&mut self, intake: &mut Intake<'_>) {
        let Some((place, raw)) = self.open.take() else { return };
        self.numbers.note(&raw.paragraph);
        self.read += 1;
        intake.offer(place, raw);
    }

    fn finish(mut self, intake: &mut Intake<'_>) {
        self.close(intake);
        self.numbers.remarks().into_iter().for_each(|remark| intake.remark(remark));
        if self.comments > 0 {
            intake.remark(Remark::CommentsPassed { count: self.comments });
        }
        for note in self.page.document.notes.iter().filter(|note| Phrase::RecommendationWord.is_in(&note.text)) {
            intake.remark(Remark::Footnote { place: note.place.clone(), text: note.text.clone() });
        }
        match (self.read, &self.lead) {
            (0, _) => intake.remark(Remark::NoItems),
            (_, None) if self.section == Section::BareList => intake.remark(Remark::NoPositions),
            _ => {}
        }
    }
}

fn unclear() -> Doubt {
    Doubt::new(DoubtReason::UnclearPosition, 0.6)
}

/// An item has ended when States stand at its end and nothing is left open.
fn is_complete(raw: &RawRecord, page: &Page<'_>) -> bool {
    looks_like_one(&raw.text, page.context.states) || raw.text.trim_end().ends_with(['.', ';'])
}
