//! The plan table as a file: one trait, one format a file.

use std::io::Write;

use super::ExportError;
use super::cells::neutral;
use crate::plan::{COLUMNS, PlanRow, PlanTable};

/// A format of the plan table.
pub trait PlanWriter {
    /// Writes the whole table.
    ///
    /// # Errors
    /// When the receiver refuses or the format cannot hold the table.
    fn write(&self, plan: &PlanTable, out: &mut dyn Write) -> Result<(), ExportError>;
}

/// The cells of a row in the order of the columns; lists one item a line, measures still empty.
pub(super) fn cells(row: &PlanRow) -> [String; 16] {
    let blank = String::new;
    [
        row.cluster.clone(),
        row.title.clone(),
        row.recommendations.join("\n"),
        row.text.join("\n"),
        row.themes.join("\n"),
        row.groups.join("\n"),
        row.sdg_targets.join("\n"),
        blank(),
        row.lead.clone(),
        row.supporting.join("\n"),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
    ]
}

/// The plan as CSV.
#[derive(Debug, Clone, Copy)]
pub struct PlanCsv;

impl PlanWriter for PlanCsv {
    fn write(&self, plan: &PlanTable, out: &mut dyn Write) -> Result<(), ExportError> {
        // Without the mark Excel reads the file in the code page of the machine.
        out.write_all("\u{feff}".as_bytes())?;
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(COLUMNS)?;
        for row in &plan.rows {
            writer.write_record(cells(row).iter().map(|cell| neutral(cell).into_owned()))?;
        }
        writer.flush()?;
        Ok(())
    }
}
