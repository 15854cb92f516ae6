//! The stable export of records: one row a record and source identifier.

use serde::Serialize;

use super::lines::ExportRow;
use crate::domain::{Language, Lead, Mechanism, SettledRecord};

/// A row of the stable export; the fields are its columns, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordRow {
    id: String,
    source_id: String,
    kind: &'static str,
    reference: String,
    mechanism: &'static str,
    body: String,
    symbol: String,
    paragraph: String,
    state: String,
    session: String,
    cycle: String,
    position: &'static str,
    recommending_states: String,
    language: &'static str,
    text: String,
    issues: String,
    themes: String,
    groups: String,
    sdg_targets: String,
    lead: String,
    support: String,
    action_category: String,
    instruments: String,
    theme_cluster: String,
    cluster: String,
    ask: String,
    lead_body: String,
    lead_sure: &'static str,
    topic: String,
}

/// The rows of a record: one for each identifier that its sources gave, at least one.
#[must_use]
pub fn record_rows(settled: &SettledRecord, language: Language) -> Vec<RecordRow> {
    let ids = settled.record.source_ids();
    if ids.is_empty() {
        vec![row(settled, "", language)]
    } else {
        ids.into_iter().map(|id| row(settled, id, language)).collect()
    }
}

fn row(settled: &SettledRecord, source_id: &str, language: Language) -> RecordRow {
    let record = &settled.record;
    let (language, text) = record.text(language);
    let text_of = |value: Option<String>| value.unwrap_or_default();
    let lead = settled.lead.as_ref();
    RecordRow {
        id: record.id.to_string(),
        source_id: source_id.to_owned(),
        kind: record.kind.code(),
        reference: settled.reference.clone(),
        mechanism: record.mechanism.code(),
        body: record.body.to_string(),
        symbol: text_of(record.symbol.as_ref().map(ToString::to_string)),
        paragraph: text_of(record.paragraph.as_ref().map(ToString::to_string)),
        state: text_of(record.state.map(String::from)),
        session: text_of(record.session.map(|s| s.to_string())),
        cycle: text_of(record.cycle().map(|c| c.to_string())),
        // Where no position can exist nothing is said; "none" is a recommendation whose position nobody knows.
        position: if record.mechanism == Mechanism::Upr { record.position.code() } else { "" },
        recommending_states: record.recommending_states.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"),
        language: language.code(),
        text: text.clean.clone(),
        issues: settled.issues.join("|"),
        themes: settled.themes.join("|"),
        groups: settled.groups.iter().filter(|code| !code.starts_with("x_")).cloned().collect::<Vec<_>>().join("|"),
        sdg_targets: settled.sdg_targets.join("|"),
        lead: text_of(lead.map(|lead| lead.link.entity_type.clone())),
        support: supporting_types(settled).join("|"),
        action_category: text_of(settled.action.clone()),
        instruments: settled.instruments.join("|"),
        theme_cluster: text_of(settled.cluster.map(|c| c.theme.to_string())),
        cluster: text_of(settled.cluster.map(|c| c.to_string())),
        ask: settled.ask.to_string(),
        lead_body: text_of(lead.and_then(|lead| lead.link.body.clone())),
        lead_sure: if lead.is_some_and(Lead::is_sure) { "yes" } else { "no" },
        topic: text_of(settled.topic.clone()),
    }
}

/// The types of those who support, each once and without that of the lead: two bodies of one type are of one.
fn supporting_types(settled: &SettledRecord) -> Vec<&str> {
    let lead = settled.lead.as_ref().map(|lead| lead.link.entity_type.as_str());
    let mut types: Vec<&str> = Vec::with_capacity(settled.support.len());
    for link in &settled.support {
        let code = link.entity_type.as_str();
        if lead != Some(code) && !types.contains(&code) {
            types.push(code);
        }
    }
    types
}

impl ExportRow for RecordRow {
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "source_id",
        "kind",
        "reference",
        "mechanism",
        "body",
        "symbol",
        "paragraph",
        "state",
        "session",
        "cycle",
        "position",
        "recommending_states",
        "language",
        "text",
        "issues",
        "themes",
        "groups",
        "sdg_targets",
        "lead",
        "support",
        "action_category",
        "instruments",
        "theme_cluster",
        "cluster",
        "ask",
        "lead_body",
        "lead_sure",
        "topic",
    ];
}
