//! Review of readings: records whose reading was not sure, each with why; the first on top is the least sure.

use maud::html;

use super::parts::{queues, record_address, save_list, thread_of_reference};
use crate::reports::{Unsure, UnsureLine};
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin;
use crate::ui::visit::Visit;
use crate::workspace::{ListTable, WorkspaceError};

/// Records on one page.
const PAGE: usize = 50;

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<Vec<UnsureLine>, WorkspaceError> {
    visit.ask(&Unsure {})
}

/// All of them as a table.
pub(in crate::ui) fn files(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let row = |own: &UnsureLine| {
        let reasons: Vec<String> = own.reasons.iter().map(|reason| visit.words.coded(reason)).collect();
        [own.id.to_string(), own.reference.clone(), reasons.join("; "), own.text.clone()].map(Into::into).to_vec()
    };
    let columns = vec!["id", "reference", "why", "text"];
    let rows = answer(visit)?.iter().map(row).collect();
    twin::saved("unsure-readings", ListTable { title: visit.say("review-readings"), columns, rows }, visit)
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let lines = answer(visit)?;
    let from = visit.form.number("from", 0).min(lines.len().saturating_sub(1));
    let main = html! {
        (queues("readings", visit))
        @if lines.is_empty() { p data-total="0" { (visit.say("queue-done")) } } @else {
            p.soft data-total=(lines.len()) { (visit.with("readings-count", &[("count", lines.len().into())])) }
            (save_list(lines.len(), visit))
        }
        @for line in lines.iter().skip(from).take(PAGE) {
            article class={ "record " (thread_of_reference(&line.reference)) } data-record=(line.id) {
                div.ref { a href=(record_address(line.id)) { bdi dir="ltr" { (line.reference) } } }
                p { bdi { (line.text) } }
                ul.small {
                    @for reason in &line.reasons { li { (visit.words.coded(reason)) } }
                    @for stated in &line.disagreeing { li { bdi { (stated.file) } ": " (visit.words.coded(&stated.position.word())) } }
                }
            }
        }
        nav.actions aria-label=(visit.say("pages")) {
            @if from >= PAGE { a.button href={ "/review/readings?from=" (from - PAGE) } { (visit.say("earlier")) } }
            @if from + PAGE < lines.len() { a.button href={ "/review/readings?from=" (from + PAGE) } { (visit.say("later")) } }
        }
    };
    Ok(Page { place: Some(Place::Review), title: visit.say("review-readings"), main })
}
