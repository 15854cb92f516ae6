//! The issue that a record is placed by.

use super::tagged::Tagged;
use crate::domain::TagKind;
use crate::domain::vocabulary::issues;
use crate::text::Reading;
use crate::text::acts::act_of;
use crate::text::clauses::clauses;

/// The issue of recommendations to become party.
const INSTRUMENTS: &str = "International instruments";
/// Acts that concern an instrument as such: 2,317 of 2,340 recommendations that open with one have that
/// issue in UPR Info.
const FILED: [&str; 3] = ["ratify", "sign", "withdraw_reservation"];

/// The issue that a record is placed by, by number: what is asked of an instrument as such is filed with
/// the instruments, as UPR Info does, whatever the instrument is about; else the issue it has first.
pub(crate) fn main_issue(reading: &Reading, tagged: &Tagged) -> usize {
    let main = clauses(&reading.folded).main.len();
    let first = reading.instruments.first().filter(|mention| mention.start < main);
    let act = first.and_then(|mention| act_of(&reading.folded, mention, reading.language));
    match issues().iter().position(|issue| issue.name == INSTRUMENTS) {
        Some(instruments) if act.is_some_and(|act| FILED.contains(&act)) => instruments,
        _ => first_issue(tagged),
    }
}

/// The issue that a record has first, by number.
pub(super) fn first_issue(tagged: &Tagged) -> usize {
    tagged.of(TagKind::Issue).first().copied().unwrap_or(0)
}
