//! The fields of the plan that people set by name, and how what they write is read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::measure::{free_number, home_in};
use super::responsible::{Part, bodies, exactly};
use crate::domain::plan::{
    Acceptance, Assistance, AssistanceStep, Budget, DatedQuantity, Facts, Money, PlanFact, PlanField, PlanKey,
    PlanKind, Release, Responsibility, StatedStatus, months_of,
};
use crate::domain::{ClusterNumber, Decision, Language, Outcome, RecordId, Subject};
use crate::text::plan_dates::{Edge, plan_date};
use crate::text::plan_words::status_of;
use crate::text::quantities::{WrongUnit, number, quantity};
use crate::view::{Refusal, View};

/// A field by its name, with what is to stand in it; blank clears it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCell {
    /// The field.
    pub field: Settable,
    /// The language of the words, where they stand beside those that were written first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// What is to stand there.
    pub value: String,
}

/// A field that people set.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the field of that name; those of bodies say what they have done")]
pub enum Settable {
    Text,
    Number,
    Cluster,
    Lead,
    Support,
    /// Bodies that have taken their task on.
    Accepted,
    /// A body that has refused its task, as `BODY: reason`.
    Refused,
    /// Whom a body that refuses proposes in its place, as `BODY: other`.
    Instead,
    /// Who deals with it in a body, as `BODY: name`.
    Contact,
    From,
    Until,
    Status,
    Obstacles,
    Budget,
    BudgetSource,
    /// What of the budget nobody pays yet.
    BudgetGap,
    Assistance,
    AssistancePartner,
    AssistanceFund,
    AssistanceStep,
    Remarks,
    Release,
    Published,
    NoIndicator,
    Type,
    Unit,
    Baseline,
    BaselineDate,
    Target,
    TargetDate,
    Source,
    By,
    Every,
}

impl Settable {
    /// Whether something of a kind has it.
    #[must_use]
    pub const fn fits(self, kind: PlanKind) -> bool {
        let is_of_indicators = matches!(
            self,
            Self::Type
                | Self::Unit
                | Self::Baseline
                | Self::BaselineDate
                | Self::Target
                | Self::TargetDate
                | Self::Source
                | Self::By
                | Self::Every
        );
        match kind {
            PlanKind::Measure => !is_of_indicators,
            PlanKind::Indicator(_) => is_of_indicators || matches!(self, Self::Text | Self::Lead | Self::Until),
            PlanKind::Milestone(_) => matches!(self, Self::Text | Self::Lead | Self::Until | Self::Status),
            PlanKind::Outcome => matches!(self, Self::Text),
            PlanKind::Assessment | PlanKind::Comment | PlanKind::Dispatch | PlanKind::Edition => false,
        }
    }

    /// The stable code, which people write.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The decisions that set it.
    ///
    /// # Errors
    /// When the value does not fit the field, or names nobody.
    pub(super) fn decided(self, now: &Now<'_>, value: &str) -> Result<Vec<Outcome>, Refusal> {
        let (key, value) = (now.key, value.trim());
        if let Self::Lead | Self::Support | Self::Accepted | Self::Refused | Self::Instead | Self::Contact = self {
            return self.of_bodies(now, value);
        }
        match self.cleared(value) {
            Some(field) => Ok(vec![Outcome::Cleared(Subject::Plan(key, field))]),
            None => match self.fact(now, value)? {
                PlanFact::Budget(budget) if budget.is_blank() => {
                    Ok(vec![Outcome::Cleared(Subject::Plan(key, PlanField::Budget))])
                }
                fact => Ok(vec![Outcome::Set(Decision::Plan(key, fact))]),
            },
        }
    }

    /// The field that a blank value clears; `None` where the value is not blank, or is a part of another field.
    fn cleared(self, value: &str) -> Option<PlanField> {
        let field = match self {
            _ if !value.is_empty() => return None,
            Self::Number => PlanField::Number,
            Self::Cluster => PlanField::Home,
            Self::From => PlanField::From,
            Self::Until => PlanField::Until,
            Self::Status => PlanField::Status,
            Self::Obstacles => PlanField::Obstacles,
            Self::Budget => PlanField::Budget,
            Self::Assistance => PlanField::Assistance,
            Self::Remarks => PlanField::Remarks,
            Self::Release => PlanField::Release,
            Self::Published => PlanField::Published,
            Self::NoIndicator => PlanField::NoIndicator,
            Self::Type => PlanField::Type,
            Self::Unit => PlanField::Unit,
            Self::Baseline => PlanField::Baseline,
            Self::Target => PlanField::Target,
            Self::Source => PlanField::Source,
            Self::By => PlanField::SplitBy,
            Self::Every => PlanField::Every,
            _ => return None,
        };
        Some(field)
    }

    fn fact(self, facts: &Now<'_>, value: &str) -> Result<PlanFact, Refusal> {
        let wrong = || Refusal::PlanValue { field: self.code().to_owned(), given: value.to_owned() };
        let words = || value.to_owned();
        Ok(match self {
            Self::Text if value.is_empty() => return Err(Refusal::Blank),
            Self::Text => PlanFact::Text(words()),
            Self::Number => PlanFact::Number(free_number(value, facts.view, Some(facts.key))?),
            Self::Cluster => {
                let number = value.parse::<ClusterNumber>().map_err(|_| wrong())?;
                // Members are the same in every language.
                home_in(facts.view.cluster(number, Language::En)?, &facts.answered())?
            }
            Self::From => PlanFact::From(plan_date(value, Edge::First)),
            Self::Until => PlanFact::Until(plan_date(value, Edge::Last)),
            Self::Status => PlanFact::Status(StatedStatus { status: status_of(value), words: words() }),
            Self::Obstacles => PlanFact::Obstacles(words()),
            Self::Budget | Self::BudgetSource | Self::BudgetGap => PlanFact::Budget(self.budget(facts.budget(), value)),
            Self::Assistance | Self::AssistancePartner | Self::AssistanceFund | Self::AssistanceStep => {
                PlanFact::Assistance(self.assistance(facts.assistance(), value).ok_or_else(wrong)?)
            }
            Self::Remarks => PlanFact::Remarks(words()),
            Self::Release => PlanFact::Release(value.parse::<Release>().map_err(|_| wrong())?),
            Self::Published => PlanFact::Published(yes_or_no(value).ok_or_else(wrong)?),
            Self::NoIndicator => PlanFact::NoIndicator(words()),
            Self::Type => PlanFact::Type(value.to_lowercase().parse().map_err(|_| wrong())?),
            // Values that stand would be read in another unit than they were said in.
            Self::Unit if facts.holds_values() && facts.unit() != value => return Err(wrong()),
            Self::Unit => PlanFact::Unit(words()),
            Self::Baseline => PlanFact::Baseline(facts.valued(PlanField::Baseline, value)?),
            Self::Target => PlanFact::Target(facts.valued(PlanField::Target, value)?),
            Self::BaselineDate => PlanFact::Baseline(facts.at(PlanField::Baseline, value).ok_or_else(wrong)?),
            Self::TargetDate => PlanFact::Target(facts.at(PlanField::Target, value).ok_or_else(wrong)?),
            Self::Source => PlanFact::Source(words()),
            Self::By => PlanFact::SplitBy(value.split(',').map(|by| by.trim().to_owned()).collect()),
            Self::Every => PlanFact::Every(months_of(value).ok_or_else(wrong)?),
            Self::Lead | Self::Support | Self::Accepted | Self::Refused | Self::Instead | Self::Contact => {
                return Err(wrong());
            }
        })
    }

    fn budget(self, stands: Budget, value: &str) -> Budget {
        let words = value.to_owned();
        match self {
            Self::BudgetSource => Budget { source: words, ..stands },
            // Nothing that lacks is no gap.
            Self::BudgetGap => {
                let gap = Some(money_of(value))
                    .filter(|gap| !gap.words.is_empty() && !gap.amount.is_some_and(|amount| amount.is_zero()));
                Budget { gap, ..stands }
            }
            _ => Budget { source: stands.source, gap: stands.gap, ..budget_of(value) },
        }
    }

    /// `None` where the value is no step of a request for help.
    fn assistance(self, stands: Assistance, value: &str) -> Option<Assistance> {
        let words = value.to_owned();
        Some(match self {
            Self::AssistancePartner => Assistance { partner: words, ..stands },
            Self::AssistanceFund => Assistance { fund: words, ..stands },
            Self::AssistanceStep => Assistance { step: value.parse::<AssistanceStep>().ok()?, ..stands },
            _ => Assistance { words, ..stands },
        })
    }

    /// Decisions on bodies: who is to be there, and what has become of the tasks of those who are.
    fn of_bodies(self, facts: &Now<'_>, value: &str) -> Result<Vec<Outcome>, Refusal> {
        let (key, view) = (facts.key, facts.view);
        let wrong = || Refusal::PlanValue { field: self.code().to_owned(), given: value.to_owned() };
        let part = if self == Self::Support { Part::Support } else { Part::Lead };
        if let Self::Lead | Self::Support = self {
            let codes = bodies(&[value.to_owned()], view)?;
            return Ok(exactly(key, part, &codes, &facts.tasks(part)));
        }
        let (names, words) = match self {
            Self::Accepted => (value, ""),
            _ => value.split_once(':').map(|(body, words)| (body, words.trim())).ok_or_else(wrong)?,
        };
        let mut decided = Vec::new();
        if names.trim().is_empty() {
            return Err(wrong());
        }
        for code in bodies(&[names.to_owned()], view)? {
            let part = if facts.tasks(Part::Support).contains_key(&code) { Part::Support } else { Part::Lead };
            let task = facts.tasks(part).remove(&code).ok_or_else(wrong)?;
            let words = if self == Self::Instead { view.body_code(words)? } else { words.to_owned() };
            let task = self.changed(task, &words);
            decided.push(Outcome::Set(Decision::Plan(key, part.fact(code, task))));
        }
        Ok(decided)
    }

    fn changed(self, task: Responsibility, words: &str) -> Responsibility {
        match self {
            Self::Accepted => Responsibility { acceptance: Acceptance::Accepted, reason: String::new(), ..task },
            Self::Refused => Responsibility { acceptance: Acceptance::Refused, reason: words.to_owned(), ..task },
            Self::Instead => Responsibility { instead: words.to_owned(), ..task },
            _ => Responsibility { contact: words.to_owned(), ..task },
        }
    }
}

/// What stands of something in the plan, with what the same command has decided on it before.
pub(super) struct Now<'v> {
    key: PlanKey,
    view: &'v View,
    facts: Facts,
}

impl<'v> Now<'v> {
    /// What stands before anything is decided.
    pub(super) fn of(key: PlanKey, view: &'v View) -> Self {
        Self { key, view, facts: view.decisions.plan.get(&key).cloned().unwrap_or_default() }
    }

    /// What stands after some decisions.
    pub(super) fn after(&mut self, decided: &[Outcome]) {
        for outcome in decided {
            match (outcome.decision(), outcome.subject()) {
                (Some(Decision::Plan(_, fact)), _) => _ = self.facts.insert(fact.field(), fact.clone()),
                (None, Subject::Plan(_, field)) => _ = self.facts.remove(&field),
                _ => {}
            }
        }
    }

    fn facts(&self) -> impl Iterator<Item = &PlanFact> {
        self.facts.values()
    }

    pub(super) const fn key(&self) -> PlanKey {
        self.key
    }

    pub(super) fn holds(&self, field: &PlanField) -> bool {
        self.facts.contains_key(field)
    }

    fn holds_values(&self) -> bool {
        let is_value =
            |fact: &PlanFact| matches!(fact, PlanFact::Baseline(_) | PlanFact::Target(_) | PlanFact::Observed(..));
        self.facts().any(is_value)
    }

    fn answered(&self) -> Vec<RecordId> {
        self.facts.keys().filter_map(PlanField::record).collect()
    }

    fn budget(&self) -> Budget {
        let stands = self.facts().find_map(|fact| match fact {
            PlanFact::Budget(budget) => Some(budget.clone()),
            _ => None,
        });
        stands.unwrap_or_else(|| budget_of(""))
    }

    fn assistance(&self) -> Assistance {
        let stands = self.facts().find_map(|fact| match fact {
            PlanFact::Assistance(help) => Some(help.clone()),
            _ => None,
        });
        stands.unwrap_or_default()
    }

    fn unit(&self) -> &str {
        let stands = self.facts().find_map(|fact| match fact {
            PlanFact::Unit(unit) => Some(unit.as_str()),
            _ => None,
        });
        stands.unwrap_or_default()
    }

    fn dated(&self, field: &PlanField) -> Option<DatedQuantity> {
        self.facts().filter(|fact| fact.field() == *field).find_map(|fact| match fact {
            PlanFact::Baseline(dated) | PlanFact::Target(dated) => Some(dated.clone()),
            _ => None,
        })
    }

    /// Another value of the same time.
    fn valued(&self, field: PlanField, value: &str) -> Result<DatedQuantity, Refusal> {
        let date = self.dated(&field).and_then(|stands| stands.date);
        Ok(DatedQuantity { date, ..dated(value, self.unit(), None)? })
    }

    /// The same value of another time; `None` where no value stands.
    fn at(&self, field: PlanField, date: &str) -> Option<DatedQuantity> {
        let stands = self.dated(&field)?;
        Some(DatedQuantity { date: (!date.is_empty()).then(|| plan_date(date, Edge::Last)), ..stands })
    }

    fn tasks(&self, part: Part) -> std::collections::BTreeMap<String, Responsibility> {
        let of_part = |fact: &PlanFact| match (fact, part) {
            (PlanFact::Lead(body, task), Part::Lead) | (PlanFact::Support(body, task), Part::Support) => {
                Some((body.clone(), task.clone()))
            }
            _ => None,
        };
        self.facts().filter_map(of_part).collect()
    }
}

/// A value of a unit with its time.
///
/// # Errors
/// When it is of another unit.
pub(super) fn dated(value: &str, unit: &str, date: Option<&str>) -> Result<DatedQuantity, Refusal> {
    let refused = |WrongUnit| Refusal::Unit { given: value.to_owned(), unit: unit.to_owned() };
    let value = quantity(value, unit).map_err(refused)?;
    Ok(DatedQuantity { value, date: date.map(|date| plan_date(date, Edge::Last)) })
}

/// What a measure costs, in words.
pub(in crate::workspace) fn budget_of(words: &str) -> Budget {
    let Money { amount, currency, words } = money_of(words);
    Budget { amount, currency, source: String::new(), gap: None, words }
}

/// Money in words: the amount is what reads as a number, the currency three capitals beside it.
fn money_of(words: &str) -> Money {
    let is_currency = |word: &&str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let currency = words.split_whitespace().find(is_currency).unwrap_or_default();
    let rest = words.replacen(currency, "", usize::from(!currency.is_empty()));
    Money { amount: number(rest.trim()), currency: currency.to_owned(), words: words.to_owned() }
}

fn yes_or_no(value: &str) -> Option<bool> {
    match quantity(value, "") {
        Ok(crate::domain::plan::Quantity::Done(is_done)) => Some(is_done),
        _ => value.parse().ok(),
    }
}

/// A day as ISO 8601 has it.
///
/// # Errors
/// When it is none.
pub(in crate::workspace) fn day(field: &str, given: &str) -> Result<Date, Refusal> {
    given.trim().parse().map_err(|_| Refusal::PlanValue { field: field.to_owned(), given: given.to_owned() })
}
