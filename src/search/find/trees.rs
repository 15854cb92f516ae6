//! Counts as trees: targets under goals, clusters under themes of the plan.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::answer::ValueCount;
use crate::domain::{Facet, FacetLevel};

/// A value with its count and the values under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetNode {
    /// The value.
    pub value: String,
    /// How many records have it.
    pub count: u64,
    /// Its level; `None` when the field has no levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<FacetLevel>,
    /// Finer values, most frequent first; a record may have several of them, or none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub under: Vec<FacetNode>,
}

/// The counts of a facet as a tree, in the order of the counts; flat where the facet has no levels.
///
/// A finer value stands under its parent where that occurs, else beside the others. Records without any value are not
/// in the tree.
#[must_use]
pub fn facet_tree(facet: Facet, counts: &[ValueCount]) -> Vec<FacetNode> {
    let node = |row: &ValueCount| FacetNode {
        value: row.value.clone(),
        count: row.count,
        level: FacetLevel::of(facet, &row.value),
        under: Vec::new(),
    };
    let known: HashSet<&str> = counts.iter().map(|row| row.value.as_str()).collect();
    let above = |value: &str| parent(facet, value).filter(|parent| known.contains(parent.as_str()));
    let mut under: HashMap<String, Vec<FacetNode>> = HashMap::new();
    let mut tree = Vec::new();
    for row in counts.iter().filter(|row| !row.value.is_empty()) {
        match above(&row.value) {
            Some(parent) => under.entry(parent).or_default().push(node(row)),
            None => tree.push(node(row)),
        }
    }
    tree.iter_mut().for_each(|node| node.under = under.remove(&node.value).unwrap_or_default());
    tree
}

fn parent(facet: Facet, value: &str) -> Option<String> {
    match facet {
        Facet::Sdg | Facet::Cluster => value.split_once('.').map(|(head, _)| head.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ValueCount, facet_tree};
    use crate::domain::{Facet, FacetLevel};

    fn counts<const N: usize>(counts: [(&str, u64); N]) -> [ValueCount; N] {
        counts.map(|(value, count)| ValueCount { value: value.to_owned(), count })
    }

    #[test]
    fn finer_values_stand_under_coarser_ones() {
        let counts = counts([("16", 5), ("16.3", 4), ("4", 2), ("5.2", 1), ("", 7)]);
        let tree = facet_tree(Facet::Sdg, &counts);
        assert_eq!(tree.iter().map(|node| node.value.as_str()).collect::<Vec<_>>(), ["16", "4", "5.2"]);
        assert_eq!(tree[0].under[0].value, "16.3");
        assert_eq!((tree[0].level, tree[2].level), (Some(FacetLevel::Goal), Some(FacetLevel::Target)));
        assert_eq!(facet_tree(Facet::Body, &counts).len(), 4);
    }
}
