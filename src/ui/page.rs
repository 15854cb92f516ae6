//! A page before it has its frame: the place that it belongs to, its title, its main part.

use maud::Markup;

use crate::workspace::WorkspaceError;

/// A place in the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Start,
    Search,
    Review,
    Clusters,
    Plan,
    History,
    Help,
}

/// A page.
pub(super) struct Page {
    pub(super) place: Place,
    pub(super) title: String,
    pub(super) main: Markup,
}

/// What a page comes to.
pub(super) type Shown = Result<Page, WorkspaceError>;
