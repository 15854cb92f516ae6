//! How the recommending States of two records relate: sources name all of them, one a row, or none.

use crate::domain::StateCode;

/// Whether the recommending States of one record are some, and not all, of those of another: then the
/// other holds the recommendation of which the one is the row of a State.
pub(super) fn is_part_of(part: &[StateCode], whole: &[StateCode]) -> bool {
    !part.is_empty() && part.len() < whole.len() && is_within(part, whole)
}

/// Whether the recommending States of one are among those of the other; none named contradicts none.
pub(super) fn are_compatible(a: &[StateCode], b: &[StateCode]) -> bool {
    is_within(a, b) || is_within(b, a)
}

/// Whether all of one are among those of the other.
pub(super) fn is_within(a: &[StateCode], b: &[StateCode]) -> bool {
    a.iter().all(|state| b.contains(state))
}

/// Adds States that are not there yet, in their order.
pub(super) fn add_states(known: &mut Vec<StateCode>, arrived: Vec<StateCode>) {
    for state in arrived {
        if !known.contains(&state) {
            known.push(state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{are_compatible, is_part_of};
    use crate::domain::StateCode;

    #[test]
    fn a_row_of_one_state_is_part_of_what_several_recommend() {
        let codes = |list: &[&str]| -> Vec<StateCode> { list.iter().map(|code| code.parse().unwrap()).collect() };
        let (one, two, other) = (codes(&["CHL"]), codes(&["CHL", "NLD"]), codes(&["GHA"]));
        assert!(is_part_of(&one, &two) && !is_part_of(&two, &two) && !is_part_of(&[], &two));
        assert!(are_compatible(&two, &one) && are_compatible(&[], &one) && !are_compatible(&other, &two));
    }
}
