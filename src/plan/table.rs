//! The clustered implementation plan as a table: one row an ask, grouped by cluster.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::bodies::body_for;
use super::document_measure::DocumentMeasure;
use super::filter::PlanFilter;
use super::measured::Measured;
use super::merged::merged_text;
use super::names::{group_name, issue_name, sdg_line};
use super::row::{CellLine, PlanRow, SourceLine};
use crate::domain::plan::Edition;
use crate::domain::vocabulary::StateRegister;
use crate::domain::{
    Ask, Cluster, ClusterNumber, Entity, EntityLink, Language, Lead, Mechanism, PlanColumn, Position, Provenance,
    RecordId, RowKey, SettledRecord, TagKind,
};

/// The plan before measures are written into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanTable {
    /// Whose plan it is: name of the State or of the workspace.
    pub name: String,
    /// The closed edition that its measures are of; `None` of the plan at work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// Rows in the order of clusters, larger asks first.
    pub rows: Vec<PlanRow>,
    /// Names of the bodies that the lead column offers.
    pub entities: Vec<String>,
    /// How far it has been decided.
    pub decided: PlanDecided,
    /// Recommendations and pledges of its States that the filter leaves out, those of rows with another lead among them.
    pub filtered: usize,
    /// The day that it says it is of.
    pub as_of: Option<Date>,
    /// Recommendations and pledges of other States, or of States that are not known.
    pub aside: usize,
}

/// How many rows of a plan rest on what people or files say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct PlanDecided {
    /// Recommendations that its rows answer.
    pub recommendations: usize,
    /// Rows.
    pub rows: usize,
    /// Rows whose lead a person or a file has named.
    pub leads: usize,
    /// Rows whose targets a person or a file has named.
    pub sdg_targets: usize,
}

impl PlanDecided {
    pub(super) fn of(rows: &[PlanRow]) -> Self {
        let said = |column| rows.iter().filter(|row| is_said(row.lines(column))).count();
        let is_led = |row: &&PlanRow| row.has_lead() || is_said(row.lines(PlanColumn::Lead));
        Self {
            recommendations: rows.iter().flat_map(|row| &row.answers).collect::<BTreeSet<_>>().len(),
            rows: rows.len(),
            leads: rows.iter().filter(is_led).count(),
            sdg_targets: said(PlanColumn::SdgTargets),
        }
    }
}

/// Whether a cell is filled and none of it is a proposal.
fn is_said(lines: &[CellLine]) -> bool {
    !lines.is_empty() && !lines.iter().any(CellLine::is_proposed)
}

/// What a plan is made from.
pub(super) struct PlanInput<'a> {
    /// Whose plan it is: name of the State or of the workspace.
    pub(super) name: String,
    /// Language of names, and of texts where a record has several.
    pub(super) language: Language,
    /// Records by identifier.
    pub(super) records: &'a BTreeMap<RecordId, &'a SettledRecord>,
    /// Clusters in the order of numbers.
    pub(super) clusters: &'a [Cluster],
    /// Asks.
    pub(super) asks: &'a [Ask],
    /// National register; may be empty.
    pub(super) entities: &'a [Entity],
    /// Names of States.
    pub(super) states: &'a StateRegister,
    /// Which recommendations and rows are wanted.
    pub(super) filter: &'a PlanFilter,
    /// The measures that the plan has already.
    pub(super) measured: &'a Measured<'a>,
}

/// Makes the table. Concerns and other remarks are no recommendations and have no row.
#[must_use]
pub(super) fn plan_table(input: &PlanInput<'_>) -> PlanTable {
    let placed = placed(input);
    let mut by_cluster: BTreeMap<Option<ClusterNumber>, Vec<Ask>> = BTreeMap::new();
    for (place, ask) in input.asks.iter().flat_map(|ask| parts(ask, input.records)) {
        by_cluster.entry(place).or_default().push(ask);
    }
    let mut rows = Vec::new();
    for cluster in input.clusters {
        let mut asks = by_cluster.remove(&Some(cluster.number)).unwrap_or_default();
        asks.sort_by_key(|ask| (std::cmp::Reverse(ask.members.len()), ask.id));
        rows.extend(asks.iter().filter_map(|ask| row(input, cluster, ask)));
    }
    let entities = input.entities.iter().map(|entity| entity.name.clone()).collect();
    let decided = PlanDecided::of(&rows);
    let filtered = placed - decided.recommendations;
    PlanTable { name: input.name.clone(), edition: None, rows, entities, decided, filtered, as_of: None, aside: 0 }
}

/// How many recommendations and pledges have a row where nothing is filtered.
fn placed(input: &PlanInput<'_>) -> usize {
    let numbers: BTreeSet<ClusterNumber> = input.clusters.iter().map(|cluster| cluster.number).collect();
    let is_of_plan = |id: &&RecordId| input.records.get(*id).is_some_and(|own| own.record.kind.is_of_plan());
    let parts = input.asks.iter().flat_map(|ask| parts(ask, input.records));
    let placed = parts.filter(|(place, _)| place.is_some_and(|number| numbers.contains(&number)));
    placed.map(|(_, ask)| ask.members.iter().filter(is_of_plan).count()).sum()
}

/// An ask stands in the cluster of its representative, but for records that a person has moved: each
/// of them has its row where it was put.
fn parts(ask: &Ask, records: &BTreeMap<RecordId, &SettledRecord>) -> Vec<(Option<ClusterNumber>, Ask)> {
    let place = |id: &RecordId| records.get(id).and_then(|r| r.cluster);
    let home = place(&ask.representative);
    let moved = |id: &RecordId| records.get(id).is_some_and(|r| r.is_moved) && place(id) != home;
    let (away, staying): (Vec<RecordId>, Vec<RecordId>) = ask.members.iter().partition(|id| moved(id));
    let mut parts = vec![(home, Ask { members: staying, ..ask.clone() })];
    parts.extend(away.into_iter().map(|id| (place(&id), Ask { id, members: vec![id], representative: id })));
    parts
}

fn row(input: &PlanInput<'_>, cluster: &Cluster, ask: &Ask) -> Option<PlanRow> {
    let mut members: Vec<&SettledRecord> = ask.members.iter().filter_map(|id| input.records.get(id).copied()).collect();
    members.retain(|m| m.record.kind.is_of_plan() && input.filter.keeps(m));
    members.sort_by(|a, b| (a.record.mechanism, &a.reference).cmp(&(b.record.mechanism, &b.reference)));
    let main = members.iter().find(|m| m.record.id == ask.representative).or_else(|| members.first())?;
    let answers: BTreeSet<RecordId> = members.iter().map(|m| m.record.id).collect();
    let measures = input.measured.answering(&answers);
    // Who leads a measure has been named; what is proposed for the records speaks where nobody leads one.
    let is_wanted = match measures.iter().any(|measure| !measure.lead.is_empty()) {
        true => input.filter.keeps_leading(&measures),
        false => input.filter.keeps_lead(lead_of(&members, main), input.entities),
    };
    is_wanted.then(|| {
        let measures: Vec<DocumentMeasure> = measures.iter().map(|measure| input.measured.text(measure)).collect();
        let mut cells = cells(input, cluster, &members, main);
        // Who leads a measure supports nobody.
        let leads = |line: &CellLine| measures.iter().flat_map(|own| &own.lead).any(|name| line.names(name));
        cells.entry(PlanColumn::Supporting).or_default().retain(|line| !leads(line));
        PlanRow { key: RowKey::of(&answers), answers, cells, measures }
    })
}

/// What is known before people write measures; `main` is the record whose links stand for all.
fn cells(
    input: &PlanInput<'_>,
    cluster: &Cluster,
    members: &[&SettledRecord],
    main: &SettledRecord,
) -> BTreeMap<PlanColumn, Vec<CellLine>> {
    let language = input.language;
    let body = |link: &EntityLink| body_for(link, input.entities, members, language);
    let named = |codes: &[String], name: fn(&str, Language) -> String| -> Vec<String> {
        codes.iter().map(|code| name(code, language)).collect()
    };
    let lead = lead_of(members, main);
    let leads = |link: &EntityLink| lead.is_some_and(|lead| lead.link.may_be(link));
    let supporting = main.support.iter().enumerate().filter(|(_, link)| !leads(link));
    let sources: Vec<CellLine> = members.iter().map(|m| CellLine::Source(source(m, cluster, input))).collect();
    let lines = |lines: Vec<String>| lines.into_iter().map(CellLine::Plain).collect::<Vec<_>>();
    let support = |(at, link): (usize, &EntityLink)| match main.proposed.is_proposed(TagKind::Support, at) {
        true => CellLine::Proposed(body(link)),
        false => CellLine::Plain(body(link)),
    };
    BTreeMap::from([
        (PlanColumn::Cluster, lines(vec![cluster.number.to_string()])),
        (PlanColumn::Title, lines(vec![cluster.full_title()])),
        (PlanColumn::Recommendations, sources),
        (PlanColumn::MergedText, lines(merged_text(members, main, language))),
        (PlanColumn::Themes, union(members, TagKind::Issue, |m| named(&m.issues, issue_name))),
        (PlanColumn::Groups, union(members, TagKind::Group, |m| named(&m.groups, group_name))),
        (PlanColumn::SdgTargets, union(members, TagKind::SdgTarget, |m| named(&m.sdg_targets, sdg_line))),
        (PlanColumn::Lead, lead.iter().map(|lead| lead_line(lead, body)).collect()),
        (PlanColumn::Supporting, supporting.map(support).collect()),
    ])
}

/// Who leads a row: whom a person has named for one of its records, else who leads the main one.
fn lead_of<'r>(members: &[&'r SettledRecord], main: &'r SettledRecord) -> Option<&'r Lead> {
    let named = |settled: &'r SettledRecord| settled.lead.as_ref().filter(|l| l.provenance == Provenance::Person);
    named(main).or_else(|| members.iter().copied().find_map(named)).or(main.lead.as_ref())
}

/// The body that leads, or the two that may.
fn lead_line(lead: &Lead, body: impl Fn(&EntityLink) -> String) -> CellLine {
    let one = body(&lead.link);
    match &lead.rival {
        Some(rival) => CellLine::Either { one, other: body(&EntityLink::of_type(rival)) },
        None if lead.provenance >= Provenance::File => CellLine::Plain(one),
        None => CellLine::Proposed(one),
    }
}

fn source(settled: &SettledRecord, cluster: &Cluster, input: &PlanInput<'_>) -> SourceLine {
    let record = &settled.record;
    SourceLine {
        reference: settled.reference.clone(),
        states: record.recommending_states.iter().map(|code| input.states.name_in(*code, input.language)).collect(),
        position: if record.mechanism == Mechanism::Upr { record.position } else { Position::None },
        history: record.history.as_deref().cloned(),
        elsewhere: settled.cluster.filter(|number| *number != cluster.number),
    }
}

/// The values of all members, each once, in the order in which they come; a value is a proposal where it is one of
/// every member that has it.
fn union(members: &[&SettledRecord], kind: TagKind, values: impl Fn(&SettledRecord) -> Vec<String>) -> Vec<CellLine> {
    let mut all: Vec<(String, bool)> = Vec::new();
    for member in members {
        for (at, value) in values(member).into_iter().enumerate() {
            let is_proposed = member.proposed.is_proposed(kind, at);
            match all.iter_mut().find(|(known, _)| *known == value) {
                Some((_, proposed)) => *proposed &= is_proposed,
                None => all.push((value, is_proposed)),
            }
        }
    }
    let line = |(value, is_proposed)| if is_proposed { CellLine::Proposed(value) } else { CellLine::Plain(value) };
    all.into_iter().map(line).collect()
}
