//! The clustered implementation plan as a table: one row an ask, grouped by cluster.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::vocabulary::{StateRegister, entity_type, fold, groups, sdg_title};
use crate::domain::{Ask, Cluster, ClusterNumber, Entity, Kind, Language, Mechanism, RecordId, SettledRecord};
use crate::text::merged::{Addition, additions, common_wording};

/// Headings of the plan, in order (columns of the clustered implementation plan).
pub const COLUMNS: [&str; 16] = [
    "Cluster",
    "Cluster title",
    "Recommendations",
    "Merged text",
    "Themes",
    "Groups",
    "SDG targets",
    "Measure",
    "Lead",
    "Supporting",
    "Time frame and milestones",
    "Indicator (type, baseline, target, source)",
    "Budget and source",
    "Technical assistance needed",
    "Status",
    "Remarks",
];

/// One row of the plan. Lists are one item a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanRow {
    /// Number of the cluster.
    pub cluster: String,
    /// Theme and title of the cluster.
    pub title: String,
    /// Reference, mechanism, recommending States and position of every source.
    pub recommendations: Vec<String>,
    /// The text that stands for all, then what other sources add, one a line with its reference.
    pub text: Vec<String>,
    /// Issues.
    pub themes: Vec<String>,
    /// Names of groups.
    pub groups: Vec<String>,
    /// Targets with short titles.
    pub sdg_targets: Vec<String>,
    /// Proposed lead: the body of the register, else the type.
    pub lead: String,
    /// Proposed supporting bodies.
    pub supporting: Vec<String>,
}

/// The plan before measures are written into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanTable {
    /// Title over the table.
    pub title: String,
    /// Rows in the order of clusters, larger asks first.
    pub rows: Vec<PlanRow>,
    /// Names of the bodies that the lead column offers.
    pub entities: Vec<String>,
}

/// What a plan is made from.
#[derive(Debug)]
pub struct PlanInput<'a> {
    /// Title over the table.
    pub title: String,
    /// Records by identifier.
    pub records: &'a BTreeMap<RecordId, SettledRecord>,
    /// Clusters in the order of numbers.
    pub clusters: &'a [Cluster],
    /// Asks.
    pub asks: &'a [Ask],
    /// National register; may be empty.
    pub entities: &'a [Entity],
    /// Names of States.
    pub states: &'a StateRegister,
}

/// Makes the table. Concerns and other remarks are no recommendations and have no row.
#[must_use]
pub fn plan_table(input: &PlanInput<'_>) -> PlanTable {
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
    PlanTable { title: input.title.clone(), rows, entities }
}

/// An ask stands in the cluster of its representative, but for records that a person has moved: each
/// of them has its row where it was put.
fn parts(ask: &Ask, records: &BTreeMap<RecordId, SettledRecord>) -> Vec<(Option<ClusterNumber>, Ask)> {
    let place = |id: &RecordId| records.get(id).and_then(|r| r.cluster);
    let home = place(&ask.representative);
    let moved = |id: &RecordId| records.get(id).is_some_and(|r| r.is_moved) && place(id) != home;
    let (away, staying): (Vec<RecordId>, Vec<RecordId>) = ask.members.iter().partition(|id| moved(id));
    let mut parts = vec![(home, Ask { members: staying, ..ask.clone() })];
    parts.extend(away.into_iter().map(|id| (place(&id), Ask { id, members: vec![id], representative: id })));
    parts
}

fn row(input: &PlanInput<'_>, cluster: &Cluster, ask: &Ask) -> Option<PlanRow> {
    let mut members: Vec<&SettledRecord> = ask.members.iter().filter_map(|id| input.records.get(id)).collect();
    members.retain(|m| matches!(m.record.kind, Kind::Recommendation | Kind::Pledge));
    members.sort_by(|a, b| (a.record.mechanism, &a.reference).cmp(&(b.record.mechanism, &b.reference)));
    let main = members.iter().find(|m| m.record.id == ask.representative).or_else(|| members.first())?;
    Some(PlanRow {
        cluster: cluster.number.to_string(),
        title: format!("{}: {}", cluster.theme_title, cluster.title),
        recommendations: members.iter().map(|m| source_line(m, input.states)).collect(),
        text: merged_text(&members, main),
        themes: union(&members, |m| m.issues.clone()),
        groups: union(&members, |m| m.groups.iter().map(|code| group_name(code)).collect()),
        sdg_targets: union(&members, |m| m.sdg_targets.iter().map(|code| sdg_line(code)).collect()),
        lead: main.lead.as_deref().map(|code| body_for(code, input.entities, &members)).unwrap_or_default(),
        supporting: main.support.iter().map(|code| body_for(code, input.entities, &members)).collect(),
    })
}

/// The wording that the sources have in common; below it, marked `+`, what the others of the language of
/// the main one add.
#[must_use]
pub fn merged_text(members: &[&SettledRecord], main: &SettledRecord) -> Vec<String> {
    let (language, _) = main.record.text(Language::En);
    let alike: Vec<&&SettledRecord> = members.iter().filter(|m| m.record.text(Language::En).0 == language).collect();
    let texts: Vec<&str> = alike.iter().map(|m| m.record.text(Language::En).1.clean.as_str()).collect();
    let first = common_wording(&texts, language);
    let Some(text) = texts.get(first) else { return Vec::new() };
    let added = additions(&texts, first, language);
    let line = |addition: &Addition| format!("+ {} ({})", addition.words, alike[addition.member].reference);
    std::iter::once((*text).to_owned()).chain(added.iter().map(line)).collect()
}

/// "UPR A/HRC/43/99 ¶121.7 (Chile, Peru), supported".
fn source_line(settled: &SettledRecord, states: &StateRegister) -> String {
    let record = &settled.record;
    let mut line = settled.reference.clone();
    if !record.recommending_states.is_empty() {
        let names: Vec<String> = record.recommending_states.iter().map(|code| states.name(*code)).collect();
        line.push_str(&format!(" ({})", names.join(", ")));
    }
    if record.mechanism == Mechanism::Upr && !record.position.label().is_empty() {
        line.push_str(&format!(", {}", record.position.label().to_lowercase()));
    }
    line
}

fn union(members: &[&SettledRecord], values: impl Fn(&SettledRecord) -> Vec<String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for value in members.iter().flat_map(|m| values(m)) {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}

fn group_name(code: &str) -> String {
    let found = groups().iter().find(|group| group.code == code);
    found.map_or_else(|| code.to_owned(), |group| group.names.get(Language::En).to_owned())
}

fn sdg_line(code: &str) -> String {
    sdg_title(code).map_or_else(|| code.to_owned(), |title| format!("{code} {title}"))
}

/// The body of that type whose mandate the texts speak of most; the first where none does.
fn body_for(entity_type: &str, register: &[Entity], members: &[&SettledRecord]) -> String {
    let texts: String = members.iter().map(|m| format!(" {} ", fold(&m.record.text(Language::En).1.clean))).collect();
    let named =
        |entity: &&Entity| entity.mandate.iter().filter(|word| texts.contains(&format!(" {} ", fold(word)))).count();
    let bodies: Vec<&Entity> = register.iter().filter(|entity| entity.entity_type == entity_type).collect();
    let best = bodies.iter().enumerate().max_by_key(|(at, body)| (named(body), usize::MAX - at));
    best.map_or_else(|| body_name(entity_type, register), |(_, body)| body.name.clone())
}

/// The body of that type in the national register, else the name of the type.
#[must_use]
pub fn body_name(entity_code: &str, register: &[Entity]) -> String {
    if let Some(entity) = register.iter().find(|e| e.entity_type == entity_code) {
        return entity.name.clone();
    }
    entity_type(entity_code).map_or_else(|| entity_code.to_owned(), |t| t.names.get(Language::En).to_owned())
}

#[cfg(test)]
mod tests {
    use super::body_for;
    use crate::domain::Entity;

    #[test]
    fn without_texts_the_first_body_of_a_type_stands_in_and_without_bodies_the_type() {
        let body = |name: &str, mandate: &str| Entity {
            code: name.to_owned(),
            name: name.to_owned(),
            short_name: String::new(),
            entity_type: "health".to_owned(),
            mandate: vec![mandate.to_owned()],
            contact: String::new(),
        };
        let register = [body("Ministry of Health", "hospitals"), body("Institute of Public Health", "vaccination")];
        assert_eq!(body_for("health", &register, &[]), "Ministry of Health");
        assert_ne!(body_for("education", &register, &[]), "Ministry of Health");
    }
}
