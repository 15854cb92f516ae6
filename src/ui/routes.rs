//! Every address there is. Tests of what stands before them are made from this list, so that none can be forgotten.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Form as Sent, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

use super::answer::{data, decision, page};
use super::desk::Desk;
use super::entry::{ENTER, another, enter, stop};
use super::form::Form;
use super::frame::bare;
use super::guard::guard;
use super::lending::lend;
use super::pages::{clusters, help, history, plan, record, review, search, start};

/// What handlers share.
type Shared = State<Arc<Desk>>;
/// Names and values of an address, and of a form.
type Named = Query<Vec<(String, String)>>;
type Filled = Sent<Vec<(String, String)>>;

/// A page whose address says everything.
macro_rules! shown {
    ($make:path) => {
        get(|State(desk): Shared, Query(named): Named| page(desk, Form(named), $make))
    };
}

/// A page about what the last part of its address names.
macro_rules! shown_of {
    ($make:path) => {
        get(|State(desk): Shared, Path(of): Path<String>, Query(named): Named| page(desk, about(of, named), $make))
    };
}

/// The answer of a page as JSON.
macro_rules! told {
    ($make:path) => {
        get(|State(desk): Shared, Query(named): Named| data(desk, Form(named), $make))
    };
}

/// What a form decides.
macro_rules! decided {
    ($decide:path) => {
        post(|State(desk): Shared, Sent(named): Filled| decision(desk, Form(named), $decide))
    };
}

/// Names of an address with what its last part names.
fn about(of: String, mut named: Vec<(String, String)>) -> Form {
    named.insert(0, ("of".to_owned(), of));
    Form(named)
}

/// Every address with who answers it.
fn routes() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        (ENTER, get(enter)),
        ("/entry", post(another)),
        ("/stop", post(stop)),
        ("/lend", post(lend)),
        ("/style.css", get(|| file("text/css; charset=utf-8", include_str!("style.css")))),
        ("/mark.svg", get(|| file("image/svg+xml", include_str!("mark.svg")))),
        ("/", shown!(start::page)),
        ("/search", shown!(search::page)),
        ("/search.json", told!(search::answer)),
        ("/records/{of}", shown_of!(record::page)),
        ("/records/judge", decided!(record::judge)),
        ("/records/move", decided!(record::relocate)),
        ("/clusters", shown!(clusters::list)),
        ("/clusters.json", told!(clusters::answer)),
        ("/clusters/{of}", shown_of!(clusters::one)),
        ("/clusters/rename", decided!(clusters::rename)),
        ("/clusters/lock", decided!(clusters::lock)),
        ("/clusters/merge", decided!(clusters::merge)),
        ("/review/duplicates", shown!(review::page)),
        ("/review/answer", decided!(review::decide)),
        ("/plan", shown!(plan::page)),
        ("/plan.json", told!(plan::answer)),
        ("/history", shown!(history::page)),
        ("/history.json", told!(history::answer)),
        ("/history/undo", decided!(history::undo)),
        ("/help", shown!(help::page)),
    ]
}

/// All addresses behind the guard.
pub(super) fn router(desk: Arc<Desk>) -> Router {
    let all = routes().into_iter().fold(Router::new(), |all, (path, answers)| all.route(path, answers));
    let all = all.fallback(async || bare(StatusCode::NOT_FOUND).into_response());
    all.layer(from_fn_with_state(Arc::clone(&desk), guard)).with_state(desk)
}

async fn file(kind: &'static str, content: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind)], content).into_response()
}

#[cfg(test)]
mod tests;
