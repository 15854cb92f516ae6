//! What is decided on measures and their steps.

use clap::Subcommand;

use crate::cli::cluster_decisions::meant;
use crate::cli::shell::Shell;
use crate::domain::Language;
use crate::domain::plan::Answering;
use crate::workspace::Workspace;
use crate::workspace::commands::plan::{
    AddMeasure, AddMilestone, LinkMeasure, PlanCell, RemoveFromPlan, SetInPlan, Settable, UnlinkMeasure,
};

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    /// Plan a measure, and print its key
    Add {
        /// What is to be done
        text: String,
        /// The recommendations that it answers, by any of their names [default: those of --cluster]
        #[arg(long = "for", value_name = "RECORD", num_args = 1.., required_unless_present = "cluster")]
        answers: Vec<String>,
        /// The cluster that it stands in [default: that of most of what it answers]
        #[arg(long)]
        cluster: Option<String>,
        /// Who leads: codes or names of entities.csv, or of types of entity; several with commas
        #[arg(long, value_name = "BODY", value_delimiter = ',')]
        lead: Vec<String>,
        /// Who takes part
        #[arg(long, value_name = "BODY", value_delimiter = ',')]
        support: Vec<String>,
        /// When it begins: 2027-03-31, 2027-03, 2027-Q2, or in words
        #[arg(long, value_name = "DATE")]
        from: Option<String>,
        /// When it is to be done
        #[arg(long, value_name = "DATE")]
        until: Option<String>,
        /// The office's own number
        #[arg(long, value_name = "NUMBER")]
        number: Option<String>,
    },
    /// Set fields, all or none; an empty value clears one
    Set {
        /// Key, or the number of a measure
        key: String,
        /// Fields as FIELD=VALUE: text, number, cluster, lead, support, accepted, refused, instead, contact, from,
        /// until, status, obstacles, budget, budget-source, budget-gap, assistance, assistance-partner, assistance-fund,
        /// assistance-step, remarks, release, published, no-indicator; of indicators type, unit, baseline, baseline-date, target,
        /// target-date, source, by, every. Texts and obstacles in a second language: text@fr, obstacles@fr
        #[arg(required = true, value_parser = cell, value_name = "FIELD=VALUE")]
        cells: Vec<PlanCell>,
    },
    /// Say that a measure answers more recommendations
    Link {
        /// Key or number of the measure
        key: String,
        /// The recommendations
        #[arg(required = true, value_name = "RECORD")]
        records: Vec<String>,
        /// What it is to them: answers, contributes, context
        #[arg(long = "as", default_value = "answers", value_name = "ROLE", value_parser = role)]
        role: Answering,
    },
    /// Say that a measure does not answer recommendations
    Unlink {
        /// Key or number of the measure
        key: String,
        /// The recommendations
        #[arg(required = true, value_name = "RECORD")]
        records: Vec<String>,
    },
    /// Take something out of the plan, with what is part of it
    Remove {
        /// Key, or the number of a measure
        key: String,
    },
    /// Plan a step of a measure
    Milestone {
        /// Key or number of the measure
        key: String,
        /// What is to be done
        text: String,
        /// When it is to be done
        #[arg(long, value_name = "DATE")]
        until: Option<String>,
        /// Who leads
        #[arg(long, value_name = "BODY", value_delimiter = ',')]
        lead: Vec<String>,
    },
}

fn role(text: &str) -> Result<Answering, String> {
    text.to_lowercase().parse().map_err(|_| "write answers, contributes or context".to_owned())
}

/// A field with its value.
fn cell(text: &str) -> Result<PlanCell, String> {
    let (field, value) = text.split_once('=').ok_or_else(|| "write FIELD=VALUE".to_owned())?;
    let (field, language) = field.split_once('@').map_or((field, None), |(field, language)| (field, Some(language)));
    let language = language.map(|code| code.trim().parse::<Language>()).transpose();
    let language =
        language.map_err(|unknown| format!("there is no language '{}': ar, zh, en, fr, ru, es", unknown.0))?;
    let field: Settable = field.trim().to_lowercase().parse().map_err(|_| format!("there is no field '{field}'"))?;
    Ok(PlanCell { field, language, value: value.to_owned() })
}

pub(super) fn run(change: Change, workspace: &Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    match change {
        Change::Add { text, answers, cluster, lead, support, from, until, number } => {
            let cluster = cluster.map(|cluster| meant(&cluster, workspace, shell)).transpose()?;
            let command = AddMeasure { text, answers, cluster, lead, support, from, until, number };
            shell.carry_out(workspace, &command)
        }
        Change::Set { key, cells } => shell.carry_out(workspace, &SetInPlan { key, cells }),
        Change::Link { key, records, role } => shell.carry_out(workspace, &LinkMeasure { measure: key, records, role }),
        Change::Unlink { key, records } => shell.carry_out(workspace, &UnlinkMeasure { measure: key, records }),
        Change::Remove { key } => shell.carry_out(workspace, &RemoveFromPlan { key }),
        Change::Milestone { key, text, until, lead } => {
            shell.carry_out(workspace, &AddMilestone { measure: key, text, until, lead })
        }
    }
}
