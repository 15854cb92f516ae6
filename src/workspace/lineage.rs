//! Lineages of one State, with the references and positions that people read.

use std::collections::BTreeMap;

use serde::Serialize;

use super::indexed::place;
use super::{Workspace, WorkspaceError};
use crate::analysis::lineage::{Asked, lineages};
use crate::analysis::reading_of;
use crate::domain::vocabulary::{InstrumentRegister, session_date};
use crate::domain::{Cycle, Lineage, Mechanism, Occasion, Position, RecordId, SettledRecord, StateCode, day_number};
use crate::text::instruments::instruments;

/// A chain with its words.
#[derive(Debug, Clone, Serialize)]
pub struct LineageLine {
    /// The chain.
    #[serde(flatten)]
    pub lineage: Lineage,
    /// Paragraph, or reference where there is none, by record.
    pub names: BTreeMap<RecordId, String>,
    /// The last cycle of the State, where the chain does not reach it.
    pub not_since: Option<Cycle>,
}

/// The chains of a State.
#[derive(Debug, Clone, Serialize)]
pub struct LineageAnswer {
    /// The State, by name.
    pub state: String,
    /// Records of the State.
    pub records: usize,
    /// How many chains there are.
    pub total: usize,
    /// Those asked for, most occasions first.
    pub lines: Vec<LineageLine>,
}

/// The code of an instrument that is named by its code, however that is written, or in words.
fn instrument_code(wanted: &str) -> Result<&'static str, WorkspaceError> {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
    let by_code = InstrumentRegister::embedded().all().iter().find(|i| plain(&i.code) == plain(wanted));
    let code = by_code.map(|instrument| instrument.code.as_str());
    let named = || instruments(wanted, None).first().map(|mention| mention.code);
    let unknown = || WorkspaceError::BadArgument { what: "name or code of an instrument", given: wanted.to_owned() };
    code.or_else(named).ok_or_else(unknown)
}

impl Workspace {
    /// The chains of a State, or of the State of the workspace; those about one instrument where it is
    /// named.
    ///
    /// # Errors
    /// When no State is meant or known, no instrument is so called, or nothing was analysed yet.
    pub fn lineage(
        &self,
        state: Option<&str>,
        instrument: Option<&str>,
        limit: usize,
    ) -> Result<LineageAnswer, WorkspaceError> {
        let state = match state {
            Some(name) => self.state(name)?,
            None => self.own_state()?,
        };
        let instrument = instrument.map(instrument_code).transpose()?;
        let analysis = self.analysis()?;
        let mut records = self.records()?;
        records.retain(|record| record.state == Some(state));
        let settled = self.settle_all(records, &analysis)?;
        let asked: Vec<Asked> = settled.iter().map(asked).collect();
        let last = settled.iter().filter_map(|record| record.record.cycle()).max();
        let mut chains = lineages(&asked);
        chains.retain(|chain| instrument.is_none_or(|code| chain.instrument == code));
        let names: BTreeMap<RecordId, String> = settled.iter().map(|s| (s.record.id, name(s))).collect();
        let line = |lineage: Lineage| {
            let members = lineage.steps.iter().flat_map(|step| &step.members);
            LineageLine {
                names: members.filter_map(|id| Some((*id, names.get(id)?.clone()))).collect(),
                not_since: lineage.last_cycle().filter(|cycle| Some(*cycle) < last),
                lineage,
            }
        };
        Ok(LineageAnswer {
            state: self.states.name(state),
            records: settled.len(),
            total: chains.len(),
            lines: chains.into_iter().take(limit).map(line).collect(),
        })
    }

    fn own_state(&self) -> Result<StateCode, WorkspaceError> {
        self.settings.state.ok_or_else(|| WorkspaceError::BadArgument {
            what: "State; name one with --state",
            given: "no State".to_owned(),
        })
    }
}

fn asked(settled: &SettledRecord) -> Asked {
    let record = &settled.record;
    let date = record.published.or_else(|| record.session.and_then(session_date));
    let is_upr = record.mechanism == Mechanism::Upr && record.position != Position::None;
    Asked {
        id: record.id,
        place: place(settled),
        occasion: Occasion { day: date.map_or(0, day_number), cycle: record.cycle(), body: record.body.to_string() },
        position: is_upr.then_some(record.position),
        ask: settled.ask,
        text: record.text(crate::domain::Language::En).1.clean.clone(),
        joins: Asked::joins(&reading_of(record)),
    }
}

fn name(settled: &SettledRecord) -> String {
    match (&settled.record.paragraph, settled.record.mechanism) {
        (Some(paragraph), Mechanism::Upr) => paragraph.to_string(),
        // The body stands before it already.
        _ => {
            let body = format!("{} ", settled.record.body);
            settled.reference.strip_prefix(&body).unwrap_or(&settled.reference).to_owned()
        }
    }
}
