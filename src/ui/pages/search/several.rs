//! One decision on all that a search finds, but for those that are left out: the list is seen before, the number is said
//! before and after, and one undo takes all of it back.

use maud::{Markup, html};

use super::wanted::Wanted;
use crate::domain::tag::Verdict;
use crate::domain::{RelationKind, TagKind};
use crate::ui::page::{Page, Place, Shown};
use crate::ui::pages::fields::{body_field, cluster_field, cluster_number, target_code, target_field};
use crate::ui::pages::parts::{hidden, record_address, seen, text, thread_of_reference};
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::commands::{JudgeTag, MoveRecord, RelateRecords};
use crate::workspace::lookups::Search;
use crate::workspace::{Hit, SearchAnswer, SearchQuery, WorkspaceError};

/// Records on which one decision can be made: as many as somebody can look through.
pub(super) const MOST: usize = 500;

/// All records that are found, each by itself.
fn found(wanted: &Wanted, visit: &Visit<'_>) -> Result<SearchAnswer, WorkspaceError> {
    let query = SearchQuery { offset: 0, folds: false, ..wanted.query(MOST + 1) };
    visit.look(&Search { query })
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let wanted = Wanted { from: 0, ..Wanted::of(&visit.form) };
    let answer = found(&wanted, visit)?;
    let hits: Vec<&Hit> = answer.hits.iter().filter(|hit| !hit.is_related).collect();
    let main = html! {
        p { a href=(wanted.address()) { (visit.say("back-to-search")) } }
        p.soft { (visit.with("reading", &[("reading", answer.findings.reading.clone().into())])) }
        @if visit.form.get("changed") == "yes" { p.gap role="alert" { (visit.say("several-changed")) } }
        @if hits.is_empty() { p { (visit.say("several-none")) } }
        @else if hits.len() > MOST { p.gap { (visit.with("several-too-many", &[("most", MOST.into())])) } }
        @else { (form(&wanted, &hits, visit)?) }
    };
    let title = visit.with("several-title", &[("count", hits.len().min(MOST).into())]);
    Ok(Page { place: Some(Place::Search), title, main })
}

fn form(wanted: &Wanted, hits: &[&Hit], visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    Ok(html! {
        form method="post" action="/search/several" data-total=(hits.len()) {
            (seen(visit)) (hidden("total", hits.len()))
            @for (name, value) in wanted.pairs() { (hidden(&name, value)) }
            p { (visit.with("several-how", &[("count", hits.len().into())])) }
            fieldset.actions.marked {
                legend { (visit.say("several-what")) }
                (cluster_field("to", "move-to", visit)?) button name="what" value="move" { (visit.say("move")) }
                (target_field("target", visit)) button name="what" value="sdg_target" { (visit.say("accept")) }
                (body_field("body", "field-lead", visit)?) button name="what" value="lead" { (visit.say("accept")) }
                button name="what" value="same" { (visit.say("several-same")) }
            }
            @for hit in hits {
                article class={ "record " (thread_of_reference(&hit.reference)) } data-record=(hit.id) {
                    div.ref {
                        input type="checkbox" id={ "out-" (hit.id) } name="out" value=(hit.id) checked[visit.was_ticked("out", hit.id)];
                        label for={ "out-" (hit.id) } { (visit.say("leave-this-out")) " " bdi dir="ltr" { (hit.reference) } }
                        a href=(record_address(hit.id)) { (visit.say("look-at")) }
                    }
                    (text(&hit.text, hit.language))
                }
            }
        }
    })
}

/// Decides on all that is found but what is left out; where the list is another by now, it is shown again first.
pub(in crate::ui) fn decide(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let (form, wanted) = (&visit.form, Wanted { from: 0, ..Wanted::of(&visit.form) });
    let answer = found(&wanted, visit)?;
    let all: Vec<String> = answer.hits.iter().filter(|hit| !hit.is_related).map(|hit| hit.id.to_string()).collect();
    if all.len() > MOST || all.len() != form.number("total", 0) {
        let asked = wanted.asked();
        let join = if asked.is_empty() { "?" } else { "&" };
        return Ok(format!("/search/several{asked}{join}changed=yes"));
    }
    let out = form.all("out");
    let records: Vec<String> = all.into_iter().filter(|id| !out.contains(id)).collect();
    let judged = |kind, value: &str, records| JudgeTag {
        records,
        cluster: None,
        kind,
        value: value.trim().to_owned(),
        verdict: Verdict::Accepted,
    };
    match form.get("what") {
        "move" => visit.decide(&MoveRecord { records, to: cluster_number("to", visit)? })?,
        "sdg_target" => {
            let target = judged(TagKind::SdgTarget, target_code("target", visit), records);
            visit.in_field("target", visit.decide(&target))?;
        }
        "lead" => visit.in_field("body", visit.decide(&judged(TagKind::Lead, form.get("body"), records)))?,
        "same" => {
            let mut names = records.into_iter();
            let record = names.next().unwrap_or_default();
            visit.decide(&RelateRecords { record, others: names.collect(), kind: Some(RelationKind::SameAsk) })?;
        }
        other => return Err(Refusal::unknown(Noun::Value, other).into()),
    }
    Ok(wanted.address())
}
