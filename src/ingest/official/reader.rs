//! A document from its file to rows: its blocks, its kind, its head, then the reader of that kind.

use super::head::Head;
use super::page::Page;
use super::unfold::unfold;
use super::{addendum, kind, thematic_list, treaty_body, working_group};
use crate::ingest::document;
use crate::ingest::document_kind::DocumentKind;
use crate::ingest::error::IngestError;
use crate::ingest::format::DocumentFormat;
use crate::ingest::intake::Intake;
use crate::ingest::items::Recognition;
use crate::ingest::remark::Remark;
use crate::ingest::source_format::SourceFormat;

/// A document in any of the formats that documents are written in.
pub(in crate::ingest) struct OfficialDocument(pub(in crate::ingest) DocumentFormat);

impl SourceFormat for OfficialDocument {
    fn read(&self, intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
        let (file, context) = (intake.file, intake.context);
        let document = unfold(document::read(file, self.0)?);
        let kind = kind::recognise(&document, context).ok_or_else(|| IngestError::UnknownDocument {
            path: file.path.clone(),
            seen: document.opening(6).join(" / ").chars().take(160).collect(),
        })?;
        let head = Head::of(&document, kind, file, context);
        if kind.needs_state() && head.state.is_none() {
            return Err(IngestError::NoState { path: file.path.clone(), kind });
        }
        head.guesses.iter().filter_map(Remark::doubt).for_each(|doubt| intake.doubt(doubt));
        head.guesses.iter().for_each(|guess| intake.remark(guess.clone()));
        let page = Page { document: &document, head: &head, context };
        match kind {
            DocumentKind::ThematicList | DocumentKind::Table => thematic_list::read(&page, intake)?,
            DocumentKind::WorkingGroupReport => working_group::read(&page, intake),
            DocumentKind::Addendum => addendum::read(&page, intake),
            DocumentKind::ConcludingObservations | DocumentKind::SpecialProcedureReport => {
                treaty_body::read(&page, kind, intake);
            }
        }
        Ok(Recognition { kind: Some(kind), about: head.about(context.states) })
    }
}
