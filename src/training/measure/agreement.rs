//! How far two partitions of the same things agree.

use std::collections::BTreeMap;

/// Counts of things by their group in each partition, and in both.
struct Tables {
    a: Vec<f64>,
    b: Vec<f64>,
    both: Vec<(usize, usize, f64)>,
    all: f64,
}

fn tables(a: &[usize], b: &[usize]) -> Tables {
    let numbered = |list: &[usize]| -> BTreeMap<usize, usize> {
        let mut numbers = BTreeMap::new();
        for group in list {
            let next = numbers.len();
            numbers.entry(*group).or_insert(next);
        }
        numbers
    };
    let (left, right) = (numbered(a), numbered(b));
    let (mut sums_a, mut sums_b) = (vec![0.0; left.len()], vec![0.0; right.len()]);
    let mut both: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (x, y) in a.iter().zip(b) {
        let (x, y) = (left[x], right[y]);
        sums_a[x] += 1.0;
        sums_b[y] += 1.0;
        *both.entry((x, y)).or_default() += 1.0;
    }
    Tables { a: sums_a, b: sums_b, both: both.into_iter().map(|((x, y), n)| (x, y, n)).collect(), all: a.len() as f64 }
}

/// Adjusted Rand index (Hubert and Arabie 1985): 1 for equal partitions, about 0 for unrelated ones.
#[must_use]
pub(super) fn adjusted_rand(a: &[usize], b: &[usize]) -> f64 {
    let tables = tables(a, b);
    let pairs = |n: f64| n * (n - 1.0) / 2.0;
    let both: f64 = tables.both.iter().map(|(_, _, n)| pairs(*n)).sum();
    let (of_a, of_b) =
        (tables.a.iter().map(|n| pairs(*n)).sum::<f64>(), tables.b.iter().map(|n| pairs(*n)).sum::<f64>());
    let expected = of_a * of_b / pairs(tables.all).max(1.0);
    let most = (of_a + of_b) / 2.0;
    if (most - expected).abs() < 1e-12 { 1.0 } else { (both - expected) / (most - expected) }
}

/// Adjusted mutual information with the arithmetic mean of the entropies (Vinh, Epps and Bailey 2010).
#[must_use]
pub(super) fn adjusted_mutual_information(a: &[usize], b: &[usize]) -> f64 {
    let tables = tables(a, b);
    let entropy = |sums: &[f64]| -sums.iter().map(|n| n / tables.all * (n / tables.all).ln()).sum::<f64>();
    let told = |&(x, y, n): &(usize, usize, f64)| n / tables.all * (tables.all * n / (tables.a[x] * tables.b[y])).ln();
    let shared: f64 = tables.both.iter().map(told).sum();
    let expected = expected_information(&tables);
    let mean = (entropy(&tables.a) + entropy(&tables.b)) / 2.0;
    if (mean - expected).abs() < 1e-12 { 1.0 } else { (shared - expected) / (mean - expected) }
}

/// The mutual information that chance gives for groups of these sizes (hypergeometric model).
fn expected_information(tables: &Tables) -> f64 {
    let all = tables.all as usize;
    let mut logs = vec![0.0f64; all + 1];
    for n in 1..=all {
        logs[n] = logs[n - 1] + (n as f64).ln();
    }
    let mut sum = 0.0;
    for x in tables.a.iter().map(|n| *n as usize) {
        for y in tables.b.iter().map(|n| *n as usize) {
            let base = logs[x] + logs[y] + logs[all - x] + logs[all - y] - logs[all];
            for n in 1.max((x + y).saturating_sub(all))..=x.min(y) {
                let chance = (base - logs[n] - logs[x - n] - logs[y - n] - logs[all + n - x - y]).exp();
                let told = n as f64 / tables.all * (tables.all * n as f64 / (x * y) as f64).ln();
                sum += chance * told;
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{adjusted_mutual_information, adjusted_rand};

    #[test]
    fn equal_partitions_agree_wholly_and_unrelated_ones_hardly() {
        let a: Vec<usize> = (0..60).map(|i| i % 3).collect();
        let renamed: Vec<usize> = a.iter().map(|group| 7 - group).collect();
        let other: Vec<usize> = (0..60).map(|i| (i / 7) % 4).collect();
        assert!((adjusted_rand(&a, &renamed) - 1.0).abs() < 1e-9);
        assert!((adjusted_mutual_information(&a, &renamed) - 1.0).abs() < 1e-9);
        assert!(adjusted_rand(&a, &other).abs() < 0.1 && adjusted_mutual_information(&a, &other).abs() < 0.1);
    }
}
