//! What an analyst wants to see first: how much there is, from whom, and how far it is linked.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::repeats::{Members, Repeats, plan_asks, possible_pairs};
use crate::domain::{
    Ask, Body, Cycle, Kind, Mechanism, Position, Recommendation, RecordId, Relation, RelationKind, SettledRecord,
};

/// Counts of records by source. In the UPR the records that are supported, partly supported, noted, open and
/// unknown add up to all; elsewhere there are no positions, and these five are none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceCount {
    /// Mechanism.
    pub mechanism: Mechanism,
    /// The body that made them.
    pub body: Body,
    /// UPR cycle; `None` if it is unknown, and outside the UPR.
    pub cycle: Option<Cycle>,
    /// Records of all kinds.
    pub records: u64,
    /// Of these recommendations.
    pub recommendations: u64,
    /// Of the records those supported, implemented already or not; UPR only.
    pub supported: Option<u64>,
    /// Of the records those supported in part; UPR only.
    pub partly_supported: Option<u64>,
    /// Of the records those noted; UPR only.
    pub noted: Option<u64>,
    /// Of the records those on which the position is pending; UPR only.
    pub open: Option<u64>,
    /// Of the records those on which no position is known; UPR only.
    pub unknown: Option<u64>,
}

/// How many asks two mechanisms share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MechanismOverlap {
    /// Mechanisms that meet, in their order.
    pub mechanisms: Vec<Mechanism>,
    /// Asks that hold records of all of them and of no other.
    pub asks: u64,
}

/// How many pairs relate in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RelationCount {
    /// How they relate.
    pub kind: RelationKind,
    /// Pairs.
    pub pairs: u64,
}

/// How many recommendations a goal or a lead has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkCount {
    /// Number of the goal, or code of the lead.
    pub code: String,
    /// Recommendations.
    pub recommendations: u64,
}

/// The overview of a workspace.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overview {
    /// Records of all kinds.
    pub records: u64,
    /// By mechanism and cycle or body.
    pub sources: Vec<SourceCount>,
    /// Asks, and how they repeat: of recommendations and pledges alone.
    pub repeats: Repeats,
    /// Pairs of records of all kinds by kind of relation.
    pub relations: Vec<RelationCount>,
    /// How many pairs were possible: of records of one State, or of one document where the State is unknown.
    pub possible_pairs: u64,
    /// Asks by the mechanisms that make them.
    pub overlaps: Vec<MechanismOverlap>,
    /// Recommendations with at least one SDG target.
    pub with_sdg: u64,
    /// Recommendations with a lead.
    pub with_lead: u64,
    /// Recommendations (the base of the two shares above).
    pub recommendations: u64,
    /// Recommendations by SDG goal, in the order of the goals.
    pub goals: Vec<LinkCount>,
    /// Recommendations by lead, most first.
    pub leads: Vec<LinkCount>,
    /// Asks whose position changed between cycles: noted first and supported later.
    pub moved_to_support: u64,
}

/// Counts everything.
#[must_use]
pub fn overview(records: &BTreeMap<RecordId, &SettledRecord>, asks: &[Ask], relations: &[Relation]) -> Overview {
    let asked: Vec<&SettledRecord> =
        records.values().copied().filter(|r| r.record.kind == Kind::Recommendation).collect();
    let asks = plan_asks(records, asks);
    let pairs = |kind: RelationKind| relations.iter().filter(|r| r.kind == kind).count() as u64;
    let count = |kind: &RelationKind| RelationCount { kind: *kind, pairs: pairs(*kind) };
    Overview {
        records: records.len() as u64,
        sources: sources(records),
        repeats: Repeats::of(&asks, relations),
        relations: RelationKind::ALL.iter().map(count).collect(),
        possible_pairs: possible_pairs(records.values().map(|settled| &settled.record)),
        overlaps: overlaps(&asks),
        with_sdg: asked.iter().filter(|r| !r.sdg_targets.is_empty()).count() as u64,
        with_lead: asked.iter().filter(|r| r.lead.is_some()).count() as u64,
        recommendations: asked.len() as u64,
        goals: goals(&asked),
        leads: ranked(asked.iter().filter_map(|r| Some(r.lead.as_ref()?.link.entity_type.clone()))),
        moved_to_support: asks.iter().filter(|members| moved(members)).count() as u64,
    }
}

fn sources(records: &BTreeMap<RecordId, &SettledRecord>) -> Vec<SourceCount> {
    let mut counts: BTreeMap<_, SourceCount> = BTreeMap::new();
    for record in records.values().map(|settled| &settled.record) {
        let (body, cycle) = part(record);
        // Where the cycle is unknown comes last.
        let place = (record.mechanism, cycle.is_none(), cycle, body.clone());
        tally(counts.entry(place).or_insert_with(|| nothing(record.mechanism, body, cycle)), record);
    }
    counts.into_values().collect()
}

/// What a record is counted under: the cycle in the UPR, the body elsewhere.
fn part(record: &Recommendation) -> (Body, Option<Cycle>) {
    match record.mechanism {
        Mechanism::Upr => (Body::upr(), record.cycle()),
        _ => (record.body.clone(), None),
    }
}

fn nothing(mechanism: Mechanism, body: Body, cycle: Option<Cycle>) -> SourceCount {
    let positions = (mechanism == Mechanism::Upr).then_some(0);
    SourceCount {
        mechanism,
        body,
        cycle,
        records: 0,
        recommendations: 0,
        supported: positions,
        partly_supported: positions,
        noted: positions,
        open: positions,
        unknown: positions,
    }
}

fn tally(counts: &mut SourceCount, record: &Recommendation) {
    counts.records += 1;
    counts.recommendations += u64::from(record.kind == Kind::Recommendation);
    let position = match record.position {
        Position::Supported | Position::SupportedImplemented => &mut counts.supported,
        Position::PartlySupported => &mut counts.partly_supported,
        Position::Noted => &mut counts.noted,
        Position::Pending => &mut counts.open,
        Position::None => &mut counts.unknown,
    };
    if let Some(count) = position {
        *count += 1;
    }
}

fn overlaps(asks: &[Members<'_>]) -> Vec<MechanismOverlap> {
    let mut counts: BTreeMap<Vec<Mechanism>, u64> = BTreeMap::new();
    for members in asks {
        let met: BTreeSet<Mechanism> = members.iter().map(|settled| settled.record.mechanism).collect();
        if met.len() > 1 {
            *counts.entry(met.into_iter().collect()).or_default() += 1;
        }
    }
    counts.into_iter().map(|(mechanisms, asks)| MechanismOverlap { mechanisms, asks }).collect()
}

fn goals(asked: &[&SettledRecord]) -> Vec<LinkCount> {
    let mut counts: BTreeMap<u8, u64> = BTreeMap::new();
    for settled in asked {
        let met: BTreeSet<u8> =
            settled.sdg_targets.iter().filter_map(|code| code.split('.').next()?.parse().ok()).collect();
        met.into_iter().for_each(|goal| *counts.entry(goal).or_default() += 1);
    }
    counts.into_iter().map(|(goal, count)| LinkCount { code: goal.to_string(), recommendations: count }).collect()
}

fn ranked(values: impl Iterator<Item = String>) -> Vec<LinkCount> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    let line = |(code, recommendations)| LinkCount { code, recommendations };
    let mut list: Vec<LinkCount> = counts.into_iter().map(line).collect();
    list.sort_by(|a, b| b.recommendations.cmp(&a.recommendations).then_with(|| a.code.cmp(&b.code)));
    list
}

/// Noted in an earlier cycle and supported in a later one.
fn moved(members: &[&SettledRecord]) -> bool {
    let positions: Vec<_> = members.iter().filter_map(|r| Some((r.record.cycle()?, r.record.position))).collect();
    let first_noted = positions.iter().filter(|(_, p)| *p == Position::Noted).map(|(cycle, _)| *cycle).min();
    first_noted.is_some_and(|noted| positions.iter().any(|(cycle, position)| *cycle > noted && position.is_support()))
}
