//! Every address there is. Tests of what stands before them are made from this list, so that none can be forgotten.

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Form as Sent, OriginalUri, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Json, Router};

use super::answer::{Asked, answered, data, decision, download, page, small, work};
use super::api::{self, API, DESCRIPTION, described};
use super::bare_page::bare;
use super::desk::Desk;
use super::entry::{ENTER, HEALTH, another, enter, stop};
use super::form::Form;
use super::guard::guard;
use super::lending::lend;
use super::pages::{
    clusters, help, history, jobs, plan, record, reports, review, review_clusters, review_identical, review_later,
    review_links, review_readings, same_ask, search, settings, source, sources, start,
};
use super::twin::parted;
use super::upload::{ADD, MOST, REGISTER};
use super::visit::back;

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

/// An answer about what the last part of its address names: a page, or with an ending its data or its table.
macro_rules! got_of_each {
    ($page:path, $data:path, $table:path) => {
        get(|State(desk): Shared, at: At, Path(of): Path<String>, Query(named): Named| async move {
            let (of, ending) = parted(&of);
            let asked = asked(&at, about(of.to_owned(), named));
            match ending {
                "" => page(desk, asked, $page).await,
                "json" => data(desk, asked, $data).await,
                _ => download(desk, asked, $table).await,
            }
        })
    };
}

/// What a form decides, or begins.
macro_rules! sent {
    ($answer:ident, $make:path) => {
        post(|State(desk): Shared, at: At, headers: HeaderMap, Sent(named): Filled| {
            $answer(desk, Asked { stood_on: stood_on(&headers), ..asked(&at, named) }, $make)
        })
    };
}

fn asked(OriginalUri(at): &At, named: Vec<(String, String)>) -> Asked {
    let at = at.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    Asked { at, sent_to: String::new(), stood_on: None, form: Form(named) }
}

/// The page that a form stood on. Browsers tell it to the pages of one program alone, as these ask them to.
fn stood_on(headers: &HeaderMap) -> Option<String> {
    let from: Uri = headers.get(header::REFERER)?.to_str().ok()?.parse().ok()?;
    let is_own = from.authority()?.as_str() == headers.get(header::HOST)?.to_str().ok()?;
    let at = from.path_and_query().filter(|_| is_own)?.as_str();
    Some(back(at, "")).filter(|at| !at.is_empty())
}

/// Names of an address with what its last part names.
fn about(of: String, mut named: Vec<(String, String)>) -> Vec<(String, String)> {
    named.insert(0, ("of".to_owned(), of));
    named
}

/// Every address with who answers it.
fn routes() -> Vec<(String, MethodRouter<Arc<Desk>>)> {
    let named = [doors(), pages(), data_of_one(), tables(), files(), decisions()].into_iter().flatten();
    let data = data_of_lists().into_iter().flat_map(|(path, answers)| {
        [(format!("{path}.json"), answers.clone()), (format!("{API}{}", path.trim_start_matches('/')), answers)]
    });
    named.map(|(path, answers)| (path.to_owned(), answers)).chain(data).collect()
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
        (DESCRIPTION, get(async || Json(described()))),
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
        ("/records/{of}", got_of_each!(record::page, record::answer, record::files)),
        ("/records/{of}/{paragraph}", get(record_of_document)),
        ("/clusters", got!(page, clusters::list)),
        ("/clusters/{of}", got_of_each!(clusters::one, clusters::answer_of_one, clusters::files_of_one)),
        ("/review/duplicates", got!(page, review::page)),
        ("/review/sdg", got!(page, review_links::sdg)),
        ("/review/entities", got!(page, review_links::entities)),
        ("/review/clusters", got!(page, review_clusters::page)),
        ("/review/readings", got!(page, review_readings::page)),
        ("/plan", got!(page, plan::page)),
        ("/reports", got!(page, reports::page)),
        ("/history", got!(small, history::page)),
        ("/settings", got!(small, settings::page)),
        ("/help", got!(small, help::page)),
    ]
}

/// The answers of pages as data: with an ending for browsers, and for programs that were let in.
fn data_of_lists() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        ("/sources", got!(data, sources::answer)),
        ("/search", got!(data, search::answer)),
        ("/clusters", got!(data, clusters::answer)),
        ("/plan", got!(data, plan::answer)),
        ("/review/duplicates", got!(data, review::answer)),
        ("/review/sdg", got!(data, review_links::sdg_answer)),
        ("/review/entities", got!(data, review_links::entities_answer)),
        ("/review/clusters", got!(data, review_clusters::answer)),
        ("/review/readings", got!(data, review_readings::answer)),
        ("/history", got!(data, history::data)),
    ]
}

/// What programs read of one thing.
fn data_of_one() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        ("/api/v1/records/{of}", got_of!(data, record::answer)),
        ("/api/v1/clusters/{of}", got_of!(data, clusters::answer_of_one)),
    ]
}

/// Files that browsers save.
fn files() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        ("/search.csv", got!(download, search::csv)),
        ("/search.xlsx", got!(download, search::xlsx)),
        ("/search.docx", got!(download, search::docx)),
        ("/plan.csv", got!(download, plan::csv)),
        ("/plan.xlsx", got!(download, plan::xlsx)),
        ("/plan.docx", got!(download, plan::docx)),
        ("/plan/measures.docx", got!(download, plan::measures_docx)),
        ("/plan/measures.xlsx", got!(download, plan::measures_xlsx)),
        ("/sources/not-taken.csv", got!(download, source::not_taken)),
        ("/sources/differences.csv", got!(download, source::differences)),
        ("/reports/{of}", got_of!(download, reports::file)),
        ("/settings/entities.csv", got!(download, settings::register)),
    ]
}

/// The lists of pages as tables.
fn tables() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        ("/sources.csv", got!(download, sources::files)),
        ("/sources.xlsx", got!(download, sources::files)),
        ("/clusters.csv", got!(download, clusters::files)),
        ("/clusters.xlsx", got!(download, clusters::files)),
        ("/review/duplicates.csv", got!(download, review::files)),
        ("/review/duplicates.xlsx", got!(download, review::files)),
        ("/review/sdg.csv", got!(download, review_links::sdg_files)),
        ("/review/sdg.xlsx", got!(download, review_links::sdg_files)),
        ("/review/entities.csv", got!(download, review_links::entities_files)),
        ("/review/entities.xlsx", got!(download, review_links::entities_files)),
        ("/review/clusters.csv", got!(download, review_clusters::table)),
        ("/review/clusters.xlsx", got!(download, review_clusters::table)),
        ("/review/readings.csv", got!(download, review_readings::files)),
        ("/review/readings.xlsx", got!(download, review_readings::files)),
        ("/history.csv", got!(download, history::files)),
        ("/history.xlsx", got!(download, history::files)),
    ]
}

/// What forms decide.
fn decisions() -> Vec<(&'static str, MethodRouter<Arc<Desk>>)> {
    vec![
        (ADD, post(sources::add).layer(DefaultBodyLimit::max(MOST))),
        ("/sources/demo", sent!(work, sources::demo)),
        ("/sources/forget", sent!(decision, sources::forget)),
        ("/sources/take-out", sent!(work, source::take_out).get(taking_out_shown)),
        ("/jobs/stop", post(jobs::stop)),
        ("/analyse", sent!(work, sources::analyse)),
        ("/search/keep", sent!(decision, search::kept)),
        ("/search/several", sent!(decision, search::decide_several).get(several_shown)),
        ("/search/forget", sent!(decision, search::forget)),
        ("/records/judge", sent!(decision, record::judge)),
        ("/records/relate", sent!(decision, same_ask::relate)),
        ("/records/move", sent!(decision, record::relocate)),
        ("/clusters/rename", sent!(decision, clusters::rename)),
        ("/clusters/lock", sent!(decision, clusters::lock)),
        ("/clusters/accept", sent!(decision, clusters::accept)),
        ("/clusters/marked", sent!(decision, clusters::of_marked)),
        ("/clusters/merge", sent!(decision, clusters::merge)),
        ("/review/answer", sent!(decision, review::decide)),
        ("/review/identical", sent!(decision, review_identical::decide).get(identical_shown)),
        ("/review/link", sent!(decision, review_links::decide)),
        ("/review/later", sent!(decision, review_later::decide)),
        ("/review/place", sent!(decision, review_clusters::decide)),
        ("/history/undo", sent!(decision, history::undo).get(undo_told)),
        ("/settings/who", sent!(decision, settings::who)),
        ("/settings/language", sent!(decision, settings::language)),
        ("/settings/keys", sent!(decision, settings::keys)),
        ("/settings/contrast", sent!(decision, settings::contrast)),
        ("/settings/state", sent!(work, settings::state)),
        ("/settings/former-register", sent!(work, settings::put_former_register)),
        (REGISTER, post(settings::put_register).layer(DefaultBodyLimit::max(MOST))),
        ("/settings/programs/add", sent!(answered, api::add)),
        ("/settings/programs/remove", sent!(decision, api::remove)),
        ("/settings/another", sent!(answered, settings::another)),
        ("/settings/back-up", sent!(work, settings::back_up)),
        ("/settings/put-back", sent!(work, settings::put_back)),
    ]
}

/// All addresses behind the guard.
pub(super) fn router(desk: Arc<Desk>) -> Router {
    let all = routes().into_iter().fold(Router::new(), |all, (path, answers)| all.route(&path, answers));
    let all = all.fallback(async || bare(StatusCode::NOT_FOUND).into_response());
    let all = all.method_not_allowed_fallback(async || bare(StatusCode::NOT_FOUND).into_response());
    all.layer(from_fn_with_state(Arc::clone(&desk), guard)).with_state(desk)
}

/// A record by the symbol of its document, with dashes for strokes, and its paragraph.
async fn record_of_document(
    State(desk): Shared,
    at: At,
    Path((symbol, paragraph)): Path<(String, String)>,
    Query(named): Named,
) -> Response {
    let (paragraph, ending) = parted(&paragraph);
    let asked = asked(&at, about(symbol, about(paragraph.to_owned(), named)));
    match ending {
        "" => page(desk, asked, record::page).await,
        "json" => data(desk, asked, record::answer).await,
        _ => download(desk, asked, record::files).await,
    }
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
