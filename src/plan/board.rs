//! The plan as it stands: clusters with their outcomes, measures with what they answer, and what is missing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::home::{home_of, outcomes};
use super::names_of::PlanNames;
use crate::domain::plan::{Edition, Measure, PlanBook, PlanKey, Status};
use crate::domain::vocabulary::entity_type;
use crate::domain::{Asker, ClusterNumber, Entity, RecordId};
use crate::view::{Noun, Question, Refusal, View};

/// How does the plan stand?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanBoard {
    /// Only this cluster.
    pub cluster: Option<ClusterNumber>,
    /// Only measures that this body leads or supports, by its code.
    pub entity: Option<String>,
    /// Clusters without a measure too, as far as they hold what a plan answers.
    pub gaps: bool,
}

/// A measure, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardMeasure {
    /// Its key.
    pub key: PlanKey,
    /// The office's number; empty when it has none.
    pub number: String,
    /// What is to be done.
    pub text: String,
    /// References of what it answers; identifiers where they are gone.
    pub answers: Vec<String>,
    /// Who leads, by name.
    pub lead: Vec<String>,
    /// Who takes part.
    pub support: Vec<String>,
    /// When it is to be done, as its words have it.
    pub until: String,
    /// How far it has come; `None` when nobody has said it, or in words that are not known.
    pub status: Option<Status>,
    /// The same as it was written.
    pub status_words: String,
    /// How many steps it has.
    pub milestones: usize,
    /// How many indicators it has.
    pub indicators: usize,
    /// Why it needs none.
    pub no_indicator: Option<String>,
}

/// A cluster of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardCluster {
    /// Its number; `None` for measures that stand in none.
    pub number: Option<ClusterNumber>,
    /// Its title.
    pub title: String,
    /// The title of its theme.
    pub theme_title: String,
    /// What is to be reached; of several clusters that have become one, of each.
    pub outcomes: Vec<String>,
    /// Its measures, in the order of their numbers and keys.
    pub measures: Vec<BoardMeasure>,
    /// How many recommendations and other records it holds.
    pub records: usize,
    /// How many of them no measure answers.
    pub unanswered: usize,
}

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanOverview {
    /// The closed edition that it is; `None` of the plan at work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// Clusters in the order of their numbers; last what stands in none.
    pub clusters: Vec<BoardCluster>,
    /// Measures shown.
    pub measures: usize,
    /// Measures in the plan.
    pub all_measures: usize,
    /// Clusters that have no measure.
    pub clusters_without: usize,
}

impl Question for PlanBoard {
    type Answer = PlanOverview;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let book = view.plan_in(asker.language);
        let mut measures: Vec<&Measure> =
            book.measures.values().filter(|measure| measure.is_of(self.entity.as_deref())).collect();
        if let Some(body) = self.entity.as_ref().filter(|_| measures.is_empty()) {
            let is_known = |entity: &Entity| entity.code == *body;
            if !view.entities()?.entities.iter().any(is_known) && entity_type(body).is_none() {
                return Err(Refusal::unknown(Noun::Body, body.clone()));
            }
        }
        let names = PlanNames::of(measures.iter().copied(), view, asker.language)?;
        measures.sort_by_cached_key(|measure| measure.place());
        let mut by_home: BTreeMap<Option<ClusterNumber>, Vec<BoardMeasure>> = BTreeMap::new();
        for measure in &measures {
            by_home.entry(home_of(measure, view)).or_default().push(line(measure, book, &names));
        }
        let answered: BTreeSet<RecordId> = book.measures.values().flat_map(|m| m.answers.keys().copied()).collect();
        let homes: BTreeSet<ClusterNumber> = book.measures.values().filter_map(|m| home_of(m, view)).collect();
        let set = outcomes(book, view);
        let (mut clusters, mut clusters_without) = (Vec::new(), 0);
        for cluster in view.clusters(asker.language) {
            let own = by_home.remove(&Some(cluster.number)).unwrap_or_default();
            clusters_without += usize::from(!homes.contains(&cluster.number));
            let outcomes: Vec<String> =
                set.get(&cluster.number).into_iter().flatten().map(|outcome| outcome.text.clone()).collect();
            if !self.shows(cluster.number, own.is_empty() && (outcomes.is_empty() || self.entity.is_some())) {
                continue;
            }
            clusters.push(BoardCluster {
                number: Some(cluster.number),
                title: cluster.title.clone(),
                theme_title: cluster.theme_title.clone(),
                outcomes,
                measures: own,
                records: cluster.members.len(),
                unanswered: cluster.members.iter().filter(|id| !answered.contains(id)).count(),
            });
        }
        match self.cluster {
            Some(number) => _ = view.cluster(number, asker.language)?,
            None => clusters.extend(by_home.remove(&None).map(loose)),
        }
        let shown = clusters.iter().map(|cluster| cluster.measures.len()).sum();
        let edition = view.shown_edition().cloned();
        Ok(PlanOverview { edition, clusters, measures: shown, all_measures: book.measures.len(), clusters_without })
    }
}

impl PlanBoard {
    fn shows(&self, number: ClusterNumber, is_bare: bool) -> bool {
        match self.cluster {
            Some(wanted) => wanted == number,
            None => !is_bare || self.gaps,
        }
    }
}

/// Measures that stand in no cluster.
const fn loose(measures: Vec<BoardMeasure>) -> BoardCluster {
    BoardCluster {
        number: None,
        title: String::new(),
        theme_title: String::new(),
        outcomes: Vec::new(),
        measures,
        records: 0,
        unanswered: 0,
    }
}

pub(super) fn line(measure: &Measure, book: &PlanBook, names: &PlanNames<'_>) -> BoardMeasure {
    let status = measure.status.as_ref();
    BoardMeasure {
        key: measure.key,
        number: measure.number.clone(),
        text: measure.text.clone(),
        answers: measure.answers.keys().map(|id| names.reference(*id)).collect(),
        lead: names.bodies(&measure.lead),
        support: names.bodies(&measure.support),
        until: measure.until.as_ref().map_or_else(String::new, |until| until.words.clone()),
        status: status.and_then(|status| status.status),
        status_words: status.map_or_else(String::new, |status| status.words.clone()),
        milestones: book.milestones_of(measure.key).len(),
        indicators: book.indicators_of(measure.key).len(),
        no_indicator: measure.no_indicator.clone(),
    }
}
