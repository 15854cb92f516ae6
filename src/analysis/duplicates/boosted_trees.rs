//! Sums of small decision trees, as gradient boosting fits them (J. Friedman, 2001), applied to one row at a time.
//!
//! Our own few lines over a list of nodes: a pair is judged a thousand times a second for each State, and a library
//! wants its rows in a table. Fits none; training does that with a library.

use serde::{Deserialize, Serialize};

/// What marks a leaf.
const NO_FEATURE: u16 = u16::MAX;

/// The score of one class against the rest: what it starts from and the leaves that a row reaches.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BoostedTrees {
    base: f64,
    /// Where each tree begins.
    roots: Vec<u32>,
    /// The trees one after the other, each before its branches.
    nodes: Vec<Node>,
}

/// A question or a leaf. The branch of rows below the value follows its question at once.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Node {
    /// Number of the feature asked for; [`NO_FEATURE`] for a leaf.
    feature: u16,
    /// The value from which rows go the other way; what a leaf adds.
    value: f64,
    /// Where rows of that value and above go on.
    above: u32,
}

/// A tree as it is fitted, from its root.
#[derive(Debug, Clone, PartialEq)]
pub enum Branch {
    /// Adds this to the score.
    Leaf(f64),
    /// Asks whether a feature is below a value.
    Question {
        /// Number of the feature; below 65,535.
        feature: u16,
        /// The value.
        value: f64,
        /// Where rows below it go.
        below: Box<Branch>,
        /// Where the others go.
        above: Box<Branch>,
    },
}

impl BoostedTrees {
    /// Trees that add to `base`, which is in log-odds as the leaves are.
    #[must_use]
    pub fn new(base: f64, trees: &[Branch]) -> Self {
        let mut all = Self { base, ..Self::default() };
        for tree in trees {
            all.roots.push(all.nodes.len() as u32);
            all.lay(tree);
        }
        all
    }

    fn lay(&mut self, branch: &Branch) {
        match branch {
            Branch::Leaf(value) => self.nodes.push(Node { feature: NO_FEATURE, value: *value, above: 0 }),
            Branch::Question { feature, value, below, above } => {
                let at = self.nodes.len();
                self.nodes.push(Node { feature: *feature, value: *value, above: 0 });
                self.lay(below);
                self.nodes[at].above = self.nodes.len() as u32;
                self.lay(above);
            }
        }
    }

    /// Probability of the class for a row of features, 0 to 1.
    #[must_use]
    pub fn probability(&self, row: &[f64]) -> f64 {
        let score: f64 = self.base + self.roots.iter().map(|root| self.leaf(*root as usize, row)).sum::<f64>();
        1.0 / (1.0 + (-score).exp())
    }

    fn leaf(&self, root: usize, row: &[f64]) -> f64 {
        let mut at = root;
        loop {
            let node = self.nodes[at];
            match row.get(usize::from(node.feature)) {
                None => return node.value,
                Some(own) if *own < node.value => at += 1,
                Some(_) => at = node.above as usize,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BoostedTrees, Branch};

    #[test]
    fn a_row_adds_the_leaf_that_it_reaches_in_every_tree() {
        let question = |feature, value, below, above| Branch::Question {
            feature,
            value,
            below: Box::new(below),
            above: Box::new(above),
        };
        let first = question(1, 0.5, Branch::Leaf(-2.0), question(0, 3.0, Branch::Leaf(1.0), Branch::Leaf(2.0)));
        let trees = BoostedTrees::new(-1.0, &[first, Branch::Leaf(0.5)]);
        let odds = |row: [f64; 2]| {
            let p = trees.probability(&row);
            (p / (1.0 - p)).ln()
        };
        assert!((odds([9.0, 0.4]) + 2.5).abs() < 1e-9);
        assert!((odds([2.0, 0.5]) - 0.5).abs() < 1e-9, "a value itself is not below it");
        assert!((odds([3.0, 0.6]) - 1.5).abs() < 1e-9);
    }
}
