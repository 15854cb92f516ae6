//! Final tags: what file, models and persons say of a record, weighed and put together.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::{Workspace, WorkspaceError};
use crate::analysis::{Analysis, clusters};
use crate::domain::tag::{Said, settle};
use crate::domain::{
    Ask, Cluster, ClusterNumber, Language, Position, Reason, Recommendation, RecordId, Relation, RelationKind, Ruling,
    SettledRecord, Subject, Tag, TagKind, Verdict,
};

/// Whose tags are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TagSource {
    /// Person over file over model.
    #[default]
    Final,
    /// What models and rules say, whatever the file said.
    Model,
}

/// All decisions in force, by what they are about.
#[derive(Debug, Default)]
pub(super) struct Decisions {
    pub(super) tags: HashMap<RecordId, Vec<(TagKind, String, Verdict)>>,
    pub(super) pairs: BTreeMap<(RecordId, RecordId), Option<RelationKind>>,
    pub(super) titles: HashMap<ClusterNumber, String>,
    pub(super) locks: HashMap<ClusterNumber, bool>,
    pub(super) placements: HashMap<RecordId, ClusterNumber>,
    pub(super) positions: HashMap<RecordId, Position>,
    pub(super) wordings: HashMap<RecordId, Vec<(Language, String)>>,
}

impl Workspace {
    pub(super) fn decisions(&self) -> Result<Decisions, WorkspaceError> {
        let mut all = Decisions::default();
        for (subject, ruling) in self.store.decisions()? {
            match (subject, ruling) {
                (Subject::Tag(id, kind, value), Ruling::Tag(verdict)) => {
                    all.tags.entry(id).or_default().push((kind, value, verdict))
                }
                (Subject::Pair(a, b), Ruling::Relation(kind)) => _ = all.pairs.insert((a, b), kind),
                (Subject::Title(number), Ruling::Title(title)) => _ = all.titles.insert(number, title),
                (Subject::Lock(number), Ruling::Locked(locked)) => _ = all.locks.insert(number, locked),
                (Subject::Placement(id), Ruling::Cluster(number)) => _ = all.placements.insert(id, number),
                (Subject::Position(id), Ruling::Position(position)) => _ = all.positions.insert(id, position),
                (Subject::Wording(id, language), Ruling::Wording(text)) => {
                    all.wordings.entry(id).or_default().push((language, text));
                }
                _ => {}
            }
        }
        Ok(all)
    }

    pub(super) fn settle_all(
        &self,
        records: Vec<Recommendation>,
        analysis: &Analysis,
    ) -> Result<Vec<SettledRecord>, WorkspaceError> {
        self.settle_with(records, analysis, TagSource::Final)
    }

    /// All records with their final tags, in the order of their identifiers.
    pub(super) fn settle_with(
        &self,
        records: Vec<Recommendation>,
        analysis: &Analysis,
        source: TagSource,
    ) -> Result<Vec<SettledRecord>, WorkspaceError> {
        let settle = self.settler(analysis, source)?;
        Ok(records.into_par_iter().map(settle).collect())
    }

    /// What gives a record its final tags.
    pub(super) fn settler<'a>(
        &self,
        analysis: &'a Analysis,
        source: TagSource,
    ) -> Result<impl Fn(Recommendation) -> SettledRecord + Sync + Send + 'a, WorkspaceError> {
        let decisions = self.decisions()?;
        let asks = ask_of(&self.asks(analysis, &decisions)?);
        Ok(move |record| settled(record, analysis, &decisions, &asks, source))
    }

    /// The asks; those of States in which a person has decided on pairs are made again.
    ///
    /// # Errors
    /// When relations of such a State cannot be read.
    pub(super) fn asks(&self, analysis: &Analysis, decisions: &Decisions) -> Result<Vec<Ask>, WorkspaceError> {
        let decided: HashSet<RecordId> = decisions.pairs.keys().flat_map(|(a, b)| [*a, *b]).collect();
        let is_touched = |asks: &[Ask]| asks.iter().any(|ask| ask.members.iter().any(|id| decided.contains(id)));
        let pairs = decisions.pairs.iter().filter(|(_, kind)| kind.is_some_and(RelationKind::joins));
        let joined: Vec<(RecordId, RecordId)> = pairs.map(|(pair, _)| *pair).collect();
        let mut all = Vec::new();
        for (code, state) in &analysis.states {
            if !decided.is_empty() && is_touched(&state.asks) {
                let ids: Vec<RecordId> = state.asks.iter().flat_map(|ask| ask.members.iter().copied()).collect();
                let relations = decided_relations(&self.proposed_relations(*code, state)?, decisions);
                all.extend(crate::analysis::duplicates::asks(&ids, &relations, &joined));
            } else {
                all.extend(state.asks.iter().cloned());
            }
        }
        all.sort_by_key(|ask| ask.id);
        Ok(all)
    }

    /// Clusters with the titles, locks and moves of persons.
    pub(super) fn clusters_of(&self, analysis: &Analysis, decisions: &Decisions) -> Vec<Cluster> {
        let mut members: BTreeMap<ClusterNumber, Vec<RecordId>> = BTreeMap::new();
        for (id, proposed) in &analysis.clusters.placements {
            members.entry(decisions.placements.get(id).copied().unwrap_or(*proposed)).or_default().push(*id);
        }
        let language = self.language;
        let themes: HashMap<u16, &[u16]> =
            analysis.clusters.clusters.iter().map(|c| (c.number.theme, c.issues.as_slice())).collect();
        let cluster = |(number, members): (ClusterNumber, Vec<RecordId>)| {
            let proposed = analysis.clusters.cluster(number);
            let theme_title = themes
                .get(&number.theme)
                .map_or_else(|| format!("Theme {}", number.theme), |issues| clusters::theme_title(issues, language));
            let own = decisions.titles.get(&number).cloned();
            let title = own.or_else(|| proposed.map(|p| clusters::title_in(p, language, &theme_title)));
            Cluster {
                number,
                title: title.unwrap_or_else(|| theme_title.clone()),
                theme_title,
                key_phrases: proposed.map(|p| p.key_phrases.clone()).unwrap_or_default(),
                locked: decisions.locks.get(&number).copied().unwrap_or(false),
                is_new: analysis.clusters.newly_made.contains(&number),
                members,
            }
        };
        members.into_iter().map(cluster).collect()
    }
}

/// Proposed relations without those that persons refused, with those they stated.
pub(super) fn decided_relations(proposed: &[Relation], decisions: &Decisions) -> Vec<Relation> {
    let mut all: BTreeMap<(RecordId, RecordId), Relation> = proposed.iter().map(|r| ((r.a, r.b), r.clone())).collect();
    for (&(a, b), kind) in &decisions.pairs {
        match kind {
            None => _ = all.remove(&(a, b)),
            Some(kind) => {
                all.insert((a, b), Relation { a, b, kind: *kind, score: 1.0, reason: Reason::DecidedByPerson });
            }
        }
    }
    all.into_values().collect()
}

/// The ask of every record.
pub(super) fn ask_of(asks: &[Ask]) -> HashMap<RecordId, RecordId> {
    asks.iter().flat_map(|ask| ask.members.iter().map(|id| (*id, ask.id))).collect()
}

/// The reference; where several records have the same, the head of the identifier is added.
fn unique_reference(record: &Recommendation, analysis: &Analysis) -> String {
    let reference = record.reference().to_string();
    if analysis.shared_references.contains(&reference) {
        return format!("{reference} #{}", &record.id.to_string()[..8]);
    }
    reference
}

fn settled(
    record: Recommendation,
    analysis: &Analysis,
    decisions: &Decisions,
    asks: &HashMap<RecordId, RecordId>,
    source: TagSource,
) -> SettledRecord {
    let id = record.id;
    let from_models = analysis.records.get(&id).map(|a| a.tags.as_slice()).unwrap_or_default();
    let mut tags: Vec<Said<'_>> = match source {
        // A tag that its own source is known to set blindly is not believed.
        TagSource::Final => record.tags.iter().filter(|tag| tag.confidence.value() >= 0.5).map(said).collect(),
        TagSource::Model => Vec::new(),
    };
    tags.extend(from_models.iter().map(|tag| (tag.kind, tag.text(), tag.provenance)));
    let none = Vec::new();
    let verdicts = match source {
        TagSource::Final => decisions.tags.get(&id).unwrap_or(&none),
        TagSource::Model => &none,
    };
    let values = |kind| settle(kind, &tags, verdicts).into_iter().map(str::to_owned).collect::<Vec<String>>();
    SettledRecord {
        reference: unique_reference(&record, analysis),
        issues: values(TagKind::Issue),
        themes: values(TagKind::Theme),
        groups: values(TagKind::Group),
        sdg_targets: values(TagKind::SdgTarget),
        lead: values(TagKind::Lead).pop(),
        support: values(TagKind::Support),
        action: values(TagKind::Action).pop(),
        instruments: values(TagKind::Instrument),
        cluster: decisions.placements.get(&id).or_else(|| analysis.clusters.placements.get(&id)).copied(),
        is_moved: decisions.placements.contains_key(&id),
        ask: asks.get(&id).copied().unwrap_or(id),
        record,
    }
}

fn said(tag: &Tag) -> Said<'_> {
    (tag.kind, &tag.value, tag.provenance)
}
