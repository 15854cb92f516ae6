//! Clusters by what people call them.

use super::{Noun, Refusal, View};
use crate::domain::vocabulary::fold;
use crate::domain::{Cluster, ClusterNumber, Language};

/// Most clusters that are named where no one is meant.
const CANDIDATES: usize = 8;

/// The cluster that a word names: by its number, whether there is such a cluster or not, or by its title in a
/// language, alone or behind that of its theme, whatever case and punctuation.
///
/// # Errors
/// Where no title is the word, or several are: with those that are, or else that hold its words.
pub fn cluster_named(view: &View, wanted: &str, language: Language) -> Result<ClusterNumber, Refusal> {
    if let Ok(number) = wanted.parse() {
        return Ok(number);
    }
    let all = view.clusters(language);
    let equal: Vec<&Cluster> = all.iter().filter(|cluster| is_called(cluster, wanted)).collect();
    if let [one] = equal.as_slice() {
        return Ok(one.number);
    }
    let near = || all.iter().filter(|cluster| has_words(cluster, wanted)).collect();
    let count = equal.len();
    let candidates: Vec<&Cluster> = if equal.is_empty() { near() } else { equal };
    if candidates.is_empty() {
        return Err(Refusal::unknown(Noun::Cluster, wanted));
    }
    let shown = candidates.iter().take(CANDIDATES).map(|cluster| format!("{} {}", cluster.number, cluster.title));
    Err(Refusal::ClusterName { wanted: wanted.to_owned(), count, candidates: shown.collect() })
}

fn is_called(cluster: &Cluster, wanted: &str) -> bool {
    let (wanted, title) = (fold(wanted), fold(&cluster.title));
    wanted == title || wanted == fold(&format!("{} {title}", cluster.theme_title))
}

/// Whether its title, with that of its theme, holds all the words.
fn has_words(cluster: &Cluster, wanted: &str) -> bool {
    let title = fold(&format!("{} {}", cluster.theme_title, cluster.title));
    let wanted = fold(wanted);
    !wanted.is_empty() && wanted.split(' ').all(|word| title.split(' ').any(|own| own.starts_with(word)))
}
