//! Which records become cards: traps first, then as many of each group as are wished.

use super::pool::Pool;
use super::traps::trap;
use crate::domain::Position;
use crate::exercise::{ExerciseKind, TrapRule};

/// Most cards of one cluster, and of one ask.
const OF_A_CLUSTER: usize = 4;
const OF_AN_ASK: usize = 3;

/// Records that are chosen, by their place in the pool.
pub(super) struct Chosen {
    /// The records, each once.
    pub(super) records: Vec<usize>,
    /// The traps among them.
    pub(super) traps: Vec<(TrapRule, Vec<usize>)>,
}

/// The traps of a kind of exercise, those first that matter most.
const fn rules(kind: ExerciseKind) -> &'static [TrapRule] {
    match kind {
        ExerciseKind::Sort => &[
            TrapRule::OtherInstrument,
            TrapRule::OtherWords,
            TrapRule::Concern,
            TrapRule::TwoInstruments,
            TrapRule::NotedThenSupported,
            TrapRule::GeneralWithExamples,
        ],
        ExerciseKind::Duplicates => {
            &[TrapRule::OtherInstrument, TrapRule::OtherWords, TrapRule::TwoInstruments, TrapRule::NotedThenSupported]
        }
        ExerciseKind::Smart => &[TrapRule::GeneralWithExamples],
        ExerciseKind::Position => &[TrapRule::NotedThenSupported],
        ExerciseKind::Indicators => &[],
    }
}

/// Chooses so many records, or as many as there are; traps take half of them at most.
pub(super) fn chosen(pool: &Pool<'_>, kind: ExerciseKind, count: usize) -> Chosen {
    let mut chosen = Chosen { records: Vec::new(), traps: Vec::new() };
    for rule in rules(kind) {
        if let Some(found) = trap(*rule, pool) {
            chosen.take_trap(*rule, found, count / 2);
        }
    }
    match kind {
        ExerciseKind::Sort => {
            let mut clusters = pool.groups(|settled| settled.cluster);
            // A cluster of one card is no group that anybody could find.
            clusters.sort_by_key(|cluster| cluster.len() < 2);
            chosen.fill(&clusters, OF_A_CLUSTER, count);
            chosen.fill(&clusters, usize::MAX, count);
        }
        ExerciseKind::Duplicates => {
            let asks = pool.groups(|settled| Some(settled.ask));
            let (repeated, single): (Vec<_>, Vec<_>) = asks.into_iter().partition(|ask| ask.len() > 1);
            chosen.fill(&repeated, OF_AN_ASK, (2 * count).div_ceil(3));
            chosen.fill(&single, 1, count);
            chosen.fill(&repeated, usize::MAX, count);
        }
        ExerciseKind::Indicators => {
            let clusters = pool.groups(|settled| settled.cluster);
            chosen.fill(&clusters, 1, count);
            chosen.fill(&clusters, usize::MAX, count);
        }
        ExerciseKind::Position => {
            let position = |position: Position| (!position.is_open()).then_some(position);
            let positions = pool.groups(|settled| position(settled.record.position));
            chosen.fill(&positions, count.div_ceil(positions.len().max(1)), count);
            chosen.fill(&positions, usize::MAX, count);
        }
        ExerciseKind::Smart => chosen.fill(&pool.groups(|_| Some(())), usize::MAX, count),
    }
    chosen
}

impl Chosen {
    /// Takes the cards of a trap, unless they are more than fit.
    fn take_trap(&mut self, rule: TrapRule, found: Vec<usize>, most: usize) {
        let new: Vec<usize> = found.iter().copied().filter(|at| !self.records.contains(at)).collect();
        if self.records.len() + new.len() <= most {
            self.records.extend(new);
            self.traps.push((rule, found));
        }
    }

    /// Takes up to so many of each group until there are enough; those that are chosen count.
    fn fill(&mut self, groups: &[Vec<usize>], of_each: usize, most: usize) {
        for group in groups {
            let before = group.iter().filter(|at| self.records.contains(at)).count();
            let new: Vec<usize> = group.iter().copied().filter(|at| !self.records.contains(at)).collect();
            let room = most.saturating_sub(self.records.len()).min(of_each.saturating_sub(before));
            self.records.extend(new.into_iter().take(room));
        }
    }
}
