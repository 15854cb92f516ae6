//! Every address there is. Tests of what stands before them are made from this list, so that none can be forgotten.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form as Sent, OriginalUri, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

use super::answer::{Asked, data, decision, download, page, small, work};
use super::bare_page::bare;
use super::desk::Desk;
use super::entry::{ENTER, HEALTH, another, enter, stop};
use super::form::Form;
use super::guard::guard;
use super::lending::lend;
use super::pages::{
    clusters, help, history, jobs, plan, record, reports, review, review_identical, review_links, review_readings,
    search, settings, source, sources, start,
};
use super::upload::{ADD, MOST};

/// What handlers share.
type Shared = State<Arc<Desk>>;
/// Names and values of an address, and of a form.
type Named = Query<Vec<(String, String)>>;
type Filled = Sent<Vec<(String, String)>>;
/// The address itself.
type At = OriginalUri;

/// An answer to an address that says everything.
macro_rules! got {
    ($answer:ident, $make:path) => {
        get(|State(desk): Shared, at: At, Query(named): Named| $answer(desk, asked(&at, named), $make))
    };
}

/// An answer about what the last part of its address names.
macro_rules! got_of {
    ($answer:ident, $make:path) => {
        get(|State(desk): Shared, at: At, Path(of): Path<String>, Query(named): Named| {
            $answer(desk, asked(&at, about(of, named)), $make)
        })
    };
}

/// What a form decides, or begins.
macro_rules! sent {
    ($answer:ident, $make:path) => {
        post(|State(desk): Shared, at: At, Sent(named): Filled| $answer(desk, asked(&at, named), $make))
    };
}

fn asked(OriginalUri(at): &At, named: Vec<(String, String)>) -> Asked {
    Asked { at: at.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string), form: Form(named) }
}

/// Names of an address with what its last part names.
fn about(of: String, mut named: Vec<(String, String)>) -> Vec<(String, String)> {
    named.insert(0, ("of".to_owned(), of));
    named
}

/// Every address with who answers it.
fn routes() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    [doors(), pages(), data_of_pages(), files(), decisions()].into_iter().flatten().collect()
}

/// What stands beside the pages.
fn doors() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        (ENTER, get(enter)),
        ("/entry", post(another)),
        ("/stop", post(stop)),
        ("/lend", post(lend)),
        (HEALTH, get(async || StatusCode::NO_CONTENT)),
        ("/style.css", get(|| file("text/css; charset=utf-8", include_str!("style.css")))),
        ("/weft.js", get(|| file("text/javascript; charset=utf-8", include_str!("weft.js")))),
        ("/mark.svg", get(|| file("image/svg+xml", include_str!("mark.svg")))),
    ]
}

fn pages() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        ("/", got!(page, start::page)),
        ("/sources", got!(small, sources::list)),
        ("/sources/{of}", got_of!(page, source::page)),
        ("/jobs/{of}", get(jobs::page)),
        ("/search", got!(page, search::page)),
        ("/records/{of}", got_of!(page, record::page)),
        ("/clusters", got!(page, clusters::list)),
        ("/clusters/{of}", got_of!(page, clusters::one)),
        ("/review/duplicates", got!(page, review::page)),
        ("/review/sdg", got!(page, review_links::sdg)),
        ("/review/entities", got!(page, review_links::entities)),
        ("/review/readings", got!(page, review_readings::page)),
        ("/plan", got!(page, plan::page)),
        ("/reports", got!(page, reports::page)),
        ("/history", got!(small, history::page)),
        ("/settings", got!(small, settings::page)),
        ("/help", got!(small, help::page)),
    ]
}

/// The answers of pages as data.
fn data_of_pages() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        ("/sources.json", got!(data, sources::answer)),
        ("/review/duplicates.json", got!(data, review::answer)),
        ("/search.json", got!(data, search::answer)),
        ("/clusters.json", got!(data, clusters::answer)),
        ("/plan.json", got!(data, plan::answer)),
        ("/history.json", got!(data, history::answer)),
    ]
}

/// Files that browsers save.
fn files() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        ("/search.csv", got!(download, search::csv)),
        ("/search.xlsx", got!(download, search::xlsx)),
        ("/search.docx", got!(download, search::docx)),
        ("/plan.xlsx", got!(download, plan::xlsx)),
        ("/plan.docx", got!(download, plan::docx)),
        ("/plan/measures.docx", got!(download, plan::measures_docx)),
        ("/plan/measures.xlsx", got!(download, plan::measures_xlsx)),
        ("/sources/not-taken.csv", got!(download, source::not_taken)),
        ("/reports/{of}", got_of!(download, reports::file)),
        ("/settings/entities.csv", got!(download, settings::register)),
    ]
}

/// What forms decide.
fn decisions() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        (ADD, post(sources::add).layer(DefaultBodyLimit::max(MOST))),
        ("/sources/demo", sent!(work, sources::demo)),
        ("/sources/take-out", sent!(work, source::take_out).get(taking_out_shown)),
        ("/jobs/stop", post(jobs::stop)),
        ("/analyse", sent!(work, sources::analyse)),
        ("/search/keep", sent!(decision, search::kept)),
        ("/search/several", sent!(decision, search::decide_several).get(several_shown)),
        ("/search/forget", sent!(decision, search::forget)),
        ("/records/judge", sent!(decision, record::judge)),
        ("/records/move", sent!(decision, record::relocate)),
        ("/clusters/rename", sent!(decision, clusters::rename)),
        ("/clusters/lock", sent!(decision, clusters::lock)),
        ("/clusters/accept", sent!(decision, clusters::accept)),
        ("/clusters/marked", sent!(decision, clusters::of_marked)),
        ("/clusters/merge", sent!(decision, clusters::merge)),
        ("/review/answer", sent!(decision, review::decide)),
        ("/review/identical", sent!(decision, review_identical::decide).get(identical_shown)),
        ("/review/link", sent!(decision, review_links::decide)),
        ("/history/undo", sent!(decision, history::undo).get(undo_told)),
        ("/settings/who", sent!(decision, settings::who)),
        ("/settings/language", sent!(decision, settings::language)),
        ("/settings/keys", sent!(decision, settings::keys)),
        ("/settings/another", sent!(page, settings::another)),
        ("/settings/back-up", sent!(work, settings::back_up)),
        ("/settings/put-back", sent!(work, settings::put_back)),
    ]
}

/// All addresses behind the guard.
pub(super) fn router(desk: Arc<Desk>) -> Router {
    let all = routes().into_iter().fold(Router::new(), |all, (path, answers)| all.route(path, answers));
    let all = all.fallback(async || bare(StatusCode::NOT_FOUND).into_response());
    let all = all.method_not_allowed_fallback(async || bare(StatusCode::NOT_FOUND).into_response());
    all.layer(from_fn_with_state(Arc::clone(&desk), guard)).with_state(desk)
}

async fn undo_told(State(desk): Shared, at: At, Query(named): Named) -> Response {
    page(desk, asked(&at, named), history::told).await
}

async fn taking_out_shown(State(desk): Shared, at: At, Query(named): Named) -> Response {
    page(desk, asked(&at, named), source::taking_out).await
}

async fn several_shown(State(desk): Shared, at: At, Query(named): Named) -> Response {
    page(desk, asked(&at, named), search::several).await
}

async fn identical_shown(State(desk): Shared, at: At, Query(named): Named) -> Response {
    page(desk, asked(&at, named), review_identical::page).await
}

async fn file(kind: &'static str, content: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind)], content).into_response()
}

#[cfg(test)]
mod tests;
