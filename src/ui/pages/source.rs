//! One source: three parts whose numbers add up to its rows, what differs from what was known, and how it is taken out.

use maud::{Markup, html};

use super::parts::hidden;
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin::{self, CSV};
use crate::ui::visit::Visit;
use crate::ui::work::Work;
use crate::workspace::lookups::{OneSource, SourceAnswer};
use crate::workspace::{Difference, FileReport, ListTable, RemovalRequest, TakingOut, WorkspaceError, not_taken_into};

/// Rows of a list that are shown; the file that can be saved has all.
const SHOWN: usize = 100;

fn answer(visit: &Visit<'_>) -> Result<SourceAnswer, WorkspaceError> {
    visit.look(&OneSource { file: visit.form.get("of").to_owned() })
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let SourceAnswer { line, report } = answer(visit)?;
    let taken = line.rows - line.rejected.min(line.rows);
    let counts = [("rows", line.rows.into()), ("taken", taken.into()), ("rejected", line.rejected.into())];
    let main = html! {
        @if let Some(report) = &report { p.soft { (visit.words.say(&report.kind)) " · " bdi { (report.about) } } }
        p data-total=(line.rows) { (visit.with("source-parts", &counts)) }
        p { (visit.with("source-records", &[("new", line.new.into()), ("known", line.known.into()), ("changed", line.changed.into())])) }
        @match &report {
            Some(report) => {
                @if report.resumed_at.is_some() { p.soft { (visit.say("source-resumed")) } }
                (found(report, &line.file_hash, visit))
            },
            None => p.soft { (visit.say("source-not-kept")) },
        }
        p { a.button href={ "/sources/take-out?of=" (line.file_hash) } { (visit.say("take-out")) } }
    };
    Ok(Page { place: Some(Place::Sources), title: line.file, main })
}

/// What was found in it: rows that were not taken over, what is unsure, what says something else.
pub(in crate::ui) fn found(report: &FileReport, hash: &str, visit: &Visit<'_>) -> Markup {
    let is_whole = report.rejected.is_empty() && report.unsure == 0 && report.differences.is_empty();
    html! {
        @if is_whole { p { (visit.say("source-whole")) } }
        @if !report.rejected.is_empty() {
            h2 { (visit.with("source-rejected", &[("count", report.rejected.len().into())])) }
            p { a.button href={ "/sources/not-taken.csv?of=" (hash) } { (visit.with("source-save", &[("count", report.rejected.len().into())])) } }
            (table(&["place", "why", "what-stands"], report.rejected.iter().take(SHOWN).map(|own| [
                own.place.clone(), visit.words.sentence(&own.reason.code, &own.reason.values), own.raw.clone(),
            ]), visit))
        }
        @if report.unsure > 0 {
            h2 { (visit.with("source-unsure", &[("count", report.unsure.into())])) }
            p { a href="/review/readings" { (visit.say("source-to-readings")) } }
        }
        @if !report.differences.is_empty() {
            h2 { (visit.with("source-differences", &[("count", report.differences.len().into())])) }
            p { a.button href={ "/sources/differences.csv?of=" (hash) } { (visit.with("source-save-differences", &[("count", report.differences.len().into())])) } }
            (table(&["record", "field", "was", "says"], report.differences.iter().take(SHOWN).map(|own| [
                own.reference.clone(), visit.words.say(&own.field), own.stored.clone(), own.arrived.clone(),
            ]), visit))
        }
        @if !report.remarks.is_empty() {
            h2 { (visit.say("source-remarks")) }
            ul { @for remark in &report.remarks { li { (visit.words.coded(&remark.remark)) " (" (remark.count) ")" } } }
        }
    }
}

fn table<const N: usize>(heads: &[&str; N], rows: impl Iterator<Item = [String; N]>, visit: &Visit<'_>) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(visit.say(heads[0])) {
            table {
                thead { tr { @for head in heads { th scope="col" { (visit.say(head)) } } } }
                tbody { @for row in rows { tr { @for cell in row { td { bdi { (cell) } } } } } }
            }
        }
    }
}

/// What would go with the file, before it does.
pub(in crate::ui) fn taking_out(visit: &Visit<'_>) -> Shown {
    let SourceAnswer { line, .. } = answer(visit)?;
    let hash = line.file_hash;
    let seen = visit.workspace.seen()?;
    let request = RemovalRequest { file: hash.clone(), taking_out: TakingOut::Told, seen: None };
    let told = visit.workspace.remove_import(&visit.asker, &request)?;
    let counts =
        [("gone", told.gone.into()), ("changed", told.changed.into()), ("decisions", told.resting.len().into())];
    let main = html! {
            p { (visit.with("take-out-told", &counts)) }
            ul { @for decision in &told.resting { li { bdi { (visit.words.coded(decision)) } } } }
            form.actions method="post" action="/sources/take-out" {
                (hidden("of", &hash)) (hidden("seen", seen.0))
                button { (visit.say("take-out-button")) }
                a.button href={ "/sources/" (hash) } { (visit.say("take-out-not")) }
            }
    };
    Ok(Page { place: Some(Place::Sources), title: format!("{}: {}", visit.say("take-out"), line.file), main })
}

/// Takes the file out again.
#[expect(clippy::unnecessary_wraps, reason = "as all that forms begin")]
pub(in crate::ui) fn take_out(visit: &Visit<'_>) -> Result<Work, WorkspaceError> {
    // Where nobody says what was seen, nothing that was decided is at stake that was not there a moment ago.
    Ok(Work::TakeOut { file: visit.form.get("of").to_owned(), seen: visit.form.seen() })
}

/// All values in which it differs from what was known, as a table.
pub(in crate::ui) fn differences(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let SourceAnswer { line, report } = answer(visit)?;
    let row = |own: &Difference| {
        let cells = [own.reference.clone(), visit.words.say(&own.field), own.stored.clone(), own.arrived.clone()];
        cells.map(Into::into).to_vec()
    };
    let rows = report.iter().flat_map(|report| &report.differences).map(row).collect();
    let columns = vec!["record", "field", "known", "this_file"];
    twin::saved("differences", ListTable { title: line.file, columns, rows }, visit)
}

/// The rows that were not taken over, to be mended and added again.
pub(in crate::ui) fn not_taken(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let SourceAnswer { line, report } = answer(visit)?;
    let mut bytes = Vec::new();
    not_taken_into(report.as_slice(), &mut bytes)?;
    Ok(Download::to_save(format!("not-taken-{}.csv", line.file), CSV, bytes))
}
