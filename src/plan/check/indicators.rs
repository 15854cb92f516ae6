//! Rules about indicators, and about how women and girls stand in what is measured.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Checked;
use super::measures::{is_closed, name_of};
use super::rule::{Finding, FindingPlace, PlanRule, RuleFindings};
use crate::domain::plan::{Indicator, Measure, Quantity};
use crate::domain::vocabulary::fold;
use crate::domain::{NamedRecord, RecordId};
use crate::plan::due::{is_reported, value_dues};
use crate::text::gender::{GenderLens, gender_lens};

/// Words of "sex" and "gender" in the six languages, folded, in what values are split by.
const BY_SEX: [&str; 12] =
    ["sex", "gender", "sexe", "genre", "sexo", "genero", "пол", "гендер", "الجنس", "النوع", "性别", "性別"];

impl Checked<'_> {
    /// The rules about indicators.
    pub(super) fn indicators(&self) -> Vec<RuleFindings> {
        let all = || self.book.indicators.values();
        let unmeasurable = all().filter(|indicator| !has_measurable_target(indicator));
        let unmeasurable = unmeasurable.map(|indicator| self.of_indicator(indicator, &indicator.name)).collect();
        let open = |indicator: &&Indicator| !self.book.measures.get(&indicator.measure).is_some_and(is_closed);
        let dues = all().filter(open).map(|indicator| (indicator, value_dues(indicator, self.book)));
        let late = dues.filter_map(|(indicator, dues)| {
            let late: Vec<String> = dues
                .iter()
                .filter(|due| **due < self.as_of && !is_reported(indicator, **due))
                .map(ToString::to_string)
                .collect();
            (!late.is_empty()).then(|| self.of_indicator(indicator, &late.join(", ")))
        });
        vec![
            RuleFindings::new(PlanRule::UnmeasurableTarget, all().count(), unmeasurable),
            RuleFindings::new(PlanRule::ValueOverdue, all().filter(|i| i.every.is_some()).count(), late.collect()),
        ]
    }

    fn of_indicator(&self, indicator: &Indicator, detail: &str) -> Finding {
        let measure = self.book.measures.get(&indicator.measure).map_or_else(String::new, name_of);
        let place = FindingPlace::Plan(indicator.key);
        Finding { place, name: format!("{} ({measure})", indicator.key), detail: detail.to_owned() }
    }

    /// The gender lens: over the recommendations that each measure answers.
    pub(super) fn gender(&self) -> Vec<RuleFindings> {
        let lenses = self.lenses();
        let rules = [
            (PlanRule::NoSplitBySex, GenderLens::Named),
            (PlanRule::WomenInList, GenderLens::InList),
            (PlanRule::GenderUnnamed, GenderLens::Dimension),
        ];
        let found = |(rule, lens): (PlanRule, GenderLens)| {
            let seen = |measure: &&Measure| !self.seen_so(measure, lens, &lenses).is_empty();
            let lacking = self
                .book
                .measures
                .values()
                .filter(seen)
                .filter(|m| rule != PlanRule::NoSplitBySex || !self.is_split(m));
            let cases = lacking.map(|measure| self.case(measure, &self.seen_so(measure, lens, &lenses).join(", ")));
            let cases: Vec<Finding> = cases.collect();
            RuleFindings::new(rule, self.book.measures.values().filter(seen).count(), cases)
        };
        rules.into_iter().map(found).collect()
    }

    /// How women and girls stand in each record that a measure answers.
    fn lenses(&self) -> BTreeMap<RecordId, GenderLens> {
        let ids: BTreeSet<RecordId> =
            self.book.measures.values().flat_map(|measure| measure.answers.keys().copied()).collect();
        let lens = |named: &NamedRecord| {
            let (language, _) = named.record.text(self.language);
            gender_lens(&fold(named.record.clean_text(self.language)), language)
        };
        let ids: Vec<RecordId> = ids.into_iter().collect();
        ids.into_par_iter().filter_map(|id| Some((id, lens(self.names.record(id)?)))).collect()
    }

    /// References of what a measure answers that stands so under the lens.
    fn seen_so(&self, measure: &Measure, wanted: GenderLens, lenses: &BTreeMap<RecordId, GenderLens>) -> Vec<String> {
        let stands = measure.answers.keys().filter(|id| lenses.get(id) == Some(&wanted));
        stands.map(|id| self.names.reference(*id)).collect()
    }

    fn is_split(&self, measure: &Measure) -> bool {
        let is_sex = |by: &String| BY_SEX.contains(&fold(by).as_str());
        self.book.indicators_of(measure.key).iter().any(|indicator| indicator.split_by.iter().any(is_sex))
    }
}

/// Whether a target can be measured: counted in a unit, or done or not, and by a date.
fn has_measurable_target(indicator: &Indicator) -> bool {
    let Some(target) = &indicator.target else { return false };
    let has_date = target.date.as_ref().is_some_and(|date| date.last().is_some());
    let is_counted = match target.value {
        Quantity::Words(_) => false,
        Quantity::Number(_) => !indicator.unit.is_empty(),
        Quantity::Share { .. } | Quantity::Done(_) => true,
    };
    has_date && is_counted
}
