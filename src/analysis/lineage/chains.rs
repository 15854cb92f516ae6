//! Chains of one State.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::vocabulary::{ActionFamilies, ActionFamily, InstrumentRegister};
use crate::domain::{Language, Lineage, LineageStep, Occasion, Position, RecordId};
use crate::text::Reading;
use crate::text::families::families;

/// A record of the State as chains see it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The record.
    pub id: RecordId,
    /// Orders records by document and paragraph.
    pub place: String,
    /// When it was asked.
    pub occasion: Occasion,
    /// The State's position; none outside the UPR.
    pub position: Option<Position>,
    /// The ask it belongs to.
    pub ask: RecordId,
    /// The clean text, for titles.
    pub text: String,
    /// The binding instruments named where ratification or accession is asked.
    pub joins: Vec<&'static str>,
}

impl Asked {
    /// The binding instruments that a text asks to join.
    #[must_use]
    pub fn joins(reading: &Reading) -> Vec<&'static str> {
        let register = InstrumentRegister::embedded();
        let is_binding = |code: &&'static str| register.get(code).is_some_and(|instrument| instrument.is_binding);
        let joining = ActionFamilies::of(ActionFamily::Ratify) | ActionFamilies::of(ActionFamily::Sign);
        let asks = !(families(&reading.english) & joining).is_empty();
        let codes: BTreeSet<&'static str> = reading.instruments.iter().map(|mention| mention.code).collect();
        if asks { codes.into_iter().filter(is_binding).collect() } else { Vec::new() }
    }
}

/// The chains with at least two occasions, most occasions first.
#[must_use]
pub fn lineages(records: &[Asked]) -> Vec<Lineage> {
    let mut chains = by_instrument(records);
    let chained: BTreeSet<RecordId> = records.iter().filter(|r| !r.joins.is_empty()).map(|r| r.id).collect();
    chains.extend(by_ask(records, &chained));
    chains.retain(|chain| chain.times() > 1);
    chains.sort_by(|a, b| b.times().cmp(&a.times()).then_with(|| a.title.cmp(&b.title)));
    chains
}

fn by_instrument(records: &[Asked]) -> Vec<Lineage> {
    let mut members: BTreeMap<&str, Vec<&Asked>> = BTreeMap::new();
    for record in records {
        record.joins.iter().for_each(|code| members.entry(code).or_default().push(record));
    }
    let name = |code: &str| {
        let instrument = InstrumentRegister::embedded().get(code);
        instrument.map_or_else(|| code.to_owned(), |i| i.names.get(Language::En).to_owned())
    };
    let chain = |(code, members): (&str, Vec<&Asked>)| {
        chained(format!("Ratification: {}", name(code)), code.to_owned(), &members)
    };
    members.into_iter().map(chain).collect()
}

/// Asks that are about no treaty to be joined.
fn by_ask(records: &[Asked], chained_already: &BTreeSet<RecordId>) -> Vec<Lineage> {
    let mut members: BTreeMap<RecordId, Vec<&Asked>> = BTreeMap::new();
    for record in records.iter().filter(|record| !chained_already.contains(&record.id)) {
        members.entry(record.ask).or_default().push(record);
    }
    let chain = |members: Vec<&Asked>| {
        // The newest wording is the one that is to be answered.
        let newest = members.iter().max_by(|a, b| (&a.occasion, &a.place).cmp(&(&b.occasion, &b.place)));
        let title = newest.map_or_else(String::new, |record| record.text.clone());
        chained(title, String::new(), &members)
    };
    members.into_values().map(chain).collect()
}

/// Members by occasion; those that name several instruments lend their position to none.
fn chained(title: String, instrument: String, members: &[&Asked]) -> Lineage {
    let mut steps: BTreeMap<(Option<u8>, String), Vec<&Asked>> = BTreeMap::new();
    for member in members {
        let occasion = &member.occasion;
        // Records of one cycle are one occasion, those of a committee one a session.
        let key = match occasion.cycle {
            Some(cycle) => (Some(cycle.0), String::new()),
            None => (None, format!("{} {}", occasion.body, occasion.day)),
        };
        steps.entry(key).or_default().push(member);
    }
    let is_shared = |member: &Asked| member.joins.len() > 1;
    let mut steps: Vec<LineageStep> = steps.into_values().map(|members| step(&members, is_shared)).collect();
    steps.sort_by(|a, b| a.occasion.cmp(&b.occasion));
    let shared = members.iter().filter(|member| is_shared(member)).map(|member| member.id).collect();
    Lineage { title, instrument, steps, shared }
}

fn step(members: &[&Asked], is_shared: impl Fn(&Asked) -> bool) -> LineageStep {
    let mut members = members.to_vec();
    members.sort_by(|a, b| a.place.cmp(&b.place));
    let first = members.iter().map(|member| &member.occasion).min().cloned();
    let own = members.iter().filter(|member| !is_shared(member)).filter_map(|member| member.position);
    let mut positions: Vec<Position> = own.collect();
    positions.sort_unstable();
    positions.dedup();
    LineageStep {
        occasion: first.unwrap_or(Occasion { day: 0, cycle: None, body: String::new() }),
        members: members.iter().map(|member| member.id).collect(),
        positions,
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, lineages};
    use crate::domain::{Cycle, Occasion, Position, RecordId};

    fn asked(id: u64, cycle: u8, position: Position, joins: &[&'static str], ask: u64) -> Asked {
        Asked {
            id: RecordId(id),
            place: format!("{id:03}"),
            occasion: Occasion { day: i64::from(cycle) * 1000, cycle: Some(Cycle(cycle)), body: "UPR".to_owned() },
            position: Some(position),
            ask: RecordId(ask),
            text: format!("text {id}"),
            joins: joins.to_vec(),
        }
    }

    #[test]
    fn a_treaty_is_chained_over_cycles_and_a_record_of_two_lends_its_position_to_neither() {
        let records = [
            asked(1, 2, Position::Noted, &["CED"], 1),
            asked(2, 3, Position::Noted, &["CED", "ICRMW"], 2),
            asked(3, 4, Position::Supported, &["CED"], 3),
            asked(4, 4, Position::Supported, &[], 4),
            asked(5, 3, Position::Noted, &[], 4),
            asked(6, 3, Position::Noted, &[], 6),
        ];
        let chains = lineages(&records);
        assert_eq!(chains.len(), 2, "{chains:?}");
        assert_eq!((chains[0].instrument.as_str(), chains[0].times()), ("CED", 3));
        let positions: Vec<_> = chains[0].steps.iter().map(|step| step.positions.as_slice()).collect();
        assert_eq!(positions, [&[Position::Noted][..], &[], &[Position::Supported]]);
        assert_eq!(chains[0].shared, [RecordId(2)]);
        assert_eq!((chains[1].title.as_str(), chains[1].times()), ("text 4", 2));
    }
}
