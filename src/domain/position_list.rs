//! Positions by number, as an addendum states them.

use std::fmt;

use super::{Position, Session, StateCode, Symbol};

/// One number or a run of them: `140.7`, `140.11-14`, or without a paragraph, `94-103`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NumberRange {
    /// Number of the paragraph, where it is written.
    pub main: Option<u32>,
    /// First item.
    pub from: u32,
    /// Last item.
    pub to: u32,
}

impl fmt::Display for NumberRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(main) = self.main {
            write!(f, "{main}.")?;
        }
        write!(f, "{}", self.from)?;
        if self.to > self.from { write!(f, "-{}", self.to) } else { Ok(()) }
    }
}

/// A place in an addendum that puts numbers into a class, or comments on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionStatement {
    /// Where it stands.
    pub place: String,
    /// The position; `None` if it only comments.
    pub position: Option<Position>,
    /// The numbers.
    pub numbers: Vec<NumberRange>,
    /// What the State says of them.
    pub comment: String,
}

/// What an addendum says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionList {
    /// Symbol of the report that the numbers belong to.
    pub report: Option<Symbol>,
    /// Symbol of the addendum itself.
    pub symbol: Option<Symbol>,
    /// State under review.
    pub state: StateCode,
    /// Session.
    pub session: Option<Session>,
    /// The statements in the order of the document.
    pub statements: Vec<PositionStatement>,
}
