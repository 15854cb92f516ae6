//! Links to SDG targets and entities: how many, which, why, and decisions on them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Workspace, WorkspaceError};
use crate::domain::tag::{TagKind, Verdict};
use crate::domain::vocabulary::{entity_type, entity_types, fold, group_code, sdg_title, value_number, values};
use crate::domain::{Entity, Kind, Language, RecordId, Rejection, Ruling, SettledRecord, Subject};
use crate::ingest::read_register;
use crate::plan::body_name;

/// What to do with links.
#[derive(Debug, Clone)]
pub enum LinkRequest {
    /// Recommendations by SDG target.
    Sdgs,
    /// Recommendations by entity.
    Entities,
    /// A person's verdict on one value of one record.
    Decide {
        /// The record, by any of its names.
        record: String,
        /// Kind of link.
        kind: TagKind,
        /// The value.
        value: String,
        /// The verdict.
        verdict: Verdict,
    },
}

/// One target or entity with its recommendations.
#[derive(Debug, Clone, Serialize)]
pub struct LinkLine {
    /// Code.
    pub code: String,
    /// Title or name.
    pub name: String,
    /// Recommendations it is linked to, as lead for entities.
    pub recommendations: u64,
    /// Recommendations it supports; entities only.
    pub supporting: u64,
    /// Body of the national register; entities only.
    pub body: Option<String>,
    /// A few identifiers to look at.
    pub examples: Vec<RecordId>,
}

/// What a request on links gave.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkAnswer {
    /// The list.
    List {
        /// Lines, most linked first.
        lines: Vec<LinkLine>,
        /// Recommendations with no link of this kind.
        unlinked: u64,
        /// Recommendations there are.
        recommendations: u64,
        /// Rows of the register that were not understood.
        rejected: Vec<Rejection>,
    },
    /// What was decided, in words.
    Done(String),
}

/// Identifiers shown with a line.
const EXAMPLES: usize = 3;

impl Workspace {
    /// Carries out a request on links.
    ///
    /// # Errors
    /// When there is no such record or value.
    pub fn links(&self, request: &LinkRequest) -> Result<LinkAnswer, WorkspaceError> {
        let analysis = self.analysis()?;
        let settled = self.settle_all(self.records()?, &analysis)?;
        match request {
            LinkRequest::Sdgs => Ok(by_sdg(&settled)),
            LinkRequest::Entities => {
                let (register, rejected) = self.entity_register()?;
                Ok(by_entity(&settled, &register, rejected))
            }
            LinkRequest::Decide { record, kind, value, verdict } => {
                let value = self.value(*kind, value)?;
                let id = self.one_record(&settled, record)?;
                self.decide(Subject::Tag(id, *kind, value.clone()), Ruling::Tag(*verdict))?;
                let words = if *verdict == Verdict::Accepted { "accepted" } else { "refused" };
                Ok(LinkAnswer::Done(format!("{} {value} is {words} for {id}", kind.code())))
            }
        }
    }

    /// The code of a value that the user names: by code, or by the name of an issue, a group, a type
    /// of entity, or a body of the register.
    fn value(&self, kind: TagKind, wanted: &str) -> Result<String, WorkspaceError> {
        if value_number(kind, wanted).is_some() {
            return Ok(wanted.to_owned());
        }
        let folded = fold(wanted);
        let of_kind = values(kind).iter().find(|code| fold(code) == folded).map(|code| (*code).to_owned());
        let found = of_kind.or_else(|| match kind {
            TagKind::Group => group_code(wanted).map(str::to_owned),
            TagKind::Lead | TagKind::Support => self.entity_code(&folded),
            _ => None,
        });
        found.ok_or_else(|| WorkspaceError::Unknown { what: "value", wanted: wanted.to_owned() })
    }

    fn entity_code(&self, folded: &str) -> Option<String> {
        let types = entity_types().iter().find(|t| t.names.iter().any(|name| fold(name) == folded));
        let of_register = |entities: Vec<Entity>| {
            entities.into_iter().find(|e| [&e.code, &e.name, &e.short_name].iter().any(|n| fold(n) == folded))
        };
        let body = || self.entity_register().ok().and_then(|(entities, _)| of_register(entities));
        types.map(|t| t.code.clone()).or_else(|| body().map(|entity| entity.entity_type))
    }

    /// The national register; none where the file is missing.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn entity_register(&self) -> Result<(Vec<Entity>, Vec<Rejection>), WorkspaceError> {
        let path = self.folder.join(&self.settings.entities);
        if path.exists() { Ok(read_register(&path)?) } else { Ok((Vec::new(), Vec::new())) }
    }
}

fn asked(settled: &[SettledRecord]) -> impl Iterator<Item = &SettledRecord> {
    settled.iter().filter(|s| s.record.kind == Kind::Recommendation)
}

fn by_sdg(settled: &[SettledRecord]) -> LinkAnswer {
    let mut lines: BTreeMap<&str, LinkLine> = BTreeMap::new();
    for record in asked(settled) {
        for code in &record.sdg_targets {
            let name = || sdg_title(code).unwrap_or("").to_owned();
            count(lines.entry(code).or_insert_with(|| line(code, name(), None)), record.record.id);
        }
    }
    list(lines, asked(settled).filter(|s| s.sdg_targets.is_empty()).count(), asked(settled).count(), Vec::new())
}

fn by_entity(settled: &[SettledRecord], register: &[Entity], rejected: Vec<Rejection>) -> LinkAnswer {
    let mut lines: BTreeMap<&str, LinkLine> = BTreeMap::new();
    let fresh = |code: &str| {
        let name = entity_type(code).map_or_else(|| code.to_owned(), |t| t.names.get(Language::En).to_owned());
        let body = register.iter().any(|e| e.entity_type == code).then(|| body_name(code, register, Language::En));
        line(code, name, body)
    };
    for record in asked(settled) {
        if let Some(code) = &record.lead {
            count(lines.entry(code).or_insert_with(|| fresh(code)), record.record.id);
        }
        for code in &record.support {
            lines.entry(code).or_insert_with(|| fresh(code)).supporting += 1;
        }
    }
    list(lines, asked(settled).filter(|s| s.lead.is_none()).count(), asked(settled).count(), rejected)
}

fn line(code: &str, name: String, body: Option<String>) -> LinkLine {
    LinkLine { code: code.to_owned(), name, recommendations: 0, supporting: 0, body, examples: Vec::new() }
}

fn count(line: &mut LinkLine, id: RecordId) {
    line.recommendations += 1;
    if line.examples.len() < EXAMPLES {
        line.examples.push(id);
    }
}

fn list(
    lines: BTreeMap<&str, LinkLine>,
    unlinked: usize,
    recommendations: usize,
    rejected: Vec<Rejection>,
) -> LinkAnswer {
    let mut lines: Vec<LinkLine> = lines.into_values().collect();
    lines.sort_by(|a, b| b.recommendations.cmp(&a.recommendations).then_with(|| a.code.cmp(&b.code)));
    LinkAnswer::List { lines, unlinked: unlinked as u64, recommendations: recommendations as u64, rejected }
}
