//! The order of what was found, and the folding of texts that are alike.

use std::cmp::Reverse;
use std::collections::HashSet;

use nohash_hasher::{BuildNoHashHasher, IntMap, IntSet};
use tantivy::collector::TopDocs;
use tantivy::columnar::Column;
use tantivy::query::BooleanQuery;
use tantivy::{DocAddress, Searcher};

use super::asking::Asking;
use super::gathered::{GatherScored, Gathered, number_of};
use super::request::Order;
use crate::domain::Facet;
use crate::search::error::SearchError;
use crate::search::index::{DAY, ID, LIKENESS, Ordinals, STANDING};

/// A record in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranked {
    pub(super) address: DocAddress,
    pub(super) score: f32,
    pub(super) is_related: bool,
}

/// A record and how many have texts like its own.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) first: Ranked,
    pub(super) alike: Alike,
}

/// Other records that fit and whose texts are alike, whether they are folded or stand for themselves.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Alike {
    pub(super) records: u64,
    /// How many other States those are addressed to.
    pub(super) states: u64,
}

impl Group {
    /// The group as one that only comes near.
    pub(super) fn related(mut self) -> Self {
        self.first.is_related = true;
        self
    }
}

/// Which records are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// How many groups at most.
    pub(super) most: usize,
    /// In which order.
    pub(super) order: Order,
    /// Whether texts that are alike are one group.
    pub(super) folds: bool,
}

/// As many hits are looked at, at least, where those that are alike are folded.
const LEAST: usize = 400;

impl Asking<'_> {
    /// The first groups in order; as many as are wanted where there are as many.
    pub(super) fn ranked(
        &self,
        query: &BooleanQuery,
        gathered: &[Gathered],
        wanted: &Wanted,
    ) -> Result<Vec<Group>, SearchError> {
        let total = number_of(gathered);
        if wanted.most == 0 || total == 0 {
            return Ok(Vec::new());
        }
        let columns = Columns::open(&self.searcher)?;
        let states = self.ordinals(Facet::State)?;
        if !wanted.folds {
            let ranked = self.first(query, gathered, wanted.order, wanted.most.min(total))?;
            let mut groups: Vec<Group> = ranked.into_iter().map(alone).collect();
            columns.count_alike(&mut groups, gathered, &states);
            return Ok(groups);
        }
        let mut most = wanted.most.saturating_mul(2).max(LEAST).min(total);
        loop {
            let ranked = self.first(query, gathered, wanted.order, most)?;
            let mut groups = columns.fold(ranked);
            if groups.len() >= wanted.most || most == total {
                groups.truncate(wanted.most);
                columns.count_alike(&mut groups, gathered, &states);
                return Ok(groups);
            }
            most = most.saturating_mul(4).min(total);
        }
    }

    /// The first records in order; those of one rank always in the same one.
    fn first(
        &self,
        query: &BooleanQuery,
        gathered: &[Gathered],
        order: Order,
        most: usize,
    ) -> Result<Vec<Ranked>, SearchError> {
        match order {
            Order::Relevance => by_score(query, most, &self.searcher),
            Order::Date => {
                let ties = Ties::open(&self.searcher)?;
                let keyed = addresses(gathered).map(|address| ((ties.of(address).1, ties.of(address).2), address));
                Ok(best(keyed.collect(), most).into_iter().map(|(_, address)| unscored(address)).collect())
            }
            order => Ok(self.by_place(order, gathered)?.into_iter().take(most).collect()),
        }
    }

    /// By State or cluster where that is asked for, then by document and paragraph.
    fn by_place(&self, order: Order, gathered: &[Gathered]) -> Result<Vec<Ranked>, SearchError> {
        let places = self.index.places(&self.searcher)?;
        let facet = if order == Order::Cluster { Facet::Cluster } else { Facet::State };
        let values = self.ordinals(facet)?;
        let keys: Vec<(u32, u32)> = values.values.iter().map(|value| numbers(value)).collect();
        let head = |address: DocAddress| match order {
            // Of "12" and "12.3" the finer one tells the place.
            Order::Cluster => {
                let numbers = values.of(address.segment_ord, address.doc_id).map(|at| keys[at as usize]);
                numbers.max().unwrap_or((u32::MAX, 0))
            }
            Order::State => (values.of(address.segment_ord, address.doc_id).next().unwrap_or(u32::MAX), 0),
            _ => (0, 0),
        };
        let mut keyed: Vec<((u32, u32), u32, DocAddress)> = Vec::new();
        for (segment, docs) in gathered {
            for doc in docs {
                let address = DocAddress::new(*segment, *doc);
                keyed.push((head(address), places.of(*segment, *doc).next().unwrap_or(u32::MAX), address));
            }
        }
        keyed.sort_unstable();
        Ok(keyed.into_iter().map(|(_, _, address)| unscored(address)).collect())
    }
}

fn numbers(cluster: &str) -> (u32, u32) {
    let (theme, number) = cluster.split_once('.').unwrap_or((cluster, "0"));
    (theme.parse().unwrap_or(u32::MAX), number.parse().unwrap_or(0))
}

const fn unscored(address: DocAddress) -> Ranked {
    Ranked { address, score: 0.0, is_related: false }
}

const fn alone(first: Ranked) -> Group {
    Group { first, alike: Alike { records: 0, states: 0 } }
}

/// Best scores first; among equals final documents, then newer ones, then by identifier.
///
/// The best scores alone are found much faster. They are enough unless equals stand on both sides of
/// the last place.
fn by_score(query: &BooleanQuery, most: usize, searcher: &Searcher) -> Result<Vec<Ranked>, SearchError> {
    let mut scored = searcher.search(query, &TopDocs::with_limit(most + 1).order_by_score())?;
    if scored.len() > most && level(scored[most - 1].0) == level(scored[most].0) {
        scored = searcher.search(query, &GatherScored)?;
    }
    let ties = Ties::open(searcher)?;
    let keyed = scored.iter().map(|(score, address)| ((Reverse(level(*score)), ties.of(*address)), (*score, *address)));
    let ranked = best(keyed.collect(), most).into_iter();
    Ok(ranked.map(|(_, (score, address))| Ranked { score, ..unscored(address) }).collect())
}

/// Scores that differ less than this are equal: sums of the same numbers in another order differ too.
fn level(score: f32) -> i64 {
    (f64::from(score) * 1024.0).round() as i64
}

/// Those whose keys come first, in order, `most` of them at most.
fn best<K: Ord, T>(mut keyed: Vec<(K, T)>, most: usize) -> Vec<(K, T)> {
    if most < keyed.len() {
        keyed.select_nth_unstable_by(most, |a, b| a.0.cmp(&b.0));
        keyed.truncate(most);
    }
    keyed.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    keyed
}

/// Standing, day and identifier: by these, records of one rank are told apart.
type Tie = (Reverse<Option<u64>>, Reverse<Option<i64>>, Option<u64>);

/// What decides between ties, one column a segment.
struct Ties {
    standing: Vec<Column<u64>>,
    day: Vec<Column<i64>>,
    id: Vec<Column<u64>>,
}

impl Ties {
    fn open(searcher: &Searcher) -> Result<Self, SearchError> {
        let readers = searcher.segment_readers();
        let numbers = |field: &'static str| readers.iter().map(move |segment| segment.fast_fields().u64(field));
        let day = readers.iter().map(|segment| segment.fast_fields().i64(DAY));
        Ok(Self {
            standing: numbers(STANDING).collect::<tantivy::Result<_>>()?,
            day: day.collect::<tantivy::Result<_>>()?,
            id: numbers(ID).collect::<tantivy::Result<_>>()?,
        })
    }

    fn of(&self, address: DocAddress) -> Tie {
        let (segment, doc) = (address.segment_ord as usize, address.doc_id);
        let (standing, day) = (self.standing[segment].first(doc), self.day[segment].first(doc));
        (Reverse(standing), Reverse(day), self.id[segment].first(doc))
    }
}

/// By what texts are alike, one column a segment: keys that are hashes already. Hashing them again would take
/// most of the time of counting.
pub(super) struct Columns {
    likeness: Vec<Column<u64>>,
}

impl Columns {
    pub(super) fn open(searcher: &Searcher) -> Result<Self, SearchError> {
        let readers = searcher.segment_readers();
        let likeness = readers.iter().map(|segment| segment.fast_fields().u64(LIKENESS));
        Ok(Self { likeness: likeness.collect::<tantivy::Result<_>>()? })
    }

    fn of(&self, address: DocAddress) -> Option<u64> {
        self.likeness[address.segment_ord as usize].first(address.doc_id)
    }

    /// The first of each group of records whose texts are alike.
    fn fold(&self, ranked: Vec<Ranked>) -> Vec<Group> {
        let mut seen = HashSet::new();
        let is_first = |ranked: &Ranked| self.of(ranked.address).is_none_or(|key| seen.insert(key));
        ranked.into_iter().filter(is_first).map(alone).collect()
    }

    /// Tells the groups how much else fits and is like their first.
    fn count_alike(&self, groups: &mut [Group], gathered: &[Gathered], states: &Ordinals) {
        let keys = groups.iter().filter_map(|group| self.of(group.first.address));
        let mut met: IntMap<u64, (u64, IntSet<u32>)> = keys.map(|key| (key, (0, IntSet::default()))).collect();
        let state = |address: DocAddress| states.of(address.segment_ord, address.doc_id).next();
        for address in addresses(gathered) {
            if let Some((records, addressed)) = self.of(address).and_then(|key| met.get_mut(&key)) {
                *records += 1;
                addressed.extend(state(address));
            }
        }
        for group in groups {
            let Some((records, addressed)) = self.of(group.first.address).and_then(|key| met.get(&key)) else {
                continue;
            };
            // The first is among them, and so is its State.
            let own = usize::from(state(group.first.address).is_some());
            group.alike =
                Alike { records: records.saturating_sub(1), states: addressed.len().saturating_sub(own) as u64 };
        }
    }

    /// How many texts there are, where those that are alike count once.
    pub(super) fn texts(&self, gathered: &[Gathered]) -> usize {
        let keys = addresses(gathered).filter_map(|address| self.of(address));
        let mut texts: IntSet<u64> =
            HashSet::with_capacity_and_hasher(number_of(gathered), BuildNoHashHasher::default());
        texts.extend(keys);
        texts.len()
    }
}

fn addresses(gathered: &[Gathered]) -> impl Iterator<Item = DocAddress> {
    gathered.iter().flat_map(|(segment, docs)| docs.iter().map(|doc| DocAddress::new(*segment, *doc)))
}
