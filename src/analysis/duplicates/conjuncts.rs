//! What "and" joins in an ask, by the act that each part begins with.
//!
//! "Repeal the one law and adopt the other" asks for more than "adopt the other": a plan that folds the two
//! into one line loses the repeal.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::domain::vocabulary::{ActionFamilies, ActionFamily};
use crate::text::Reading;
use crate::text::clauses::clauses;
use crate::text::families::families;
use crate::text::pattern::pattern;

/// Acts that are measures of their own wherever they stand. Of 5,612 judged pairs 377 differ in one of these, and
/// 361 of them are not the same ask; to sign beside ratifying, to protect, to give access, to investigate or to
/// cooperate are often only more words for the same.
const MEASURES: [ActionFamily; 14] = [
    ActionFamily::Ratify,
    ActionFamily::Implement,
    ActionFamily::Reservation,
    ActionFamily::Moratorium,
    ActionFamily::Abolish,
    ActionFamily::Establish,
    ActionFamily::Prosecute,
    ActionFamily::Criminalise,
    ActionFamily::Repeal,
    ActionFamily::Amend,
    ActionFamily::Release,
    ActionFamily::Compensate,
    ActionFamily::Invite,
    ActionFamily::Train,
];

/// Words before an act that change nothing in it.
const BEFORE: [&str; 19] = [
    "to",
    "also",
    "then",
    "further",
    "the",
    "fully",
    "promptly",
    "effectively",
    "immediately",
    "continue",
    "efforts",
    "consider",
    "take",
    "steps",
    "measures",
    "its",
    "their",
    "all",
    "a",
];

/// What joins the parts of an ask.
static JOINT: LazyLock<Regex> = LazyLock::new(|| pattern(r" (?:and|as well as) "));

/// A part of an ask that "and" joins to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Conjunct {
    /// The measure that its first word names; empty when it names no measure.
    opening: ActionFamilies,
    /// All families of action in it.
    all: ActionFamilies,
}

/// The parts of the main clause; empty when nothing is joined.
#[must_use]
pub(super) fn conjuncts(reading: &Reading) -> Vec<Conjunct> {
    let parts: Vec<&str> = JOINT.split(clauses(&reading.english).main).collect();
    if parts.len() < 2 {
        return Vec::new();
    }
    // What the whole text is not seen to ask for is no act of a part either.
    let whole = families(&reading.english);
    parts.into_iter().map(|part| Conjunct { opening: opening(part) & whole, all: families(part) }).collect()
}

/// The measure that the first word of a part names; empty when that word alone is none.
fn opening(part: &str) -> ActionFamilies {
    let measures: ActionFamilies = MEASURES.into_iter().collect();
    let named = part.split(' ').find(|word| !BEFORE.contains(word)).map(families).unwrap_or_default();
    if named & measures == named { named } else { ActionFamilies::default() }
}

/// Whether a part begins with a measure that the other text does not ask for, beside a part that it does ask for;
/// `asked` are the families of the other text.
#[must_use]
pub(super) fn asks_more(parts: &[Conjunct], asked: ActionFamilies) -> bool {
    let is_shared = |part: &Conjunct| !(part.all & asked).is_empty();
    let is_more = |part: &Conjunct| !part.opening.is_empty() && (part.opening & asked).is_empty();
    parts.iter().enumerate().any(|(at, part)| {
        is_more(part) && parts.iter().enumerate().any(|(other, beside)| other != at && is_shared(beside))
    })
}

#[cfg(test)]
mod tests {
    use super::{asks_more, conjuncts};
    use crate::domain::Language;
    use crate::text::families::families;
    use crate::text::read;

    fn more(one: &str, other: &str) -> bool {
        let (one, other) = (read(one, Language::En), read(other, Language::En));
        asks_more(&conjuncts(&one), families(&other.english))
    }

    #[test]
    fn a_repeal_joined_to_a_law_is_more_than_the_law_and_two_verbs_of_one_family_are_not() {
        let law = "Adopt the law on lighthouses";
        assert!(more("Repeal the law on harbours and adopt the law on lighthouses", law));
        assert!(!more(law, "Repeal the law on harbours and adopt the law on lighthouses"));
        assert!(!more("Sign and ratify the Convention", "Ratify the Convention"));
        assert!(more("Abolish the tax and ratify the Convention", "Ratify the Convention"));
        assert!(!more("Protect and shelter sailors", "Shelter sailors"));
        assert!(!more("Repeal the tax and build roads", "Ratify the Convention"), "nothing is shared");
    }
}
