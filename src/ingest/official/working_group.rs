//! Reports of the UPR Working Group: drafts and finals, and documents that hold nothing but the list.
//!
//! Inside the section of conclusions, sentences set the position of the items that follow. Voluntary
//! pledges and comments of the State are told apart from recommendations. What counts on like a
//! recommendation and is not taken is named.

use super::dialogue::Dialogue;
use super::found::Found;
use super::items::{self, Numbers, looks_like_one};
use super::label::Label;
use super::leads::{is_sub_lead, lead_in};
use super::line::{Line, lines};
use super::list_lead::Lead;
use super::ordinal::{bullet, ordinal};
use super::page::Page;
use super::references::references;
use crate::domain::{Doubt, DoubtReason, Position};
use crate::ingest::intake::Intake;
use crate::ingest::raw_record::RawRecord;
use crate::ingest::rejection_reason::RejectionReason;
use crate::ingest::remark::Remark;
use crate::text::phrasebook::Phrase;

/// Headings are short; a sentence that speaks of conclusions is none.
const LONGEST_HEADING: usize = 120;
/// Letters of a paragraph that a remark shows.
const SHOWN: usize = 160;
/// Numbers of a list that may be missing between two of its items.
const MOST_MISSING: u32 = 3;

/// Reads a report.
pub(super) fn read(page: &Page<'_>, intake: &mut Intake<'_>) {
    let lines = lines(page.document);
    let start = lines.iter().rposition(is_conclusions);
    let own = reading(page, &lines, start);
    // A heading may mean something else, or stand after the list.
    let whole = || Some(reading(page, &lines, None)).filter(|whole| !whole.is_empty());
    let found = if start.is_some() && own.is_empty() { whole().unwrap_or(own) } else { own };
    found.give(intake);
}

/// What stands after a line, or in all of them.
fn reading(page: &Page<'_>, lines: &[Line], start: Option<usize>) -> Found {
    let (before, after) = start.map_or((&lines[..0], lines), |at| (&lines[..at], &lines[at + 1..]));
    let mut reader = Reader::new(page, if start.is_some() { Section::Conclusions } else { Section::BareList });
    reader.dialogue = Dialogue::of(before.iter().map(|line| (line.place.as_str(), line.text.as_str())));
    for (at, line) in after.iter().enumerate() {
        reader.line(line, after.get(at + 1));
    }
    reader.finish()
}

/// The heading of the section, not its line in the table of contents.
fn is_conclusions(line: &Line) -> bool {
    let text = line.text.as_str();
    // "61. All conclusions and/or recommendations … reflect …" is as short as a heading in Chinese.
    let is_paragraph = Phrase::Disclaimer.is_in(text) || text.starts_with(|c: char| c.is_ascii_digit());
    let is_short = text.chars().count() < LONGEST_HEADING;
    is_short && !line.is_contents && !is_paragraph && Phrase::SectionConclusions.is_in(text)
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

struct Reader<'a> {
    page: &'a Page<'a>,
    dialogue: Dialogue,
    section: Section,
    lead: Option<Lead>,
    /// The last plain number of the list under the lead, and of the list before it.
    last: u32,
    before: u32,
    open: Option<(String, RawRecord)>,
    numbers: Numbers,
    comments: u64,
    found: Found,
}

impl<'a> Reader<'a> {
    fn new(page: &'a Page<'a>, section: Section) -> Self {
        Self {
            page,
            dialogue: Dialogue::default(),
            section,
            lead: None,
            last: 0,
            before: 0,
            open: None,
            numbers: Numbers::default(),
            comments: 0,
            found: Found::default(),
        }
    }

    fn line(&mut self, line: &Line, next: Option<&Line>) {
        if let Some(section) = self.section_of(line) {
            self.close();
            self.leave();
            self.section = section;
            return;
        }
        match self.section {
            Section::Annex => {}
            Section::Closed => self.after_all(line),
            Section::Pledges => self.pledge(line),
            Section::Conclusions | Section::BareList => self.conclusion(line, next),
        }
    }

    /// The section that a paragraph opens.
    fn section_of(&self, line: &Line) -> Option<Section> {
        let text = line.text.as_str();
        let is_short = text.chars().count() < LONGEST_HEADING;
        if is_short && Phrase::SectionAnnex.is_in(text) && (line.is_heading || text.len() < 40) {
            return Some(Section::Annex);
        }
        if is_short && Phrase::SectionPledges.is_in(text) && !text.contains("....") {
            return Some(Section::Pledges);
        }
        Phrase::Disclaimer.is_in(text).then_some(Section::Closed)
    }

    fn conclusion(&mut self, line: &Line, next: Option<&Line>) {
        let (label, rest) = ordinal(&line.text);
        let main = self.main_number();
        match label {
            Label::Item { main, item } => self.item(&line.place, format!("{main}.{item}"), rest),
            Label::Main(number) if self.is_list_item(number, rest) => {
                self.last = number;
                self.item(&line.place, under(main, &number.to_string()), rest);
            }
            Label::Main(number) if self.is_flat_item(number, rest) => {
                self.item(&line.place, number.to_string(), rest);
                self.lead.iter_mut().for_each(|lead| lead.flat = number);
            }
            Label::Main(number) => self.numbered(number, rest, line, next),
            Label::Letter(_) if is_sub_lead(rest) => {
                self.close();
                self.enter(Lead::lettered(main, rest, line).unwrap_or_default(), next);
            }
            Label::Letter(letter) if self.is_letter_item(rest) => self.item(&line.place, under(main, &letter), rest),
            Label::Letter(_) if self.open.is_some() => self.append(&line.text),
            Label::Letter(letter) => self.pass_over(&format!("({letter})"), rest, line),
            Label::None => match bullet(&line.text).filter(|rest| self.is_bullet_item(rest)) {
                Some(rest) => self.item(&line.place, String::new(), rest),
                None => self.unnumbered(line, next),
            },
        }
    }

    fn main_number(&self) -> u32 {
        self.lead.as_ref().map_or(0, |lead| lead.main)
    }

    fn looks_like_one(&self, text: &str) -> bool {
        looks_like_one(text, self.page.context.states)
    }

    /// "1." directly under "67. The following …" and whatever counts on from it, or from the list before.
    fn is_list_item(&self, number: u32, rest: &str) -> bool {
        let Some(lead) = &self.lead else { return false };
        let skips = number > self.last && number <= self.last + MOST_MISSING && self.last > 0;
        let counts_on = number == self.last + 1
            || (self.last == 0 && self.before > 0 && number == self.before + 1)
            || (skips && self.looks_like_one(rest));
        let is_next = number == lead.main + 1;
        let next_lead = is_next && lead_in(rest).is_some() && Phrase::RecommendationWord.is_in(rest);
        counts_on && lead.flat == 0 && !next_lead && (!is_next || self.looks_like_one(rest))
    }

    /// "68." under "67. The following …:" where the items are paragraphs of the report themselves.
    fn is_flat_item(&self, number: u32, rest: &str) -> bool {
        let Some(lead) = self.lead.as_ref().filter(|lead| lead.main > 0) else { return false };
        let is_next = number == lead.flat.max(lead.main) + 1 && (lead.items == 0 || lead.flat > 0);
        is_next && self.looks_like_one(rest) && !is_sub_lead(rest)
    }

    /// Letters are items where the lead has no numbered ones, and parts of an item otherwise.
    fn is_letter_item(&self, rest: &str) -> bool {
        let numbered = self.open.as_ref().is_some_and(|(_, raw)| raw.paragraph.contains('.'));
        let leads = |lead: &Lead| lead.flat == 0 && (lead.is_list || self.looks_like_one(rest));
        let is_led = self.lead.as_ref().is_some_and(leads);
        is_led && !numbered && self.last == 0 && rest.split_whitespace().count() > 1
    }

    /// Items without a number; under a numbered item a bullet is part of it.
    fn is_bullet_item(&self, rest: &str) -> bool {
        let numbered = self.open.as_ref().is_some_and(|(_, raw)| !raw.paragraph.is_empty());
        self.lead.is_some() && !numbered && self.looks_like_one(rest)
    }

    fn numbered(&mut self, number: u32, rest: &str, line: &Line, next: Option<&Line>) {
        self.close();
        match Lead::numbered(number, rest, line, next) {
            Some(lead) => self.enter(lead, next),
            None if self.looks_like_one(rest) => self.pass_over(&number.to_string(), rest, line),
            None => self.comments += u64::from(!rest.is_empty()),
        }
    }

    /// Takes a lead-in; one that no list follows may refer to recommendations that stand elsewhere.
    fn enter(&mut self, lead: Lead, next: Option<&Line>) {
        self.leave();
        let opens = lead.is_list || next.is_some_and(|next| next.opens_list(lead.main));
        if !opens && lead.position != Position::None {
            self.refer(&lead);
        }
        (self.before, self.last) = (self.last.max(self.before), 0);
        self.lead = Some(lead);
    }

    /// Leaves the list; a lead-in whose items were not understood is named.
    fn leave(&mut self) {
        let Some(lead) = self.lead.take().filter(|lead| lead.items == 0 && lead.passed > 0) else { return };
        self.found.remark(lead.place, Remark::UnreadList { lead_in: beginning(&lead.words), items: lead.passed });
    }

    /// A position of recommendations that stand above in the report: of items that were read, or of what
    /// delegations said in the dialogue.
    fn refer(&mut self, lead: &Lead) {
        let (mut is_whole, source) = (true, self.source(lead));
        let head = self.page.head;
        for reference in references(&lead.words) {
            if self.found.settle(&reference, lead.position, &source) {
                continue;
            }
            let asked = self.dialogue.asked(&reference, head.state, self.page.context.states);
            is_whole &= !asked.is_empty();
            for asked in asked {
                let raw = RawRecord {
                    preamble: asked.lead,
                    recommending: asked.speaker.map(String::from).into_iter().collect(),
                    ..self.raw_record(asked.paragraph, &asked.text, Some(lead))
                };
                self.found.row(asked.place, raw);
            }
        }
        if !is_whole {
            self.found.remark(lead.place.clone(), Remark::PositionByReference { words: beginning(&lead.words) });
        }
    }

    /// Where a lead-in states its position.
    fn source(&self, lead: &Lead) -> String {
        format!("{} - Para. {}", self.page.head.symbol.as_ref().map_or("the report", |s| s.as_str()), lead.main)
    }

    fn item(&mut self, place: &str, paragraph: String, text: &str) {
        self.close();
        let raw = self.raw_record(paragraph, text, self.lead.as_ref());
        self.lead.iter_mut().for_each(|lead| lead.items += 1);
        self.open = Some((place.to_owned(), raw));
    }

    fn raw_record(&self, paragraph: String, text: &str, lead: Option<&Lead>) -> RawRecord {
        let head = self.page.head;
        RawRecord {
            kind: "recommendation".to_owned(),
            body: "UPR".to_owned(),
            symbol: head.symbol.as_ref().map(ToString::to_string).unwrap_or_default(),
            position: lead.map(|lead| lead.position_of(&paragraph).code().to_owned()).unwrap_or_default(),
            doubts: lead.filter(|lead| lead.is_unclear_for(&paragraph)).map(|_| unclear()).into_iter().collect(),
            paragraph,
            states: head.state.map(String::from).into_iter().collect(),
            session: head.session.map(|s| s.to_string()).unwrap_or_default(),
            position_source: lead.map(|lead| self.source(lead)).unwrap_or_default(),
            language: head.language_of(text).code().to_owned(),
            text: text.to_owned(),
            is_draft: head.is_draft,
            is_read: true,
            ..RawRecord::default()
        }
    }

    fn unnumbered(&mut self, line: &Line, next: Option<&Line>) {
        let text = line.text.as_str();
        let goes_on = self.open.as_ref().is_some_and(|(_, raw)| !is_complete(raw, self.page));
        let is_continued = text.starts_with(|c: char| c.is_lowercase() || c == '(');
        if !line.is_heading && self.open.is_some() && (goes_on || is_continued) {
            self.append(text);
            return;
        }
        if let Some(lead) = Lead::unnumbered(self.main_number(), text, line, next) {
            self.close();
            self.enter(lead, next);
            return;
        }
        if self.looks_like_one(text) {
            self.found.reject(line.place.clone(), RejectionReason::NoNumber, text.to_owned());
            return;
        }
        self.comments += u64::from(!line.is_heading);
        self.pass(text);
    }

    /// Notes a paragraph under a lead-in that looks like an item of its list.
    fn pass(&mut self, text: &str) {
        let is_listed = text.ends_with([';', '；', '؛']) || bullet(text).is_some();
        self.lead.iter_mut().for_each(|lead| lead.passed += u64::from(is_listed));
    }

    /// A numbered paragraph that no lead-in stands above.
    fn pass_over(&mut self, number: &str, rest: &str, line: &Line) {
        if self.looks_like_one(rest) {
            let remark = Remark::PassedOver { number: number.to_owned(), text: beginning(rest) };
            self.found.remark(line.place.clone(), remark);
        } else {
            self.pass(rest);
        }
    }

    /// What stands after the sentence that closes the conclusions is no part of them.
    fn after_all(&mut self, line: &Line) {
        match ordinal(&line.text) {
            (Label::Item { main, item }, rest) => self.pass_over(&format!("{main}.{item}"), rest, line),
            (Label::Main(number), rest) => self.pass_over(&number.to_string(), rest, line),
            _ => {}
        }
    }

    fn append(&mut self, text: &str) {
        if let Some((_, raw)) = &mut self.open {
            raw.text.push(' ');
            raw.text.push_str(text);
        }
    }

    fn pledge(&mut self, line: &Line) {
        let (label, rest) = ordinal(&line.text);
        let number = match label {
            Label::Main(number) => number.to_string(),
            Label::Item { main, item } => format!("{main}.{item}"),
            _ => {
                self.append(&line.text);
                return;
            }
        };
        self.item(&line.place, number, rest);
        if let Some((_, raw)) = &mut self.open {
            raw.kind = "voluntary pledge".to_owned();
            (raw.position, raw.position_source) = Default::default();
        }
    }

    fn close(&mut self) {
        let Some((place, raw)) = self.open.take() else { return };
        self.numbers.note(&raw.paragraph);
        self.found.row(place, raw);
    }

    fn finish(mut self) -> Found {
        self.close();
        let is_led = self.lead.is_some();
        self.leave();
        let whole = String::new;
        self.numbers.remarks().into_iter().for_each(|remark| self.found.remark(whole(), remark));
        if self.comments > 0 {
            self.found.remark(whole(), Remark::CommentsPassed { count: self.comments });
        }
        for note in self.page.document.notes.iter().filter(|note| Phrase::RecommendationWord.is_in(&note.text)) {
            let (place, text) = (note.place.clone(), note.text.clone());
            self.found.remark(whole(), Remark::Footnote { place, text });
        }
        match (self.found.is_empty(), is_led) {
            (true, _) => self.found.remark(whole(), Remark::NoItems),
            (_, false) if self.section == Section::BareList => self.found.remark(whole(), Remark::NoPositions),
            _ => {}
        }
        self.found
    }
}

/// The number of an item under a lead-in, which may have no number itself.
fn under(main: u32, item: &str) -> String {
    if main == 0 { item.to_owned() } else { items::paragraph(main, item) }
}

/// How a paragraph begins.
fn beginning(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

fn unclear() -> Doubt {
    Doubt::new(DoubtReason::UnclearPosition, 0.6)
}

/// An item has ended when States stand at its end and nothing is left open.
fn is_complete(raw: &RawRecord, page: &Page<'_>) -> bool {
    looks_like_one(&raw.text, page.context.states) || raw.text.trim_end().ends_with(['.', ';', '。', '；', '؛'])
}
