//! How many recommendations are linked to each SDG target, and to each entity?

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::vocabulary::{entity_type, sdg_title};
use crate::domain::{Asker, Entity, Kind, Rejection, SettledRecord};
use crate::plan::body_name;
use crate::view::{Question, Refusal, View};

/// Recommendations by SDG target.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SdgLinks {}

/// Recommendations by entity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityLinks {}

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
    /// A few to look at, by what people call them.
    pub examples: Vec<String>,
}

/// Links of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct LinkAnswer {
    /// Lines, most linked first.
    pub lines: Vec<LinkLine>,
    /// Recommendations with no link of this kind.
    pub unlinked: u64,
    /// Recommendations there are.
    pub recommendations: u64,
    /// Rows of the register that were not understood.
    pub rejected: Vec<Rejection>,
}

/// Identifiers shown with a line.
const EXAMPLES: usize = 3;

impl Question for SdgLinks {
    type Answer = LinkAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let asked = recommendations(view.settled()?);
        let mut lines: BTreeMap<&str, LinkLine> = BTreeMap::new();
        for record in &asked {
            for code in &record.sdg_targets {
                let fresh = || line(code, sdg_title(code, asker.language).unwrap_or("").to_owned(), None);
                lines.entry(code).or_insert_with(fresh).count(&record.reference);
            }
        }
        let unlinked = asked.iter().filter(|record| record.sdg_targets.is_empty()).count();
        Ok(list(lines, unlinked, asked.len(), Vec::new()))
    }
}

impl Question for EntityLinks {
    type Answer = LinkAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let register = view.entities()?;
        let asked = recommendations(view.settled()?);
        let mut lines: BTreeMap<&str, LinkLine> = BTreeMap::new();
        let fresh = |code: &str| entity_line(code, &register.entities, asker);
        for record in &asked {
            if let Some(lead) = &record.lead {
                let code = lead.link.entity_type.as_str();
                lines.entry(code).or_insert_with(|| fresh(code)).count(&record.reference);
            }
            // Two bodies of one type support once.
            let support: BTreeSet<&str> = record.support.iter().map(|link| link.entity_type.as_str()).collect();
            for code in support {
                lines.entry(code).or_insert_with(|| fresh(code)).supporting += 1;
            }
        }
        let unlinked = asked.iter().filter(|record| record.lead.is_none()).count();
        Ok(list(lines, unlinked, asked.len(), register.rejections.clone()))
    }
}

impl LinkLine {
    fn count(&mut self, reference: &str) {
        self.recommendations += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push(reference.to_owned());
        }
    }
}

fn recommendations(settled: &[SettledRecord]) -> Vec<&SettledRecord> {
    settled.iter().filter(|s| s.record.kind == Kind::Recommendation).collect()
}

/// The line of a type of entity: its name, and the body of the register that is of that type.
fn entity_line(code: &str, register: &[Entity], asker: &Asker) -> LinkLine {
    let name = entity_type(code).map_or_else(|| code.to_owned(), |t| t.names.get(asker.language).to_owned());
    let is_there = register.iter().any(|entity| entity.entity_type == code);
    line(code, name, is_there.then(|| body_name(code, register, asker.language)))
}

fn line(code: &str, name: String, body: Option<String>) -> LinkLine {
    LinkLine { code: code.to_owned(), name, recommendations: 0, supporting: 0, body, examples: Vec::new() }
}

fn list(
    lines: BTreeMap<&str, LinkLine>,
    unlinked: usize,
    recommendations: usize,
    rejected: Vec<Rejection>,
) -> LinkAnswer {
    let mut lines: Vec<LinkLine> = lines.into_values().collect();
    lines.sort_by(|a, b| b.recommendations.cmp(&a.recommendations).then_with(|| a.code.cmp(&b.code)));
    LinkAnswer { lines, unlinked: unlinked as u64, recommendations: recommendations as u64, rejected }
}
