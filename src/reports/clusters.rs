//! Which clusters are there, and what stands in one?

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::domain::vocabulary::fold;
use crate::domain::{Asker, Cluster, ClusterNumber, Language, RecordId, SettledRecord};
use crate::view::{Noun, Question, Refusal, View, cluster_named};

/// All clusters, or those of one theme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterList {
    /// Number of the theme, or words of its name.
    pub theme: Option<String>,
}

/// One cluster with its members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterCard {
    /// Its number.
    pub number: ClusterNumber,
}

/// The number of the cluster that is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterNamed {
    /// Its number or its title.
    pub wanted: String,
}

/// A cluster and its members, those of one ask together.
#[derive(Debug, Clone, Serialize)]
pub struct ClusterCards {
    /// The cluster.
    pub cluster: ClusterLine,
    /// Its members.
    pub members: Vec<MemberLine>,
}

/// A cluster by number and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClusterName {
    /// Number.
    pub number: ClusterNumber,
    /// Title.
    pub title: String,
}

/// One line of the list.
#[derive(Debug, Clone, Serialize)]
pub struct ClusterLine {
    /// Number.
    pub number: ClusterNumber,
    /// Theme.
    pub theme: String,
    /// Title.
    pub title: String,
    /// The cluster of the same topic from which the title takes the words of a person, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named_after: Option<ClusterNumber>,
    /// Key phrases.
    pub key_phrases: Vec<String>,
    /// Records.
    pub records: u64,
    /// Asks among them.
    pub asks: u64,
    /// Whether it is locked.
    pub locked: bool,
    /// Whether it was proposed in the newest run, beside older clusters.
    pub is_new: bool,
}

/// A member of a cluster.
#[derive(Debug, Clone, Serialize)]
pub struct MemberLine {
    /// Identifier.
    pub id: RecordId,
    /// Reference.
    pub reference: String,
    /// Ask it belongs to.
    pub ask: RecordId,
    /// Text.
    pub text: String,
    /// Other clusters in which its ask stands too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_in: Vec<ClusterNumber>,
}

impl Question for ClusterList {
    type Answer = Vec<ClusterLine>;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let ask_of = view.ask_of()?;
        let ask = |id: &RecordId| ask_of.get(id).copied();
        let wanted = wanted(view, self.theme.as_deref(), asker.language)?;
        Ok(wanted.into_par_iter().map(|cluster| cluster_line(cluster, ask)).collect())
    }
}

impl Question for ClusterNamed {
    type Answer = ClusterNumber;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        cluster_named(view, &self.wanted, asker.language)
    }
}

impl Question for ClusterCard {
    type Answer = ClusterCards;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let cluster = view.cluster(self.number, asker.language)?;
        let ask_of = view.ask_of()?;
        let line = |id: &RecordId| -> Result<Option<MemberLine>, Refusal> {
            Ok(view.record(*id)?.map(|settled| MemberLine::of(&settled, asker.language)))
        };
        let read = cluster.members.par_iter().filter_map(|id| line(id).transpose());
        let mut members: Vec<MemberLine> = read.collect::<Result<_, _>>()?;
        members.sort_by_key(|member| (member.ask, member.id));
        let also = elsewhere(&members, self.number, view, asker.language)?;
        for member in &mut members {
            member.also_in = also.get(&member.ask).into_iter().flatten().copied().collect();
        }
        Ok(ClusterCards { cluster: cluster_line(cluster, |id| ask_of.get(id).copied()), members })
    }
}

impl MemberLine {
    /// A record as a line, with its text in a language.
    #[must_use]
    pub fn of(settled: &SettledRecord, language: Language) -> Self {
        Self {
            id: settled.record.id,
            reference: settled.reference.clone(),
            ask: settled.ask,
            text: settled.record.clean_text(language).to_owned(),
            also_in: Vec::new(),
        }
    }
}

/// For the asks of members the other clusters in which they stand.
fn elsewhere(
    members: &[MemberLine],
    own: ClusterNumber,
    view: &View,
    language: Language,
) -> Result<BTreeMap<RecordId, BTreeSet<ClusterNumber>>, Refusal> {
    let ask_of = view.ask_of()?;
    let asks: BTreeSet<RecordId> = members.iter().map(|member| member.ask).collect();
    let mut also: BTreeMap<RecordId, BTreeSet<ClusterNumber>> = BTreeMap::new();
    for cluster in view.clusters(language).iter().filter(|cluster| cluster.number != own) {
        for ask in cluster.members.iter().filter_map(|id| ask_of.get(id).copied()) {
            if asks.contains(&ask) {
                also.entry(ask).or_default().insert(cluster.number);
            }
        }
    }
    Ok(also)
}

/// A cluster as a line; `ask` names the ask of a record that has been compared.
#[must_use]
pub fn cluster_line(cluster: &Cluster, ask: impl Fn(&RecordId) -> Option<RecordId>) -> ClusterLine {
    let mut asks: Vec<RecordId> = cluster.members.iter().map(|id| ask(id).unwrap_or(*id)).collect();
    asks.sort_unstable();
    asks.dedup();
    ClusterLine {
        number: cluster.number,
        theme: cluster.theme_title.clone(),
        title: cluster.title.clone(),
        named_after: cluster.named_after,
        key_phrases: cluster.key_phrases.clone(),
        records: cluster.members.len() as u64,
        asks: asks.len() as u64,
        locked: cluster.locked,
        is_new: cluster.is_new,
    }
}

/// The clusters of a theme, or all.
///
/// # Errors
/// When no theme is meant.
pub(super) fn wanted<'v>(view: &'v View, theme: Option<&str>, language: Language) -> Result<Vec<&'v Cluster>, Refusal> {
    let Some(words) = theme else { return Ok(view.clusters(language).iter().collect()) };
    let folded = fold(words);
    let is_meant = |c: &&Cluster| c.number.theme.to_string() == words.trim() || fold(&c.theme_title).contains(&folded);
    let wanted: Vec<&Cluster> = view.clusters(language).iter().filter(is_meant).collect();
    if wanted.is_empty() { Err(Refusal::unknown(Noun::Theme, words)) } else { Ok(wanted) }
}
