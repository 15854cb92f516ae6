//! Clusters: the outline, and one cluster with its members; rename, lock, merge and move by single clicks.

use maud::{Markup, html};

use super::fields::{cluster_field, cluster_number};
use super::parts::{hidden, record_address, save_list, seen, thread_of_reference, wide};
use crate::domain::ClusterNumber;
use crate::reports::{ClusterCard, ClusterCards, ClusterLine, ClusterList, MemberLine};
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin;
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::commands::{AcceptCluster, LockCluster, MergeClusters, MoveRecord, RenameCluster, SplitCluster};
use crate::workspace::{ListTable, WorkspaceError};

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<Vec<ClusterLine>, WorkspaceError> {
    visit.ask(&ClusterList { theme: None })
}

pub(in crate::ui) fn list(visit: &Visit<'_>) -> Shown {
    let clusters = answer(visit)?;
    let main = html! {
        p.soft data-total=(clusters.len()) { (visit.with("clusters-count", &[("count", clusters.len().into())])) }
        @if !clusters.is_empty() { (save_list(clusters.len(), visit)) }
        @if clusters.is_empty() { p { (visit.say("clusters-none")) } p { a.button href="/sources" { (visit.say("place-sources")) } } }
        @for theme in clusters.chunk_by(|a, b| a.theme == b.theme) {
            h2 { (theme[0].theme) }
            (wide(&theme[0].theme, &table(theme, visit)))
        }
    };
    Ok(Page { place: Some(Place::Clusters), title: visit.say("place-clusters"), main })
}

fn table(clusters: &[ClusterLine], visit: &Visit<'_>) -> Markup {
    html! {
        table {
            thead { tr {
                th scope="col" { (visit.say("cluster")) } th scope="col" { (visit.say("title")) }
                th.n scope="col" { (visit.say("records")) } th.n scope="col" { (visit.say("asks")) }
            } }
            tbody { @for cluster in clusters { (line(cluster, visit)) } }
        }
    }
}

fn line(cluster: &ClusterLine, visit: &Visit<'_>) -> Markup {
    html! {
        tr data-cluster=(cluster.number) {
            td { bdi dir="ltr" { (cluster.number) } }
            td {
                a href={ "/clusters/" (cluster.number) } { (cluster.title) }
                @if cluster.locked { " " span.tag.sure { (visit.say("locked")) } }
                @if cluster.is_new { " " span.tag.guess { (visit.say("new")) } }
                div.small.soft { (cluster.key_phrases.join(", ")) }
            }
            td.n { (cluster.records) }
            td.n { (cluster.asks) }
        }
    }
}

/// The clusters as a table.
pub(in crate::ui) fn files(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let row = |own: &ClusterLine| {
        vec![
            own.number.to_string().into(),
            own.theme.as_str().into(),
            own.title.as_str().into(),
            own.key_phrases.join("; ").into(),
            own.records.into(),
            own.asks.into(),
            if own.locked { "locked" } else { "" }.into(),
        ]
    };
    let columns = vec!["cluster", "theme", "title", "key_phrases", "records", "asks", "locked"];
    let rows = answer(visit)?.iter().map(row).collect();
    twin::saved("clusters", ListTable { title: visit.say("place-clusters"), columns, rows }, visit)
}

/// One cluster with its records.
pub(in crate::ui) fn answer_of_one(visit: &Visit<'_>) -> Result<ClusterCards, WorkspaceError> {
    visit.ask(&ClusterCard { number: number(visit, "of")? })
}

/// The records of one cluster as a table.
pub(in crate::ui) fn files_of_one(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let ClusterCards { cluster, members } = answer_of_one(visit)?;
    let row = |own: &MemberLine| {
        [own.id.to_string(), own.reference.clone(), own.ask.to_string(), own.text.clone()].map(Into::into).to_vec()
    };
    let columns = vec!["id", "reference", "ask_id", "text"];
    let list = ListTable { title: cluster.title, columns, rows: members.iter().map(row).collect() };
    twin::saved(&format!("cluster-{}", cluster.number), list, visit)
}

pub(in crate::ui) fn one(visit: &Visit<'_>) -> Shown {
    let ClusterCards { cluster, members } = answer_of_one(visit)?;
    let main = html! {
        p.soft { (cluster.theme) " · " (visit.with("cluster-holds", &[("records", cluster.records.into()), ("asks", cluster.asks.into())])) }
        @if let Some(other) = cluster.named_after {
            p.small.soft { (visit.with("named-after", &[("number", other.to_string().into())])) }
        }
        (save_list(members.len(), visit))
        div.actions { (decisions(&cluster, visit)?) }
        form method="post" action="/clusters/marked" {
            (seen(visit)) (hidden("of", cluster.number))
            (marked(visit)?)
            @for ask in members.chunk_by(|a, b| a.ask == b.ask) { (of_ask(ask, visit)) }
        }
    };
    Ok(Page { place: Some(Place::Clusters), title: format!("{} {}", cluster.number, cluster.title), main })
}

/// What is done with the marked records.
fn marked(visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    Ok(html! {
        div.actions.marked {
            span { (visit.say("marked")) }
            (cluster_field("to", "move-to", visit)?)
            button name="what" value="move" { (visit.say("move")) }
            label for="own-title" { (visit.say("split-title")) }
            input id="own-title" name="own-title" size="24" value=[visit.given("own-title")] aria-invalid=[visit.is_wrong("own-title")];
            button name="what" value="split" { (visit.say("split")) }
        }
    })
}

/// The members of an ask, each with a box to mark it by.
fn of_ask(members: &[MemberLine], visit: &Visit<'_>) -> Markup {
    html! {
        section.ask.several[members.len() > 1] {
            @if members.len() > 1 { h2.small { (visit.with("same-ask", &[("count", members.len().into())])) } }
            @for member in members {
                article class={ "record " (thread_of_reference(&member.reference)) } data-record=(member.id) {
                    div.ref {
                        input type="checkbox" name="record" value=(member.id) aria-label=(member.reference) checked[visit.was_ticked("record", member.id)];
                        a href=(record_address(member.id)) { bdi dir="ltr" { (member.reference) } }
                    }
                    p { bdi { (member.text) } }
                    @if !member.also_in.is_empty() { (also_in(member, visit)) }
                }
            }
        }
    }
}

/// Other clusters in which others stand that ask the same.
fn also_in(member: &MemberLine, visit: &Visit<'_>) -> Markup {
    html! {
        p.small.soft {
            (visit.say("also-in")) " "
            @for (at, number) in member.also_in.iter().enumerate() {
                @if at > 0 { ", " }
                a href={ "/clusters/" (number) } { bdi dir="ltr" { (number) } }
            }
            " · " a href={ (record_address(member.id)) "#relatives" } { (visit.say("also-in-join")) }
        }
    }
}

fn decisions(cluster: &ClusterLine, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let (lock, word) = if cluster.locked { ("no", "unlock") } else { ("yes", "lock") };
    Ok(html! {
        form.inline method="post" action="/clusters/rename" {
            (seen(visit)) (hidden("of", cluster.number))
            label for="title" { (visit.say("title")) }
            input.wide id="title" name="title" value=(visit.given("title").unwrap_or(&cluster.title)) required
                aria-invalid=[visit.is_wrong("title")];
            button { (visit.say("rename")) }
        }
        form.inline method="post" action="/clusters/lock" {
            (seen(visit)) (hidden("of", cluster.number)) (hidden("locked", lock))
            button { (visit.say(word)) }
        }
        @if !cluster.locked {
            form.inline method="post" action="/clusters/accept" {
                (seen(visit)) (hidden("of", cluster.number))
                button.first { (visit.say("accept-cluster")) }
            }
        }
        form.inline method="post" action="/clusters/merge" {
            (seen(visit)) (hidden("of", cluster.number))
            (cluster_field("into", "merge-into", visit)?)
            button { (visit.say("merge")) }
        }
    })
}

fn number(visit: &Visit<'_>, name: &str) -> Result<ClusterNumber, Refusal> {
    let wanted = visit.form.get(name).trim();
    wanted.parse().map_err(|_| Refusal::unknown(Noun::Cluster, wanted))
}

pub(in crate::ui) fn rename(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let number = number(visit, "of")?;
    visit.in_field("title", visit.decide(&RenameCluster { number, title: visit.form.get("title").to_owned() }))?;
    Ok(format!("/clusters/{number}"))
}

pub(in crate::ui) fn lock(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let number = number(visit, "of")?;
    visit.decide(&LockCluster { number, locked: visit.form.get("locked") == "yes" })?;
    Ok(format!("/clusters/{number}"))
}

/// Accepts title and members as they are.
pub(in crate::ui) fn accept(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let number = number(visit, "of")?;
    visit.decide(&AcceptCluster { number })?;
    Ok(format!("/clusters/{number}"))
}

/// Moves the marked records, or makes them a cluster of their own.
pub(in crate::ui) fn of_marked(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let (from, records) = (number(visit, "of")?, visit.form.all("record"));
    if visit.form.get("what") == "split" {
        let title = visit.form.all("own-title").pop();
        visit.decide(&SplitCluster { from, records, title })?;
        return Ok("/clusters".to_owned());
    }
    visit.decide(&MoveRecord { records, to: cluster_number("to", visit)? })?;
    Ok(format!("/clusters/{from}"))
}

pub(in crate::ui) fn merge(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let (from, into) = (number(visit, "of")?, cluster_number("into", visit)?);
    visit.in_field("into", visit.decide(&MergeClusters { from, into }))?;
    Ok(format!("/clusters/{into}"))
}
