//! The clusters of a view as they are searched for: by number and by title.

use crate::domain::{Cluster, Language};
use crate::search::TitledValue;
use crate::view::View;

/// The clusters of a view and their themes, by their titles.
pub(in crate::workspace) fn named_clusters(view: &View, language: Language) -> Vec<TitledValue> {
    let clusters = view.clusters(language);
    let of_theme = clusters.chunk_by(|a, b| a.number.theme == b.number.theme);
    let themes = of_theme
        .filter_map(|clusters| clusters.first())
        .map(|cluster| TitledValue::new(cluster.number.theme.to_string(), cluster.theme_title.clone(), ""));
    themes.chain(clusters.iter().map(titled)).collect()
}

fn titled(cluster: &Cluster) -> TitledValue {
    TitledValue::new(cluster.number.to_string(), cluster.title.clone(), &cluster.theme_title)
}
