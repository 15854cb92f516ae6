//! A browser is let in by a word that works once.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::bare_page::bare;
use super::desk::Desk;

/// The address that says whether anybody answers, and nothing else: open to all.
pub(super) const HEALTH: &str = "/health";
/// The address that lets browsers in: open to all.
pub(super) const ENTER: &str = "/enter";

/// What stands behind it.
#[derive(Debug, Deserialize)]
pub(super) struct Word {
    #[serde(default)]
    word: String,
}

/// Lets a browser in, and leads to an address without the word.
pub(super) async fn enter(State(desk): State<Arc<Desk>>, Query(Word { word }): Query<Word>) -> Response {
    if !desk.use_entry(&word) {
        return bare(StatusCode::UNAUTHORIZED).into_response();
    }
    let cookie = format!("{}={}; HttpOnly; SameSite=Strict; Path=/", desk.cookie, desk.key());
    let mut headers = HeaderMap::new();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.insert(header::SET_COOKIE, cookie);
    }
    (headers, Redirect::to("/")).into_response()
}

/// Another address by which a browser is let in: for who starts the program again, or opens another browser.
pub(super) async fn another(State(desk): State<Arc<Desk>>) -> Response {
    let body = serde_json::json!({"address": desk.address(), "entry": desk.entry(), "pid": std::process::id()});
    ([(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

/// Ends the server once what is under way is done.
pub(super) async fn stop(State(desk): State<Arc<Desk>>) -> Response {
    desk.end();
    super::bare_page::stopped().into_response()
}
