//! Answers to requests: a page, data, or the way on after a decision; what goes wrong is a page too.

use std::cell::RefCell;
use std::sync::Arc;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::bare_page::{bare, faulty, not_taken, said_of, shut};
use super::both::both;
use super::desk::{Away, Desk};
pub(super) use super::download::Download;
use super::fault::{said, status};
use super::form::Form;
use super::frame::Around;
use super::page::Shown;
use super::slip::Slip;
use super::twin::link;
use super::visit::{Visit, back};
use super::work::Work;
use crate::i18n::Words;
use crate::view::Refusal;
use crate::workspace::WorkspaceError;

/// What a browser asks for: an address, and what it or a form says.
pub(super) struct Asked {
    /// The address with its query.
    pub(super) at: String,
    /// The address that a form was sent to; empty where none was.
    pub(super) sent_to: String,
    /// The address of the page that a form stood on, where the browser tells it.
    pub(super) stood_on: Option<String>,
    /// Names and values.
    pub(super) form: Form,
}

/// Shows a page; what goes wrong is a page too.
pub(super) async fn page(desk: Arc<Desk>, asked: Asked, make: fn(&Visit<'_>) -> Shown) -> Response {
    framed(desk, asked, Turn::Waits, make).await
}

/// A page that names the files beside it, to programs.
fn with_files(mut page: Response, at: &str) -> Response {
    if let Some(link) = link(at).and_then(|link| HeaderValue::from_str(&link).ok()) {
        page.headers_mut().insert(header::LINK, link);
    }
    page
}

/// Shows a page that looks at few records.
pub(super) async fn small(desk: Arc<Desk>, asked: Asked, make: fn(&Visit<'_>) -> Shown) -> Response {
    framed(desk, asked, Turn::AtOnce, make).await
}

async fn framed(desk: Arc<Desk>, asked: Asked, turn: Turn, make: fn(&Visit<'_>) -> Shown) -> Response {
    let made = blocking(&desk, asked, turn, move |visit| match make(visit) {
        Ok(page) => with_files(Around::of(visit).framed(&page).into_response(), &visit.at),
        Err(error) => faulted(&error, visit),
    });
    shown(made.await)
}

/// Answers with data: JSON of an answer.
pub(super) async fn data<T: serde::Serialize + 'static>(
    desk: Arc<Desk>,
    asked: Asked,
    make: fn(&Visit<'_>) -> Result<T, WorkspaceError>,
) -> Response {
    let made = blocking(&desk, asked, Turn::Waits, move |visit| match make(visit) {
        Ok(answer) => Json(answer).into_response(),
        Err(error) => refused(&error, visit.words),
    });
    told(made.await)
}

/// Answers with a file.
pub(super) async fn download(
    desk: Arc<Desk>,
    asked: Asked,
    make: fn(&Visit<'_>) -> Result<Download, WorkspaceError>,
) -> Response {
    let made = blocking(&desk, asked, Turn::Waits, move |visit| match make(visit) {
        Ok(file) => saved(file),
        Err(error) => faulted(&error, visit),
    });
    shown(made.await)
}

/// Decides what a form says and leads back to a page; what goes wrong is a page.
pub(super) async fn decision(
    desk: Arc<Desk>,
    asked: Asked,
    decide: fn(&Visit<'_>) -> Result<String, WorkspaceError>,
) -> Response {
    let asked = from_form(asked);
    let stood_on = asked.stood_on.clone();
    let made = blocking(&desk, asked, Turn::AtOnce, move |visit| match decide(visit) {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => slipped(&error, stood_on, visit),
    });
    taken(made.await, &desk)
}

/// Answers a form with a page that is shown this once.
pub(super) async fn answered(desk: Arc<Desk>, asked: Asked, make: fn(&Visit<'_>) -> Shown) -> Response {
    let asked = from_form(asked);
    let made = blocking(&desk, asked, Turn::AtOnce, move |visit| match make(visit) {
        Ok(page) => Around::of(visit).framed(&page).into_response(),
        Err(error) => faulted(&error, visit),
    });
    taken(made.await, &desk)
}

/// Begins work that a form asks for, and leads to its page.
pub(super) async fn work(
    desk: Arc<Desk>,
    asked: Asked,
    make: fn(&Visit<'_>) -> Result<Work, WorkspaceError>,
) -> Response {
    let asked = from_form(asked);
    let stood_on = asked.stood_on.clone();
    let made = blocking(&desk, asked, Turn::AtOnce, move |visit| {
        make(visit).map_err(|error| Box::new(slipped(&error, stood_on, visit)))
    });
    match made.await {
        Ok(Ok(work)) => begun(&desk, work).await,
        Ok(Err(answer)) => *answer,
        Err(away) => taken(Err(away), &desk),
    }
}

/// Begins work and leads to its page.
pub(super) async fn begun(desk: &Arc<Desk>, work: Work) -> Response {
    let own = Arc::clone(desk);
    // It may have to wait for pages that are being made, which those who listen do not.
    let begun = tokio::task::spawn_blocking(move || own.begin(work)).await.unwrap_or(Err(Away::Broken));
    taken(begun.map(|job| Redirect::to(&job.address()).into_response()), desk)
}

/// What a form says, as of the page that it stood on: the address of the form itself shows nothing.
fn from_form(asked: Asked) -> Asked {
    // What the form says itself comes first: a page that two have met on is at an address that shows nothing.
    let stood_on = Some(back(asked.form.get("back"), "")).filter(|at| !at.is_empty()).or(asked.stood_on);
    let at = stood_on.clone().unwrap_or_else(|| "/".to_owned());
    Asked { at, sent_to: asked.at, stood_on, form: asked.form }
}

/// The page of a refusal that no page has made.
pub(super) fn refused_bare(desk: &Desk, error: &WorkspaceError) -> Response {
    let words = desk.session.words();
    (status(error), shut(&said(error, words))).into_response()
}

/// Whether an answer waits for its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// It looks at many records: more of these at once would only take memory and time from each other.
    Waits,
    /// It is made in no time, or somebody waits for a decision to be written.
    AtOnce,
}

/// Runs what reads or writes the disk beside those who listen.
async fn blocking<R: Send + 'static>(
    desk: &Arc<Desk>,
    asked: Asked,
    turn: Turn,
    make: impl FnOnce(&Visit<'_>) -> R + Send + 'static,
) -> Result<R, Away> {
    let desk = Arc::clone(desk);
    let waiting = Arc::clone(&desk);
    let _turn = match turn {
        Turn::Waits => Some(waiting.turns.acquire().await.map_err(|_| Away::Broken)?),
        Turn::AtOnce => None,
    };
    let made = tokio::task::spawn_blocking(move || {
        desk.with(|workspace| {
            let asker = desk.session.asker();
            let words = desk.session.words();
            let seen = workspace.seen().map_err(Away::Shut)?;
            let Asked { at, sent_to, form, .. } = asked;
            let slip = if sent_to.is_empty() { desk.slips.take(&at) } else { None };
            Ok(make(&Visit {
                workspace,
                desk: &desk,
                asker,
                words,
                form,
                at,
                sent_to,
                seen,
                yours: RefCell::default(),
                wrong: RefCell::default(),
                slip,
            }))
        })?
    });
    // A page that has panicked takes no other with it.
    made.await.unwrap_or(Err(Away::Broken))
}

/// The page that a form stood on, with what is wrong in it; a page of its own where that is not known, or mends nothing.
fn slipped(error: &WorkspaceError, stood_on: Option<String>, visit: &Visit<'_>) -> Response {
    let is_slip = matches!(status(error), StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND)
        && !matches!(error, WorkspaceError::Refused(Refusal::NotAnalysed));
    let Some(at) = stood_on.filter(|_| is_slip) else { return faulted(error, visit) };
    let (field, given) = (visit.wrong.borrow().clone(), visit.form.0.clone());
    visit.desk.slips.put(Slip::new(at.clone(), field, given, said(error, visit.words)));
    Redirect::to(&at).into_response()
}

fn faulted(error: &WorkspaceError, visit: &Visit<'_>) -> Response {
    let page = if error.theirs().is_empty() { faulty(error, visit) } else { both(error.theirs(), visit) };
    (status(error), page).into_response()
}

/// Of a fixed kind, and with a name that every browser reads.
fn saved(file: Download) -> Response {
    let plain: String =
        file.name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' }).collect();
    let headers = [
        (header::CONTENT_TYPE, file.kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("{}; filename=\"{plain}\"", file.disposition)),
    ];
    (headers, file.bytes).into_response()
}

/// A page, or one that says why there is none.
pub(super) fn shown(made: Result<Response, Away>) -> Response {
    made.unwrap_or_else(|away| match away {
        Away::Shut(error) => (status(&error), shut(&said(&error, Words::english()))).into_response(),
        Away::Working(job) => Redirect::to(&job.address()).into_response(),
        away => bare(away.status()).into_response(),
    })
}

/// What became of a form. Where work has the workspace, what was sent is not taken, and nobody is told otherwise.
pub(super) fn taken(made: Result<Response, Away>, desk: &Desk) -> Response {
    match made {
        Err(Away::Working(job)) => {
            let words = desk.session.words();
            (StatusCode::CONFLICT, not_taken(words, &job.address())).into_response()
        }
        other => shown(other),
    }
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
