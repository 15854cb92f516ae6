//! Review of duplicates: one ask that several records make, its members with why they were put together, and for each the
//! same two answers.

use maud::{Markup, html};

use super::parts::{hidden, record_address, seen, thread_of_reference};
use crate::domain::RelationKind;
use crate::reports::{AskLine, DuplicateList};
use crate::ui::page::{Page, Place, Shown};
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::WorkspaceError;
use crate::workspace::commands::RelateRecords;

/// Asks that are looked through.
const MOST: usize = 500;

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let answer = visit.ask(&DuplicateList { state: None, limit: MOST })?;
    let at = visit.form.number("at", 0).min(answer.asks.len().saturating_sub(1));
    let main = match answer.asks.get(at) {
        None => html! { p { (visit.say("review-done")) } },
        Some(ask) => html! {
            p.soft data-total=(answer.total) {
                (visit.with("review-place", &[("at", (at + 1).into()), ("all", answer.total.into())]))
            }
            (of_ask(ask, at, visit))
            nav.actions aria-label=(visit.say("pages")) {
                @if at > 0 { a.button href={ "/review/duplicates?at=" (at - 1) } { (visit.say("earlier")) } }
                @if at + 1 < answer.asks.len() { a.button href={ "/review/duplicates?at=" (at + 1) } { (visit.say("later")) } }
            }
        },
    };
    Ok(Page { place: Place::Review, title: visit.say("review-title"), main })
}

fn of_ask(ask: &AskLine, at: usize, visit: &Visit<'_>) -> Markup {
    html! {
        div.pair {
            section.card {
                h2 { (visit.say("review-text")) }
                @for line in &ask.text { p { bdi { (line) } } }
            }
            section {
                h2 { (visit.with("same-ask", &[("count", ask.members.len().into())])) }
                @for (place, member) in ask.members.iter().enumerate() {
                    article class={ "record " (thread_of_reference(&member.reference)) } data-record=(member.id) {
                        div.ref { a href=(record_address(member.id)) { bdi dir="ltr" { (member.reference) } } }
                        p { bdi { (member.text) } }
                        @for pair in ask.relations.iter().filter(|pair| pair.a == member.id || pair.b == member.id).take(2) {
                            p.small.soft { (pair.kind.code().replace('-', " ")) ": " (visit.words.coded(&pair.reason)) }
                        }
                        @if place > 0 {
                            div.actions {
                                (answer("same", ask, place, at, visit))
                                (answer("not-same", ask, place, at, visit))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One of the two answers, which look alike.
fn answer(what: &str, ask: &AskLine, place: usize, at: usize, visit: &Visit<'_>) -> Markup {
    let member = &ask.members[place];
    html! {
        form.inline method="post" action="/review/answer" {
            (seen(visit)) (hidden("record", member.id)) (hidden("at", at)) (hidden("answer", what))
            @for other in ask.members.iter().filter(|other| other.id != member.id) { (hidden("other", other.id)) }
            button aria-label={ (visit.say(what)) ": " (member.reference) } { (visit.say(what)) }
        }
    }
}

/// Says that a record asks the same as the others of the group, or does not.
pub(in crate::ui) fn decide(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let form = &visit.form;
    let kind = match form.get("answer") {
        "same" => Some(RelationKind::SameAsk),
        "not-same" => None,
        other => return Err(Refusal::unknown(Noun::Value, other).into()),
    };
    visit.decide(&RelateRecords { record: form.get("record").to_owned(), others: form.all("other"), kind })?;
    Ok(format!("/review/duplicates?at={}", form.number("at", 0)))
}
