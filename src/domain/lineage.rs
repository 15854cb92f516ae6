//! The asks of one State that carry one thing over cycles and mechanisms.

use serde::Serialize;

use super::{Cycle, Position, RecordId};

/// When a thing was asked: in a cycle of the UPR, or by another body in a year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Occasion {
    /// Days since 1970 of the first record; zero if no date is known.
    pub day: i64,
    /// UPR cycle; none for other mechanisms.
    pub cycle: Option<Cycle>,
    /// Short name of the body.
    pub body: String,
}

/// What was asked on one occasion.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineageStep {
    /// When.
    pub occasion: Occasion,
    /// The records, in the order of their paragraphs.
    pub members: Vec<RecordId>,
    /// The positions of those that ask for nothing else, each once; none outside the UPR.
    pub positions: Vec<Position>,
}

/// One thing asked of a State, occasion by occasion.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lineage {
    /// What is asked.
    pub title: String,
    /// Code of the instrument it is about; empty where it is about none.
    pub instrument: String,
    /// Occasions, oldest first.
    pub steps: Vec<LineageStep>,
    /// Members that ask for other things too: their position says nothing of this one alone.
    pub shared: Vec<RecordId>,
}

impl Lineage {
    /// On how many occasions it was asked.
    #[must_use]
    pub fn times(&self) -> usize {
        self.steps.len()
    }

    /// The last UPR cycle in which it was asked.
    #[must_use]
    pub fn last_cycle(&self) -> Option<Cycle> {
        self.steps.iter().filter_map(|step| step.occasion.cycle).max()
    }
}
