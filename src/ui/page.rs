//! A page before it has its frame: the place that it belongs to, its title, its main part.

use maud::Markup;

use crate::workspace::WorkspaceError;

/// A place in the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Start,
    Sources,
    Search,
    Review,
    Clusters,
    Plan,
    Reports,
    History,
    Settings,
    Help,
}

/// A page.
pub(super) struct Page {
    /// `None` for what stands nowhere: something that went wrong, work in the background.
    pub(super) place: Option<Place>,
    pub(super) title: String,
    pub(super) main: Markup,
}

/// What a page comes to.
pub(super) type Shown = Result<Page, WorkspaceError>;
