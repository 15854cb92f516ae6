//! Whether what stands in a cell can be what its column holds.

use super::problem::ProblemKind;
use crate::domain::exchange::{SheetCell, SheetColumn, is_clearing};
use crate::domain::plan::{Acceptance, Period, PlanTime};
use crate::domain::vocabulary::fold;
use crate::text::plan_dates::{Edge, plan_date};
use crate::text::plan_words::{answer_of, status_of};
use crate::text::quantities::quantity;

/// Excel holds at most this many letters in a cell.
const LONGEST: usize = 32_767;

/// Letters from which on a text has a word in it.
const WORD: usize = 3;

/// What is wrong with a cell.
pub(super) fn fault(column: SheetColumn, cell: &SheetCell) -> Option<ProblemKind> {
    let text = cell.text.trim();
    let letters = text.chars().count();
    if is_foreign(cell) {
        return Some(ProblemKind::Formula { formula: cell.formula.chars().take(100).collect() });
    }
    if letters > LONGEST {
        return Some(ProblemKind::TooLong { letters });
    }
    if is_clearing(text) {
        return CANNOT_CLEAR.contains(&column).then_some(ProblemKind::NoClearing);
    }
    if text.is_empty() {
        return None;
    }
    if column != SheetColumn::Comment && says_nothing(text) {
        return Some(ProblemKind::SaysNothing { text: text.to_owned() });
    }
    let own = || text.to_owned();
    match column {
        SheetColumn::Status if status_of(text).is_none() => Some(ProblemKind::NoStatus { text: own() }),
        SheetColumn::Agreed if answer_of(text) != Some(Acceptance::Accepted) => {
            Some(ProblemKind::NotAgreed { text: own() })
        }
        SheetColumn::Answer if answer_of(text).is_none() => Some(ProblemKind::NoAnswer { text: own() }),
        SheetColumn::From | SheetColumn::Until if is_doubtful_date(text) => Some(ProblemKind::NoDate { text: own() }),
        _ => None,
    }
}

/// Columns in which nothing can be taken away.
const CANNOT_CLEAR: [SheetColumn; 10] = [
    SheetColumn::Agreed,
    SheetColumn::Cluster,
    SheetColumn::Measure,
    SheetColumn::Answer,
    SheetColumn::Reason,
    SheetColumn::Instead,
    SheetColumn::Assessment,
    SheetColumn::Evidence,
    SheetColumn::Value,
    SheetColumn::Missing,
];
/// What people write where they have nothing to say, folded.
const NOTHING: [&str; 8] = ["n a", "na", "tbd", "tba", "none", "nil", "null", "clear"];

/// Whether a text is one that people write where they have nothing to say.
fn says_nothing(text: &str) -> bool {
    let folded = fold(text);
    NOTHING.contains(&folded.as_str()) || folded.is_empty()
}

/// A formula that leads elsewhere or came to nothing: what others have come to is what stands in the cell.
fn is_foreign(cell: &SheetCell) -> bool {
    let formula = cell.formula.to_uppercase();
    let leads_elsewhere = ["HYPERLINK", "WEBSERVICE", "IMPORT", "DDE", "CMD|", "["];
    !formula.is_empty() && (cell.text.trim().is_empty() || leads_elsewhere.iter().any(|word| formula.contains(word)))
}

/// Figures that may be two days, or are none: words say what they say.
fn is_doubtful_date(text: &str) -> bool {
    let is_figures = text.chars().any(|c| c.is_numeric()) && text.chars().filter(|c| c.is_alphabetic()).count() < WORD;
    is_figures && plan_date(text, Edge::Last).time == PlanTime::Unread
}

/// The period that a cell names.
pub(super) fn period_of(text: &str) -> Option<Period> {
    let text = text.trim();
    let (first, last) = (plan_date(text, Edge::First).period(), plan_date(text, Edge::Last).period());
    // "2026 to 2027" names two.
    text.parse().ok().or_else(|| last.filter(|last| first == Some(*last)))
}

/// Whether a value is one of a unit.
pub(super) fn is_of_unit(value: &str, unit: &str) -> bool {
    quantity(value, unit).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{ProblemKind, fault, period_of};
    use crate::domain::exchange::{SheetCell, SheetColumn};

    fn of(column: SheetColumn, text: &str, formula: &str) -> Option<ProblemKind> {
        fault(column, &SheetCell { text: text.to_owned(), formula: formula.to_owned(), ..SheetCell::default() })
    }

    #[test]
    fn what_cannot_be_what_a_column_holds_is_told() {
        let text = |text: &str| text.to_owned();
        assert_eq!(of(SheetColumn::Status, "en curso", ""), None);
        assert_eq!(of(SheetColumn::Status, "50 %", ""), Some(ProblemKind::NoStatus { text: text("50 %") }));
        assert_eq!(of(SheetColumn::Answer, "perhaps", ""), Some(ProblemKind::NoAnswer { text: text("perhaps") }));
        assert_eq!(of(SheetColumn::Until, "03/04/2027", ""), Some(ProblemKind::NoDate { text: text("03/04/2027") }));
        assert_eq!(of(SheetColumn::Until, "2027-04-03", ""), None);
        assert_eq!(of(SheetColumn::Until, "before the elections", ""), None);
        assert_eq!(of(SheetColumn::Status, "[clear]", ""), None);
        for text in ["2027-13", "15/2027", "46844", "0", "Q5 28"] {
            assert!(of(SheetColumn::Until, text, "").is_some(), "{text}");
        }
        for text in ["-", "N/A", "—", "TBD", "none"] {
            assert_eq!(of(SheetColumn::Budget, text, ""), Some(ProblemKind::SaysNothing { text: text.to_owned() }));
        }
        assert_eq!(of(SheetColumn::Answer, "[clear]", ""), Some(ProblemKind::NoClearing));
        assert_eq!((period_of("2026 to 2027"), period_of("2027").is_some()), (None, true));
        assert!(matches!(of(SheetColumn::Obstacles, "x", "HYPERLINK(\"a\")"), Some(ProblemKind::Formula { .. })));
        assert!(matches!(of(SheetColumn::Obstacles, "", "1/0"), Some(ProblemKind::Formula { .. })));
        assert_eq!(of(SheetColumn::Budget, "12", "4*3"), None);
        assert!(matches!(of(SheetColumn::Obstacles, &"x".repeat(40_000), ""), Some(ProblemKind::TooLong { .. })));
    }
}
