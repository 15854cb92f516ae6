//! More like this: records that ask what a record asks, in all States, mechanisms and languages.

use serde::Serialize;

use crate::analysis::duplicates::Comparison;
use crate::analysis::models::Models;
use crate::analysis::{ComparedText, compare_all};
use crate::domain::{Coded, Facet, Language, Position, RelationKind};
use crate::search::{Found, Marker, SearchDocument};
use crate::view::{Noun, Refusal};
use crate::workspace::WorkspaceError;
use crate::workspace::searching::finder::Finder;
use crate::workspace::searching::search::{Hit, SearchQuery};

/// Records that are looked at closely.
const CANDIDATES: usize = 200;

/// A record beside the one it was compared with.
#[derive(Debug, Clone, Serialize)]
pub struct LikeHit {
    /// The record.
    #[serde(flatten)]
    pub hit: Hit,
    /// How it relates; `None` for one that is alike in words and asks something else.
    pub relation: Option<RelationKind>,
    /// What the two have in common and what sets them apart.
    pub reason: Coded,
}

/// What is like a record.
#[derive(Debug, Clone, Serialize)]
pub struct LikeAnswer {
    /// Reference of the record.
    pub reference: String,
    /// Its text.
    pub text: String,
    /// Records by relation, closest first.
    pub hits: Vec<LikeHit>,
    /// How many records were compared closely.
    pub compared: usize,
    /// How many records the index holds.
    pub searched: usize,
}

impl Finder {
    /// Finds what is like a record; the query's filters, limit and language hold, its words do not.
    ///
    /// # Errors
    /// When there is no such record, or more than one.
    pub fn like(&self, wanted: &str, query: &SearchQuery) -> Result<LikeAnswer, WorkspaceError> {
        let seed = self.one(wanted)?;
        let request = self.request(query)?;
        let asking = self.asking();
        let candidates = asking.candidates(&seed, &request, CANDIDATES)?;
        let texts: Vec<ComparedText<'_>> = candidates.iter().map(compared).collect();
        let comparisons = compare_all(compared(&seed), &texts, Models::embedded()?);
        let pairs = candidates.iter().zip(comparisons);
        let mut ranked: Vec<(&SearchDocument, Comparison)> = pairs
            .map(|(document, compared)| (document, compared.with_positions(position(&seed), position(document))))
            .collect();
        ranked.sort_by(|(a, one), (b, other)| {
            let order = |kind: Option<RelationKind>| kind.map_or(RelationKind::ALL.len(), |kind| kind as usize);
            let by_kind = order(one.kind).cmp(&order(other.kind));
            by_kind.then_with(|| other.score.total_cmp(&one.score)).then_with(|| a.id.cmp(&b.id))
        });
        let asked = asking.read(&request)?;
        let marker = Marker::new(&asked, &asking);
        let shown = self.shown_language(query);
        let hit = |(document, comparison): (&SearchDocument, Comparison)| {
            let found = Found {
                document: document.clone(),
                score: comparison.score,
                alike: 0,
                alike_states: 0,
                is_related: comparison.kind.is_none(),
            };
            let hit = self.hit(&found, &marker, shown);
            LikeHit { hit, relation: comparison.kind, reason: Coded::from(&comparison.reason) }
        };
        Ok(LikeAnswer {
            text: seed.text(shown).1.to_owned(),
            reference: seed.reference,
            hits: ranked.into_iter().skip(query.offset).take(query.limit).map(hit).collect(),
            compared: candidates.len(),
            searched: self.index.len(),
        })
    }

    fn one(&self, wanted: &str) -> Result<SearchDocument, WorkspaceError> {
        let mut named = self.asking().named(wanted)?;
        match named.len() {
            0 => Err(Refusal::unknown(Noun::Record, wanted).into()),
            1 => Ok(named.remove(0)),
            count => {
                let (wanted, example) = (wanted.to_owned(), named[0].id.to_string());
                Err(Refusal::Ambiguous { wanted, count, example }.into())
            }
        }
    }
}

/// The position on a record; none outside the UPR.
fn position(document: &SearchDocument) -> Position {
    Position::from_words(document.value(Facet::Position)).unwrap_or_default()
}

fn compared(document: &SearchDocument) -> ComparedText<'_> {
    let (language, text) = document.text(Language::En);
    ComparedText { id: document.id, language, text, body: document.value(Facet::Body) }
}
