//! Reports: questions in words, each with its figure, to be saved as figure, table or document.

use maud::{Markup, html};

use crate::reports::{Compare, Equivalents, Field, Lineages, Overlap, Scope};
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin::{CSV, DOCX, XLSX};
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::{
    ExportRequest, FigureFormat, FigureQuestion, OverlapTable, TableFormat, TableQuestion, WorkspaceError,
};

/// The questions by their codes.
const QUESTIONS: [&str; 7] = ["cycles", "positions", "lineage", "overlap", "combinations", "themes", "status"];
/// Rows or bars that are drawn.
const SHOWN: usize = 15;

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let has_state = state(visit)?.is_some();
    let main = html! {
        p.soft { (visit.say("reports-text")) }
        @for code in QUESTIONS.iter().filter(|code| has_state || **code != "lineage") { (report(code, visit)) }
        (equivalents(visit))
    };
    Ok(Page { place: Some(Place::Reports), title: visit.say("place-reports"), main })
}

fn report(code: &str, visit: &Visit<'_>) -> Markup {
    let question = visit.say(&format!("report-{code}"));
    let tables = if table(code).is_some() { &["docx", "xlsx", "csv"][..] } else { &[] };
    html! {
        section.card.figure {
            h2 { (question) }
            img src={ "/reports/" (code) ".svg" } alt=(question) loading="lazy";
            p.actions {
                (visit.say("save-as")) ":"
                @for ending in ["svg", "png"].iter().chain(tables) {
                    a href={ "/reports/" (code) "." (ending) "?save=1" } aria-label={ (question) " " (ending.to_uppercase()) } { (ending.to_uppercase()) }
                }
            }
        }
    }
}

fn equivalents(visit: &Visit<'_>) -> Markup {
    let question = visit.say("report-equivalents");
    html! {
        section.card {
            h2 { (question) }
            p.actions {
                (visit.say("save-as")) ":"
                @for ending in ["docx", "xlsx", "csv"] {
                    a href={ "/reports/equivalents." (ending) } aria-label={ (question) " " (ending.to_uppercase()) } { (ending.to_uppercase()) }
                }
            }
        }
    }
}

/// The State that a question of one State is about.
fn state(visit: &Visit<'_>) -> Result<Option<String>, WorkspaceError> {
    Ok(visit.workspace.view()?.state_at_hand()?.map(|state| state.to_string()))
}

/// The figure of a question.
fn figure(code: &str, state: Option<String>) -> Option<FigureQuestion> {
    let scope = Scope::default();
    Some(match code {
        "cycles" => FigureQuestion::Cycles { scope, shown: SHOWN },
        "positions" => FigureQuestion::Positions { rows: Field::Issue, scope, shown: SHOWN },
        "lineage" => FigureQuestion::Lineage(Lineages { state, instrument: None, limit: SHOWN }),
        "overlap" => FigureQuestion::Overlap { question: Overlap::default(), shown: SHOWN },
        "combinations" => FigureQuestion::Combinations { question: Overlap::default(), shown: SHOWN },
        "themes" => FigureQuestion::Themes { scope },
        "status" => FigureQuestion::Status { shown: SHOWN },
        _ => return None,
    })
}

/// Its tables, where it has them.
fn table(code: &str) -> Option<TableQuestion> {
    let positions = |rows| Compare { rows, columns: Some(Field::Position), share: None, scope: Scope::default() };
    Some(match code {
        "cycles" => TableQuestion::Compare(positions(Field::Cycle)),
        "positions" => TableQuestion::Compare(positions(Field::Issue)),
        "overlap" => TableQuestion::Overlap { question: Overlap::default(), first: OverlapTable::Cells },
        "combinations" => TableQuestion::Overlap { question: Overlap::default(), first: OverlapTable::Combinations },
        "equivalents" => TableQuestion::Equivalents(Equivalents::default()),
        _ => return None,
    })
}

/// A figure or a table of a question, of the kind that its ending says.
pub(in crate::ui) fn file(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let name = visit.form.get("of").to_owned();
    let unknown = || Refusal::unknown(Noun::Value, name.clone());
    let (code, ending) = name.rsplit_once('.').ok_or_else(unknown)?;
    let tables = |format| Some(ExportRequest::Table { question: table(code)?, format });
    let state = state(visit)?;
    let figures = |format| Some(ExportRequest::Figure { question: figure(code, state.clone())?, format });
    let (request, kind) = match ending {
        "svg" => (figures(FigureFormat::Svg), "image/svg+xml"),
        "png" => (figures(FigureFormat::Png), "image/png"),
        "csv" => (tables(TableFormat::Csv), CSV),
        "xlsx" => (tables(TableFormat::Xlsx), XLSX),
        "docx" => (tables(TableFormat::Docx), DOCX),
        _ => (None, ""),
    };
    let mut bytes = Vec::new();
    visit.workspace.export_into(&request.ok_or_else(unknown)?, &mut bytes, &visit.asker)?;
    let is_shown = ending == "svg" && visit.form.get("save").is_empty();
    Ok(if is_shown { Download::to_look_at(name, kind, bytes) } else { Download::to_save(name, kind, bytes) })
}
