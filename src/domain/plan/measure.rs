//! Measures, their steps, and the outcomes that they serve.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::date::PlanDate;
use super::fact::Answering;
use super::key::PlanKey;
use super::money::{Assistance, Budget};
use super::responsibility::Responsibility;
use super::status::{Release, StatedStatus};
use crate::domain::{ClusterNumber, Language, RecordId, padded};

/// A step of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Milestone {
    /// Its key.
    pub key: PlanKey,
    /// The measure that it is a step of.
    pub measure: PlanKey,
    /// What is to be done.
    pub text: String,
    /// Who leads.
    pub lead: BTreeMap<String, Responsibility>,
    /// When it is to be done.
    pub until: Option<PlanDate>,
    /// How far it has come.
    pub status: Option<StatedStatus>,
}

/// The cluster that a person has put something into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Home {
    /// Its number then.
    pub number: ClusterNumber,
    /// A record that stood there: where clusters are made anew, it is the one that holds it.
    pub record: RecordId,
}

/// A measure: what a State will do to answer recommendations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// Its key.
    pub key: PlanKey,
    /// The office's own number; empty when it has none.
    pub number: String,
    /// What is to be done.
    pub text: String,
    /// The languages in which it has words besides those that were written first.
    pub languages: BTreeSet<Language>,
    /// What it answers; a measure may answer none yet.
    pub answers: BTreeMap<RecordId, Answering>,
    /// The cluster that a person has put it into; else it stands in that of most of what it answers.
    pub home: Option<Home>,
    /// The outcome that it serves, where it was written for one; else that of its cluster.
    pub serves: Option<PlanKey>,
    /// Who leads, by code or name.
    pub lead: BTreeMap<String, Responsibility>,
    /// Who takes part.
    pub support: BTreeMap<String, Responsibility>,
    /// When it begins.
    pub from: Option<PlanDate>,
    /// When it is to be done.
    pub until: Option<PlanDate>,
    /// How far it has come.
    pub status: Option<StatedStatus>,
    /// What stands in the way; empty when nothing was said, as the texts below.
    pub obstacles: String,
    /// What it costs.
    pub budget: Option<Budget>,
    /// The help that it needs.
    pub assistance: Option<Assistance>,
    /// Remarks of the office; never sent out.
    pub remarks: String,
    /// How far its text has come.
    pub release: Release,
    /// Whether it is published.
    pub is_published: bool,
    /// Why no indicator is needed; `None` where one is.
    pub no_indicator: Option<String>,
}

impl Measure {
    /// Whether a body leads or supports it; every measure is anybody's where none is named.
    #[must_use]
    pub fn is_of(&self, body: Option<&str>) -> bool {
        body.is_none_or(|body| self.lead.contains_key(body) || self.support.contains_key(body))
    }

    /// Its place among measures: those with a number first, in the order in which people count.
    #[must_use]
    pub fn place(&self) -> (bool, String, PlanKey) {
        (self.number.is_empty(), padded(&self.number), self.key)
    }
}

/// What is to be reached in a cluster, set before measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DesiredOutcome {
    /// Its key.
    pub key: PlanKey,
    /// The words.
    pub text: String,
    /// The recommendations of the cluster that it was written for: it goes where most of them go.
    pub covers: BTreeSet<RecordId>,
}
