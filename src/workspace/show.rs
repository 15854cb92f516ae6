//! One record with everything that is known and proposed, and why.

use serde::Serialize;

use super::{Workspace, WorkspaceError};
use crate::analysis::learnt::Learnt;
use crate::analysis::models::Models;
use crate::analysis::{reading_of, tagging};
use crate::domain::vocabulary::fold;
use crate::domain::{
    Cluster, ClusterNumber, Coded, Place, Recommendation, RecordId, Relation, RelationKind, SettledRecord, Tag,
};
use crate::text::gender::GenderLens;

/// A related record, in short.
#[derive(Debug, Clone, Serialize)]
pub struct RelatedRecord {
    /// Identifier.
    pub id: RecordId,
    /// Reference.
    pub reference: String,
    /// How it relates.
    pub kind: RelationKind,
    /// Score.
    pub score: f32,
    /// Why.
    pub reason: Coded,
    /// Text.
    pub text: String,
}

/// A record with its tags, reasons, sources and relations.
#[derive(Debug, Clone, Serialize)]
pub struct RecordCard {
    /// The record.
    pub record: Recommendation,
    /// Unique reference.
    pub reference: String,
    /// State by name.
    pub state: String,
    /// Recommending States by name.
    pub recommending_states: Vec<String>,
    /// Cluster number and title.
    pub cluster: Option<(ClusterNumber, String)>,
    /// How women and girls stand in it.
    pub gender: GenderLens,
    /// Tags that hold in the end, by kind.
    pub settled: Vec<(String, Vec<String>)>,
    /// What models and rules propose, with reasons.
    pub proposed: Vec<Tag>,
    /// Relations to other records, closest first.
    pub related: Vec<RelatedRecord>,
}

/// Most cards shown for one query.
const MOST: usize = 20;
/// Most relations shown on a card.
const MOST_RELATED: usize = 12;

/// What cards are made from besides the record.
struct Around<'a> {
    relations: Vec<Relation>,
    clusters: Vec<Cluster>,
    settled: &'a [SettledRecord],
    models: &'static Models,
    learnt: Option<Learnt>,
}

impl Workspace {
    /// The records that a word of the user names: an identifier or its beginning, a source's
    /// identifier, a reference, or a bare paragraph.
    ///
    /// # Errors
    /// When there is none.
    pub fn show(&self, wanted: &str) -> Result<Vec<RecordCard>, WorkspaceError> {
        let analysis = self.analysis()?;
        let settled = self.settle_all(self.records()?, &analysis)?;
        let named: Vec<&SettledRecord> = named(&settled, wanted);
        if named.is_empty() {
            return Err(WorkspaceError::Unknown { what: "recommendation", wanted: wanted.to_owned() });
        }
        let decisions = self.decisions()?;
        let around = Around {
            relations: self.relations(&analysis, &decisions)?,
            clusters: self.clusters_of(&analysis, &decisions),
            settled: &settled,
            models: Models::embedded()?,
            learnt: self.learnt(Models::embedded()?)?.map(|(learnt, _)| learnt),
        };
        Ok(named.into_iter().take(MOST).map(|found| self.card(found, &around)).collect())
    }

    fn card(&self, found: &SettledRecord, around: &Around<'_>) -> RecordCard {
        let cluster = found.cluster.map(|number| {
            let title =
                around.clusters.iter().find(|c| c.number == number).map_or_else(String::new, |c| c.title.clone());
            (number, title)
        });
        let states = &found.record.recommending_states;
        RecordCard {
            reference: found.reference.clone(),
            state: found.record.state.map(|code| self.states.name(code)).unwrap_or_default(),
            recommending_states: states.iter().map(|code| self.states.name(*code)).collect(),
            cluster,
            gender: super::gender::lens_of(found),
            settled: settled_lines(found),
            proposed: tagging::explain(around.models, &reading_of(&found.record), around.learnt.as_ref()),
            related: self.related(found.record.id, around),
            record: found.record.clone(),
        }
    }

    fn related(&self, id: RecordId, around: &Around<'_>) -> Vec<RelatedRecord> {
        let line = |relation: &Relation| {
            let other = if relation.a == id { relation.b } else { relation.a };
            let at = around.settled.binary_search_by_key(&other, |s| s.record.id).ok()?;
            Some(RelatedRecord {
                id: other,
                reference: around.settled[at].reference.clone(),
                kind: relation.kind,
                score: relation.score,
                reason: Coded::from(&relation.reason),
                text: around.settled[at].record.text(self.language).1.clean.clone(),
            })
        };
        let mut related: Vec<RelatedRecord> =
            around.relations.iter().filter(|r| r.a == id || r.b == id).filter_map(line).collect();
        related.sort_by(|x, y| x.kind.cmp(&y.kind).then(y.score.total_cmp(&x.score)));
        related.truncate(MOST_RELATED);
        related
    }

    /// The identifiers that a word of the user names, at most one.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub(super) fn one_record(&self, settled: &[SettledRecord], wanted: &str) -> Result<RecordId, WorkspaceError> {
        match named(settled, wanted).as_slice() {
            [one] => Ok(one.record.id),
            [] => Err(WorkspaceError::Unknown { what: "recommendation", wanted: wanted.to_owned() }),
            many => Err(WorkspaceError::BadArgument {
                what: "single recommendation; name it by its identifier",
                given: format!("{wanted} ({} records, such as {})", many.len(), many[0].record.id),
            }),
        }
    }
}

fn settled_lines(found: &SettledRecord) -> Vec<(String, Vec<String>)> {
    let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
    [
        ("issues", found.issues.clone()),
        ("themes", found.themes.clone()),
        ("groups", found.groups.clone()),
        ("SDG targets", found.sdg_targets.clone()),
        ("lead", one(&found.lead)),
        ("supporting", found.support.clone()),
        ("action category", one(&found.action)),
        ("instruments", found.instruments.clone()),
    ]
    .into_iter()
    .map(|(name, values)| (name.to_owned(), values))
    .collect()
}

fn named<'a>(settled: &'a [SettledRecord], wanted: &str) -> Vec<&'a SettledRecord> {
    let trimmed = wanted.trim().trim_start_matches('#');
    let exact: Vec<&SettledRecord> = settled
        .iter()
        .filter(|s| {
            s.record.id.to_string() == trimmed
                || s.record.source_ids().contains(&trimmed)
                || fold(&s.reference) == fold(trimmed)
        })
        .collect();
    if !exact.is_empty() || trimmed.is_empty() {
        return exact;
    }
    let is_head = trimmed.len() >= 4 && trimmed.bytes().all(|b| b.is_ascii_hexdigit());
    let by_reference = trimmed.parse::<crate::domain::Reference>().ok();
    settled
        .iter()
        .filter(|s| {
            let head = is_head && s.record.id.to_string().starts_with(&trimmed.to_lowercase());
            // A number under which another source has it leads to it too.
            let spoken = s.record.sources.iter().filter_map(|source| source.says.paragraph.as_ref());
            let paragraph = s.record.paragraph.iter().chain(spoken).any(|p| p.as_str() == trimmed);
            let reference = by_reference.as_ref().is_some_and(|r| match &r.place {
                Place::Fragment(fragment) => s.record.id.to_string().starts_with(fragment.as_str()),
                Place::Paragraph(_) => s.record.reference() == *r,
            });
            let end = format!(" {}", fold(trimmed));
            let tail = trimmed.contains('¶') && fold(&s.record.reference().to_string()).ends_with(&end);
            head || paragraph || reference || tail
        })
        .collect()
}
