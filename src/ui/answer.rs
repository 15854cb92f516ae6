//! Answers to requests: a page, data, or the way on after a decision; what goes wrong is a page too.

use std::sync::Arc;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::desk::{Away, Desk};
use super::fault::{said, status};
use super::form::Form;
use super::frame::{away, bare, faulty, framed};
use super::page::Shown;
use super::visit::Visit;
use crate::i18n::Words;
use crate::workspace::WorkspaceError;

/// Shows a page; what goes wrong is a page too.
pub(super) async fn page(desk: Arc<Desk>, form: Form, make: fn(&Visit<'_>) -> Shown) -> Response {
    let made = blocking(desk, form, move |visit| match make(visit) {
        Ok(page) => (StatusCode::OK, framed(&page, visit)),
        Err(error) => (status(&error), faulty(&said(&error, visit.words), visit)),
    });
    made.await
}

/// Answers with data: JSON of an answer.
pub(super) async fn data<T: serde::Serialize + 'static>(
    desk: Arc<Desk>,
    form: Form,
    make: fn(&Visit<'_>) -> Result<T, WorkspaceError>,
) -> Response {
    let made = blocking(desk, form, move |visit| match make(visit) {
        Ok(answer) => {
            let body = serde_json::to_string(&answer).unwrap_or_default();
            ([(header::CONTENT_TYPE, "application/json")], body).into_response()
        }
        Err(error) => {
            let (what, hint) = said(&error, visit.words);
            let body = serde_json::json!({"error": what, "hint": hint}).to_string();
            (status(&error), [(header::CONTENT_TYPE, "application/json")], body).into_response()
        }
    });
    made.await
}

/// Decides what a form says and leads back to a page; what goes wrong is a page.
pub(super) async fn decision(
    desk: Arc<Desk>,
    form: Form,
    decide: fn(&Visit<'_>) -> Result<String, WorkspaceError>,
) -> Response {
    let made = blocking(desk, form, move |visit| match decide(visit) {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => (status(&error), faulty(&said(&error, visit.words), visit)).into_response(),
    });
    made.await
}

/// Runs what reads or writes the disk beside those who listen.
async fn blocking<R: IntoResponse + Send + 'static>(
    desk: Arc<Desk>,
    form: Form,
    make: impl FnOnce(&Visit<'_>) -> R + Send + 'static,
) -> Response {
    let made = tokio::task::spawn_blocking(move || {
        desk.with(|workspace| {
            let asker = workspace.owner();
            let words = Words::of(asker.language);
            make(&Visit { workspace, asker, words, form })
        })
    });
    match made.await {
        Ok(Ok(answer)) => answer.into_response(),
        Ok(Err(Away::Lent)) => bare(StatusCode::CONFLICT).into_response(),
        Ok(Err(Away::Shut(error))) => (status(&error), away(&said(&error, Words::english()))).into_response(),
        // A page that has panicked takes no other with it.
        Err(_) => bare(StatusCode::INTERNAL_SERVER_ERROR).into_response(),
    }
}
