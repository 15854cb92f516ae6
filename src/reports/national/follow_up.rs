//! Follow-up to concluding observations: the paragraphs that the committee has chosen, in their order, by lettered parts,
//! with what the State replies to each.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::lines::{Lines, assessed, unanswered};
use super::parts::parts;
use super::text::{ReportBlock, ReportPiece, ReportSection, ReportText, said};
use crate::domain::{Asker, Coded, SettledRecord};
use crate::view::{Noun, Question, Refusal, View};

/// Years after which committees want follow-up (rules of the committees; the Human Rights Committee since 2023), where
/// the paragraph itself does not say otherwise.
const YEARS: [(&str, i16); 6] = [("CCPR", 3), ("CAT", 1), ("CEDAW", 2), ("CERD", 1), ("CED", 1), ("CMW", 2)];
/// Days between the rule and what a paragraph says that are no difference.
const NEAR: i32 = 62;

/// Follow-up to the concluding observations of a treaty body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpReport {
    /// The symbol of the concluding observations.
    pub symbol: String,
    /// The day that it says it is of.
    pub as_of: Date,
}

impl Question for FollowUpReport {
    type Answer = ReportText;

    fn answer(&self, view: &View, asker: &Asker) -> Result<ReportText, Refusal> {
        let wanted = self.symbol.trim().to_uppercase();
        let is_of_document = |settled: &&SettledRecord| {
            settled.record.symbol.as_ref().is_some_and(|symbol| symbol.to_string().to_uppercase() == wanted)
        };
        let all: Vec<&SettledRecord> = view.settled()?.iter().filter(is_of_document).collect();
        if all.is_empty() {
            return Err(Refusal::unknown(Noun::Record, self.symbol.clone()));
        }
        let mut chosen: Vec<&SettledRecord> =
            all.into_iter().filter(|settled| settled.record.follow_up.is_some()).collect();
        if chosen.is_empty() {
            return Err(Refusal::NoFollowUp { symbol: self.symbol.clone() });
        }
        chosen.sort_by_cached_key(|settled| settled.place());
        let lines = Lines::of(view, asker.language)?;
        let answered = chosen.iter().filter(|own| !lines.answering(own.record.id).is_empty());
        let answered = answered.map(|own| own.record.id).collect();
        Ok(ReportText {
            title: vec![ReportPiece::with("follow-up-title", &[("symbol", wanted.clone().into())])],
            as_of: self.as_of,
            head: head(&chosen, view),
            limit: None,
            sections: sections(&chosen, &lines, asker),
            left_out: unanswered(chosen.iter().copied(), &answered, asker.language),
            warnings: warnings(&chosen),
        })
    }
}

/// To whom, and due when: as the paragraph says that asks for it.
fn head(chosen: &[&SettledRecord], view: &View) -> Vec<Vec<ReportPiece>> {
    let body = chosen[0].record.body.to_string();
    let mut head = vec![vec![ReportPiece::with("to", &[("name", body.into())])]];
    let state = chosen[0].record.state.map(|code| view.registers.states.name(code).to_owned());
    head.extend(state.map(|name| vec![ReportPiece::with("of", &[("name", name.into())])]));
    let asked = chosen.iter().filter_map(|own| own.record.follow_up.as_ref()).find(|own| own.due.is_some());
    match asked.and_then(|own| Some((own.due?, own.asked_in.to_string()))) {
        Some((due, paragraph)) => {
            let values = [("date", due.to_string().into()), ("paragraph", paragraph.into())];
            head.push(vec![ReportPiece::with("due", &values)]);
        }
        None => head.push(vec![ReportPiece::said("gap-due")]),
    }
    head
}

/// The number of a paragraph without its letters, and these.
fn number_and_letters(settled: &SettledRecord) -> (String, String) {
    let whole = settled.record.paragraph.as_ref().map_or_else(|| settled.reference.clone(), ToString::to_string);
    match whole.split_once(" (") {
        Some((number, letters)) => (number.to_owned(), format!("({letters}")),
        None => (whole, String::new()),
    }
}

/// A section a paragraph: its parts stand in it one by one, whether the document gives them as points or in one text.
fn sections(chosen: &[&SettledRecord], lines: &Lines<'_>, asker: &Asker) -> Vec<ReportSection> {
    let mut sections: Vec<(String, ReportSection)> = Vec::new();
    for settled in chosen {
        let (number, letters) = number_and_letters(settled);
        if sections.last().is_none_or(|(last, _)| *last != number) {
            let heading = ReportPiece::with("paragraph", &[("number", number.clone().into())]);
            sections.push((number, ReportSection::new(heading, 1)));
        }
        if let Some((_, section)) = sections.last_mut() {
            replied(settled, &letters, &mut section.blocks, lines, asker);
        }
    }
    sections.into_iter().map(|(_, section)| section).collect()
}

fn replied(settled: &SettledRecord, letters: &str, blocks: &mut Vec<ReportBlock>, lines: &Lines<'_>, asker: &Asker) {
    let quoted = |text: String| ReportBlock::Quote(vec![ReportPiece::text(text.trim())]);
    let (head, parts) = parts(settled.record.clean_text(asker.language));
    let id = settled.record.id;
    blocks.push(quoted(format!("{letters} {head}")));
    for part in &parts {
        blocks.push(quoted(format!("({}) {}", part.letter, part.text)));
        let said = lines.assessed(id, Some(&part.letter));
        if said.is_empty() {
            let gap = ReportPiece::with("gap-part", &[("letter", part.letter.clone().into())]);
            blocks.push(ReportBlock::Gap(gap));
        }
        blocks.extend(said.into_iter().map(|own| ReportBlock::Item(assessed(own))));
    }
    blocks.push(ReportBlock::Paragraph(vec![ReportPiece::said("reply")]));
    let measures = lines.answering(id);
    if measures.is_empty() {
        blocks.push(ReportBlock::Gap(ReportPiece::said("gap-reply")));
    }
    blocks.extend(measures.into_iter().flat_map(|measure| lines.blocks(measure)));
    blocks.extend(lines.assessed(id, None).into_iter().map(|own| ReportBlock::Item(assessed(own))));
}

/// Where the day of the paragraph is another than the rule of the committee would give, or there is none.
fn warnings(chosen: &[&SettledRecord]) -> Vec<Coded> {
    let record = &chosen[0].record;
    let years = YEARS.iter().find(|(body, _)| *body == record.body.to_string()).map(|(_, years)| *years);
    let by_rule = years
        .zip(record.published)
        .and_then(|(years, day)| Date::new(day.year().checked_add(years)?, day.month(), day.day().min(28)).ok());
    let stated = chosen.iter().filter_map(|own| own.record.follow_up.as_ref()?.due).next();
    match (stated, by_rule) {
        (Some(stated), Some(rule)) if (stated - rule).get_days().abs() > NEAR => {
            vec![said("warning-due", &[("stated", stated.to_string().into()), ("rule", rule.to_string().into())])]
        }
        (None, Some(rule)) => vec![said("warning-no-due", &[("rule", rule.to_string().into())])],
        (None, None) => vec![said("warning-unknown-due", &[])],
        _ => Vec::new(),
    }
}
