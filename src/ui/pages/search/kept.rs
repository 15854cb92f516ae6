//! Searches that are kept under a name.

use maud::{Markup, html};

use super::wanted::Wanted;
use crate::ui::pages::parts::hidden;
use crate::ui::visit::Visit;
use crate::workspace::lookups::SavedSearches;
use crate::workspace::{SavedSearch, SavedTotal, Workspace, WorkspaceError};

/// The searches that are kept, each with what it finds now; shown where nothing is asked for.
pub(super) fn list(visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let kept = visit.look(&SavedSearches {})?;
    Ok(html! {
        @if !kept.is_empty() {
            section aria-labelledby="kept" {
                h2 id="kept" { (visit.say("kept")) }
                ul.plain { @for own in &kept { (line(own, visit)) } }
            }
        }
    })
}

fn line(own: &SavedTotal, visit: &Visit<'_>) -> Markup {
    let wanted = wanted_of(&own.search);
    html! {
        li.row {
            a href=(wanted.address()) { bdi { (own.search.name) } }
            @if let Some(total) = own.total { span.num { (total) } }
            @if let Some(error) = &own.error { span.small.soft { (visit.words.coded(error)) } }
            span.small.soft { bdi { (own.search.shown()) } }
            form.inline method="post" action="/search/forget" {
                (hidden("name", &own.search.name))
                button aria-label={ (visit.say("forget")) ": " (own.search.name) } { (visit.say("forget")) }
            }
        }
    }
}

/// A kept search as the page asks for it. Days and literal words, which the page has no fields for, stand in its words.
fn wanted_of(search: &SavedSearch) -> Wanted {
    let mut wanted = Wanted { words: search.query.clone(), ..Wanted::default() };
    for (facet, values) in &search.filters {
        for value in values {
            wanted = wanted.with(*facet, value, false);
        }
    }
    wanted
}

/// The form that keeps what is asked for.
pub(super) fn keep(wanted: &Wanted, visit: &Visit<'_>) -> Markup {
    html! {
        @if !wanted.is_all() {
            form.inline method="post" action="/search/keep" {
                @for (name, value) in wanted.pairs() { (hidden(&name, value)) }
                label for="keep-as" { (visit.say("keep-as")) }
                input id="keep-as" name="keep-as" required size="16" value=[visit.given("keep-as")] aria-invalid=[visit.is_wrong("keep-as")];
                button { (visit.say("keep")) }
            }
        }
    }
}

/// Keeps a search.
pub(in crate::ui) fn kept(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let wanted = Wanted { from: 0, ..Wanted::of(&visit.form) };
    let search = wanted.query(0).saved_as(visit.form.get("keep-as"));
    visit.in_field("keep-as", Workspace::save_search(visit.workspace.folder(), &search))?;
    Ok(wanted.address())
}

/// Forgets one.
pub(in crate::ui) fn forget(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    Workspace::remove_search(visit.workspace.folder(), visit.form.get("name"))?;
    Ok("/search".to_owned())
}
