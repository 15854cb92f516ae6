//! What has a State been asked again and again, and how has its position moved?
//!
//! Chains are strict; beside them stand the topics that came up again, and the cycles of which nothing is known.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::topics::{TopicLine, missing_cycles, topics};
use crate::analysis::lineage::{Asked, lineages};
use crate::analysis::reading_of;
use crate::domain::vocabulary::{InstrumentRegister, session_days};
use crate::domain::{
    Asker, Cycle, Language, Lineage, Mechanism, Occasion, Position, RecordId, SettledRecord, day_number,
};
use crate::text::instruments::instruments;
use crate::view::{Noun, Question, Refusal, View};

/// The chains of a State, or of the State of the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineages {
    /// The State, by any of its names.
    pub state: Option<String>,
    /// Only those about one instrument, by code or in words.
    pub instrument: Option<String>,
    /// How many to show.
    pub limit: usize,
}

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
    /// Clusters that came up in several cycles; empty when chains of one instrument were asked for.
    pub topics: Vec<TopicLine>,
    /// Cycles up to the last one at hand of which there is no record.
    pub missing_cycles: Vec<Cycle>,
}

impl Question for Lineages {
    type Answer = LineageAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let state = match &self.state {
            Some(name) => view.state(name)?,
            None => view.registers.own_state.ok_or(Refusal::NoState)?,
        };
        let instrument = self.instrument.as_deref().map(instrument_code).transpose()?;
        let of_state = view.settled()?.iter().filter(|settled| settled.record.state == Some(state));
        let settled: Vec<&SettledRecord> = of_state.collect();
        let last = settled.iter().filter_map(|settled| settled.record.cycle()).max();
        let mut chains = lineages(&settled.iter().map(|settled| asked(settled, asker.language)).collect::<Vec<_>>());
        chains.retain(|chain| instrument.is_none_or(|code| chain.instrument == code));
        let names: BTreeMap<RecordId, String> = settled.iter().map(|s| (s.record.id, name(s))).collect();
        Ok(LineageAnswer {
            state: view.registers.states.name(state),
            records: settled.len(),
            total: chains.len(),
            lines: chains.into_iter().take(self.limit).map(|chain| line(chain, &names, last)).collect(),
            topics: if instrument.is_some() { Vec::new() } else { topics(&settled, view.clusters(asker.language)) },
            missing_cycles: missing_cycles(&settled),
        })
    }
}

fn line(lineage: Lineage, names: &BTreeMap<RecordId, String>, last: Option<Cycle>) -> LineageLine {
    let members = lineage.steps.iter().flat_map(|step| &step.members);
    LineageLine {
        names: members.filter_map(|id| Some((*id, names.get(id)?.clone()))).collect(),
        not_since: lineage.last_cycle().filter(|cycle| Some(*cycle) < last),
        lineage,
    }
}

/// The code of an instrument that is named by its code, however that is written, or in words.
fn instrument_code(wanted: &str) -> Result<&'static str, Refusal> {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
    let by_code = InstrumentRegister::embedded().all().iter().find(|i| plain(&i.code) == plain(wanted));
    let code = by_code.map(|instrument| instrument.code.as_str());
    let named = || instruments(wanted, None).first().map(|mention| mention.code);
    code.or_else(named).ok_or_else(|| Refusal::unknown(Noun::Instrument, wanted))
}

fn asked(settled: &SettledRecord, language: Language) -> Asked {
    let record = &settled.record;
    // A number that puts occasions in order and is no date to show: a session counts with its last day.
    let date = record.published.or_else(|| record.session.and_then(session_days).map(|days| days.last));
    let is_upr = record.mechanism == Mechanism::Upr && record.position != Position::None;
    Asked {
        id: record.id,
        place: settled.place(),
        occasion: Occasion { day: date.map_or(0, day_number), cycle: record.cycle(), body: record.body.to_string() },
        position: is_upr.then_some(record.position),
        ask: settled.ask,
        text: record.clean_text(language).to_owned(),
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
