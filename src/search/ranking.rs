//! The order of what was found, and the folding of texts that are alike.

use std::cmp::Reverse;
use std::collections::HashMap;

use tantivy::collector::TopDocs;
use tantivy::columnar::Column;
use tantivy::query::BooleanQuery;
use tantivy::{DocAddress, Searcher};

use super::SearchError;
use super::document::Facet;
use super::finding::number_of;
use super::gathering::Gathered;
use super::index::SearchIndex;
use super::request::{Order, SearchRequest};

/// A record in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranked {
    pub(super) address: DocAddress,
    pub(super) score: f32,
    pub(super) is_related: bool,
}

/// A record and those whose texts are alike.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) first: Ranked,
    pub(super) alike: Vec<Ranked>,
}

impl Group {
    /// The group as one that only comes near.
    pub(super) fn related(mut self) -> Self {
        self.first.is_related = true;
        self
    }
}

/// How many times more hits are looked at than shown, where those that are alike are folded.
const FOLDED: usize = 6;
/// As many at least.
const MOST_FOLDED: usize = 400;

impl SearchIndex {
    /// The first groups in order; `wanted` of them where there are as many.
    pub(super) fn ranked(
        &self,
        query: &BooleanQuery,
        gathered: &[Gathered],
        wanted: usize,
        request: &SearchRequest,
        searcher: &Searcher,
    ) -> Result<Vec<Group>, SearchError> {
        if wanted == 0 || number_of(gathered) == 0 {
            return Ok(Vec::new());
        }
        // Folding needs to see more than is shown; the engine sets memory aside for what is asked for.
        let most = if request.folds { wanted.saturating_mul(FOLDED).max(MOST_FOLDED) } else { wanted };
        let most = most.clamp(1, number_of(gathered));
        let columns = Columns::open(searcher)?;
        let ranked = match request.order {
            Order::Relevance => {
                let scored = searcher.search(query, &TopDocs::with_limit(most).order_by_score())?;
                columns.settle_ties(scored)
            }
            Order::Date => {
                let by_day = TopDocs::with_limit(most).order_by_fast_field::<i64>("day", tantivy::Order::Desc);
                searcher.search(query, &by_day)?.into_iter().map(|(_, address)| unscored(address)).collect()
            }
            order => self.by_place(order, gathered, searcher)?.into_iter().take(most).collect(),
        };
        let mut groups = if request.folds { columns.fold(ranked) } else { ranked.into_iter().map(alone).collect() };
        groups.truncate(wanted);
        Ok(groups)
    }

    /// By State or cluster where that is asked for, then by document and paragraph.
    fn by_place(&self, order: Order, gathered: &[Gathered], searcher: &Searcher) -> Result<Vec<Ranked>, SearchError> {
        let places = self.places(searcher)?;
        let facet = if order == Order::Cluster { Facet::Cluster } else { Facet::State };
        let values = self.ordinals(facet, searcher)?;
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
    Group { first, alike: Vec::new() }
}

/// What ties and likeness are told by, one column a segment.
struct Columns {
    likeness: Vec<Column<u64>>,
    standing: Vec<Column<u64>>,
    day: Vec<Column<i64>>,
    id: Vec<Column<u64>>,
}

impl Columns {
    fn open(searcher: &Searcher) -> Result<Self, SearchError> {
        let readers = searcher.segment_readers();
        let numbers = |field: &str| readers.iter().map(|segment| segment.fast_fields().u64(field)).collect();
        let (likeness, standing, id): (Result<_, _>, Result<_, _>, Result<_, _>) =
            (numbers("likeness"), numbers("standing"), numbers("id"));
        let day = readers.iter().map(|segment| segment.fast_fields().i64("day")).collect::<Result<_, _>>()?;
        Ok(Self { likeness: likeness?, standing: standing?, day, id: id? })
    }

    /// Among records of one score, final documents first, then newer ones.
    fn settle_ties(&self, scored: Vec<(f32, DocAddress)>) -> Vec<Ranked> {
        let key = |ranked: &Ranked| {
            let (segment, doc) = (ranked.address.segment_ord as usize, ranked.address.doc_id);
            let first = |columns: &[Column<u64>]| columns[segment].first(doc).unwrap_or(0);
            let day = self.day[segment].first(doc).unwrap_or(i64::MIN);
            (Reverse(first(&self.standing)), Reverse(day), first(&self.id))
        };
        let mut ranked: Vec<Ranked> =
            scored.into_iter().map(|(score, address)| Ranked { score, ..unscored(address) }).collect();
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| key(a).cmp(&key(b))));
        ranked
    }

    /// Records whose texts are alike under the first of them.
    fn fold(&self, ranked: Vec<Ranked>) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut places: HashMap<u64, usize> = HashMap::new();
        for ranked in ranked {
            let likeness = self.likeness[ranked.address.segment_ord as usize].first(ranked.address.doc_id);
            match likeness.and_then(|key| places.get(&key)) {
                Some(place) => groups[*place].alike.push(ranked),
                None => {
                    places.extend(likeness.map(|key| (key, groups.len())));
                    groups.push(alone(ranked));
                }
            }
        }
        groups
    }
}
