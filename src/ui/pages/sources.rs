//! Sources: the files that the workspace was read from, and the form that adds more.

use std::sync::Arc;

use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::parts::save_list;
use crate::ui::answer::{Download, begun, refused_bare, taken};
use crate::ui::bare_page::bare;
use crate::ui::desk::{Away, Desk};
use crate::ui::fault::hint_of;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin;
use crate::ui::upload::{ADD, NotTaken, Upload};
use crate::ui::visit::Visit;
use crate::ui::work::Work;
use crate::workspace::lookups::{SourceFileLine, Sources};
use crate::workspace::{ListTable, WorkspaceError};

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
            (save_list(lines.len(), visit))
            (table(&lines, visit))
            details { summary { (visit.say("sources-kinds")) } (kinds(visit)) }
        }
        (unread(visit))
    };
    Ok(Page { place: Some(Place::Sources), title: visit.say("place-sources"), main })
}

/// The files that were read, as a table.
pub(in crate::ui) fn files(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let row = |line: &SourceFileLine| {
        let at = line.at.map_or_else(String::new, |at| at.to_string());
        let counts = [line.rows, line.rejected, line.new, line.known, line.changed].map(Into::into);
        [line.file.as_str().into(), line.file_hash.as_str().into(), at.into(), line.who.as_str().into()]
            .into_iter()
            .chain(counts)
            .collect()
    };
    let columns = vec!["file", "hash", "read_at", "read_by", "rows", "not_taken_over", "new", "known", "changed"];
    let rows = answer(visit)?.iter().map(row).collect();
    twin::saved("sources", ListTable { title: visit.say("place-sources"), columns, rows }, visit)
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

/// Files that could not be read, with why, until they can be or somebody has them forgotten.
fn unread(visit: &Visit<'_>) -> Markup {
    let files = visit.desk.notes.read(|kept| kept.unread.clone());
    html! {
        @if !files.is_empty() {
            h2 { (visit.with("sources-unread", &[("count", files.len().into())])) }
            ul.plain {
                @for own in files.iter().rev() {
                    li.row {
                        strong { bdi { (own.file) } } time.num { (own.at.strftime("%Y-%m-%d %H:%M")) }
                        span { (visit.words.coded(&own.why)) }
                        @if let Some(hint) = hint_of(&own.why, visit.words) { span.soft { (hint) } }
                    }
                }
            }
            form method="post" action="/sources/forget" { button { (visit.say("sources-forget")) } }
        }
    }
}

/// Has the files forgotten that could not be read.
pub(in crate::ui) fn forget(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    visit.desk.notes.change(|kept| kept.unread.clear())?;
    Ok("/sources".to_owned())
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
