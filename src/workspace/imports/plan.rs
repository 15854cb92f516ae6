//! Plans on their way in: read, laid beside what stands, written as one command.

use std::path::PathBuf;

use super::plan_decisions::Taking;
use super::plan_links::Links;
use super::plan_report::PlanReport;
use crate::domain::Asker;
use crate::ingest::{PlanColumnMap, SourceFile, read_plan};
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::{Workspace, WorkspaceError};

/// Takes plans in; `columns` is what the user says of headings.
///
/// # Errors
/// When a mapping names no field, a file cannot be read or is no plan, the work is stopped, or the store refuses; then
/// nothing was written.
pub(in crate::workspace) fn take_plans(
    files: &[PathBuf],
    columns: &[String],
    desk: &Workspace,
    asker: &Asker,
    progress: &dyn Progress,
) -> Result<PlanReport, WorkspaceError> {
    let map = PlanColumnMap::parse(columns)?;
    let view = desk.view()?;
    let mut taking = Taking::of(&view, Links::new(&view, asker));
    for path in files {
        go_on(progress)?;
        let plan = read_plan(&SourceFile::open(path)?, &map, asker.language)?;
        taking.take(plan)?;
    }
    go_on(progress)?;
    let (decided, mut report) = taking.into_parts();
    if !decided.is_empty() {
        report.written = desk.apply(asker, view.seen, decided)?.changes.len();
    }
    Ok(report)
}
