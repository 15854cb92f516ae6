//! Review of links: one record with the SDG targets, or the body that leads, which models propose; each with its reason,
//! none ticked beforehand.

use maud::{Markup, html};

use super::fields::{body_field, target_code, target_field};
use super::parts::{because, hidden, queues, record_address, save_list, seen, tag_kind, text, thread};
use super::review_later::{forget, later, set_aside};
use crate::domain::TagKind;
use crate::reports::{LinkQueue, LinkQueueAnswer, NamedTag, RecordCard, WaitingRecord, WaitingRecords};
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin;
use crate::ui::visit::Visit;
use crate::workspace::commands::JudgeTags;
use crate::workspace::{ListTable, WorkspaceError};

pub(in crate::ui) fn sdg(visit: &Visit<'_>) -> Shown {
    queue(TagKind::SdgTarget, "sdg", visit)
}

pub(in crate::ui) fn entities(visit: &Visit<'_>) -> Shown {
    queue(TagKind::Lead, "entities", visit)
}

pub(in crate::ui) fn sdg_answer(visit: &Visit<'_>) -> Result<Vec<WaitingRecord>, WorkspaceError> {
    visit.ask(&WaitingRecords { kind: TagKind::SdgTarget })
}

pub(in crate::ui) fn entities_answer(visit: &Visit<'_>) -> Result<Vec<WaitingRecord>, WorkspaceError> {
    visit.ask(&WaitingRecords { kind: TagKind::Lead })
}

pub(in crate::ui) fn sdg_files(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    twin::saved("waiting-sdg", listed(&sdg_answer(visit)?, visit.say("review-sdg")), visit)
}

pub(in crate::ui) fn entities_files(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    twin::saved("waiting-entities", listed(&entities_answer(visit)?, visit.say("review-entities")), visit)
}

/// Records that wait, as a table.
fn listed(waiting: &[WaitingRecord], title: String) -> ListTable {
    let row = |own: &WaitingRecord| {
        let cluster = own.cluster.map_or_else(String::new, |number| number.to_string());
        [own.id.to_string(), own.reference.clone(), cluster, own.text.clone(), own.proposed.join("; ")]
            .map(Into::into)
            .to_vec()
    };
    let columns = vec!["id", "reference", "cluster", "text", "proposed"];
    ListTable { title, columns, rows: waiting.iter().map(row).collect() }
}

fn queue(kind: TagKind, name: &str, visit: &Visit<'_>) -> Shown {
    let answer = visit.ask(&LinkQueue { kind, at: visit.form.number("at", 0), aside: visit.desk.notes.aside(name) })?;
    let main = html! {
        (queues(name, visit))
        @if !visit.form.get("untouched").is_empty() { p.gap role="alert" { (visit.say("nothing-ticked")) } }
        @match &answer.card {
            None => p data-total="0" { (visit.say("queue-done")) },
            Some(card) => {
                p.soft data-total=(answer.open) { (visit.with("review-place", &[("at", (answer.at + 1).into()), ("all", answer.open.into())])) }
                (set_aside(name, answer.aside, answer.at, answer.open, visit))
                @if kind == TagKind::Lead { (types_alone(visit)?) }
                div.pair {
                    (record(card, visit))
                    (answers(&answer, card, kind, name, visit)?)
                }
                (places(&answer, name, visit))
                (save_list(answer.open, visit))
            }
        }
    };
    Ok(Page { place: Some(Place::Review), title: visit.say(&format!("review-{name}")), main })
}

/// That suggestions are types of bodies, while nobody has named those of the State.
fn types_alone(visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let is_blank = visit.workspace.view()?.entities()?.entities.is_empty();
    Ok(html! {
        @if is_blank { p.card { (visit.say("types-of-bodies")) " " a href="/settings" { (visit.say("types-to-settings")) } } }
    })
}

fn record(card: &RecordCard, visit: &Visit<'_>) -> Markup {
    html! {
        article class={ "record " (thread(card.record.mechanism)) } data-record=(card.record.id) {
            div.ref {
                a href=(record_address(card.record.id)) { bdi dir="ltr" { (card.reference) } }
                span { (card.state) }
                @if let Some(cluster) = &card.cluster { a href={ "/clusters/" (cluster.number) } { bdi { (cluster.title) } } }
            }
            @let (language, own) = card.record.text(visit.asker.language);
            (text(&own.clean, language))
        }
    }
}

/// What is proposed, with the reason before the share; what is ticked holds, the others do not.
fn answers(
    answer: &LinkQueueAnswer,
    card: &RecordCard,
    kind: TagKind,
    name: &str,
    visit: &Visit<'_>,
) -> Result<Markup, WorkspaceError> {
    Ok(html! {
        form.card method="post" action="/review/link" data-keys tabindex="-1" {
            (seen(visit)) (hidden("record", card.record.id)) (hidden("kind", kind.code()))
            (hidden("at", answer.at)) (hidden("queue", name))
            fieldset {
                legend { (visit.say("review-which-hold")) }
                p.small.soft { (visit.say("review-unticked")) }
                @for (at, tag) in answer.waiting.iter().enumerate() { (choice(at, tag, visit)) }
                p.choice { (other(kind, visit)?) }
            }
            div.actions {
                button.first name="answer" value="ticked" data-key="Enter" { (visit.say("decide-next")) }
                button name="answer" value="none" data-key="0" { (visit.say("none-of-these")) " " kbd { "0" } }
            }
        }
    })
}

/// A field for one that nobody has proposed.
fn other(kind: TagKind, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    if kind == TagKind::Lead {
        body_field("other", "field-other-lead", visit)
    } else {
        Ok(target_field("other", visit))
    }
}

fn choice(at: usize, tag: &NamedTag, visit: &Visit<'_>) -> Markup {
    let digit = (at + 1).to_string();
    html! {
        p.choice {
            (hidden("shown", &tag.tag.value))
            input type="checkbox" id={ "value-" (at) } name="accept" value=(tag.tag.value)
                data-key=[(at < 8).then_some(&digit)] checked[visit.was_ticked("accept", &tag.tag.value)];
            label for={ "value-" (at) } { (visit.words.say(tag)) @if at < 8 { " " kbd { (digit) } } }
            span.small.soft { (because(tag, visit)) }
        }
    }
}

fn places(answer: &LinkQueueAnswer, name: &str, visit: &Visit<'_>) -> Markup {
    html! {
        nav.actions aria-label=(visit.say("pages")) {
            @if answer.at > 0 { a.button href={ "/review/" (name) "?at=" (answer.at - 1) } data-key="Backspace" { (visit.say("earlier")) } }
            @if let Some(card) = answer.card.as_ref().filter(|_| answer.open > 1) { (later(name, card.record.id, answer.at, "9", visit)) }
        }
    }
}

/// What is ticked holds and the others that were shown do not; or none of them.
pub(in crate::ui) fn decide(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let form = &visit.form;
    let kind = tag_kind(visit)?;
    let queue = if kind == TagKind::Lead { "entities" } else { "sdg" };
    let mut accepted = if form.get("answer") == "none" { Vec::new() } else { form.all("accept") };
    let other = if kind == TagKind::Lead { form.get("other").trim() } else { target_code("other", visit) };
    if !other.is_empty() && form.get("answer") != "none" {
        accepted.push(other.to_owned());
    }
    if accepted.is_empty() && form.get("answer") != "none" {
        // Nothing was ticked: to refuse all, somebody has to say so.
        return Ok(format!("/review/{queue}?at={}&untouched=1", form.number("at", 0)));
    }
    // A target that is added by itself leaves what was proposed open: nobody has ticked, or refused, any of it. A record has
    // one lead, so that another than the proposed ones says no to these.
    let is_addition = kind == TagKind::SdgTarget && form.all("accept").is_empty() && form.get("answer") != "none";
    let shown = if is_addition { Vec::new() } else { form.all("shown") };
    let refused = shown.into_iter().filter(|value| !accepted.contains(value)).collect();
    let judged = JudgeTags { record: form.get("record").to_owned(), kind, accepted, refused };
    visit.in_field("other", visit.decide(&judged))?;
    forget(queue, form.get("record"), visit)?;
    Ok(format!("/review/{queue}?at={}", form.number("at", 0)))
}
