//! Which records ask the same, said by hand: of two that nobody proposed, of two that were proposed; and one cluster for
//! all that ask the same, where they stand in several.

use maud::{Markup, html};

use super::parts::{hidden, record_address, seen};
use crate::domain::{RecordId, RelationKind};
use crate::reports::{AskPlace, AskPlacesAnswer, RelatedRecord};
use crate::ui::visit::{Visit, back};
use crate::view::{Noun, Refusal};
use crate::workspace::WorkspaceError;
use crate::workspace::commands::RelateRecords;

/// The answer that says that two records ask the same, and the one that says that they do not.
const ANSWERS: [(&str, Option<RelationKind>); 2] = [("same", Some(RelationKind::SameAsk)), ("not-same", None)];

/// Where the records of an ask stand in several clusters: a button for each that puts all of them there.
pub(super) fn one_cluster(places: &AskPlacesAnswer, visit: &Visit<'_>) -> Markup {
    let button = |place: &AskPlace| {
        html! {
            button name="to" value=(place.number) {
                bdi dir="ltr" { (place.number) } " " (place.title) " (" (place.records) ")"
            }
        }
    };
    html! {
        @if places.clusters.len() > 1 {
            form.actions method="post" action="/records/move" {
                (seen(visit)) (hidden("back", &visit.at))
                @for id in &places.members { (hidden("record", id)) }
                span { (visit.with("one-cluster", &[("count", places.clusters.len().into())])) }
                @for place in &places.clusters { (button(place)) }
            }
        }
    }
}

/// The answers that change how a record relates to another, one at a time: both where it is thought to ask the same and is
/// a row of its own all the same, until somebody says so.
pub(super) fn answer(of: RecordId, related: &RelatedRecord, places: &AskPlacesAnswer, visit: &Visit<'_>) -> Markup {
    let codes: &[&str] = match (places.members.contains(&related.id), related.kind.joins()) {
        (true, _) => &["not-same"],
        (false, true) => &["same", "not-same"],
        (false, false) => &["same"],
    };
    html! {
        @if codes.len() > 1 { p.small.soft { (visit.say("same-apart")) } }
        div.actions {
            @for code in codes {
                form.inline method="post" action="/records/relate" {
                    (seen(visit)) (hidden("record", of)) (hidden("other", related.id)) (hidden("answer", code))
                    button aria-label={ (visit.say(code)) ": " (related.reference) } { (visit.say(code)) }
                }
            }
        }
    }
}

/// A field for a record that nobody has proposed.
pub(super) fn another(of: RecordId, visit: &Visit<'_>) -> Markup {
    html! {
        form.actions method="post" action="/records/relate" {
            (seen(visit)) (hidden("record", of)) (hidden("answer", "same"))
            span.named {
                label for="other" { (visit.say("same-as")) }
                input id="other" name="other" size="28" required value=[visit.given("other")]
                    aria-invalid=[visit.is_wrong("other")] aria-describedby=[visit.is_wrong("other").map(|_| "slip")];
            }
            button { (visit.say("same")) }
        }
    }
}

/// Says that a record asks the same as another, or does not.
pub(in crate::ui) fn relate(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let (form, wanted) = (&visit.form, visit.form.get("answer"));
    let kind = ANSWERS.iter().find(|(code, _)| *code == wanted).map(|(_, kind)| *kind);
    let kind = kind.ok_or_else(|| Refusal::unknown(Noun::Value, wanted))?;
    let related = RelateRecords { record: form.get("record").to_owned(), others: form.all("other"), kind };
    visit.in_field("other", visit.decide(&related))?;
    Ok(back(form.get("back"), &record_address(form.get("record"))))
}
