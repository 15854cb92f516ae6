//! Counts as trees: targets under goals, clusters under themes, OHCHR themes under issues.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::answer::ValueCount;
use crate::domain::Facet;
use crate::domain::vocabulary::{ThemeRegister, issue_number, issues};

/// A value with its count and the values under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetNode {
    /// The value.
    pub value: String,
    /// How many records have it.
    pub count: u64,
    /// Finer values, most frequent first; a record may have several of them, or none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub under: Vec<FacetNode>,
}

/// The counts of a facet as a tree, in the order of the counts; flat where the facet has no levels.
///
/// A finer value stands under its parent where that occurs, else beside the others.
#[must_use]
pub fn facet_tree(facet: Facet, counts: &[ValueCount]) -> Vec<FacetNode> {
    let node = |row: &ValueCount| FacetNode { value: row.value.clone(), count: row.count, under: Vec::new() };
    let known: HashSet<&str> = counts.iter().map(|row| row.value.as_str()).collect();
    let above = |value: &str| parent(facet, value).filter(|parent| known.contains(parent.as_str()));
    let mut under: HashMap<String, Vec<FacetNode>> = HashMap::new();
    let mut tree = Vec::new();
    for row in counts {
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
        // An issue of UPR Info is nobody's child, also where OHCHR has a theme of its name.
        Facet::Theme if issue_number(value).is_none() => {
            let theme = ThemeRegister::embedded().find(value)?;
            theme.issues.first().filter(|name| issues().iter().any(|issue| issue.name == **name)).cloned()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ValueCount, facet_tree};
    use crate::domain::Facet;

    #[test]
    fn finer_values_stand_under_coarser_ones() {
        let counts = [("16", 5), ("16.3", 4), ("4", 2), ("5.2", 1)]
            .map(|(value, count)| ValueCount { value: value.to_owned(), count });
        let tree = facet_tree(Facet::Sdg, &counts);
        assert_eq!(tree.iter().map(|node| node.value.as_str()).collect::<Vec<_>>(), ["16", "4", "5.2"]);
        assert_eq!(tree[0].under[0].value, "16.3");
        assert_eq!(facet_tree(Facet::Body, &counts).len(), 4);
    }
}
