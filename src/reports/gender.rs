//! Where are women and girls named, alone or only in a list of groups, and where does nobody name them
//! although the matter bears on them otherwise than on men?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::vocabulary::fold;
use crate::domain::{Asker, Cluster, ClusterNumber, Kind, Language, RecordId, SettledRecord};
pub use crate::text::gender::GenderLens;
use crate::text::gender::{gender_lens, gender_words};
use crate::view::{Question, Refusal, View};

/// Every recommendation under the lens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GenderLenses {
    /// The recommendations to list besides the counts: those that stand so.
    #[serde(default)]
    pub list: Option<GenderLens>,
}

/// How women and girls stand in recommendations, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct GenderCounts {
    /// Named for themselves.
    pub named: u64,
    /// Named only as one of several groups.
    pub in_list: u64,
    /// Not named, though the matter has a gender dimension.
    pub dimension: u64,
    /// Neither.
    pub none: u64,
}

impl GenderCounts {
    /// All recommendations looked at.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.named + self.in_list + self.dimension + self.none
    }

    fn count(&mut self, lens: GenderLens) {
        match lens {
            GenderLens::Named => self.named += 1,
            GenderLens::InList => self.in_list += 1,
            GenderLens::Dimension => self.dimension += 1,
            GenderLens::None => self.none += 1,
        }
    }
}

/// One cluster under the lens.
#[derive(Debug, Clone, Serialize)]
pub struct GenderLine {
    /// The cluster.
    pub number: ClusterNumber,
    /// Its theme and title.
    pub title: String,
    /// How women and girls stand in it.
    pub counts: GenderCounts,
}

/// A recommendation under the lens.
#[derive(Debug, Clone, Serialize)]
pub struct GenderRecord {
    /// Identifier.
    pub id: RecordId,
    /// Reference.
    pub reference: String,
    /// The cluster that it stands in.
    pub cluster: Option<ClusterNumber>,
    /// The words of the text by which the lens tells.
    pub words: Vec<String>,
    /// Text.
    pub text: String,
}

/// The lens over everything.
#[derive(Debug, Clone, Serialize)]
pub struct GenderAnswer {
    /// All recommendations.
    pub total: GenderCounts,
    /// Clusters in which women are named only in lists, or not at all though the matter calls for it,
    /// most such recommendations first.
    pub clusters: Vec<GenderLine>,
    /// The recommendations that were asked for, by cluster.
    pub records: Vec<GenderRecord>,
}

/// How women and girls stand in a record.
pub(super) fn lens_of(record: &SettledRecord) -> GenderLens {
    let (language, text) = record.record.text(Language::En);
    gender_lens(&fold(&text.clean), language)
}

/// The words by which that is told.
pub(super) fn words_of(record: &SettledRecord) -> Vec<String> {
    let (language, text) = record.record.text(Language::En);
    gender_words(&fold(&text.clean), language)
}

impl Question for GenderLenses {
    type Answer = GenderAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let mut total = GenderCounts::default();
        let mut records = Vec::new();
        let mut by_cluster: BTreeMap<ClusterNumber, GenderCounts> = BTreeMap::new();
        for record in view.settled()?.iter().filter(|s| s.record.kind == Kind::Recommendation) {
            let lens = lens_of(record);
            total.count(lens);
            records.extend((self.list == Some(lens)).then(|| listed(record, asker.language)));
            record.cluster.into_iter().for_each(|number| by_cluster.entry(number).or_default().count(lens));
        }
        let line = |cluster: &Cluster| GenderLine {
            number: cluster.number,
            title: cluster.full_title(),
            counts: by_cluster.get(&cluster.number).copied().unwrap_or_default(),
        };
        let mut clusters: Vec<GenderLine> = view.clusters(asker.language).iter().map(line).collect();
        clusters.retain(|line| line.counts.in_list + line.counts.dimension > 0);
        clusters.sort_by_key(|line| (std::cmp::Reverse(line.counts.in_list + line.counts.dimension), line.number));
        records.sort_by_key(|record: &GenderRecord| (record.cluster, record.id));
        Ok(GenderAnswer { total, clusters, records })
    }
}

fn listed(settled: &SettledRecord, language: Language) -> GenderRecord {
    GenderRecord {
        id: settled.record.id,
        reference: settled.reference.clone(),
        cluster: settled.cluster,
        words: words_of(settled),
        text: settled.record.clean_text(language).to_owned(),
    }
}
