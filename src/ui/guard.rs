//! What stands before every address: only this computer under its own names, only a browser that was let in, and nothing
//! written but by forms of these pages. Every answer says what a browser may do with it.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::api::{API, is_program};
use super::bare_page::{bare, said_of};
use super::desk::Desk;
use super::entry::{ENTER, HEALTH};
use super::upload::{ADD, MOST, REGISTER};

/// The form of what forms send; JSON is sent by nobody.
const FORM: &str = "application/x-www-form-urlencoded";

/// The form of what the one form with files sends.
const FILES: &str = "multipart/form-data";

/// What every answer says.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // With less, browsers name no origin to the forms of these pages either.
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Lets a request through, or says why not.
pub(super) async fn guard(State(desk): State<Arc<Desk>>, request: Request<Body>, next: Next) -> Response {
    let mut answer = match refusal(&desk, &request) {
        // Programs read data, of what went wrong too.
        Some(status) if request.uri().path().starts_with(API) => {
            (status, Json(serde_json::json!({"error": said_of(status)}))).into_response()
        }
        Some(status) => bare(status).into_response(),
        None => {
            // Whether it is there is asked by tabs that nobody looks at.
            if request.uri().path() != HEALTH {
                desk.touch();
            }
            next.run(request).await
        }
    };
    for (name, value) in HEADERS {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// Why a request is not let through.
fn refusal(desk: &Desk, request: &Request<Body>) -> Option<StatusCode> {
    let headers = request.headers();
    let Some(host) = own_host(headers, desk.port) else { return Some(StatusCode::MISDIRECTED_REQUEST) };
    let path = request.uri().path();
    let is_let_in = || is_let_in(headers, desk) || is_program(request.method(), path, headers, desk);
    if ![ENTER, HEALTH].contains(&path) && !is_let_in() {
        return Some(StatusCode::UNAUTHORIZED);
    }
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return None;
    }
    if !is_of_these_pages(headers, &host) {
        return Some(StatusCode::FORBIDDEN);
    }
    let wanted = if [ADD, REGISTER].contains(&path) { FILES } else { FORM };
    let is_form =
        one(headers, &header::CONTENT_TYPE).is_some_and(|kind| kind.split(';').next().map(str::trim) == Some(wanted));
    if !is_form {
        return Some(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let length = one(headers, &header::CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    length.is_some_and(|length| length > MOST).then_some(StatusCode::PAYLOAD_TOO_LARGE)
}

/// The name that the computer was called by, where it is one of its own: other names are how foreign sites reach in.
fn own_host(headers: &HeaderMap, port: u16) -> Option<String> {
    let host = one(headers, &header::HOST)?;
    [format!("127.0.0.1:{port}"), format!("localhost:{port}")].into_iter().find(|own| own == host)
}

/// The value of a header that stands there once.
fn one<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?;
    if all.next().is_some() { None } else { first.to_str().ok() }
}

fn is_let_in(headers: &HeaderMap, desk: &Desk) -> bool {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.any(|(name, value)| name == desk.cookie && desk.is_key(value))
}

/// Whether a form of these pages has sent a request: the browser says so, and names no other origin.
fn is_of_these_pages(headers: &HeaderMap, host: &str) -> bool {
    let site = headers.get("sec-fetch-site").map(|value| value.to_str().unwrap_or("?"));
    let origin = headers.get(header::ORIGIN).map(|value| value.to_str().unwrap_or("?"));
    let own = format!("http://{host}");
    match (site, origin) {
        (None, None) => false,
        (site, origin) => site.is_none_or(|site| site == "same-origin") && origin.is_none_or(|origin| origin == own),
    }
}
