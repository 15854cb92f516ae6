//! Two people have decided on the same: what is yours and what is theirs side by side. Nothing is written over; who wants
//! theirs goes on, and who wants the own sends it once more, having seen this.

use maud::{Markup, html};

use super::frame::Around;
use super::page::Page;
use super::pages::encoded;
use super::visit::Visit;
use crate::domain::Moved;
use crate::workspace::HistoryLine;
use crate::workspace::lookups::History;

/// Names that forms have for themselves.
const OWN_NAMES: [&str; 1] = ["seen"];

/// Where the form stood, as far as that can be told.
fn left_for(visit: &Visit<'_>) -> String {
    let form = &visit.form;
    let at = || format!("?at={}", form.number("at", 0));
    match visit.sent_to.as_str() {
        _ if visit.at != "/" => visit.at.clone(),
        "/review/answer" => format!("/review/duplicates{}", at()),
        "/review/link" if form.get("queue") == "entities" => format!("/review/entities{}", at()),
        "/review/link" => format!("/review/sdg{}", at()),
        "/review/place" => "/review/clusters".to_owned(),
        sent if sent.starts_with("/clusters/") => format!("/clusters/{}", encoded(form.get("of"))),
        _ => "/history".to_owned(),
    }
}

/// The form as it was sent, by who has seen what stands now.
fn once_more(visit: &Visit<'_>) -> Markup {
    html! {
        form method="post" action=(visit.sent_to) {
            @for (name, value) in visit.form.0.iter().filter(|(name, _)| !OWN_NAMES.contains(&name.as_str())) {
                input type="hidden" name=(name) value=(value);
            }
            @if visit.form.get("back").is_empty() { input type="hidden" name="back" value=(left_for(visit)); }
            input type="hidden" name="seen" value=(visit.seen.0);
            button { (visit.say("both-take-yours")) }
        }
    }
}

/// The page of a decision that was not written.
pub(super) fn both(theirs: &[Moved], visit: &Visit<'_>) -> Markup {
    let lines = visit
        .look(&History { most: usize::MAX, ..History::default() })
        .map_or_else(|_| Vec::new(), |answer| answer.lines);
    let told = |line: &&HistoryLine| theirs.iter().any(|moved| moved.command == line.event.command);
    let main = html! {
        div.card role="alert" { p { (visit.say("both-text")) } }
        div.pair {
            section.card {
                h2 { (visit.say("both-yours")) }
                @match &*visit.yours.borrow() {
                    Some(yours) => p { bdi { (visit.words.coded(yours)) } },
                    None => p.soft { (visit.say("both-not-now")) },
                }
                @if visit.yours.borrow().is_some() { (once_more(visit)) }
            }
            section.card {
                h2 { (visit.say("both-theirs")) }
                @for line in lines.iter().rev().filter(told) {
                    p {
                        bdi { (visit.words.coded(&line.said)) } br;
                        span.small.soft { bdi { (line.event.who) } " · " time { (line.event.at.strftime("%Y-%m-%d %H:%M")) } }
                    }
                }
                p { a.button href=(left_for(visit)) { (visit.say("both-keep-theirs")) } }
            }
        }
    };
    Around::of(visit).framed(&Page { place: None, title: visit.say("both"), main })
}
