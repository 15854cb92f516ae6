//! The recommendations of the last review of a State.

use crate::domain::{Cycle, Mechanism, Position, SettledRecord};
use crate::view::{Refusal, View};

/// The recommendations and pledges of the newest cycle of the UPR that the workspace holds, in the order of their
/// numbers.
pub(super) struct Reviewed {
    /// The cycle; `None` where there is no recommendation of the review.
    pub(super) cycle: Option<Cycle>,
    pub(super) records: Vec<SettledRecord>,
    /// How many records of the review name no session, so that nobody knows of which cycle they are.
    pub(super) without_session: usize,
}

impl Reviewed {
    /// Those of the own State.
    ///
    /// # Errors
    /// When the workspace is about no single State, or records cannot be read.
    pub(super) fn of(view: &View) -> Result<Self, Refusal> {
        let state = view.registers.own_state.ok_or(Refusal::NoState)?;
        let is_of_review = |settled: &&SettledRecord| {
            let record = &settled.record;
            record.mechanism == Mechanism::Upr && record.state == Some(state) && record.kind.is_of_plan()
        };
        let all: Vec<&SettledRecord> = view.settled()?.iter().filter(is_of_review).collect();
        let cycle_of = |settled: &&SettledRecord| settled.record.session.map(|session| session.cycle());
        let cycle = all.iter().filter_map(cycle_of).max();
        let without_session =
            if cycle.is_some() { all.iter().filter(|settled| cycle_of(settled).is_none()).count() } else { 0 };
        let mut records: Vec<SettledRecord> =
            all.into_iter().filter(|settled| cycle_of(settled) == cycle).cloned().collect();
        records.sort_by_cached_key(SettledRecord::place);
        Ok(Self { cycle, records, without_session })
    }

    /// How many have a position.
    pub(super) fn count(&self, is_it: impl Fn(Position) -> bool) -> usize {
        self.records.iter().filter(|settled| is_it(settled.record.position)).count()
    }
}

/// Whether a State has taken a recommendation on, at least in part.
pub(super) const fn is_supported(position: Position) -> bool {
    matches!(position, Position::Supported | Position::SupportedImplemented | Position::PartlySupported)
}

/// Whether a State has taken a recommendation on as a whole.
pub(super) const fn is_wholly_supported(position: Position) -> bool {
    matches!(position, Position::Supported | Position::SupportedImplemented)
}

/// The number of a recommendation in its document; its reference where it has none.
pub(super) fn number(settled: &SettledRecord) -> String {
    settled.record.paragraph.as_ref().map_or_else(|| settled.reference.clone(), ToString::to_string)
}
