//! Review of readings: records whose reading was not sure, each with why; the first on top is the least sure.

use maud::html;

use super::parts::{queues, record_address, thread_of_reference};
use crate::reports::Unsure;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::visit::Visit;

/// Records on one page.
const PAGE: usize = 50;

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let lines = visit.ask(&Unsure {})?;
    let from = visit.form.number("from", 0).min(lines.len().saturating_sub(1));
    let main = html! {
        (queues("readings", visit))
        @if lines.is_empty() { p { (visit.say("queue-done")) } } @else {
            p.soft data-total=(lines.len()) { (visit.with("readings-count", &[("count", lines.len().into())])) }
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
