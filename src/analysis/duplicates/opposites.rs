//! Acts that undo each other.

use crate::domain::vocabulary::{ActionFamilies, ActionFamily};

/// Families that undo each other: who asks for the one alone does not ask for the other.
const OPPOSITE: [(ActionFamily, ActionFamily); 2] =
    [(ActionFamily::Criminalise, ActionFamily::Repeal), (ActionFamily::Ratify, ActionFamily::Reservation)];

/// Whether one set of families holds an act and the other alone the act that undoes it.
#[must_use]
pub(super) fn are_opposite(a: ActionFamilies, b: ActionFamilies) -> bool {
    OPPOSITE.iter().any(|(one, other)| {
        let pair = ActionFamilies::of(*one) | ActionFamilies::of(*other);
        !(a & pair).is_empty() && !(b & pair).is_empty() && (a & b & pair).is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::are_opposite;
    use crate::text::families::families;

    #[test]
    fn to_ban_and_to_lift_a_ban_are_opposite_and_to_review_one_is_not() {
        let (ban, lift) = (families("criminalise blasphemy"), families("decriminalise blasphemy"));
        assert!(are_opposite(ban, lift) && !are_opposite(ban, ban));
        assert!(!are_opposite(ban, families("repeal laws that criminalise blasphemy")), "both are named");
        assert!(are_opposite(families("ratify the covenant"), families("withdraw reservations to the covenant")));
    }
}
