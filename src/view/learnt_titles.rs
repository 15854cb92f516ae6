//! Titles that people gave to clusters of a topic, for other clusters of that topic.

use std::collections::{BTreeMap, BTreeSet};

use super::Decisions;
use crate::analysis::Analysis;
use crate::analysis::clusters::whole_topic_title;
use crate::domain::{ClusterDefinition, ClusterNumber, ClusterTopic, Language};

/// What people call a topic, by its code; a topic that they call by several names has none.
pub(super) struct LearntTitles<'a>(BTreeMap<&'a str, Named<'a>>);

/// The cluster that people have named, and its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Named<'a> {
    cluster: ClusterNumber,
    title: &'a str,
}

impl<'a> LearntTitles<'a> {
    /// The titles that people have given to clusters of one whole topic.
    pub(super) fn of(analysis: &'a Analysis, decisions: &'a Decisions) -> Self {
        let mut all: BTreeMap<&str, BTreeSet<Named<'_>>> = BTreeMap::new();
        for (number, title) in &decisions.titles {
            let topic = analysis.clusters.cluster(*number).and_then(|cluster| cluster.subject.topic.as_ref());
            if let Some(ClusterTopic::Whole { topic }) = topic {
                all.entry(topic).or_default().insert(Named { cluster: *number, title });
            }
        }
        let one = |named: BTreeSet<Named<'a>>| (named.len() == 1).then(|| named.first().copied()).flatten();
        Self(all.into_iter().filter_map(|(topic, named)| Some((topic, one(named)?))).collect())
    }

    /// The proposed title of another cluster of such a topic, with the words of people in place of the table's, and
    /// the cluster that they have named; `None` where nothing was learnt.
    pub(super) fn title(
        &self,
        cluster: &ClusterDefinition,
        proposed: &str,
        language: Language,
    ) -> Option<(String, ClusterNumber)> {
        let topic = cluster.subject.topic.as_ref()?.topic()?;
        let named = self.0.get(topic)?;
        let rest = proposed.strip_prefix(whole_topic_title(topic, language))?;
        // No two titles are alike.
        let rest = if rest.is_empty() { format!(" ({})", cluster.number) } else { rest.to_owned() };
        Some((format!("{}{rest}", named.title), named.cluster))
    }
}

#[cfg(test)]
mod tests {
    use super::LearntTitles;
    use crate::analysis::Analysis;
    use crate::analysis::clusters::whole_topic_title;
    use crate::domain::{ClusterDefinition, ClusterNumber, ClusterSubject, ClusterTopic, Decision, Language};
    use crate::view::Decisions;

    #[test]
    fn a_topic_that_people_have_renamed_is_called_so_elsewhere_too() {
        let topic = || "PRISON".to_owned();
        let number = |cluster| ClusterNumber { theme: 1, cluster };
        let defined = |cluster, topic| ClusterDefinition {
            number: number(cluster),
            title: String::new(),
            key_phrases: Vec::new(),
            centre: Vec::new(),
            issues: Vec::new(),
            subject: ClusterSubject { topic: Some(topic), ..ClusterSubject::default() },
            radius: 0.0,
        };
        let whole = defined(1, ClusterTopic::Whole { topic: topic() });
        let part = defined(2, ClusterTopic::Part { topic: topic(), family: "train".to_owned() });
        let again = defined(3, ClusterTopic::Whole { topic: topic() });
        let clusters = vec![whole, part.clone(), again.clone()];
        let analysis = Analysis::with_clusters(String::new(), clusters, Vec::new());
        let table = whole_topic_title("PRISON", Language::En);
        let decisions = Decisions::of([Decision::Title(number(1), "Life in gaol".to_owned())]);
        let learnt = LearntTitles::of(&analysis, &decisions);
        let title = |cluster, proposed: &str| learnt.title(cluster, proposed, Language::En);
        assert_eq!(title(&part, &format!("{table}: training")), Some(("Life in gaol: training".to_owned(), number(1))));
        assert_eq!(title(&again, table), Some(("Life in gaol (1.3)".to_owned(), number(1))));
        let two = Decisions::of([1, 3].map(|at| Decision::Title(number(at), format!("Gaol {at}"))));
        assert_eq!(LearntTitles::of(&analysis, &two).title(&part, table, Language::En), None, "two names are none");
    }
}
