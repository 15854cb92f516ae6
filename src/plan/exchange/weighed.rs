//! One cell: as it was sent, as it stands, as it came back.

use super::same::is_same;
use crate::domain::exchange::{SheetColumn, Verdict};

/// What a cell is that came back; `None` where nobody has changed it. An empty cell changes nothing.
pub(super) fn weigh(column: SheetColumn, sent: &str, ours: &str, theirs: &str) -> Option<Verdict> {
    let same = |one, other| is_same(column, one, other);
    let have_they = !theirs.trim().is_empty() && !same(sent, theirs);
    let have_we = !same(sent, ours);
    match (have_they, have_we) {
        (false, false) => None,
        (true, false) => Some(Verdict::Theirs),
        (false, true) => Some(Verdict::Ours),
        (true, true) if same(ours, theirs) => Some(Verdict::Equal),
        (true, true) => Some(Verdict::Conflict),
    }
}

#[cfg(test)]
mod tests {
    use super::weigh;
    use crate::domain::exchange::{SheetColumn, Verdict};

    #[test]
    fn three_sides_make_a_verdict_and_an_empty_cell_changes_nothing() {
        let verdict = |sent, ours, theirs| weigh(SheetColumn::Obstacles, sent, ours, theirs);
        assert_eq!(verdict("a", "a", "a"), None);
        assert_eq!(verdict("a", "a", ""), None);
        assert_eq!(verdict("a", "a", "b"), Some(Verdict::Theirs));
        assert_eq!(verdict("a", "b", "a"), Some(Verdict::Ours));
        assert_eq!(verdict("a", "b", ""), Some(Verdict::Ours));
        assert_eq!(verdict("a", "b", "B"), Some(Verdict::Equal));
        assert_eq!(verdict("a", "b", "c"), Some(Verdict::Conflict));
        assert_eq!(verdict("", "", "c"), Some(Verdict::Theirs));
    }
}
