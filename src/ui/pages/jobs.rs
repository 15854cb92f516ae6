//! A job: what is done, how far it is, and what came of it. It is shown while nothing else can be.

use std::sync::Arc;

use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{Coded, EntityRegister, Values};
use crate::i18n::Words;
use crate::ui::bare_page::{bare, card};
use crate::ui::desk::Desk;
use crate::ui::fault::{hint_of, said};
use crate::ui::form::Form;
use crate::ui::frame::Around;
use crate::ui::job::{Job, Reached, Standing};
use crate::ui::last::Last;
use crate::ui::page::Page;
use crate::ui::work::Ended;
use crate::workspace::{FileReport, WorkspaceError};

/// The sentences of this page.
struct Telling(&'static Words);

impl Telling {
    fn say(&self, code: &str, values: &[(&str, serde_json::Value)]) -> String {
        let values: Values = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.0.sentence(&format!("ui-{code}"), &values)
    }
}

pub(in crate::ui) async fn page(State(desk): State<Arc<Desk>>, Path(of): Path<String>) -> Response {
    let Some(job) = desk.jobs.find(&of) else { return bare(StatusCode::NOT_FOUND).into_response() };
    let asker = desk.session.asker();
    let telling = Telling(desk.session.words());
    let at = job.address();
    let around = Around {
        words: telling.0,
        asker: &asker,
        at: &at,
        revision: 0,
        last: Last::NotTold,
        has_keys: desk.session.has_keys(),
        slip: None,
        has_contrast: desk.notes.read(|kept| kept.has_contrast),
    };
    let main = match job.standing(|ended| end(ended, &job.on, &telling)) {
        Standing::Running(reached) => running(&job, &reached, &telling),
        Standing::Ended(main) => main,
    };
    let title = telling.say(&format!("job-{}", job.name), &[]);
    around.framed(&Page { place: None, title, main }).into_response()
}

/// How far it is; a browser with a script looks again every second, others by the button.
fn running(job: &Job, reached: &Reached, telling: &Telling) -> Markup {
    let step = reached.step.map_or_else(|| telling.say("job-begins", &[]), |step| telling.0.say(&step));
    html! {
        div.card data-poll=(job.address()) {
            @if !job.on.is_empty() { p { bdi { (job.on.join(", ")) } } }
            p.big { (step) }
            @if reached.total > 0 {
                progress max=(reached.total) value=(reached.done) aria-label=(step) {}
                p.num { (telling.say("job-reached", &[("done", reached.done.into()), ("total", reached.total.into())])) }
            } @else { progress aria-label=(step) {} }
            p.soft {
                (telling.say("job-seconds", &[("seconds", job.seconds().into())]))
                @if let Some(left) = reached.seconds_left() { " · " (telling.say("job-left", &[("seconds", left.into())])) }
            }
            div.actions {
                form.inline method="post" action="/jobs/stop" {
                    input type="hidden" name="of" value=(job.number);
                    button { (telling.say("job-stop", &[])) }
                }
                a.button href=(job.address()) { (telling.say("job-look", &[])) }
            }
            p.small.soft { (telling.say("job-goes-on", &[])) }
        }
    }
}

/// What came of it.
fn end(ended: &Ended, on_what: &[String], telling: &Telling) -> Markup {
    match ended {
        Ended::ReadIn(reports, failed) => html! { (after(failed.as_ref(), telling)) (read_in(reports, telling)) },
        Ended::Analysed => html! { (done(telling.say("job-analysed", &[]), ("/clusters", "place-clusters"), telling)) },
        Ended::BackedUp(answer) | Ended::PutBack(answer, None) => {
            let name = answer.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let values = [("file", name.into()), ("records", answer.records.into()), ("events", answer.events.into())];
            done(telling.say("job-backed-up", &values), ("/settings", "place-settings"), telling)
        }
        Ended::PutBack(answer, failed) => {
            let values = [("records", answer.records.into()), ("events", answer.events.into())];
            let words = telling.say("job-is-back", &values);
            html! { (after(failed.as_ref(), telling)) (done(words, ("/", "place-start"), telling)) }
        }
        Ended::TakenOut(answer, failed) => {
            let file = answer.file.file.clone();
            let values = [("file", file.into()), ("gone", answer.gone.into()), ("changed", answer.changed.into())];
            let words = telling.say("job-taken-out", &values);
            html! { (after(failed.as_ref(), telling)) (done(words, ("/sources", "place-sources"), telling)) }
        }
        Ended::Register(register) => taken_register(register, telling),
        Ended::State(failed) => {
            html! { (after(failed.as_ref(), telling)) (done(telling.say("job-state-set", &[]), ("/", "place-start"), telling)) }
        }
        Ended::Failed(error) => {
            html! {
                @if !on_what.is_empty() { p { bdi { (on_what.join(", ")) } } }
                (card(&failure(error, telling), telling.0))
                (on("/sources", "place-sources", telling))
            }
        }
        Ended::Broken => {
            html! { (card(&(telling.say("broken", &[]), None), telling.0)) (on("/", "place-start", telling)) }
        }
    }
}

/// What became of a register that was sent.
fn taken_register(register: &EntityRegister, telling: &Telling) -> Markup {
    let count = [("count", register.entities.len().into()), ("rejected", register.rejections.len().into())];
    if register.rejections.is_empty() {
        return done(telling.say("job-register-done", &count), ("/settings", "place-settings"), telling);
    }
    html! {
        p.gap role="alert" { (telling.say("job-register-not", &count)) }
        ul { @for own in &register.rejections {
            li { bdi { (own.place) } ": " (telling.0.coded(&own.reason)) " · " bdi { (own.raw) } }
        } }
        (on("/settings", "place-settings", telling))
    }
}

/// What went wrong after what was to be done had been done.
fn after(failed: Option<&WorkspaceError>, telling: &Telling) -> Markup {
    html! {
        @if let Some(error) = failed {
            p.gap { (telling.say("job-analysis-failed", &[])) }
            (card(&failure(error, telling), telling.0))
            form method="post" action="/analyse" { button { (telling.say("analyse-now", &[])) } }
        }
    }
}

/// What went wrong. Files are called by their names, since nobody knows the folder that they were put down in.
fn failure(error: &WorkspaceError, telling: &Telling) -> (String, Option<String>) {
    match error {
        WorkspaceError::Ingest(error) => {
            let what = telling.0.coded(&error.under_file_name());
            let hint = match error.asks_for_state() {
                Some(_) => Some(telling.say("add-name-state", &[])),
                None => hint_of(&Coded::from(error), telling.0),
            };
            (what, hint)
        }
        other => said(other, telling.0),
    }
}

fn done(what: String, (address, place): (&str, &str), telling: &Telling) -> Markup {
    html! { p { (what) } (on(address, place, telling)) }
}

fn on(address: &str, place: &str, telling: &Telling) -> Markup {
    html! { p { a.button href=(address) { (telling.say(place, &[])) } } }
}

fn read_in(reports: &[FileReport], telling: &Telling) -> Markup {
    let heads = ["file", "kind", "rows", "not-taken", "unsure", "new-records", "known-records", "changed-records"];
    html! {
        div.scroll tabindex="0" role="region" aria-label=(telling.say("job-read-in", &[])) {
            table {
                thead { tr { @for head in heads { th scope="col" { (telling.say(head, &[])) } } } }
                tbody { @for report in reports { (line(report, telling)) } }
            }
        }
        div.actions {
            a.button href="/sources" { (telling.say("place-sources", &[])) }
            a.button href="/review/duplicates" { (telling.say("place-review", &[])) }
            a.button href="/clusters" { (telling.say("place-clusters", &[])) }
        }
    }
}

fn line(report: &FileReport, telling: &Telling) -> Markup {
    let reason = report.rejected.first().filter(|_| report.format.is_none());
    html! {
        tr {
            th scope="row" { bdi { (report.file) } }
            td {
                (telling.0.say(&report.kind)) @if !report.about.is_empty() { " · " bdi { (report.about) } }
                @if let Some(reason) = reason { p.gap { (telling.0.sentence(&reason.reason.code, &reason.reason.values)) } }
            }
            td.n { (report.rows) } td.n { (report.rejected.len()) } td.n { (report.unsure) }
            td.n { (report.new) } td.n { (report.known) } td.n { (report.changed) }
        }
    }
}

/// Tells a job to stop where what is done is whole.
pub(in crate::ui) async fn stop(State(desk): State<Arc<Desk>>, Sent(named): Sent<Vec<(String, String)>>) -> Response {
    let form = Form(named);
    let Some(job) = desk.jobs.find(form.get("of")) else { return bare(StatusCode::NOT_FOUND).into_response() };
    job.stop();
    Redirect::to(&job.address()).into_response()
}
