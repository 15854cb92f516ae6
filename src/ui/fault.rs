//! Why a page cannot be shown: a status, and words with a hint, once for all pages.

use axum::http::StatusCode;

use crate::domain::Coded;
use crate::i18n::Words;
use crate::view::Refusal;
use crate::workspace::WorkspaceError;

/// The status of a failure.
pub(super) const fn status(error: &WorkspaceError) -> StatusCode {
    match error {
        WorkspaceError::Refused(Refusal::Unknown { .. } | Refusal::ClusterName { .. })
        | WorkspaceError::NotImported(_) => StatusCode::NOT_FOUND,
        WorkspaceError::Refused(Refusal::Moved) => StatusCode::CONFLICT,
        held if held.is_held() || held.is_outdated() => StatusCode::CONFLICT,
        WorkspaceError::MayOnlyRead(_) => StatusCode::FORBIDDEN,
        WorkspaceError::Refused(_)
        | WorkspaceError::Search(_)
        | WorkspaceError::SeveralImports { .. }
        | WorkspaceError::NotEmpty(_) => StatusCode::BAD_REQUEST,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// What stands in advice for those who type commands, which is none for who looks at a page.
const TYPED: [&str; 2] = ["weft ", "--"];

fn is_for_pages(hint: &str) -> bool {
    !TYPED.iter().any(|typed| hint.contains(typed))
}

/// What can be done about a failure that was noted, on a page.
pub(super) fn hint_of(noted: &Coded, words: &Words) -> Option<String> {
    words.hint_of_coded(noted).filter(|hint| is_for_pages(hint))
}

/// What is said of it, and what to do.
pub(super) fn said(error: &WorkspaceError, words: &Words) -> (String, Option<String>) {
    (words.say(error), words.hint(error).filter(|hint| is_for_pages(hint)))
}
