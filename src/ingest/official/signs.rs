//! Signs that a document is a report of the UPR Working Group where no title says so.
//!
//! No single phrase is asked for: covers are cut off, retyped and translated. A list of recommendations
//! under a lead-in must be there, and of the other signs enough.

use std::sync::LazyLock;

use regex::Regex;

use super::items::looks_like_one;
use super::label::Label;
use super::line::{Line, lines};
use super::list_lead::Lead;
use super::ordinal::{bullet, ordinal};
use crate::ingest::context::Context;
use crate::ingest::document::Document;
use crate::text::pattern::pattern;
use crate::text::phrasebook::Phrase;

/// Longer lines are no heading.
const LONGEST_HEADING: usize = 120;
/// Signs that are enough beside the list.
const ENOUGH: usize = 2;

/// Symbols of reports of the review and of their drafts.
static SYMBOL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bA/HRC/(?:WG\.6/\d{1,3}/L\.?\s?\d|\d{1,3}/\d{1,3}\b)"));

/// Whether the document has a list of recommendations under a lead-in, and signs enough of a report.
pub(super) fn is_report(document: &Document, titles: &[&String], context: &Context<'_>) -> bool {
    let has = |phrase: Phrase| titles.iter().any(|line| phrase.is_in(line));
    let lines = lines(document);
    let is_heading = |line: &Line| line.text.len() < LONGEST_HEADING && Phrase::SectionConclusions.is_in(&line.text);
    let signs = [
        has(Phrase::ReviewName),
        has(Phrase::CouncilName),
        titles.iter().any(|line| SYMBOL.is_match(line)),
        lines.iter().any(is_heading),
        lines.iter().any(|line| Phrase::Disclaimer.is_in(&line.text)),
    ];
    signs.into_iter().filter(|sign| *sign).count() >= ENOUGH && has_list(&lines, context)
}

/// Whether a lead-in stands directly above an item that ends in States.
fn has_list(lines: &[Line], context: &Context<'_>) -> bool {
    lines.windows(2).any(|pair| {
        let [lead, item] = pair else { return false };
        let (number, text) = match ordinal(&lead.text) {
            (Label::Main(number), rest) => (number, rest),
            (_, _) => (0, lead.text.as_str()),
        };
        let is_lead = Lead::numbered(number, text, lead, Some(item)).is_some();
        let rest = bullet(&item.text).unwrap_or_else(|| ordinal(&item.text).1);
        is_lead && item.opens_list(number) && looks_like_one(rest, context.states)
    })
}
