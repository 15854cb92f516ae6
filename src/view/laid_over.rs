//! Clusters with the titles, locks and moves of persons.

use std::collections::{BTreeMap, HashMap};

use super::Decisions;
use super::learnt_titles::LearntTitles;
use crate::analysis::{Analysis, clusters};
use crate::domain::{Cluster, ClusterNumber, Language, RecordId};

/// The clusters that hold records, in the order of their numbers, titled in a language.
#[must_use]
pub fn clusters_of(analysis: &Analysis, decisions: &Decisions, language: Language) -> Vec<Cluster> {
    let mut members: BTreeMap<ClusterNumber, Vec<RecordId>> = BTreeMap::new();
    for (id, proposed) in &analysis.clusters.placements {
        members.entry(decisions.placements.get(id).copied().unwrap_or(*proposed)).or_default().push(*id);
    }
    let made = &analysis.clusters;
    let themes: HashMap<u16, &[u16]> = made.clusters.iter().map(|c| (c.number.theme, c.issues.as_slice())).collect();
    let learnt = LearntTitles::of(analysis, decisions);
    let cluster = |(number, members): (ClusterNumber, Vec<RecordId>)| {
        let proposed = made.cluster(number);
        let theme_title = themes
            .get(&number.theme)
            .map_or_else(|| format!("Theme {}", number.theme), |issues| clusters::theme_title(issues, language));
        let own = decisions.titles.get(&number).cloned();
        let is_own = own.is_some();
        let title = own.or_else(|| proposed.map(|p| clusters::title_in(p, language, &theme_title)));
        let title = title.unwrap_or_else(|| theme_title.clone());
        let followed = proposed.filter(|_| !is_own).and_then(|p| learnt.title(p, &title, language));
        let (title, named_after) = followed.map_or((title, None), |(title, after)| (title, Some(after)));
        Cluster {
            number,
            title,
            named_after,
            theme_title,
            key_phrases: proposed.map(|p| p.key_phrases.clone()).unwrap_or_default(),
            locked: decisions.locks.get(&number).copied().unwrap_or(false),
            is_new: made.newly_made.contains(&number),
            members,
        }
    };
    members.into_iter().map(cluster).collect()
}
