//! What every reader of a kind of document is given.

use super::head::Head;
use crate::ingest::context::Context;
use crate::ingest::document::Document;

/// A document whose head is known.
pub(super) struct Page<'a> {
    pub(super) document: &'a Document,
    pub(super) head: &'a Head,
    pub(super) context: &'a Context<'a>,
}
