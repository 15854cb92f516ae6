//! Rules about measures: what each lacks, and what has passed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Checked;
use super::rule::{Finding, FindingPlace, PlanRule, RuleFindings};
use crate::domain::plan::{Budget, Measure, Period, PlanKey, PlanSubject};
use crate::domain::{ClusterNumber, Language};
use crate::plan::home::{home_of, outcomes};
use crate::plan::smart_elements::{SmartLetter, missing_elements};

/// Letters of a text in a finding.
const LONGEST: usize = 120;

impl Checked<'_> {
    /// The rules about measures, each looked at for all of them, those about time for those that are open.
    pub(super) fn measures(&self) -> Vec<RuleFindings> {
        let all = || self.book.measures.values();
        let open = || all().filter(|measure| !is_closed(measure));
        let found = |rule, of: usize, cases: Vec<Finding>| RuleFindings::new(rule, of, cases);
        let plain = |rule, lacks: &dyn Fn(&Measure) -> bool| {
            let cases = all().filter(|measure| lacks(measure)).map(|measure| self.case(measure, &measure.text));
            found(rule, all().count(), cases.collect())
        };
        let has_indicator = |key: PlanKey| !self.book.indicators_of(key).is_empty();
        let overdue = open().filter(|measure| measure.until.as_ref().is_some_and(|until| until.is_over(self.as_of)));
        let overdue = overdue.map(|m| self.case(m, m.until.as_ref().map_or("", |until| until.words.as_str())));
        vec![
            self.no_outcome(),
            plain(PlanRule::AnswersNothing, &|m| !m.answers.keys().any(|id| self.names.record(*id).is_some())),
            plain(PlanRule::NoLead, &|m| m.lead.is_empty()),
            plain(PlanRule::NoDate, &|m| {
                m.until.as_ref().is_none_or(|until| until.last().is_none() && !is_endless(until))
            }),
            plain(PlanRule::NoIndicator, &|m| m.no_indicator.is_none() && !has_indicator(m.key)),
            self.not_smart(),
            self.unfunded(),
            self.untranslated(),
            plain(PlanRule::DatesCrossed, &is_crossed),
            found(PlanRule::Overdue, open().count(), overdue.collect()),
            self.no_news(),
        ]
    }

    /// A measure as a finding names it.
    pub(super) fn case(&self, measure: &Measure, detail: &str) -> Finding {
        Finding { place: FindingPlace::Plan(measure.key), name: name_of(measure), detail: shortened(detail) }
    }

    /// Measures whose money nobody pays in full, out of those that say what they cost.
    fn unfunded(&self) -> RuleFindings {
        let costed: Vec<(&Measure, &Budget)> =
            self.book.measures.values().filter_map(|measure| Some((measure, measure.budget.as_ref()?))).collect();
        let lacking = costed.iter().filter(|(_, budget)| budget.gap.is_some());
        let findings = lacking.map(|(measure, budget)| self.case(measure, budget.gap_words()));
        RuleFindings::new(PlanRule::Unfunded, costed.len(), findings.collect())
    }

    /// Measures without words in a language that others have, where the plan is written in several.
    fn untranslated(&self) -> RuleFindings {
        let measures = || self.book.measures.values();
        let used: BTreeSet<Language> = measures().flat_map(|own| own.languages.iter().copied()).collect();
        let lacking = measures().filter_map(|own| {
            let missing: Vec<&str> = used.difference(&own.languages).map(|language| language.code()).collect();
            (!missing.is_empty()).then(|| self.case(own, &missing.join(", ")))
        });
        let findings: Vec<Finding> = lacking.collect();
        RuleFindings::new(PlanRule::Untranslated, if used.is_empty() { 0 } else { measures().count() }, findings)
    }

    /// What nobody pays yet, by currency; amounts in words alone, or in no currency, are in no sum.
    pub(super) fn lacking(&self) -> BTreeMap<String, Decimal> {
        let gaps = self.book.measures.values().filter_map(|measure| measure.budget.as_ref()?.gap.as_ref());
        let mut sums: BTreeMap<String, Decimal> = BTreeMap::new();
        for gap in gaps.filter(|gap| !gap.currency.is_empty()) {
            let Some(amount) = gap.amount else { continue };
            let sum = sums.entry(gap.currency.clone()).or_default();
            *sum = sum.saturating_add(amount);
        }
        sums
    }

    fn no_outcome(&self) -> RuleFindings {
        let mut measures: BTreeMap<ClusterNumber, usize> = BTreeMap::new();
        let homes = self.book.measures.values().filter_map(|measure| home_of(measure, self.view));
        homes.for_each(|number| *measures.entry(number).or_default() += 1);
        let set = outcomes(self.book, self.view);
        let clusters = self.view.clusters(self.language);
        let lacking = clusters.iter().filter(|c| measures.contains_key(&c.number) && !set.contains_key(&c.number));
        let findings = lacking.map(|cluster| Finding {
            place: FindingPlace::Cluster(cluster.number),
            name: cluster.number.to_string(),
            detail: cluster.title.clone(),
        });
        RuleFindings::new(PlanRule::NoOutcome, measures.len(), findings.collect())
    }

    fn not_smart(&self) -> RuleFindings {
        let lacking = self.book.measures.values().filter_map(|measure| {
            let missing = missing_elements(measure, self.book, self.language);
            let letters: String = missing.iter().map(|element| SmartLetter::letter(*element)).collect();
            (!missing.is_empty()).then(|| self.case(measure, &letters))
        });
        let findings: Vec<Finding> = lacking.collect();
        RuleFindings::new(PlanRule::NotSmart, self.book.measures.len(), findings)
    }

    /// Measures that have begun, are open, and of which nothing is known that is younger than the months of patience.
    fn no_news(&self) -> RuleFindings {
        let since = self.as_of.saturating_sub(i64::from(self.months).months());
        let has_begun =
            |m: &&Measure| m.from.as_ref().and_then(|from| from.period()).is_none_or(|p| p.first() <= since);
        let open = || self.book.measures.values().filter(|measure| !is_closed(measure)).filter(has_begun);
        let said = self.said();
        let silent = open().filter_map(|measure| {
            let newest = self.newest(measure.key, &said);
            let is_old = newest.is_none_or(|day| day < since);
            is_old.then(|| self.case(measure, &newest.map_or_else(|| "–".to_owned(), |day| day.to_string())))
        });
        RuleFindings::new(PlanRule::NoNews, open().count(), silent.collect())
    }

    /// The days of assessments and comments on what is in the plan.
    fn said(&self) -> BTreeMap<PlanKey, Vec<Date>> {
        let assessed = self.book.assessments.iter().map(|said| (&said.subject, said.assessment.voice.on));
        let comments = self.book.comments.iter().map(|said| (&said.subject, said.comment.voice.on));
        let mut days: BTreeMap<PlanKey, Vec<Date>> = BTreeMap::new();
        for (subject, day) in assessed.chain(comments) {
            if let PlanSubject::Plan(key) = subject {
                days.entry(*key).or_default().push(day);
            }
        }
        days
    }

    /// The day of the newest value, assessment or comment on a measure, up to the day that is looked from.
    fn newest(&self, key: PlanKey, said: &BTreeMap<PlanKey, Vec<Date>>) -> Option<Date> {
        let indicators = self.book.indicators_of(key);
        // A value of a period that goes on is news of today at the latest.
        let heard = |period: &Period| period.last().min(self.as_of.max(period.first()));
        let values = indicators.iter().flat_map(|indicator| indicator.observed.keys().map(heard));
        let parts = indicators.iter().map(|indicator| indicator.key);
        let parts = parts.chain(self.book.milestones_of(key).into_iter().map(|step| step.key)).chain([key]);
        let said = parts.flat_map(|key| said.get(&key).into_iter().flatten().copied());
        values.chain(said).filter(|day| *day <= self.as_of).max()
    }
}

/// Whether a measure is over before it begins.
fn is_crossed(measure: &Measure) -> bool {
    let begins = measure.from.as_ref().and_then(|from| from.period()).map(|period| period.first());
    let ends = measure.until.as_ref().and_then(|until| until.last());
    begins.zip(ends).is_some_and(|(begins, ends)| ends < begins)
}

/// What people call a measure: the office's number before its key.
pub(super) fn name_of(measure: &Measure) -> String {
    if measure.number.is_empty() { measure.key.to_string() } else { format!("{} {}", measure.number, measure.key) }
}

/// Whether nothing more is to be done.
pub(super) fn is_closed(measure: &Measure) -> bool {
    measure.status.as_ref().and_then(|status| status.status).is_some_and(|status| status.is_closed())
}

fn is_endless(date: &crate::domain::plan::PlanDate) -> bool {
    date.time == crate::domain::plan::PlanTime::Continuous
}

/// The beginning of a text.
pub(super) fn shortened(text: &str) -> String {
    let mut letters = text.char_indices();
    match letters.nth(LONGEST) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}
