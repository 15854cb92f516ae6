//! Official documents: what their blocks mean.
//!
//! The way of a document: [`recognise`] tells the kind from titles, header words and form; [`Head`]
//! takes State, symbol, session and date from wherever they stand; the reader of that kind offers
//! drafts to the sink and names what looked like a recommendation and was not taken. Set phrases in
//! all languages stand in `text::phrasebook`, none here.

mod addendum;
mod addendum_table;
mod class_lists;
mod dates;
mod follow_up;
mod front_page;
mod head;
mod items;
mod kind;
mod label;
mod leads;
mod number_lists;
mod positions;
mod sub_points;
mod thematic_list;
mod treaty_body;
mod working_group;

#[cfg(feature = "fuzzing")]
pub(super) use addendum::positions_of_text;
pub use kind::DocumentKind;
pub use positions::{NumberRange, PositionList, Resolution, Statement, Unresolved};

use super::document::Document;
use super::{Context, IngestError, Reading, Sink, SourceFile};

use head::Head;

/// Reads a document whose blocks are known.
///
/// # Errors
/// When the document is of no known kind, says too little of itself, or the sink stops.
pub(super) fn read(
    document: &Document,
    file: &SourceFile,
    context: &Context<'_>,
    sink: &mut Sink<'_>,
) -> Result<Reading, IngestError> {
    let kind = kind::recognise(document, context).ok_or_else(|| IngestError::UnknownDocument {
        path: file.path.clone(),
        seen: document.opening(6).join(" / ").chars().take(160).collect(),
    })?;
    let head = Head::of(document, kind, file, context);
    if kind.needs_state() && head.state.is_none() {
        return Err(IngestError::NoState { path: file.path.clone(), kind: kind.label() });
    }
    for guess in &head.guesses {
        sink.remark(guess.clone());
    }
    let page = Page { document, head: &head, file, context };
    match kind {
        DocumentKind::ThematicList | DocumentKind::Table => thematic_list::read(&page, sink)?,
        DocumentKind::WorkingGroupReport => working_group::read(&page, sink)?,
        DocumentKind::Addendum => addendum::read(&page, sink)?,
        DocumentKind::ConcludingObservations | DocumentKind::SpecialProcedureReport => {
            treaty_body::read(&page, kind, sink)?;
        }
    }
    Ok(Reading { label: kind.label(), about: head.about(context.states) })
}

/// What every reader of a kind is given.
struct Page<'a> {
    document: &'a Document,
    head: &'a Head,
    file: &'a SourceFile,
    context: &'a Context<'a>,
}
