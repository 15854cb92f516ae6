//! Sources: the files that the workspace was read from, and the form that adds more.

use std::sync::Arc;

use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::ui::answer::{begun, refused_bare, taken};
use crate::ui::bare_page::bare;
use crate::ui::desk::{Away, Desk};
use crate::ui::page::{Page, Place, Shown};
use crate::ui::upload::{ADD, NotTaken, Upload};
use crate::ui::visit::Visit;
use crate::ui::work::Work;
use crate::workspace::WorkspaceError;
use crate::workspace::lookups::{SourceFileLine, Sources};

/// What files Weft reads, by their codes.
const KINDS: [&str; 6] = ["list", "report", "observations", "uhri", "upr-info", "table"];

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<Vec<SourceFileLine>, WorkspaceError> {
    visit.look(&Sources {})
}

pub(in crate::ui) fn list(visit: &Visit<'_>) -> Shown {
    let lines = answer(visit)?;
    let main = html! {
        (adding(visit))
        @if lines.is_empty() { (kinds(visit)) } @else {
            h2 data-total=(lines.len()) { (visit.with("sources-count", &[("count", lines.len().into())])) }
            (table(&lines, visit))
            details { summary { (visit.say("sources-kinds")) } (kinds(visit)) }
        }
    };
    Ok(Page { place: Some(Place::Sources), title: visit.say("place-sources"), main })
}

/// The form that takes files: a button, and in browsers with a script a place to drop them on.
pub(in crate::ui) fn adding(visit: &Visit<'_>) -> Markup {
    html! {
        form.card.drop method="post" action=(ADD) enctype="multipart/form-data" data-drop {
            h2 { (visit.say("add-documents")) }
            p { label for="files" { (visit.say("add-files")) } " " input id="files" type="file" name="files" multiple required; }
            details {
                summary { (visit.say("add-more")) }
                p { label for="state" { (visit.say("add-state")) } " " input id="state" name="state" size="24"; }
            }
            div.actions { button.first { (visit.say("add-button")) } span.soft { (visit.say("add-drop")) } }
        }
    }
}

fn kinds(visit: &Visit<'_>) -> Markup {
    html! {
        section {
            h3 { (visit.say("sources-read")) }
            ul { @for kind in KINDS { li { (visit.say(&format!("sources-kind-{kind}"))) } } }
        }
    }
}

fn table(lines: &[SourceFileLine], visit: &Visit<'_>) -> Markup {
    let heads = ["file", "when", "who", "rows", "not-taken", "new-records", "known-records", "changed-records"];
    html! {
        div.scroll tabindex="0" role="region" aria-label=(visit.say("place-sources")) {
            table {
                thead { tr { @for head in heads { th scope="col" { (visit.say(head)) } } } }
                tbody {
                    @for line in lines {
                        tr {
                            th scope="row" {
                                a href={ "/sources/" (line.file_hash) } { bdi { (line.file) } }
                                @if !line.is_whole { " " span.tag.guess { (visit.say("not-whole")) } }
                            }
                            td.num { @if let Some(at) = line.at { time { (at.strftime("%Y-%m-%d %H:%M")) } } }
                            td { bdi { (line.who) } }
                            td.n { (line.rows) }
                            td.n { (line.rejected) }
                            td.n { (line.new) }
                            td.n { (line.known) }
                            td.n { (line.changed) }
                        }
                    }
                }
            }
        }
    }
}

/// Takes files in and begins to read them; the State that they are about may be named for those that do not say it.
pub(in crate::ui) async fn add(State(desk): State<Arc<Desk>>, sent: Multipart) -> Response {
    let (upload, form) = match Upload::of(sent, &desk.folder.join("cache")).await {
        Ok(taken) => taken,
        Err(why) => return not_taken(&why),
    };
    let named = form.get("state").trim().to_owned();
    let looked = Arc::clone(&desk);
    let look = move || looked.with(|workspace| (!named.is_empty()).then(|| workspace.state(&named)).transpose());
    let state = tokio::task::spawn_blocking(look).await.unwrap_or(Err(Away::Broken));
    match state {
        Ok(Ok(state)) => begun(&desk, Work::ReadIn { upload, state }).await,
        Ok(Err(refusal)) => refused_bare(&desk, &refusal.into()),
        Err(away) => taken(Err(away), &desk),
    }
}

fn not_taken(why: &NotTaken) -> Response {
    bare(why.status()).into_response()
}

/// The documents of the fictional State.
#[expect(clippy::unnecessary_wraps, reason = "as all that forms begin")]
pub(in crate::ui) fn demo(_: &Visit<'_>) -> Result<Work, WorkspaceError> {
    Ok(Work::Demo)
}

/// The analysis of what is new.
#[expect(clippy::unnecessary_wraps, reason = "as all that forms begin")]
pub(in crate::ui) fn analyse(_: &Visit<'_>) -> Result<Work, WorkspaceError> {
    Ok(Work::Analyse)
}
