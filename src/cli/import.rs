//! `weft import`.

use std::path::PathBuf;

use super::shell::{Shell, Tone};
use crate::workspace::{FileReport, ImportRequest, files_of, has_rejections};

/// Read files into the workspace
///
/// Reads UHRI exports (JSON, XLSX), UPR Info exports (XLS, CSV) and any table (CSV, TSV, XLSX, XLS,
/// ODS) with a column of texts. Importing a file again changes nothing.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files, or folders whose files are all read
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Which column holds a field, such as text=Recomendación; remembered for later imports
    #[arg(long = "map", value_name = "FIELD=HEADER")]
    columns: Vec<String>,
    /// Write rows that were not taken over to this CSV file
    #[arg(long, value_name = "FILE")]
    rejections: Option<PathBuf>,
}

/// Rejections and differences shown on screen; all are in the file and in JSON.
const SHOWN: usize = 5;

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let mut workspace = shell.workspace()?;
    let mut files = Vec::new();
    for path in &args.files {
        files.extend(files_of(path)?);
    }
    let request = ImportRequest { files, columns: args.columns, rejections: args.rejections };
    let reports = workspace.import(&request, &*shell.progress())?;
    let code = u8::from(has_rejections(&reports));
    if shell.json {
        shell.json(&reports)?;
        return Ok(code);
    }
    print(&reports, shell)?;
    if let Some(path) = request.rejections.as_ref().filter(|_| code == 1) {
        shell.line(&format!("Rejected rows: {}", path.display()))?;
    }
    shell.line("\nNext: weft analyse")?;
    Ok(code)
}

/// The report of every file.
pub(super) fn print(reports: &[FileReport], shell: &mut Shell) -> anyhow::Result<()> {
    let row = |r: &FileReport| {
        let counts = [r.rows, r.new, r.known, r.changed, r.rejected.len() as u64];
        [vec![r.file.clone()], counts.iter().map(ToString::to_string).collect()].concat()
    };
    shell.table(&["File", "Rows", "New", "Known", "Changed", "Rejected"], reports.iter().map(row).collect(), &[])?;
    for report in reports {
        details(report, shell)?;
    }
    Ok(())
}

fn details(report: &FileReport, shell: &mut Shell) -> anyhow::Result<()> {
    if let Some(row) = report.resumed_at {
        shell.line(&format!("{}: went on after row {row}, where an earlier import had stopped", report.file))?;
    }
    for rejection in report.rejected.iter().take(SHOWN) {
        shell.line(&format!("{}, {}: not taken, {}", report.file, rejection.place, rejection.reason))?;
    }
    more(report.rejected.len(), "rejected rows", shell)?;
    let mut remarks: Vec<(&String, &u64)> = report.remarks.iter().collect();
    remarks.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
    for (remark, count) in remarks.iter().take(SHOWN) {
        shell.line(&format!("{}: {remark} ({count} rows)", report.file))?;
    }
    more(remarks.len(), "kinds of remarks", shell)?;
    for difference in report.differences.iter().take(SHOWN) {
        let verb = if difference.taken { "taken over" } else { "kept as it was" };
        shell.line(&format!("{}: {} differs, {verb}", difference.reference, difference.field))?;
        shell.paragraph(&format!("stored:  {}", difference.stored), 4)?;
        shell.paragraph(&format!("arrived: {}", difference.arrived), 4)?;
    }
    more(report.differences.len(), "differences", shell)
}

fn more(count: usize, what: &str, shell: &mut Shell) -> anyhow::Result<()> {
    if count > SHOWN {
        shell.line(&Tone::Dim.paint(&format!("… and {} more {what} (all with --json)", count - SHOWN)))?;
    }
    Ok(())
}
