//! Start: what the workspace holds, by mechanism, and what waits.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::parts::thread;
use crate::domain::Mechanism;
use crate::reports::{FirstLook, OverviewAnswer};
use crate::ui::page::{Page, Place, Shown};
use crate::ui::visit::Visit;

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let answer = visit.ask(&FirstLook {})?;
    let main = if answer.overview.records == 0 { empty(visit) } else { filled(&answer, visit) };
    Ok(Page { place: Place::Start, title: answer.name, main })
}

fn empty(visit: &Visit<'_>) -> Markup {
    html! { p { (visit.say("start-empty")) } p { a href="/help" { (visit.say("place-help")) } } }
}

fn filled(answer: &OverviewAnswer, visit: &Visit<'_>) -> Markup {
    let overview = &answer.overview;
    let mut by_mechanism: BTreeMap<Mechanism, (u64, Vec<String>)> = BTreeMap::new();
    for source in &overview.sources {
        let own = by_mechanism.entry(source.mechanism).or_default();
        own.0 += source.records;
        let name = match source.cycle {
            Some(cycle) => visit.with("cycle", &[("number", cycle.to_string().into())]),
            None => source.body.to_string(),
        };
        own.1.push(format!("{name} {}", source.records));
    }
    html! {
        p.soft { (visit.with("start-holds", &[("records", overview.records.into()), ("clusters", answer.cluster_count.into())])) }
        div.four {
            @for (mechanism, (records, parts)) in &by_mechanism {
                section class={ "card " (thread(*mechanism)) } {
                    h2.mech { (visit.words.coded(&mechanism.word())) }
                    p.big data-total=(records) { (records) }
                    p.small.soft { (parts.join(" · ")) }
                }
            }
        }
        h2 { (visit.say("start-to-do")) }
        ul.plain {
            li { a href="/review/duplicates" { (visit.say("start-review")) } }
            li { a href="/clusters" { (visit.with("start-clusters", &[("count", answer.cluster_count.into())])) } }
            li { a href="/plan" { (visit.say("start-plan")) } }
        }
        h2 { (visit.say("start-largest")) }
        table {
            thead { tr { th scope="col" { (visit.say("cluster")) } th scope="col" { (visit.say("title")) } th.n scope="col" { (visit.say("records")) } } }
            tbody {
                @for cluster in &answer.clusters {
                    tr data-cluster=(cluster.number) {
                        td { bdi dir="ltr" { (cluster.number) } }
                        td { a href={ "/clusters/" (cluster.number) } { (cluster.title) } }
                        td.n { (cluster.records) }
                    }
                }
            }
        }
    }
}
