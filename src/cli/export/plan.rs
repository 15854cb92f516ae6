//! `weft export plan`: which plan, in which rows, as which file.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;

use crate::domain::{Cycle, Mechanism, Position};
use crate::exports::RowFormat;
use crate::plan::{Plan, PlanDocument, PlanFilter, PlanGrain};
use crate::workspace::clock;
use crate::workspace::{ExportRequest, PlanFormat, PlanRowKind, PlanScope, PlanTextFormat};

/// Which plan, in which rows, as which file.
#[derive(Debug, clap::Args)]
pub(super) struct PlanArgs {
    /// What the rows are
    #[arg(long, value_enum, default_value = "asks")]
    rows: PlanRows,
    /// xlsx, csv, docx or json [default: from the name of the file, else xlsx]; of other rows csv or json
    #[arg(long)]
    format: Option<PlanFile>,
    /// Only this State [default: that of the workspace]
    #[arg(long)]
    state: Option<String>,
    /// Only what was recommended in this cycle of the review
    #[arg(long, value_name = "NUMBER")]
    cycle: Vec<Cycle>,
    /// Only what has this position: supported, noted, pending …
    #[arg(long, value_parser = position)]
    position: Vec<Position>,
    /// Only what comes from upr, treaty_body, special_procedure …
    #[arg(long, value_parser = mechanism)]
    mechanism: Vec<Mechanism>,
    /// Only the rows that this body leads or may lead, by code or name
    #[arg(long, value_name = "BODY")]
    lead: Vec<String>,
    /// With --rows measures, only those of this body, by its code in entities.csv
    #[arg(long, value_name = "CODE")]
    entity: Option<String>,
    /// A closed edition in the place of the plan at work, by its name
    #[arg(long, value_name = "NAME")]
    pub(super) edition: Option<String>,
    /// The day that the plan says it is of [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// All States of the workspace in one plan
    #[arg(long, conflicts_with = "state")]
    all_states: bool,
    /// File [default: standard output for csv and json, plan.xlsx or plan.docx otherwise]
    #[arg(long, short)]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PlanFile {
    Xlsx,
    Csv,
    Docx,
    Json,
    Html,
}

/// What the rows of a plan are
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PlanRows {
    /// What is asked, once however often it is asked
    Asks,
    /// Clusters, with what is asked in short
    Clusters,
    /// Measures
    Measures,
    /// Indicators with their values
    Indicators,
    /// Assessments
    Assessments,
}

impl PlanArgs {
    /// What is asked for, and the file that it goes to.
    pub(super) fn asked(self) -> anyhow::Result<(ExportRequest, Option<PathBuf>)> {
        let format = self.format.or_else(|| named(self.out.as_deref()));
        let is_table = match self.rows {
            PlanRows::Asks => format != Some(PlanFile::Html),
            rows => rows == PlanRows::Clusters,
        };
        anyhow::ensure!(
            is_table || self.filter().is_empty(),
            "--cycle, --position, --mechanism and --lead choose rows of asks and clusters, as .xlsx, .docx, .csv or .json; \
             measures are chosen with --entity"
        );
        match self.rows {
            PlanRows::Clusters if format == Some(PlanFile::Html) => {
                anyhow::bail!("rows of clusters are written as .xlsx, .docx, .csv or .json")
            }
            // Asks alone have no page: it is the plan with its measures.
            PlanRows::Asks if format == Some(PlanFile::Html) => self.measures(format),
            PlanRows::Asks => Ok(self.table(format, PlanGrain::Asks)),
            PlanRows::Clusters => Ok(self.table(format, PlanGrain::Clusters)),
            PlanRows::Measures => self.measures(format),
            PlanRows::Indicators => Ok((rows(PlanRowKind::Indicators, self.format, None)?, self.out)),
            PlanRows::Assessments => Ok((rows(PlanRowKind::Assessments, self.format, None)?, self.out)),
        }
    }

    fn filter(&self) -> PlanFilter {
        PlanFilter {
            cycles: self.cycle.clone(),
            positions: self.position.clone(),
            mechanisms: self.mechanism.clone(),
            leads: self.lead.clone(),
        }
    }

    fn table(self, format: Option<PlanFile>, grain: PlanGrain) -> (ExportRequest, Option<PathBuf>) {
        let (format, standard) = match format.unwrap_or(PlanFile::Xlsx) {
            PlanFile::Xlsx => (PlanFormat::Xlsx, Some("plan.xlsx")),
            PlanFile::Docx => (PlanFormat::Docx, Some("plan.docx")),
            PlanFile::Csv => (PlanFormat::Csv, None),
            PlanFile::Json | PlanFile::Html => (PlanFormat::Json, None),
        };
        let scope = match self.state {
            Some(name) => PlanScope::State(name),
            None if self.all_states => PlanScope::All,
            None => PlanScope::Own,
        };
        let filter =
            PlanFilter { cycles: self.cycle, positions: self.position, mechanisms: self.mechanism, leads: self.lead };
        let plan = Plan { scope, filter, grain, as_of: Some(self.as_of.unwrap_or_else(clock::today)) };
        (ExportRequest::Plan { format, plan }, self.out.or_else(|| standard.map(PathBuf::from)))
    }

    /// Measures as stable rows, or as a document for reading.
    fn measures(self, format: Option<PlanFile>) -> anyhow::Result<(ExportRequest, Option<PathBuf>)> {
        let (format, standard) = match format {
            Some(PlanFile::Html) => (PlanTextFormat::Html, "plan.html"),
            Some(PlanFile::Docx) => (PlanTextFormat::Docx, "plan.docx"),
            Some(PlanFile::Xlsx) => (PlanTextFormat::Xlsx, "plan.xlsx"),
            other => return Ok((rows(PlanRowKind::Measures, other, self.entity)?, self.out)),
        };
        let document = PlanDocument { as_of: self.as_of.unwrap_or_else(clock::today), entity: self.entity };
        Ok((ExportRequest::PlanText { format, document }, self.out.or_else(|| Some(PathBuf::from(standard)))))
    }
}

/// The format that the name of a file asks for.
fn named(out: Option<&Path>) -> Option<PlanFile> {
    let ending = out.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("csv") => Some(PlanFile::Csv),
        Some("docx") => Some(PlanFile::Docx),
        Some("json") => Some(PlanFile::Json),
        Some("html") => Some(PlanFile::Html),
        Some("xlsx") => Some(PlanFile::Xlsx),
        _ => None,
    }
}

fn rows(rows: PlanRowKind, format: Option<PlanFile>, entity: Option<String>) -> anyhow::Result<ExportRequest> {
    let format = match format {
        None | Some(PlanFile::Csv) => RowFormat::Csv,
        Some(PlanFile::Json) => RowFormat::Json,
        Some(_) => anyhow::bail!("these rows are written as csv or json"),
    };
    Ok(ExportRequest::PlanRows { rows, format, entity })
}

/// A position by its code, or in the words of any source.
fn position(given: &str) -> Result<Position, String> {
    let by_code = Position::ALL.iter().copied().find(|position| position.code() == given);
    let codes = || Position::ALL.iter().map(|position| position.code()).collect::<Vec<_>>().join(", ");
    by_code.or_else(|| Position::from_words(given)).ok_or_else(|| format!("'{given}' is not one of {}", codes()))
}

fn mechanism(given: &str) -> Result<Mechanism, String> {
    let codes = || Mechanism::ALL.iter().map(|mechanism| mechanism.code()).collect::<Vec<_>>().join(", ");
    given.to_lowercase().parse().map_err(|_| format!("'{given}' is not one of {}", codes()))
}
