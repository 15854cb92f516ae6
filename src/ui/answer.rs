//! Answers to requests: a page, data, or the way on after a decision; what goes wrong is a page too.

use std::sync::Arc;

use axum::Json;
use axum::response::{IntoResponse, Redirect, Response};

use super::desk::{Away, Desk};
use super::fault::{said, status};
use super::form::Form;
use super::frame::{bare, faulty, framed, said_of, shut};
use super::page::Shown;
use super::visit::Visit;
use crate::i18n::Words;
use crate::workspace::WorkspaceError;

/// Shows a page; what goes wrong is a page too.
pub(super) async fn page(desk: Arc<Desk>, form: Form, make: fn(&Visit<'_>) -> Shown) -> Response {
    let made = blocking(desk, form, move |visit| match make(visit) {
        Ok(page) => framed(&page, visit).into_response(),
        Err(error) => (status(&error), faulty(&said(&error, visit.words), visit)).into_response(),
    });
    shown(made.await)
}

/// Answers with data: JSON of an answer.
pub(super) async fn data<T: serde::Serialize + 'static>(
    desk: Arc<Desk>,
    form: Form,
    make: fn(&Visit<'_>) -> Result<T, WorkspaceError>,
) -> Response {
    let made = blocking(desk, form, move |visit| match make(visit) {
        Ok(answer) => Json(answer).into_response(),
        Err(error) => refused(&error, visit.words),
    });
    told(made.await)
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
    shown(made.await)
}

/// Runs what reads or writes the disk beside those who listen.
async fn blocking<R: Send + 'static>(
    desk: Arc<Desk>,
    form: Form,
    make: impl FnOnce(&Visit<'_>) -> R + Send + 'static,
) -> Result<R, Away> {
    let made = tokio::task::spawn_blocking(move || {
        desk.with(|workspace| {
            let asker = workspace.owner();
            let words = Words::of(asker.language);
            make(&Visit { workspace, asker, words, form })
        })
    });
    // A page that has panicked takes no other with it.
    made.await.unwrap_or(Err(Away::Broken))
}

/// A page, or one that says why there is none.
fn shown(made: Result<Response, Away>) -> Response {
    made.unwrap_or_else(|away| match away {
        Away::Shut(error) => (status(&error), shut(&said(&error, Words::english()))).into_response(),
        away => bare(away.status()).into_response(),
    })
}

/// Data, or data that say why there are none.
fn told(made: Result<Response, Away>) -> Response {
    made.unwrap_or_else(|away| match away {
        Away::Shut(error) => refused(&error, Words::english()),
        away => {
            let status = away.status();
            (status, Json(serde_json::json!({"error": said_of(status)}))).into_response()
        }
    })
}

fn refused(error: &WorkspaceError, words: &Words) -> Response {
    let (what, hint) = said(error, words);
    (status(error), Json(serde_json::json!({"error": what, "hint": hint}))).into_response()
}
