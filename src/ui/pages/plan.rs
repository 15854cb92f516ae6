//! The plan: clusters with outcomes and measures, and what is missing.

use maud::{Markup, html};

use super::parts::wide;
use crate::plan::{BoardCluster, BoardMeasure, Plan, PlanBoard, PlanDocument, PlanOverview};
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin::{CSV, DOCX, XLSX};
use crate::ui::visit::Visit;
use crate::workspace::clock::today;
use crate::workspace::{ExportRequest, PlanFormat, PlanTextFormat, WorkspaceError};

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<PlanOverview, WorkspaceError> {
    visit.ask(&PlanBoard::default())
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let plan = answer(visit)?;
    let main = html! {
        p.soft data-total=(plan.measures) {
            (visit.with("plan-holds", &[("measures", plan.measures.into()), ("without", plan.clusters_without.into())]))
        }
        p.actions {
            (visit.say("plan-save")) ":"
            a href="/plan.docx" { (visit.say("plan-table")) " DOCX" } a href="/plan.xlsx" { (visit.say("plan-table")) " XLSX" }
            a href="/plan/measures.docx" { (visit.say("plan-measures")) " DOCX" } a href="/plan/measures.xlsx" { (visit.say("plan-measures")) " XLSX" }
        }
        @if plan.measures == 0 { p { (visit.say("plan-empty")) } }
        @for cluster in &plan.clusters { (of_cluster(cluster, visit)) }
    };
    Ok(Page { place: Some(Place::Plan), title: visit.say("place-plan"), main })
}

fn of_cluster(cluster: &BoardCluster, visit: &Visit<'_>) -> Markup {
    html! {
        section {
            h2 {
                @match cluster.number {
                    Some(number) => a href={ "/clusters/" (number) } { bdi dir="ltr" { (number) } " " (cluster.title) },
                    None => (visit.say("plan-loose")),
                }
            }
            @for outcome in &cluster.outcomes { p { strong { (visit.say("outcome")) ": " } bdi { (outcome) } } }
            @if !cluster.measures.is_empty() { (wide(&visit.with("plan-of", &[("title", cluster.title.clone().into())]), &measures(cluster, visit))) }
            @if cluster.unanswered > 0 {
                p.soft { (visit.with("plan-unanswered", &[("count", cluster.unanswered.into()), ("all", cluster.records.into())])) }
            }
        }
    }
}

fn measures(cluster: &BoardCluster, visit: &Visit<'_>) -> Markup {
    html! {
        table {
            thead { tr {
                th scope="col" { (visit.say("number")) } th scope="col" { (visit.say("measure")) }
                th scope="col" { (visit.say("lead")) } th scope="col" { (visit.say("until")) }
                th scope="col" { (visit.say("status")) } th scope="col" { (visit.say("answers")) }
            } }
            tbody { @for measure in &cluster.measures { (row(measure, visit)) } }
        }
    }
}

fn row(measure: &BoardMeasure, visit: &Visit<'_>) -> Markup {
    let gap = || html! { em.gap { (visit.say("missing")) } };
    let status = measure.status.map_or_else(|| measure.status_words.clone(), |own| visit.words.coded(&own.word()));
    html! {
        tr id=(measure.key) {
            td { bdi dir="ltr" { (if measure.number.is_empty() { measure.key.to_string() } else { measure.number.clone() }) } }
            td { bdi { (measure.text) } }
            td { @if measure.lead.is_empty() { (gap()) } @else { (measure.lead.join(", ")) } }
            td { @if measure.until.is_empty() { (gap()) } @else { bdi { (measure.until) } } }
            td { @if status.is_empty() { (gap()) } @else { (status) } }
            td { @for reference in &measure.answers { div { bdi dir="ltr" { (reference) } } } }
        }
    }
}

/// The clustered plan table as a plain table.
pub(in crate::ui) fn csv(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let plan = Plan { as_of: Some(today()), ..Plan::default() };
    saved("plan.csv", CSV, ExportRequest::Plan { format: PlanFormat::Csv, plan }, visit)
}

/// The clustered plan table as a workbook.
pub(in crate::ui) fn xlsx(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let plan = Plan { as_of: Some(today()), ..Plan::default() };
    saved("plan.xlsx", XLSX, ExportRequest::Plan { format: PlanFormat::Xlsx, plan }, visit)
}

/// The same as a document.
pub(in crate::ui) fn docx(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let plan = Plan { as_of: Some(today()), ..Plan::default() };
    saved("plan.docx", DOCX, ExportRequest::Plan { format: PlanFormat::Docx, plan }, visit)
}

/// The plan of measures as a document.
pub(in crate::ui) fn measures_docx(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let document = PlanDocument { as_of: today(), entity: None };
    saved("measures.docx", DOCX, ExportRequest::PlanText { format: PlanTextFormat::Docx, document }, visit)
}

/// The same as a workbook.
pub(in crate::ui) fn measures_xlsx(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let document = PlanDocument { as_of: today(), entity: None };
    saved("measures.xlsx", XLSX, ExportRequest::PlanText { format: PlanTextFormat::Xlsx, document }, visit)
}

fn saved(
    name: &str,
    kind: &'static str,
    request: ExportRequest,
    visit: &Visit<'_>,
) -> Result<Download, WorkspaceError> {
    let mut bytes = Vec::new();
    visit.workspace.export_into(&request, &mut bytes, &visit.asker)?;
    Ok(Download::to_save(name.to_owned(), kind, bytes))
}
