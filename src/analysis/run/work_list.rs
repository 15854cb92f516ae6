//! What of each record and State is stale.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::cache::{Analysis, CODE_VERSION};
use super::state_cache::ComparedState;
use crate::domain::{Fingerprint, Language, Recommendation, RecordId, StateCode};

/// What of a record's analysis is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Staleness {
    /// All of it.
    Kept,
    /// Its place. Its tags are made anew: something was learnt since, or they were lost.
    Retagged,
    /// Its tags. It is placed anew, because its place was lost.
    PlacedAnew,
    /// Nothing: its text is new or has changed.
    New,
}

impl Staleness {
    /// Whether the tags that are known stay.
    pub(super) const fn keeps_tags(self) -> bool {
        matches!(self, Self::Kept | Self::PlacedAnew)
    }

    /// Whether the place that is known stays.
    pub(super) const fn keeps_place(self) -> bool {
        matches!(self, Self::Kept | Self::Retagged)
    }
}

/// The records of each State by their place in the list, ascending.
pub(super) type Groups = BTreeMap<Option<StateCode>, Vec<usize>>;

/// All records, with what has to be done; lists are in the order of the records.
pub(super) struct WorkList<'a> {
    /// All records.
    pub(super) records: &'a [Recommendation],
    /// Hash of the analysed text of each record, and of its document where its State is not known.
    pub(super) contents: Vec<u64>,
    /// What of each record is kept.
    pub(super) staleness: Vec<Staleness>,
    /// The records of each State.
    pub(super) groups: Groups,
    /// States whose records are not those of the previous analysis.
    pub(super) stale_states: BTreeSet<Option<StateCode>>,
    /// Hash of the models.
    models: &'a str,
}

impl<'a> WorkList<'a> {
    /// What has to be done where `known` stands; `models` is the hash of the models, `learnt` that of what
    /// was learnt by now.
    pub(super) fn of(records: &'a [Recommendation], known: &Analysis, models: &'a str, learnt: &str) -> Self {
        let contents: Vec<u64> = records.par_iter().map(content_hash).collect();
        let each = records.iter().zip(&contents);
        let staleness = each.map(|(record, content)| staleness(record.id, *content, known, learnt)).collect();
        let mut groups = Groups::new();
        for (at, record) in records.iter().enumerate() {
            groups.entry(record.state).or_default().push(at);
        }
        let mut list = Self { records, contents, staleness, groups, stale_states: BTreeSet::new(), models };
        let is_stale = |(state, group): &(&Option<StateCode>, &Vec<usize>)| {
            known.states.get(*state).is_none_or(|before| before.fingerprint != list.fingerprint(group))
        };
        list.stale_states = list.groups.iter().filter(is_stale).map(|(state, _)| *state).collect();
        list
    }

    /// A hash over the code, the models, the records of a State and their texts.
    pub(super) fn fingerprint(&self, group: &[usize]) -> u64 {
        self.fingerprint_of(group.iter().map(|at| (self.records[*at].id, self.contents[*at])))
    }

    /// Whether what was kept of a State was made by this code and these models, of the records that it says.
    pub(super) fn fits(&self, kept: &ComparedState) -> bool {
        let records = kept.profiles.iter().map(|profile| profile.id).zip(kept.contents.iter().copied());
        kept.profiles.len() == kept.contents.len() && self.fingerprint_of(records) == kept.fingerprint
    }

    fn fingerprint_of(&self, records: impl Iterator<Item = (RecordId, u64)>) -> u64 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&CODE_VERSION.to_be_bytes()).update(self.models.as_bytes());
        for (id, content) in records {
            hasher.update(&id.0.to_be_bytes()).update(&content.to_be_bytes());
        }
        Fingerprint::from(hasher.finalize()).0
    }

    /// How many records are tagged anew.
    pub(super) fn retagged(&self) -> usize {
        self.staleness.iter().filter(|staleness| !staleness.keeps_tags()).count()
    }
}

fn staleness(id: RecordId, content: u64, known: &Analysis, learnt: &str) -> Staleness {
    let analysed = known.records.get(&id);
    let is_unchanged = analysed.is_some_and(|analysed| analysed.content == content);
    // A record whose text has changed is placed anew; of one whose analysis was lost, the place is kept.
    let has_place = (is_unchanged || analysed.is_none()) && known.clusters.placements.contains_key(&id);
    // What was learnt since changes tags and nothing else.
    let has_tags = is_unchanged && known.learnt == learnt;
    match (has_tags, has_place) {
        (true, true) => Staleness::Kept,
        (false, true) => Staleness::Retagged,
        (true, false) => Staleness::PlacedAnew,
        (false, false) => Staleness::New,
    }
}

fn content_hash(record: &Recommendation) -> u64 {
    let (language, text) = record.text(Language::En);
    let mut hasher = blake3::Hasher::new();
    hasher.update(language.code().as_bytes()).update(text.clean.as_bytes());
    if record.state.is_none() {
        // Which others it is compared with hangs on its document.
        hasher.update(record.own_document().as_bytes());
    }
    Fingerprint::from(hasher.finalize()).0
}

#[cfg(test)]
mod tests {
    use super::{Staleness, staleness};
    use crate::analysis::run::cache::{Analysis, RecordAnalysis};
    use crate::domain::{ClusterNumber, RecordId};

    #[test]
    fn what_is_lost_has_changed_or_was_learnt_since_is_made_anew_and_nothing_else() {
        let (tagged, placed, both) = (RecordId(1), RecordId(2), RecordId(3));
        let mut known = Analysis { learnt: "then".to_owned(), ..Analysis::default() };
        for id in [tagged, both] {
            known.records.insert(id, RecordAnalysis { content: 7, tags: Vec::new() });
        }
        for id in [placed, both] {
            known.clusters.placements.insert(id, ClusterNumber { theme: 1, cluster: 1 });
        }
        assert_eq!(staleness(both, 7, &known, "then"), Staleness::Kept);
        assert_eq!(staleness(both, 7, &known, "now"), Staleness::Retagged, "something was learnt");
        assert_eq!(staleness(both, 8, &known, "then"), Staleness::New, "the text has changed");
        assert_eq!(staleness(placed, 7, &known, "then"), Staleness::Retagged, "the tags are lost");
        assert_eq!(staleness(tagged, 7, &known, "then"), Staleness::PlacedAnew, "the place is lost");
        assert_eq!(staleness(RecordId(4), 7, &known, "then"), Staleness::New);
    }
}
