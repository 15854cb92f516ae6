//! The text of a row: its words, its language, its number, and the States that speak in it.

use super::raw_record::RawRecord;
use super::rejection_reason::RejectionReason;
use super::remark::Remark;
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Language, Mechanism, Paragraph, StateCode, Text};
use crate::text::LONGEST_READ;
use crate::text::attribution::{Attributed, all_states, split_attribution};
use crate::text::clean::{clean, is_artefact};
use crate::text::language::identify_among;
use crate::text::number::{Numbered, split_number};
use crate::text::rejoin;
use crate::text::state_list::{Misspelt, resolve_cell};

/// What the text of a row says of itself.
pub(super) struct Words {
    pub(super) language: Language,
    /// The text without markup, with the number and the States in it.
    pub(super) whole: String,
    pub(super) text: Text,
    pub(super) paragraph: Option<Paragraph>,
    pub(super) recommending_states: Vec<StateCode>,
    pub(super) unknown_states: Vec<String>,
}

impl Words {
    /// Reads the text of a row.
    ///
    /// # Errors
    /// The reason why it is no text of a record.
    pub(super) fn of(
        raw: &RawRecord,
        mechanism: Mechanism,
        states: &StateRegister,
        remarks: &mut Vec<Remark>,
    ) -> Result<Self, RejectionReason> {
        let (language, whole) = cleaned(raw)?;
        let numbered = own_number(&whole, raw);
        let attributed = attributed(numbered.rest, mechanism, states);
        let (recommending_states, unknown_states) = recommending(raw, &attributed, states, remarks);
        let text = text_of(raw, &attributed);
        remarks.extend(long_text(&text));
        let paragraph = Paragraph::parse(&raw.paragraph).or(numbered.paragraph);
        Ok(Self { language, whole, text, paragraph, recommending_states, unknown_states })
    }
}

/// The text without markup, and the language it is in.
fn cleaned(raw: &RawRecord) -> Result<(Language, String), RejectionReason> {
    let cleaned = clean(&raw.text);
    if cleaned.is_empty() {
        return Err(RejectionReason::NoText);
    }
    if is_artefact(&cleaned) {
        return Err(RejectionReason::Artefact { text: cleaned });
    }
    let language = raw.language.parse().unwrap_or_else(|_| identify_among(&cleaned, raw.neighbours));
    Ok((language, if language == Language::En { rejoin(&cleaned) } else { cleaned }))
}

/// Only the review ends its recommendations in the States that made them.
fn attributed<'a>(text: &'a str, mechanism: Mechanism, states: &StateRegister) -> Attributed<'a> {
    match mechanism {
        Mechanism::Upr => split_attribution(text, states),
        _ => Attributed { text, states: Vec::new(), unknown: Vec::new() },
    }
}

fn text_of(raw: &RawRecord, attributed: &Attributed<'_>) -> Text {
    let words = [raw.preamble.as_str(), &raw.text].join(" ").trim_start().to_owned();
    Text { raw: words, clean: attributed.text.trim().trim_end_matches([';', ' ']).to_owned() }
}

/// That a text is read for the analysis in part.
fn long_text(text: &Text) -> Option<Remark> {
    let characters = text.clean.chars().count();
    (characters > LONGEST_READ).then_some(Remark::LongText { characters: characters as u64, read: LONGEST_READ as u64 })
}

/// The number at the head of a text; where the source states the paragraph, only that number is one.
fn own_number<'a>(cleaned: &'a str, raw: &RawRecord) -> Numbered<'a> {
    let numbered = split_number(cleaned);
    let stated = Paragraph::parse(&raw.paragraph);
    match (&stated, &numbered.paragraph) {
        (Some(stated), Some(found)) if stated != found => Numbered { paragraph: None, heading: None, rest: cleaned },
        _ => numbered,
    }
}

/// States from the field of the source, else from the brackets at the end of the text.
fn recommending(
    raw: &RawRecord,
    text: &Attributed<'_>,
    states: &StateRegister,
    remarks: &mut Vec<Remark>,
) -> (Vec<StateCode>, Vec<String>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for name in &raw.recommending {
        let name = html_escape::decode_html_entities(name);
        let found = resolve_cell(&name, states);
        let taken = |taken: Misspelt| Remark::Misspelt { name: taken.name, state: states.name(taken.state) };
        remarks.extend(found.misspelt.into_iter().map(taken));
        found.states.into_iter().for_each(|code| {
            if !known.contains(&code) {
                known.push(code)
            }
        });
        unknown.extend(found.unknown);
    }
    if known.is_empty() && unknown.is_empty() {
        // Several clauses may each name their own: those inside the text come first.
        return (all_states(text, states), text.unknown.clone());
    }
    (known, unknown)
}
