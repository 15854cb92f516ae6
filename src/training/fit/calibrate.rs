//! Calibrations, fitted to scores of texts that the model has not seen.
//!
//! Platt's sigmoid is fitted here and not by linfa, which follows the same paper with other steps: the models
//! in the program were fitted so, and the last digits of each would change.

use crate::analysis::classify::Calibration;

/// Positives that weigh as much as the pooled threshold.
const TRUST: f32 = 200.0;

/// Fits slope, offset and threshold to held-out scores and truths.
///
/// The threshold maximises F1; where positives are few the best point is an accident of the
/// sample and is drawn towards `pooled`, the best of all labels together.
#[must_use]
pub(super) fn calibration(scored: &[(f32, bool)], pooled: f32) -> Calibration {
    let (slope, offset) = platt(scored);
    let positives = scored.iter().filter(|(_, yes)| *yes).count() as f32;
    let threshold = (positives * best_threshold(scored) + TRUST * pooled) / (positives + TRUST);
    Calibration::new(slope, offset, threshold.clamp(-0.8, 0.6))
}

/// Newton's method on the regularised log-likelihood of Platt's sigmoid (Lin, Lin and Weng 2007).
fn platt(scored: &[(f32, bool)]) -> (f32, f32) {
    let positives = scored.iter().filter(|(_, yes)| *yes).count() as f64;
    let negatives = scored.len() as f64 - positives;
    let (high, low) = ((positives + 1.0) / (positives + 2.0), 1.0 / (negatives + 2.0));
    let (mut a, mut b) = (-2.0f64, ((negatives + 1.0) / (positives + 1.0)).ln());
    for _ in 0..60 {
        let (mut h11, mut h22, mut h21, mut g1, mut g2) = (1e-9, 1e-9, 0.0, 0.0, 0.0);
        for (score, yes) in scored {
            let score = f64::from(*score);
            let p = 1.0 / (1.0 + (a * score + b).exp());
            let target = if *yes { high } else { low };
            let (d1, d2) = (target - p, p * (1.0 - p));
            g1 += score * d1;
            g2 += d1;
            h11 += score * score * d2;
            h22 += d2;
            h21 += score * d2;
        }
        let determinant = h11 * h22 - h21 * h21;
        if determinant.abs() < 1e-12 || (g1.abs() < 1e-6 && g2.abs() < 1e-6) {
            break;
        }
        let (step_a, step_b) = (-(h22 * g1 - h21 * g2) / determinant, -(h11 * g2 - h21 * g1) / determinant);
        // Damped: a full step can leave the region where the quadratic model holds.
        let damp = (4.0 / step_a.abs().max(step_b.abs()).max(4.0)).min(1.0);
        a += damp * step_a;
        b += damp * step_b;
    }
    (a as f32, b as f32)
}

/// The score from which labels are given with the best F1.
#[must_use]
pub(super) fn best_threshold(scored: &[(f32, bool)]) -> f32 {
    let mut sorted: Vec<(f32, bool)> = scored.to_vec();
    sorted.sort_by(|x, y| y.0.total_cmp(&x.0));
    let positives = scored.iter().filter(|(_, yes)| *yes).count();
    let (mut hits, mut best, mut at) = (0usize, 0.0f64, 0.0f32);
    for (rank, (score, yes)) in sorted.iter().enumerate() {
        hits += usize::from(*yes);
        let f1 = 2.0 * hits as f64 / (rank + 1 + positives) as f64;
        if f1 > best {
            let next = sorted.get(rank + 1).map_or(*score, |n| n.0);
            (best, at) = (f1, (score + next) / 2.0);
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::calibration;

    #[test]
    fn probabilities_grow_with_the_score() {
        let scored: Vec<(f32, bool)> = (-50..50).map(|i| (i as f32 / 20.0, i > 4)).collect();
        let fitted = calibration(&scored, 0.1);
        assert!(fitted.probability(2.0) > 0.9 && fitted.probability(-2.0) < 0.1);
        assert!(fitted.threshold > 0.0 && fitted.threshold < 0.6);
    }
}
