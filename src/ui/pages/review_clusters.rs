//! Review of clusters: what the last analysis put into clusters that stood before, and what speaks for it; one answer for
//! a cluster, or another place for some of it.

use maud::{Markup, html};

use super::fields::{cluster_field, cluster_number};
use super::parts::{hidden, queues, record_address, save_list, seen, thread_of_reference};
use crate::domain::ClusterNumber;
use crate::reports::{NewInCluster, NewMember, NewlyPlaced, NewlyPlacedAnswer};
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin;
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::commands::MoveRecord;
use crate::workspace::{ListTable, WorkspaceError};

/// Clusters on one page.
const PAGE: usize = 5;

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<NewlyPlacedAnswer, WorkspaceError> {
    visit.ask(&NewlyPlaced {})
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let answer = answer(visit)?;
    let from = visit.form.number("from", 0).min(answer.clusters.len().saturating_sub(1));
    let counts = [("count", answer.open.into()), ("clusters", answer.clusters.len().into())];
    let mut shown = Vec::new();
    for own in answer.clusters.iter().skip(from).take(PAGE) {
        shown.push(of_cluster(own, visit)?);
    }
    let main = html! {
        (queues("clusters", visit))
        @if answer.open == 0 { p data-total="0" { (visit.say("new-none")) } } @else {
            p.soft data-total=(answer.open) { (visit.with("new-count", &counts)) }
            (save_list(answer.open, visit))
        }
        @for own in &shown { (own) }
        @if !answer.made.is_empty() {
            h2 { (visit.say("new-made")) }
            ul { @for cluster in &answer.made { li data-cluster=(cluster.number) {
                a href={ "/clusters/" (cluster.number) } { bdi dir="ltr" { (cluster.number) } " " (cluster.title) }
                " (" (cluster.records) ")"
            } } }
        }
        nav.actions aria-label=(visit.say("pages")) {
            @if from >= PAGE { a.button href={ "/review/clusters?from=" (from - PAGE) } { (visit.say("earlier")) } }
            @if from + PAGE < answer.clusters.len() { a.button href={ "/review/clusters?from=" (from + PAGE) } { (visit.say("later")) } }
        }
    };
    Ok(Page { place: Some(Place::Review), title: visit.say("review-clusters"), main })
}

fn of_cluster(own: &NewInCluster, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let number = own.cluster.number;
    let field = format!("to-{number}").replace('.', "-");
    Ok(html! {
        section.card data-cluster=(number) {
            h2 { a href={ "/clusters/" (number) } { bdi dir="ltr" { (number) } " " (own.cluster.title) } }
            p.small.soft { (own.cluster.key_phrases.join(", ")) }
            form method="post" action="/review/place" {
                (seen(visit)) (hidden("of", number)) (hidden("field", &field))
                @for member in &own.members { (of_member(member, visit)) }
                div.actions {
                    button name="what" value="right" { (visit.with("new-right", &[("count", own.members.len().into())])) }
                    (cluster_field(&field, "move-to", visit)?)
                    button name="what" value="move" { (visit.say("move-marked")) }
                }
            }
        }
    })
}

fn of_member(member: &NewMember, visit: &Visit<'_>) -> Markup {
    let NewMember { line, shared, alike, because } = member;
    html! {
        article class={ "record " (thread_of_reference(&line.reference)) } data-record=(line.id) {
            div.ref {
                (hidden("shown", line.id))
                input type="checkbox" name="record" value=(line.id) aria-label=(line.reference) checked[visit.was_ticked("record", line.id)];
                a href=(record_address(line.id)) { bdi dir="ltr" { (line.reference) } }
            }
            p { bdi { (line.text) } }
            p.small.soft {
                @match because {
                    Some(because) => (visit.words.coded(because)),
                    None if *alike > 0 => (visit.with("new-alike", &[("count", (*alike).into())])),
                    None if !shared.is_empty() => { (visit.say("new-shared")) ": " @for (at, own) in shared.iter().enumerate() { @if at > 0 { ", " } mark { (own) } } },
                    None => (visit.say("new-near")),
                }
            }
        }
    }
}

/// Says that all of a cluster are in the right place, or puts the marked ones elsewhere.
pub(in crate::ui) fn decide(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let form = &visit.form;
    let given = form.get("of").trim();
    let own: ClusterNumber = given.parse().map_err(|_| Refusal::unknown(Noun::Cluster, given))?;
    let (records, to) = match form.get("what") {
        "right" => (form.all("shown"), own),
        "move" => (form.all("record"), cluster_number(form.get("field"), visit)?),
        other => return Err(Refusal::unknown(Noun::Value, other).into()),
    };
    visit.in_field(form.get("field"), visit.decide(&MoveRecord { records, to }))?;
    Ok("/review/clusters".to_owned())
}

/// All that is new in clusters, as a table.
pub(in crate::ui) fn table(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let answer = answer(visit)?;
    let row = |own: &NewInCluster, member: &NewMember| {
        let line = &member.line;
        vec![
            line.id.to_string().into(),
            line.reference.clone().into(),
            own.cluster.number.to_string().into(),
            own.cluster.title.clone().into(),
            line.text.clone().into(),
            member.shared.join("; ").into(),
        ]
    };
    let rows = answer.clusters.iter().flat_map(|own| own.members.iter().map(move |member| row(own, member)));
    let columns = vec!["id", "reference", "cluster", "cluster_title", "text", "shared_phrases"];
    let list = ListTable { title: visit.say("review-clusters"), columns, rows: rows.collect() };
    twin::saved("new-in-clusters", list, visit)
}
