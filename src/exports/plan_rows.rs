//! The rows of a plan as stable tables, which other programs read.

use super::lines::ExportRow;
use crate::plan::{AssessmentRow, IndicatorRow, MeasureRow};

impl ExportRow for MeasureRow {
    const COLUMNS: &'static [&'static str] = &[
        "key",
        "number",
        "outcome",
        "cluster",
        "text",
        "recommendations",
        "recommendation_ids",
        "lead",
        "support",
        "from",
        "until",
        "until_words",
        "status",
        "milestones",
        "indicators",
        "budget",
        "assistance",
        "obstacles",
        "remarks",
    ];
}

impl ExportRow for IndicatorRow {
    const COLUMNS: &'static [&'static str] = &[
        "key",
        "measure",
        "name",
        "type",
        "unit",
        "baseline",
        "baseline_date",
        "target",
        "target_date",
        "source",
        "split_by",
        "every",
        "until",
        "until_words",
        "lead",
        "values",
    ];
}

impl ExportRow for AssessmentRow {
    const COLUMNS: &'static [&'static str] = &["subject", "value", "scale", "by", "kind", "date", "evidence"];
}
