//! Which kind of document it is.

use super::label::{Label, label};
use super::{signs, thematic_list};
use crate::ingest::context::Context;
use crate::ingest::document::Document;
use crate::ingest::document_kind::DocumentKind;
use crate::text::attribution::split_attribution;
use crate::text::phrasebook::Phrase;

/// Pieces of text at the head of a document that may hold its title.
const TITLE_LINES: usize = 40;
/// Fewest numbered paragraphs ending in States that make a list of recommendations.
const ENOUGH_ITEMS: usize = 3;

/// Tells the kind: a table of recommendations by its header words, else a title, else the form.
pub(super) fn recognise(document: &Document, context: &Context<'_>) -> Option<DocumentKind> {
    let opening = document.opening(TITLE_LINES);
    let all = document.titles(TITLE_LINES);
    let titles: Vec<&String> = all.iter().chain(&document.furniture).collect();
    let has = |phrase: Phrase| titles.iter().any(|line| line.len() < 400 && phrase.is_in(line.trim()));
    let symbols = document.furniture.iter().chain(opening.iter().take(12));
    let symbols: Vec<String> = symbols.filter(|line| line.len() < 60).map(|line| line.to_uppercase()).collect();
    let is_added = symbols.iter().any(|line| line.contains("/ADD."));
    let is_concluding = symbols.iter().any(|line| line.contains("/CO/"));
    let is_answer =
        has(Phrase::TitleViews) || (has(Phrase::TitleAddendum) && (has(Phrase::TitleWorkingGroup) || is_added));
    if is_answer && (has(Phrase::TitleWorkingGroup) || !has(Phrase::TitleSpecialProcedure)) {
        return Some(DocumentKind::Addendum);
    }
    match thematic_list::shape(document, context) {
        Some(thematic_list::Shape::Matrix) => return Some(DocumentKind::ThematicList),
        Some(thematic_list::Shape::Table) if !has(Phrase::TitleWorkingGroup) => return Some(DocumentKind::Table),
        _ => {}
    }
    if is_other(&titles) {
        return None;
    }
    if has(Phrase::TitleWorkingGroup) {
        return Some(if is_added { DocumentKind::Addendum } else { DocumentKind::WorkingGroupReport });
    }
    if has(Phrase::TitleConcludingObservations) || is_concluding {
        return Some(DocumentKind::ConcludingObservations);
    }
    if has(Phrase::TitleSpecialProcedure) {
        return Some(DocumentKind::SpecialProcedureReport);
    }
    let is_report = has_items(document, context) || signs::is_report(document, &titles, context);
    is_report.then_some(DocumentKind::WorkingGroupReport)
}

/// Whether the first title is that of a document that answers recommendations and holds none.
fn is_other(titles: &[&String]) -> bool {
    let own = [Phrase::TitleConcludingObservations, Phrase::TitleWorkingGroup, Phrase::TitleSpecialProcedure];
    let mut lines = titles.iter().map(|line| line.trim()).filter(|line| line.len() < 300);
    let first = lines.find_map(|line| match Phrase::TitleOther.find(line) {
        // "Concluding observations on the report submitted under article …" begins with its own title.
        Some((at, _)) => Some(own.iter().filter_map(|phrase| phrase.find(line)).all(|(start, _)| at < start)),
        None => own.iter().any(|phrase| phrase.is_in(line)).then_some(false),
    });
    first.unwrap_or(false)
}

/// Whether the form speaks for a list of UPR recommendations: "6.1 … (Chile);" again and again.
fn has_items(document: &Document, context: &Context<'_>) -> bool {
    let is_item = |text: &str| {
        let (label, rest) = label(text);
        matches!(label, Label::Item { .. }) && !split_attribution(rest, context.states).states.is_empty()
    };
    document.paragraphs().filter(|paragraph| is_item(&paragraph.full())).take(ENOUGH_ITEMS).count() == ENOUGH_ITEMS
}
