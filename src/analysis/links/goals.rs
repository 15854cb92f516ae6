//! From SDG targets to their goals.

use crate::domain::TagKind;
use crate::domain::vocabulary::values;

/// The goals of targets by number, less one, each once.
#[must_use]
pub fn goals_of(targets: &[usize]) -> Vec<usize> {
    let code = |number: &usize| values(TagKind::SdgTarget).get(*number).and_then(|code| code.split('.').next());
    let mut goals: Vec<usize> =
        targets.iter().filter_map(code).filter_map(|goal| goal.parse::<usize>().ok()).map(|goal| goal - 1).collect();
    goals.sort_unstable();
    goals.dedup();
    goals
}
