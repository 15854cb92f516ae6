//! Review of what is made word for word: five asks to look at, and one answer for all.

use maud::{Markup, html};

use super::parts::{hidden, queues, record_address, seen, thread_of_reference};
use crate::reports::{AskLine, IdenticalAsks};
use crate::ui::page::{Page, Place, Shown};
use crate::ui::visit::Visit;
use crate::workspace::WorkspaceError;
use crate::workspace::commands::AcceptIdentical;

/// Asks that are looked at before all are accepted.
const LOOK: usize = 5;

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let answer = visit.ask(&IdenticalAsks { shown: LOOK })?;
    let counts = [("asks", answer.asks.into()), ("records", answer.records.into())];
    let main = html! {
        (queues("duplicates", visit))
        @if answer.asks == 0 { p { (visit.say("identical-none")) } p { a href="/review/duplicates" { (visit.say("review-title")) } } }
        @else {
            p data-total=(answer.asks) { (visit.with("identical-how", &counts)) }
            @for ask in &answer.sample { (of_ask(ask, visit)) }
            form.actions method="post" action="/review/identical" {
                (seen(visit)) (hidden("asks", answer.asks))
                button.first { (visit.with("identical-accept", &counts)) }
                a.button href="/review/duplicates" { (visit.say("identical-each")) }
            }
        }
    };
    Ok(Page { place: Some(Place::Review), title: visit.say("identical-title"), main })
}

fn of_ask(ask: &AskLine, visit: &Visit<'_>) -> Markup {
    html! {
        section.ask {
            h2.small { (visit.with("same-ask", &[("count", ask.members.len().into())])) }
            @for member in &ask.members {
                article class={ "record " (thread_of_reference(&member.reference)) } data-record=(member.id) {
                    div.ref { a href=(record_address(member.id)) { bdi dir="ltr" { (member.reference) } } }
                    p { bdi { (member.text) } }
                }
            }
        }
    }
}

/// Accepts all of them.
pub(in crate::ui) fn decide(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    visit.decide(&AcceptIdentical { asks: visit.form.number("asks", 0) })?;
    Ok("/review/duplicates".to_owned())
}
