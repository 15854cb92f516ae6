//! What a plan lacks, by rule: every rule with its count, out of how many, and each case with what it hangs on.
//!
//! `rule` names the rules; `measures`, `records`, `indicators` and `bodies` apply them to what they are about.
//! What has passed hangs on a day that is given, so that the same plan and the same day give the same findings.

mod bodies;
mod indicators;
mod measures;
mod records;
mod rule;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use rule::{Finding, FindingPlace, PlanRule, RuleFindings};

use super::names_of::PlanNames;
use crate::domain::plan::PlanBook;
use crate::domain::{Asker, Language};
use crate::view::{Question, Refusal, View};

/// Months without news after which a measure is asked about, where nobody says another number.
const MONTHS: u16 = 6;

/// What does the plan lack?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanCheck {
    /// The day that is looked from.
    pub as_of: Date,
    /// After how many months without news a measure is asked about; from 1.
    #[serde(default = "months")]
    pub months: u16,
    /// How many cases of each rule are told; all where nobody says a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<usize>,
}

/// What a plan lacks.
#[derive(Debug, Clone, Serialize)]
pub struct PlanFindings {
    /// The day that was looked from.
    pub as_of: Date,
    /// Measures in the plan.
    pub measures: usize,
    /// Recommendations that a plan answers.
    pub recommendations: usize,
    /// Of these, how many some measure answers.
    pub answered: usize,
    /// What nobody pays yet, by currency, as far as amounts and currencies are understood.
    pub lacking: BTreeMap<String, Decimal>,
    /// The rules in their order, those without a finding too.
    pub rules: Vec<RuleFindings>,
}

/// What rules look at.
struct Checked<'v> {
    as_of: Date,
    months: u16,
    language: Language,
    view: &'v View,
    book: &'v PlanBook,
    names: PlanNames<'v>,
}

impl PlanCheck {
    /// The check of a day, with the usual patience.
    #[must_use]
    pub const fn on(as_of: Date) -> Self {
        Self { as_of, months: MONTHS, most: None }
    }
}

impl Question for PlanCheck {
    type Answer = PlanFindings;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let book = view.plan_in(asker.language);
        let names = PlanNames::of(book.measures.values(), view, asker.language)?;
        let (as_of, months, language) = (self.as_of, self.months.max(1), asker.language);
        let checked = Checked { as_of, months, language, view, book, names };
        let (records, most) = (checked.records()?, self.most.unwrap_or(usize::MAX));
        let looks: [&(dyn Fn() -> Vec<RuleFindings> + Sync); 5] = [
            &|| checked.unanswered(&records, most),
            &|| checked.measures(),
            &|| checked.indicators(),
            &|| checked.gender(),
            &|| checked.bodies(),
        ];
        let mut rules: Vec<RuleFindings> = looks.into_par_iter().flat_map_iter(|look| look()).collect();
        rules.sort_by_key(|found| found.rule);
        rules.iter_mut().for_each(|found| found.findings.truncate(most));
        Ok(PlanFindings {
            as_of: self.as_of,
            measures: book.measures.len(),
            recommendations: records.all.len(),
            answered: records.all.iter().filter(|record| records.is_answered(record.id)).count(),
            lacking: checked.lacking(),
            rules,
        })
    }
}

const fn months() -> u16 {
    MONTHS
}
