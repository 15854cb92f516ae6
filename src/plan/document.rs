//! The plan as people read it: themes, their clusters with outcome and recommendations, and the measures that answer
//! them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::document_measure::DocumentMeasure;
use super::home::{home_of, outcomes};
use super::names_of::PlanNames;
use super::row::SourceLine;
use crate::domain::plan::{Edition, Measure};
use crate::domain::{Asker, Cluster, ClusterNumber, Mechanism, Position, Recommendation, RecordId};
use crate::view::{Question, Refusal, View};

/// The plan as a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanDocument {
    /// The day that it says it is of.
    pub as_of: Date,
    /// Only measures that this body leads or supports, by its code.
    #[serde(default)]
    pub entity: Option<String>,
}

/// A cluster, for reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentCluster {
    /// Its number; `None` for measures that stand in no cluster.
    pub number: Option<ClusterNumber>,
    /// Its title.
    pub title: String,
    /// What is to be reached.
    pub outcomes: Vec<String>,
    /// Its recommendations and pledges.
    pub recommendations: Vec<SourceLine>,
    /// How many of them no measure answers.
    pub unanswered: usize,
    /// Its measures.
    pub measures: Vec<DocumentMeasure>,
}

/// A theme with its clusters that have an outcome or a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentTheme {
    /// Its title; empty for what stands in no cluster.
    pub title: String,
    /// Its clusters, in the order of their numbers.
    pub clusters: Vec<DocumentCluster>,
}

/// The plan, for reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanText {
    /// Whose plan it is.
    pub name: String,
    /// The day that it is of.
    pub as_of: Date,
    /// The closed edition that it is; `None` of the plan at work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// Themes in the order of their clusters.
    pub themes: Vec<DocumentTheme>,
    /// Measures in it.
    pub measures: usize,
    /// Recommendations and pledges that a plan answers.
    pub recommendations: usize,
    /// How many of them some measure answers.
    pub answered: usize,
    /// Clusters with recommendations that have neither outcome nor measure.
    pub clusters_without: usize,
}

impl Question for PlanDocument {
    type Answer = PlanText;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let book = view.plan_in(asker.language);
        let mut measures: Vec<&Measure> =
            book.measures.values().filter(|measure| measure.is_of(self.entity.as_deref())).collect();
        measures.sort_by_cached_key(|measure| measure.place());
        let names = PlanNames::of(measures.iter().copied(), view, asker.language)?;
        let mut records = view.records_of(view.registers.own_state)?;
        records.retain(|record| record.kind.is_of_plan());
        let answered: BTreeSet<RecordId> = book.measures.values().flat_map(|m| m.answers.keys().copied()).collect();
        let made = Making { view, asker, names, answered: &answered, is_of_one: self.entity.is_some() };
        let mut by_home: BTreeMap<Option<ClusterNumber>, Vec<DocumentMeasure>> = BTreeMap::new();
        for measure in &measures {
            by_home.entry(home_of(measure, view)).or_default().push(DocumentMeasure::of(measure, book, &made.names));
        }
        let (themes, clusters_without) = made.themes(by_home, &records);
        Ok(PlanText {
            name: view.registers.title(asker.language),
            as_of: self.as_of,
            edition: view.shown_edition().cloned(),
            themes,
            measures: measures.len(),
            recommendations: records.len(),
            answered: records.iter().filter(|record| answered.contains(&record.id)).count(),
            clusters_without,
        })
    }
}

/// What the parts of a document are made with.
struct Making<'v> {
    view: &'v View,
    asker: &'v Asker,
    names: PlanNames<'v>,
    answered: &'v BTreeSet<RecordId>,
    /// Whether only the measures of one body are shown.
    is_of_one: bool,
}

impl Making<'_> {
    /// The themes, and how many clusters with recommendations have neither outcome nor measure.
    fn themes(
        &self,
        mut by_home: BTreeMap<Option<ClusterNumber>, Vec<DocumentMeasure>>,
        records: &[Recommendation],
    ) -> (Vec<DocumentTheme>, usize) {
        let mut by_cluster: BTreeMap<ClusterNumber, Vec<&Recommendation>> = BTreeMap::new();
        for record in records {
            if let Some(number) = self.view.cluster_of(record.id) {
                by_cluster.entry(number).or_default().push(record);
            }
        }
        let set = outcomes(self.view.plan_in(self.asker.language), self.view);
        let (mut themes, mut without): (Vec<DocumentTheme>, usize) = (Vec::new(), 0);
        for cluster in self.view.clusters(self.asker.language) {
            let measures = by_home.remove(&Some(cluster.number)).unwrap_or_default();
            let outcomes: Vec<String> =
                set.get(&cluster.number).into_iter().flatten().map(|outcome| outcome.text.clone()).collect();
            let own = by_cluster.remove(&cluster.number).unwrap_or_default();
            // In the plan of one body, a cluster without a measure of its own says nothing.
            if measures.is_empty() && (outcomes.is_empty() || self.is_of_one) {
                without += usize::from(!own.is_empty());
                continue;
            }
            let made = self.cluster(cluster, outcomes, measures, &own);
            match themes.last_mut().filter(|theme| theme.title == cluster.theme_title) {
                Some(theme) => theme.clusters.push(made),
                None => themes.push(DocumentTheme { title: cluster.theme_title.clone(), clusters: vec![made] }),
            }
        }
        themes.extend(by_home.remove(&None).map(loose));
        (themes, without)
    }

    fn cluster(
        &self,
        cluster: &Cluster,
        outcomes: Vec<String>,
        measures: Vec<DocumentMeasure>,
        records: &[&Recommendation],
    ) -> DocumentCluster {
        DocumentCluster {
            number: Some(cluster.number),
            title: cluster.title.clone(),
            outcomes,
            recommendations: records.iter().map(|record| self.source(record)).collect(),
            unanswered: records.iter().filter(|record| !self.answered.contains(&record.id)).count(),
            measures,
        }
    }

    fn source(&self, record: &Recommendation) -> SourceLine {
        let states = &self.view.registers.states;
        let name = |code| states.name_in(code, self.asker.language);
        SourceLine {
            reference: record.called(),
            states: record.recommending_states.iter().map(|code| name(*code)).collect(),
            position: if record.mechanism == Mechanism::Upr { record.position } else { Position::None },
            history: record.history.as_deref().cloned(),
            elsewhere: None,
        }
    }
}

/// Measures that stand in no cluster.
fn loose(measures: Vec<DocumentMeasure>) -> DocumentTheme {
    let cluster = DocumentCluster {
        number: None,
        title: String::new(),
        outcomes: Vec::new(),
        recommendations: Vec::new(),
        unanswered: 0,
        measures,
    };
    DocumentTheme { title: String::new(), clusters: vec![cluster] }
}
