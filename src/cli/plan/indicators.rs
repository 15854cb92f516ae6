//! What is decided on indicators and their values.

use clap::Subcommand;

use crate::cli::argument::read;
use crate::cli::shell::Shell;
use crate::domain::IndicatorType;
use crate::domain::plan::{Period, months_of};
use crate::workspace::Workspace;
use crate::workspace::commands::plan::{AddIndicator, ObserveValue, SplitValue};

#[derive(Debug, Subcommand)]
pub(super) enum Indicator {
    /// Plan an indicator of a measure, and print its key
    Indicator {
        /// Key or number of the measure
        key: String,
        /// What is measured
        name: String,
        /// structural, process or outcome
        #[arg(long = "type", value_parser = indicator_type, value_name = "TYPE")]
        kind: Option<IndicatorType>,
        /// The unit of its values: %, cases, yes/no
        #[arg(long)]
        unit: Option<String>,
        /// Where things stand: 37.5%, 3/8, 120, no
        #[arg(long, value_name = "VALUE")]
        baseline: Option<String>,
        /// When they stand there
        #[arg(long, value_name = "DATE", requires = "baseline")]
        baseline_date: Option<String>,
        /// Where they are to stand
        #[arg(long, value_name = "VALUE")]
        target: Option<String>,
        /// By when
        #[arg(long, value_name = "DATE", requires = "target")]
        target_date: Option<String>,
        /// Where values come from
        #[arg(long)]
        source: Option<String>,
        /// What values are split by: sex,age
        #[arg(long = "by", value_delimiter = ',', value_name = "WHAT")]
        split_by: Vec<String>,
        /// Every how many months a value is due: 6m, 1y
        #[arg(long, value_parser = every, value_name = "TIME")]
        every: Option<u16>,
    },
    /// Say what was observed of an indicator, or why there is no value
    Value {
        /// Key of the indicator
        indicator: String,
        /// The value, with its unit or without
        #[arg(required_unless_present = "missing", conflicts_with = "missing")]
        value: Option<String>,
        /// Why there is no value
        #[arg(long, value_name = "REASON")]
        missing: Option<String>,
        /// The period: 2027, 2027-H1, 2027-Q2, 2027-03, 2027-03-31
        #[arg(long, value_parser = read::<Period>)]
        period: Period,
        /// The values of groups: female=70,male=50
        #[arg(long, value_delimiter = ',', value_parser = group, value_name = "GROUP=VALUE")]
        split: Vec<SplitValue>,
    },
}

fn indicator_type(text: &str) -> Result<IndicatorType, String> {
    text.to_lowercase().parse().map_err(|_| "write structural, process or outcome".to_owned())
}

fn every(text: &str) -> Result<u16, String> {
    months_of(text).ok_or_else(|| "write months as 6m, or years as 1y".to_owned())
}

fn group(text: &str) -> Result<SplitValue, String> {
    let (group, value) = text.split_once('=').ok_or_else(|| "write GROUP=VALUE".to_owned())?;
    Ok(SplitValue { group: group.trim().to_owned(), value: value.trim().to_owned() })
}

pub(super) fn run(indicator: Indicator, workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    match indicator {
        Indicator::Indicator {
            key,
            name,
            kind,
            unit,
            baseline,
            baseline_date,
            target,
            target_date,
            source,
            split_by,
            every,
        } => {
            let (measure, unit) = (key, unit.map(|unit| unit.trim().to_owned()));
            let command = AddIndicator {
                measure,
                name,
                kind,
                unit,
                baseline,
                baseline_date,
                target,
                target_date,
                source,
                split_by,
                every,
            };
            shell.carry_out(workspace, &command)
        }
        Indicator::Value { indicator, value, missing, period, split } => {
            shell.carry_out(workspace, &ObserveValue { indicator, period, value, missing, split })
        }
    }
}
