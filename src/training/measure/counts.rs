//! Right, superfluous and missing labels, and the figures that are made of them.

use crate::analysis::models::Figure;

/// The labels that a text is given, and those that it has, by number.
pub(super) type Labels = (Vec<usize>, Vec<usize>);

/// Counts of right, superfluous and missing labels.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Counts {
    /// Given and true.
    pub(super) right: usize,
    /// Given and not true.
    pub(super) extra: usize,
    /// True and not given.
    pub(super) missing: usize,
}

impl Counts {
    /// Harmonic mean of precision and recall, 0 to 1.
    pub(super) fn f1(self) -> f64 {
        let all = 2 * self.right + self.extra + self.missing;
        if self.right == 0 { 0.0 } else { 2.0 * self.right as f64 / all as f64 }
    }
}

/// Micro- and macro-averaged F1 of label sets, given the number of labels; macro over labels that occur.
pub(super) fn label_figures(name: &str, labels: usize, sets: &[Labels]) -> [Figure; 2] {
    let mut counts = vec![Counts::default(); labels];
    for (given, truth) in sets {
        for label in given {
            if truth.contains(label) { counts[*label].right += 1 } else { counts[*label].extra += 1 }
        }
        truth.iter().filter(|label| !given.contains(label)).for_each(|label| counts[*label].missing += 1);
    }
    let total = counts.iter().fold(Counts::default(), |sum, c| Counts {
        right: sum.right + c.right,
        extra: sum.extra + c.extra,
        missing: sum.missing + c.missing,
    });
    let known: Vec<f64> = counts.iter().filter(|c| c.right + c.missing > 0).map(|c| c.f1()).collect();
    [
        Figure::new(&format!("{name} micro-F1"), total.f1(), sets.len()),
        Figure::new(&format!("{name} macro-F1"), known.iter().sum::<f64>() / known.len().max(1) as f64, known.len()),
    ]
}

/// The micro-averaged F1 alone.
pub(super) fn micro_figure(name: &str, labels: usize, sets: &[Labels]) -> Figure {
    let [micro, _] = label_figures(name, labels, sets);
    micro
}

/// The share of what is right.
pub(super) fn accuracy(name: &str, judged: &[bool]) -> Figure {
    let right = judged.iter().filter(|right| **right).count();
    Figure::new(name, right as f64 / judged.len().max(1) as f64, judged.len())
}

#[cfg(test)]
mod tests {
    use super::{accuracy, label_figures};

    #[test]
    fn micro_counts_labels_and_macro_counts_those_that_occur() {
        let sets = [(vec![0], vec![0]), (vec![0, 1], vec![0]), (vec![], vec![2])];
        let [micro, all] = label_figures("tides", 4, &sets);
        assert!((micro.value - 4.0 / 6.0).abs() < 1e-9 && micro.of == 3, "{micro:?}");
        assert!((all.value - 0.5).abs() < 1e-9 && all.of == 2, "label 1 is given and is no truth: {all:?}");
        assert!((accuracy("tides", &[true, false]).value - 0.5).abs() < 1e-9);
    }
}
