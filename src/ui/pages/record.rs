//! A record: its texts side by side, who said it, what is proposed with the reason and an answer at each, its relatives.

use maud::{Markup, html};

use super::fields::{body_field, cluster_field, cluster_number, target_code, target_field};
use super::parts::{because, beyond, hidden, record_address, seen, tag_kind, text, thread};
use super::same_ask::{another, answer as same_answer, one_cluster};
use crate::domain::tag::Verdict;
use crate::domain::{Coded, Provenance, Recommendation, TagKind};
use crate::reports::{AskPlaces, AskPlacesAnswer, Cards, NamedTag, RecordCard, RelatedRecord};
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::visit::{Visit, back};
use crate::view::{Noun, Refusal};
use crate::workspace::WorkspaceError;
use crate::workspace::commands::{JudgeTag, MoveRecord};

/// A record by its identifier, its reference, or its symbol and paragraph.
pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<RecordCard, WorkspaceError> {
    let wanted = visit.form.all("of").join(" ");
    let card = visit.ask(&Cards { wanted: wanted.clone() })?.into_iter().next();
    Ok(card.ok_or_else(|| Refusal::unknown(Noun::Record, wanted))?)
}

/// A record is no list: nobody offers a table of it.
pub(in crate::ui) fn files(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    Err(Refusal::unknown(Noun::Value, &visit.at).into())
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let card = answer(visit)?;
    let main = html! {
        article class={ "record " (thread(card.record.mechanism)) } data-record=(card.record.id) {
            (facts(&card, visit))
            div.pair { @for (language, own) in &card.record.texts { div { (text(&own.clean, *language)) } } }
        }
        (holding(&card, visit))
        h2 { (visit.say("proposed")) }
        @let proposed: Vec<&NamedTag> = card.proposed.iter().filter(|own| is_asked(own, &card)).collect();
        @if proposed.is_empty() { p.soft { (visit.say("nothing-proposed")) } }
        ul.plain { @for tag in proposed { (proposal(tag, &card, visit)) } }
        (additions(&card, visit)?)
        (relocation(&card, visit)?)
        (sources_of(&card.record, visit))
        h2 id="relatives" { (visit.say("relatives")) }
        @if card.related.is_empty() { p.soft { (visit.say("no-relatives")) } }
        @let (_, own) = card.record.text(visit.asker.language);
        @let places = visit.ask(&AskPlaces { record: card.record.id })?;
        (one_cluster(&places, visit))
        @for related in &card.related { (relative(related, &card, &own.clean, &places, visit)) }
        (another(card.record.id, visit))
        (cited(&card, visit))
    };
    Ok(Page { place: Some(Place::Search), title: card.reference, main })
}

/// Where it was read, and what each source says of its own.
fn sources_of(record: &Recommendation, visit: &Visit<'_>) -> Markup {
    html! {
        h2 { (visit.say("place-sources")) }
        ul.plain {
            @for source in &record.sources {
                li.row {
                    a href={ "/sources/" (source.file_hash) } { bdi { (source.file) } }
                    span.soft { bdi { (source.place) } @if let Some(own) = &source.source_id { " · " bdi { (own) } } }
                    @if let Some(position) = source.says.position { span.tag { (visit.words.coded(&position.word())) } }
                    @if let Some(comment) = &source.says.comment { p.small { bdi { (comment) } } }
                }
            }
        }
    }
}

fn facts(card: &RecordCard, visit: &Visit<'_>) -> Markup {
    let record = &card.record;
    html! {
        div.ref {
            span.mech { (visit.words.coded(&record.mechanism.word())) }
            span { (card.state) }
            @if !card.recommending_states.is_empty() { span { (card.recommending_states.join(", ")) } }
            @if let Some(published) = record.published { time { (published) } }
            span.tag.sure { (visit.words.coded(&position(record))) }
            @if let Some(cluster) = &card.cluster {
                a href={ "/clusters/" (cluster.number) } { bdi dir="ltr" { (cluster.number) } " " (cluster.title) }
            }
            @if let Some(reason) = &card.placed_by { span { (visit.words.coded(reason)) } }
        }
    }
}

/// What the State says, and what it said before where that is something else.
fn position(record: &Recommendation) -> Coded {
    let restated = record.history.as_ref().and_then(|history| history.word());
    restated.unwrap_or_else(|| record.position.word())
}

/// The same value, as it holds for the record.
fn held_as<'c>(tag: &NamedTag, card: &'c RecordCard) -> Option<&'c NamedTag> {
    card.held.iter().find(|own| own.tag.kind == tag.tag.kind && own.tag.value == tag.tag.value)
}

/// Whether a proposal waits for an answer: what the file says itself is no proposal.
fn is_asked(tag: &NamedTag, card: &RecordCard) -> bool {
    let is_official = held_as(tag, card).is_some_and(|own| own.tag.provenance == Provenance::File);
    tag.tag.kind != TagKind::Smart && !is_official
}

/// What holds though nobody proposes it: what the file says, and what people have added.
fn holding(card: &RecordCard, visit: &Visit<'_>) -> Markup {
    let is_proposed =
        |tag: &NamedTag| card.proposed.iter().any(|own| own.tag.kind == tag.tag.kind && own.tag.value == tag.tag.value);
    let is_own = |tag: &&NamedTag| match tag.tag.provenance {
        Provenance::File => true,
        Provenance::Person => !is_proposed(tag),
        Provenance::Model | Provenance::Rule => false,
    };
    let held: Vec<&NamedTag> = card.held.iter().filter(is_own).collect();
    html! {
        @if !held.is_empty() {
            h2 { (visit.say("record-holds")) }
            ul.plain {
                @for tag in held {
                    li.row {
                        span.tag.sure { (visit.words.coded(&tag.tag.kind.word())) ": " (visit.words.say(tag)) }
                        @if tag.tag.provenance == Provenance::Person { span.small { (visit.say("accepted")) } }
                        (verdict("refuse", tag, card, visit))
                    }
                }
            }
        }
    }
}

/// One of the two answers to a value.
fn verdict(code: &str, tag: &NamedTag, card: &RecordCard, visit: &Visit<'_>) -> Markup {
    let kind = visit.words.coded(&tag.tag.kind.word());
    html! {
        form.inline method="post" action="/records/judge" {
            (seen(visit)) (hidden("record", card.record.id)) (hidden("kind", tag.tag.kind.code()))
            (hidden("value", &tag.tag.value)) (hidden("verdict", code)) (hidden("back", record_address(card.record.id)))
            button aria-label={ (visit.say(code)) ": " (kind) " " (tag.tag.value) } { (visit.say(code)) }
        }
    }
}

/// A value that is proposed, with its reason, and the two answers, which look alike.
fn proposal(tag: &NamedTag, card: &RecordCard, visit: &Visit<'_>) -> Markup {
    // The value with where it comes from and why.
    let said = visit.words.say(tag);
    let kind = visit.words.coded(&tag.tag.kind.word());
    let answer = |code: &str| verdict(code, tag, card, visit);
    // What somebody has said of it; what no longer holds was refused, or outweighed by a file.
    let held = held_as(tag, card);
    let is_said = held.is_some_and(|own| own.tag.provenance == Provenance::Person);
    html! {
        li.row {
            span.tag.guess[!is_said].sure[is_said] { (kind) ": " (said) }
            @if is_said { span.small { (visit.say("accepted")) } } @else if held.is_none() { span.small.soft { (visit.say("not-held")) } }
            @if !is_said { (answer("accept")) }
            @if held.is_some() { (answer("refuse")) }
            span.small.soft { (because(tag, visit)) }
        }
    }
}

/// Values that nobody has proposed: a target, who leads, who takes part.
fn additions(card: &RecordCard, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let form = |kind: TagKind, field: Markup| {
        html! {
            form.actions method="post" action="/records/judge" {
                (seen(visit)) (hidden("record", card.record.id)) (hidden("kind", kind.code()))
                (hidden("verdict", "accept")) (hidden("back", record_address(card.record.id)))
                (field)
                button aria-label={ (visit.say("add")) ": " (visit.words.coded(&kind.word())) } { (visit.say("add")) }
            }
        }
    };
    Ok(html! {
        details open[visit.slip.is_some()] {
            summary { (visit.say("add-another")) }
            (form(TagKind::SdgTarget, target_field("target", visit)))
            (form(TagKind::Lead, body_field("lead", "field-lead", visit)?))
            (form(TagKind::Support, body_field("support", "field-support", visit)?))
        }
    })
}

fn relocation(card: &RecordCard, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    Ok(html! {
        form.actions method="post" action="/records/move" {
            (seen(visit)) (hidden("record", card.record.id)) (hidden("back", record_address(card.record.id)))
            (cluster_field("to", "move-to", visit)?)
            button { (visit.say("move")) }
        }
    })
}

/// How others name it, and what people have done with it.
fn cited(card: &RecordCard, visit: &Visit<'_>) -> Markup {
    let record = &card.record;
    html! {
        h2 { (visit.say("record-cite")) }
        @match (&record.symbol, &record.paragraph) {
            (Some(symbol), Some(paragraph)) => p { bdi dir="ltr" { (symbol) ", para. " (paragraph) } },
            (Some(symbol), None) => p { bdi dir="ltr" { (symbol) } },
            _ => p { bdi dir="ltr" { (card.reference) } },
        }
        p { a href={ "/history?record=" (record.id) } { (visit.say("history-of-record")) } }
    }
}

fn relative(
    related: &RelatedRecord,
    card: &RecordCard,
    own: &str,
    places: &AskPlacesAnswer,
    visit: &Visit<'_>,
) -> Markup {
    html! {
        article.record data-record=(related.id) {
            div.ref {
                a href=(record_address(related.id)) { bdi dir="ltr" { (related.reference) } }
                span.tag { (visit.words.coded(&Coded::word("relation", related.kind.code()))) }
                span { (visit.words.coded(&related.reason)) }
            }
            (beyond(&related.text, own))
            (same_answer(card.record.id, related, places, visit))
        }
    }
}

/// Accepts or refuses a value.
pub(in crate::ui) fn judge(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let form = &visit.form;
    let wrong = |field: &str| Refusal::PlanValue { field: field.to_owned(), given: form.get(field).to_owned() };
    let kind = tag_kind(visit)?;
    let verdict = match form.get("verdict") {
        "accept" => Verdict::Accepted,
        "refuse" => Verdict::Refused,
        _ => return Err(wrong("verdict").into()),
    };
    let records = form.all("record");
    // What somebody writes stands in a field of its own; what was proposed comes with its answer.
    let (field, value) = match kind {
        TagKind::SdgTarget if form.get("value").is_empty() => ("target", target_code("target", visit)),
        TagKind::Lead if form.get("value").is_empty() => ("lead", form.get("lead").trim()),
        TagKind::Support if form.get("value").is_empty() => ("support", form.get("support").trim()),
        _ => ("value", form.get("value")),
    };
    let judged = JudgeTag { records, cluster: None, kind, value: value.to_owned(), verdict };
    visit.in_field(field, visit.decide(&judged))?;
    Ok(back(form.get("back"), "/search"))
}

/// Puts a record into another cluster.
pub(in crate::ui) fn relocate(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let form = &visit.form;
    let to = cluster_number("to", visit)?;
    visit.in_field("to", visit.decide(&MoveRecord { records: form.all("record"), to }))?;
    Ok(back(form.get("back"), "/clusters"))
}
