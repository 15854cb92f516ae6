//! Start: what the workspace holds, by mechanism, and what waits.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use maud::{Markup, html};

use super::parts::{thread, wide};
use super::settings::{own_state, who_works};
use super::sources::adding;
use crate::domain::{Facet, Mechanism};
use crate::reports::{ClusterLine, ClusterList, DuplicateQueue, NewlyPlaced, Unsure, WaitingLinks};
use crate::ui::page::{Page, Place, Shown};
use crate::ui::visit::Visit;
use crate::workspace::lookups::{CountBy, KeptBackups, Sources};
use crate::workspace::{SearchQuery, TableRow, WorkspaceError};

/// Clusters that are shown.
const CLUSTERS: usize = 12;

/// Records that are counted while a page waits; of more the page says that they are being counted.
const AT_ONCE: u64 = 20_000;

/// Programs that keep folders in step with other computers.
const SYNCED: [&str; 6] = ["OneDrive", "Dropbox", "Google Drive", "iCloudDrive", "Nextcloud", "Box Sync"];

/// How many records there are of a mechanism, and of its cycles or bodies.
#[derive(Default)]
struct Heard {
    records: u64,
    parts: Vec<String>,
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let counts = counts(visit)?;
    let [cycles, bodies] = &*counts;
    let synced = synced(visit.workspace.folder());
    let warning = html! {
        @if let Some(name) = synced { p.card role="alert" { (visit.with("start-synced", &[("name", name.into())])) } }
    };
    let main = if cycles.is_empty() { empty(visit) } else { filled(&heard(cycles, bodies, visit), visit)? };
    Ok(Page { place: Some(Place::Start), title: visit.workspace.name().to_owned(), main: html! { (warning) (main) } })
}

/// Records of each mechanism by cycle, and by body.
fn counts(visit: &Visit<'_>) -> Result<Arc<[Vec<TableRow>; 2]>, WorkspaceError> {
    let count = || Ok([counted(Facet::Cycle, visit)?, counted(Facet::Body, visit)?]);
    match visit.workspace.view() {
        Ok(view) => visit.desk.records.of(&view, count),
        // What was never analysed has no view, and may hold records all the same.
        Err(_) => count().map(Arc::new),
    }
}

/// How many records of each mechanism have each value of a field.
fn counted(field: Facet, visit: &Visit<'_>) -> Result<Vec<TableRow>, WorkspaceError> {
    let lookup = CountBy { query: SearchQuery::default(), field: Facet::Mechanism, across: Some(field) };
    Ok(visit.look(&lookup)?.rows)
}

/// The mechanisms with what was heard of them: the reviews by cycle, others by body.
fn heard(cycles: &[TableRow], bodies: &[TableRow], visit: &Visit<'_>) -> BTreeMap<Mechanism, Heard> {
    let mut heard: BTreeMap<Mechanism, Heard> = BTreeMap::new();
    let of = |row: &TableRow| row.values[0].parse::<Mechanism>().ok();
    let of_cycle = |row: &&TableRow| of(row) == Some(Mechanism::Upr);
    let of_body = |row: &&TableRow| of(row).is_some_and(|mechanism| mechanism != Mechanism::Upr);
    let cycle = |row: &TableRow| match row.values[1].as_str() {
        "" => visit.say("cycle-unknown"),
        number => visit.with("cycle", &[("number", number.into())]),
    };
    let mut by_cycle: Vec<&TableRow> = cycles.iter().filter(of_cycle).collect();
    by_cycle.sort_by_key(|row| row.values[1].parse::<u16>().unwrap_or(u16::MAX));
    let of_reviews = by_cycle.into_iter().map(|row| (row, cycle(row)));
    let of_others = bodies.iter().filter(of_body).map(|row| (row, row.values[1].clone()));
    for (row, name) in of_reviews.chain(of_others) {
        if let Some(mechanism) = of(row) {
            let own = heard.entry(mechanism).or_default();
            own.records += row.count;
            own.parts.push(format!("{name} {}", row.count));
        }
    }
    heard
}

fn empty(visit: &Visit<'_>) -> Markup {
    html! {
        p { (visit.say("start-empty")) }
        (adding(visit))
        @if visit.workspace.own_state_name(visit.asker.language).is_none() { (own_state(visit)) }
        div.four {
            section.card {
                h2 { (visit.say("start-demo")) }
                p { (visit.say("start-demo-text")) }
                form method="post" action="/sources/demo" { button { (visit.say("start-demo-button")) } }
            }
            section.card {
                h2 { (visit.say("start-put-back")) }
                p { (visit.say("start-put-back-text")) }
                p { a.button href="/settings" { (visit.say("place-settings")) } }
            }
            section.card {
                h2 { (visit.say("place-help")) }
                p { (visit.say("start-help-text")) }
                p { a.button href="/help" { (visit.say("place-help")) } }
            }
        }
        (who_works(visit))
    }
}

fn filled(heard: &BTreeMap<Mechanism, Heard>, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let mut clusters = visit.ask(&ClusterList::default())?;
    let count = clusters.len();
    clusters.sort_by_key(|cluster| (Reverse(cluster.records), cluster.number));
    let records: u64 = heard.values().map(|heard| heard.records).sum();
    Ok(html! {
        p.soft { (visit.with("start-holds", &[("records", records.into()), ("clusters", count.into())])) }
        div.four {
            @for (mechanism, Heard { records, parts }) in heard {
                section class={ "card " (thread(*mechanism)) } {
                    h2.mech { (visit.words.coded(&mechanism.word())) }
                    p.big data-total=(records) { (records) }
                    p.small.soft { (parts.join(" · ")) }
                }
            }
        }
        (to_decide(count, records, visit)?)
        (lately(visit)?)
        @if !visit.desk.session.is_named() { (who_works(visit)) }
        @if visit.workspace.own_state_name(visit.asker.language).is_none() { (own_state(visit)) }
        h2 { (visit.say("start-largest")) }
        (largest(&clusters[..count.min(CLUSTERS)], visit))
    })
}

/// One line a queue, with how much waits in it.
fn to_decide(clusters: usize, records: u64, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let view = visit.workspace.view()?;
    if records > AT_ONCE && !view.is_settled() {
        return Ok(html! { h2 { (visit.say("start-to-do")) } p.soft { (visit.say("start-counting")) } });
    }
    let waiting = visit.desk.waiting.of(&view, || {
        let links = visit.ask(&WaitingLinks {})?;
        let duplicates = visit.ask(&DuplicateQueue::default())?.open;
        let new = visit.ask(&NewlyPlaced {})?.open;
        Ok::<_, WorkspaceError>([duplicates, links.sdg, links.leads, new, visit.ask(&Unsure {})?.len()])
    })?;
    let queues = ["duplicates", "sdg", "entities", "clusters", "readings"].into_iter().zip(waiting.iter().copied());
    let queues: Vec<(&str, usize)> = queues.collect();
    let fullest = queues.iter().max_by_key(|(_, open)| *open).map_or("duplicates", |(code, _)| *code);
    Ok(html! {
        h2 { (visit.say("start-to-do")) }
        p.soft { (visit.say("start-to-do-text")) }
        ul.plain {
            @for (code, open) in queues {
                li.row { a href={ "/review/" (code) } { (visit.say(&format!("queue-{code}"))) } span.num { (open) } }
            }
            li.row { a href="/clusters" { (visit.say("place-clusters")) } span.num { (clusters) } }
        }
        p { a.button.first href={ "/review/" (fullest) } { (visit.with("start-continue", &[("queue", visit.say(&format!("queue-{fullest}")).into())])) } }
    })
}

/// What was read in last, and how old the last backup is.
fn lately(visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let backup = visit.look(&KeptBackups {})?.into_iter().find_map(|backup| backup.at);
    let read = visit.look(&Sources {})?.into_iter().next();
    let when = |at: Timestamp| at.strftime("%Y-%m-%d %H:%M").to_string();
    Ok(html! {
        p.small.soft {
            @if let Some(read) = read { a href={ "/sources/" (read.file_hash) } { (visit.with("start-last-read", &[("file", read.file.into())])) } " · " }
            @match backup {
                Some(at) => (visit.with("start-last-backup", &[("when", when(at).into())])),
                None => (visit.say("start-no-backup")),
            }
        }
    })
}

/// The program that keeps a folder in step with other computers, by the name of a folder above it.
fn synced(folder: &Path) -> Option<&'static str> {
    let names: Vec<String> = folder.iter().map(|part| part.to_string_lossy().to_lowercase()).collect();
    SYNCED.into_iter().find(|name| names.iter().any(|own| own.starts_with(&name.to_lowercase())))
}

fn largest(clusters: &[ClusterLine], visit: &Visit<'_>) -> Markup {
    let table = html! {
        table {
            thead { tr { th scope="col" { (visit.say("cluster")) } th scope="col" { (visit.say("title")) } th.n scope="col" { (visit.say("records")) } } }
            tbody {
                @for cluster in clusters {
                    tr data-cluster=(cluster.number) {
                        td { bdi dir="ltr" { (cluster.number) } }
                        td { a href={ "/clusters/" (cluster.number) } { (cluster.title) } }
                        td.n { (cluster.records) }
                    }
                }
            }
        }
    };
    wide(&visit.say("start-largest"), &table)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::synced;

    #[test]
    fn folders_that_are_kept_in_step_are_known_by_their_names() {
        assert_eq!(synced(Path::new("Users/ana/OneDrive - Ministry/weft")), Some("OneDrive"));
        assert_eq!(synced(Path::new("home/ana/Dropbox/weft")), Some("Dropbox"));
        assert_eq!(synced(Path::new("home/ana/weft")), None);
    }
}
