//! Where measures and outcomes stand: clusters come and go, what a measure answers stays.

use std::collections::BTreeMap;

use crate::domain::plan::{DesiredOutcome, Measure, PlanBook};
use crate::domain::{ClusterNumber, RecordId};
use crate::view::View;

/// The cluster of a measure: that which a person has put it into, told by the record that stood there; else that of
/// most of what it answers, the first of several. `None` when it answers nothing that stands in a cluster.
#[must_use]
pub fn home_of(measure: &Measure, view: &View) -> Option<ClusterNumber> {
    let chosen = measure.home.and_then(|home| view.cluster_of(home.record));
    chosen.or_else(|| most_of(measure.answers.keys(), view))
}

/// The outcome of a cluster: the one that was written for most of its recommendations.
#[must_use]
pub fn outcome_of(cluster: ClusterNumber, view: &View) -> Option<&DesiredOutcome> {
    let book = view.plan();
    book.outcomes.values().find(|outcome| home_of_outcome(outcome, book, view) == Some(cluster))
}

/// The outcomes of all clusters, by a plan of the view. Where two have come together in one cluster, the one with the smaller key stands
/// first; none is lost.
#[must_use]
pub fn outcomes<'b>(book: &'b PlanBook, view: &View) -> BTreeMap<ClusterNumber, Vec<&'b DesiredOutcome>> {
    let mut by_cluster: BTreeMap<ClusterNumber, Vec<&DesiredOutcome>> = BTreeMap::new();
    for outcome in book.outcomes.values() {
        if let Some(number) = home_of_outcome(outcome, book, view) {
            by_cluster.entry(number).or_default().push(outcome);
        }
    }
    by_cluster
}

/// The cluster that holds most of what an outcome was written for.
#[must_use]
pub fn home_of_outcome(outcome: &DesiredOutcome, book: &PlanBook, view: &View) -> Option<ClusterNumber> {
    // One that came in with a plan stands where the measures stand that serve it.
    let serving = book.measures.values().filter(|measure| measure.serves == Some(outcome.key));
    let own = most_of(outcome.covers.iter(), view);
    own.or_else(|| most_of(serving.flat_map(|measure| measure.answers.keys()), view))
}

fn most_of<'r>(records: impl Iterator<Item = &'r RecordId>, view: &View) -> Option<ClusterNumber> {
    let mut counts: BTreeMap<ClusterNumber, usize> = BTreeMap::new();
    records.filter_map(|id| view.cluster_of(*id)).for_each(|number| *counts.entry(number).or_default() += 1);
    counts.into_iter().max_by_key(|(number, count)| (*count, std::cmp::Reverse(*number))).map(|(number, _)| number)
}
