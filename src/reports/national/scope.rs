//! A report of a part of the plan: of one body, of one cluster, or of what is for parliament.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::lines::{Lines, unanswered};
use super::text::{ReportBlock, ReportPiece, ReportSection, ReportText};
use crate::domain::plan::{Answering, Measure};
use crate::domain::vocabulary::entity_type;
use crate::domain::{Asker, ClusterNumber, RecordId, SettledRecord};
use crate::plan::{home_of, outcomes};
use crate::view::{Noun, Question, Refusal, View};

/// The type of entity that parliament is.
const PARLIAMENT: &str = "parliament";

/// Which part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportScope {
    /// Measures that a body leads or supports, by its code.
    Entity(String),
    /// One cluster.
    Cluster(ClusterNumber),
    /// What parliament leads or supports.
    Parliament,
}

/// A report of a part of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScopeReport {
    /// Which part.
    pub scope: ReportScope,
    /// The day that it says it is of.
    pub as_of: Date,
}

impl Question for ScopeReport {
    type Answer = ReportText;

    fn answer(&self, view: &View, asker: &Asker) -> Result<ReportText, Refusal> {
        let lines = Lines::of(view, asker.language)?;
        let bodies = self.bodies(view)?;
        let is_of = |measure: &&Measure| match self.scope {
            ReportScope::Cluster(number) => home_of(measure, view) == Some(number),
            _ => bodies.iter().any(|body| measure.is_of(Some(body))),
        };
        let measures: Vec<&Measure> = lines.book.measures.values().filter(is_of).collect();
        let meant = self.recommendations(&bodies, view)?;
        let answered: BTreeSet<RecordId> = lines
            .book
            .measures
            .values()
            .flat_map(|own| &own.answers)
            .filter(|(_, role)| **role != Answering::Context)
            .map(|(id, _)| *id)
            .collect();
        let mut sections = self.sections(&measures, &lines, view, asker)?;
        if measures.is_empty() {
            let mut section = ReportSection::new(ReportPiece::said("measures"), 1);
            section.blocks.push(ReportBlock::Gap(ReportPiece::said("gap-measures")));
            sections.push(section);
        }
        Ok(ReportText {
            title: vec![self.title(&lines, view, asker)?, ReportPiece::text(view.registers.title(asker.language))],
            as_of: self.as_of,
            head: Vec::new(),
            limit: None,
            sections,
            left_out: unanswered(meant.iter(), &answered, asker.language),
            warnings: Vec::new(),
        })
    }
}

/// Whether a body is one of the register, a type of entity, or named in the plan.
fn is_known(code: &str, view: &View) -> Result<bool, Refusal> {
    let is_registered = view.entities()?.entities.iter().any(|entity| entity.code == code);
    let is_planned = view.plan().measures.values().any(|measure| measure.is_of(Some(code)));
    Ok(is_registered || is_planned || entity_type(code).is_some())
}

impl ScopeReport {
    fn title(&self, lines: &Lines<'_>, view: &View, asker: &Asker) -> Result<ReportPiece, Refusal> {
        Ok(match &self.scope {
            ReportScope::Entity(code) => ReportPiece::with("entity-title", &[("name", lines.names.body(code).into())]),
            ReportScope::Cluster(number) => {
                let title = view.cluster(*number, asker.language)?.title.clone();
                ReportPiece::with("cluster-title", &[("number", number.to_string().into()), ("title", title.into())])
            }
            ReportScope::Parliament => ReportPiece::said("parliament-title"),
        })
    }

    /// The bodies whose measures are meant.
    fn bodies(&self, view: &View) -> Result<BTreeSet<String>, Refusal> {
        Ok(match &self.scope {
            ReportScope::Entity(code) if is_known(code, view)? => BTreeSet::from([code.clone()]),
            ReportScope::Entity(code) => return Err(Refusal::unknown(Noun::Body, code.clone())),
            ReportScope::Cluster(_) => BTreeSet::new(),
            ReportScope::Parliament => {
                let own = view.entities()?.entities.iter().filter(|entity| entity.entity_type == PARLIAMENT);
                own.map(|entity| entity.code.clone()).chain([PARLIAMENT.to_owned()]).collect()
            }
        })
    }

    /// The recommendations that are meant, whether a measure answers them or not.
    fn recommendations(&self, bodies: &BTreeSet<String>, view: &View) -> Result<Vec<SettledRecord>, Refusal> {
        let own_state = view.registers.own_state;
        let register = &view.entities()?.entities;
        let leads = |settled: &SettledRecord, code: &str| {
            let kind = register.iter().find(|own| own.code == code).map_or(code, |own| own.entity_type.as_str());
            settled.lead.as_ref().map(|lead| &lead.link).is_some_and(|link| match &link.body {
                Some(body) => body == code,
                None => link.entity_type == kind && !link.refused.iter().any(|own| own == code),
            })
        };
        let is_meant = |settled: &&SettledRecord| {
            let is_own = own_state.is_none() || settled.record.state == own_state;
            let is_in = match &self.scope {
                ReportScope::Entity(code) => leads(settled, code),
                ReportScope::Cluster(number) => settled.cluster == Some(*number),
                ReportScope::Parliament => bodies.iter().any(|body| leads(settled, body)),
            };
            is_own && is_in && settled.record.kind.is_of_plan()
        };
        let mut found: Vec<SettledRecord> = view.settled()?.iter().filter(is_meant).cloned().collect();
        found.sort_by_cached_key(SettledRecord::place);
        Ok(found)
    }

    /// A section a cluster, with its outcome, what is answered, and the measures.
    fn sections(
        &self,
        measures: &[&Measure],
        lines: &Lines<'_>,
        view: &View,
        asker: &Asker,
    ) -> Result<Vec<ReportSection>, Refusal> {
        let mut homes: BTreeMap<Option<ClusterNumber>, Vec<&Measure>> = BTreeMap::new();
        measures.iter().for_each(|own| homes.entry(home_of(own, view)).or_default().push(own));
        let set = outcomes(view.plan_in(asker.language), view);
        let mut sections = Vec::new();
        for (home, mut own) in homes {
            own.sort_by_cached_key(|measure| measure.place());
            let heading = match home {
                Some(number) => ReportPiece::text(format!("{number} {}", view.cluster(number, asker.language)?.title)),
                None => ReportPiece::said("loose"),
            };
            let mut section = ReportSection::new(heading, 1);
            for outcome in home.and_then(|number| set.get(&number)).into_iter().flatten() {
                let values = [("text", outcome.text.clone().into())];
                section.blocks.push(ReportBlock::Quote(vec![ReportPiece::with("outcome", &values)]));
            }
            for id in own.iter().flat_map(|measure| measure.answers.keys()).collect::<BTreeSet<_>>() {
                if let Some(settled) = view.record(*id)? {
                    section.blocks.push(ReportBlock::Quote(lines.quoted(&settled)));
                }
            }
            section.blocks.extend(own.iter().flat_map(|measure| lines.blocks(measure)));
            sections.push(section);
        }
        Ok(sections)
    }
}
