//! How do the clusters of a theme hang together?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::clusters::{ClusterName, wanted};
use crate::analysis::clusters::{Join, joined_centres};
use crate::domain::{Asker, Cluster};
use crate::view::{Question, Refusal, View};

/// The tree of a theme, or of each theme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeTrees {
    /// Number of the theme, or words of its name.
    pub theme: Option<String>,
}

/// The clusters of one theme as a tree.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeTree {
    /// Number of the theme.
    pub number: u16,
    /// Its name.
    pub theme: String,
    /// Its clusters: the leaves, in order.
    pub leaves: Vec<ClusterName>,
    /// Joins of leaves and of earlier joins, nearest first.
    pub joins: Vec<Join>,
}

impl Question for ThemeTrees {
    type Answer = Vec<ThemeTree>;

    /// The only cluster of a theme is its leaf; one that people have made has no centre and is none.
    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let made = |cluster: &Cluster| view.analysis.clusters.cluster(cluster.number);
        let mut themes: BTreeMap<u16, Vec<&Cluster>> = BTreeMap::new();
        for cluster in wanted(view, self.theme.as_deref(), asker.language)? {
            if made(cluster).is_some() {
                themes.entry(cluster.number.theme).or_default().push(cluster);
            }
        }
        let tree = |(number, list): (u16, Vec<&Cluster>)| {
            let made: Vec<_> = list.iter().filter_map(|cluster| made(cluster)).collect();
            ThemeTree {
                number,
                theme: list[0].theme_title.clone(),
                leaves: list.iter().map(|c| ClusterName { number: c.number, title: c.title.clone() }).collect(),
                joins: joined_centres(&made),
            }
        };
        Ok(themes.into_iter().map(tree).collect())
    }
}
