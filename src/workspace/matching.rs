//! One review, several sources: which arriving records are known already from other files.
//!
//! UHRI, UPR Info, matrices and reports hold the same recommendations with other numbers, symbols and
//! slightly other words. Two are the same where review and recommending States agree and the words
//! are nearly the same; where the words differ more, the instruments that they name must be equal as
//! well, because "ratify A" and "ratify B" are alike and not the same. Rows of one file stay apart.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::{Workspace, WorkspaceError};
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Kind, Language, Mechanism, Paragraph, Recommendation, RecordId, Session, StateCode, Symbol};
use crate::store::Arrival;
use crate::text::likeness::Wording;
use crate::text::read;

/// Wordings so alike are one without further proof.
const SAME_WORDS: f32 = 0.92;
/// Wordings so alike are one where the instruments agree too.
const LIKE_WORDS: f32 = 0.55;
/// Under the same number of the same report so little is enough.
const SAME_NUMBER: f32 = 0.3;

/// What two records must share to be compared at all.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Review {
    Upr(StateCode, Session),
    Document(Symbol),
}

/// A record of the store or of a batch, as far as matching looks at it.
#[derive(Debug, Clone)]
struct Candidate {
    id: RecordId,
    kind: Kind,
    is_upr: bool,
    paragraph: Option<Paragraph>,
    symbol: Option<Symbol>,
    states: Vec<StateCode>,
    /// Whether each of its sources is a draft, whose numbers mean little.
    is_draft: bool,
    texts: Vec<(Language, String)>,
    /// Made from the texts when two candidates are compared for the first time.
    wordings: OnceCell<Vec<Worded>>,
}

/// A text, read for comparing: language, words, instruments named.
type Worded = (Language, Wording, Vec<&'static str>);

impl Candidate {
    fn wordings(&self, states: &StateRegister) -> &[Worded] {
        self.wordings
            .get_or_init(|| self.texts.iter().map(|(language, text)| worded(*language, text, states)).collect())
    }
}

fn worded(language: Language, text: &str, states: &StateRegister) -> Worded {
    let mut named: Vec<&'static str> = read(text, language).instruments.iter().map(|mention| mention.code).collect();
    named.sort_unstable();
    named.dedup();
    (language, Wording::of(text, language, states), named)
}

/// The records of other files, by review.
#[derive(Debug, Default)]
pub(super) struct Known {
    reviews: HashMap<Review, Vec<Candidate>>,
    ids: HashSet<RecordId>,
    /// Records that this file has given before, by their place in it.
    by_place: HashMap<String, RecordId>,
    /// Known records that rows of this file have been joined to already.
    claimed: HashSet<RecordId>,
}

fn review(record: &Recommendation) -> Option<Review> {
    match (record.mechanism, record.state, record.session, &record.symbol) {
        (Mechanism::Upr, Some(state), Some(session), _) => Some(Review::Upr(state, session)),
        (Mechanism::Upr, ..) | (_, _, _, None) => None,
        (_, _, _, Some(symbol)) => Some(Review::Document(symbol.clone())),
    }
}

fn candidate(record: &Recommendation) -> Candidate {
    Candidate {
        id: record.id,
        kind: record.kind,
        is_upr: record.mechanism == Mechanism::Upr,
        paragraph: record.paragraph.clone(),
        symbol: record.symbol.clone(),
        states: record.recommending_states.clone(),
        is_draft: record.sources.iter().all(|source| source.says.is_draft),
        texts: record.texts.iter().map(|(language, text)| (*language, text.clean.clone())).collect(),
        wordings: OnceCell::new(),
    }
}

impl Workspace {
    /// The records of the store that rows of a file may be joined to.
    pub(super) fn known(&self, file_hash: &str) -> Result<Known, WorkspaceError> {
        let mut known = Known::default();
        self.store.each_record(|record| {
            known.ids.insert(record.id);
            let own = record.sources.iter().filter(|source| source.file_hash == file_hash);
            let places: Vec<String> = own.map(|source| source.place.clone()).collect();
            let is_of_this_file = !places.is_empty();
            places.into_iter().for_each(|place| _ = known.by_place.insert(place, record.id));
            if let Some(review) = review(&record).filter(|_| !is_of_this_file) {
                known.reviews.entry(review).or_default().push(candidate(&record));
            }
            Ok::<(), WorkspaceError>(())
        })?;
        Ok(known)
    }
}

impl Known {
    /// Tells for each record of a batch whether it is known, and under which identifier.
    pub(super) fn arrivals(&mut self, batch: Vec<Recommendation>, states: &StateRegister) -> Vec<Arrival> {
        let mut pairs: Vec<(f32, usize, RecordId)> = Vec::new();
        let mut arrivals: Vec<Arrival> = batch.into_iter().map(Arrival::from).collect();
        for (at, arrival) in arrivals.iter_mut().enumerate() {
            let place = arrival.record.sources.first().map(|source| source.place.clone()).unwrap_or_default();
            if let Some(id) = self.by_place.get(&place) {
                arrival.record.id = *id;
            } else if self.ids.contains(&arrival.record.id) {
                self.claimed.insert(arrival.record.id);
            } else {
                pairs.extend(self.pairs(&arrival.record, states).into_iter().map(|(score, id)| (score, at, id)));
            }
        }
        // The surest pairs first, so that a weaker likeness never takes a record from its own row.
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut joined: HashMap<usize, RecordId> = HashMap::new();
        for (_, at, id) in pairs {
            self.join(&mut arrivals[at], at, id, &mut joined);
        }
        arrivals
    }

    /// Known records that may be the same as an arriving one, with how sure that is.
    fn pairs(&self, record: &Recommendation, states: &StateRegister) -> Vec<(f32, RecordId)> {
        let Some(known) = review(record).and_then(|review| self.reviews.get(&review)) else { return Vec::new() };
        let mut arrived = None;
        let mut pairs = Vec::new();
        for other in known.iter().filter(|other| other.kind == record.kind) {
            if !share_states(&record.recommending_states, &other.states) {
                continue;
            }
            let arrived = arrived.get_or_insert_with(|| candidate(record));
            pairs.extend(score(arrived, other, states).map(|score| (score, other.id)));
        }
        pairs
    }

    /// Joins an arriving record to a known one, unless another row has it.
    fn join(&mut self, arrival: &mut Arrival, at: usize, id: RecordId, joined: &mut HashMap<usize, RecordId>) {
        let states_of = |id: RecordId| self.reviews.values().flatten().find(|known| known.id == id).map(|k| &k.states);
        let Some(states) = states_of(id) else { return };
        let own = &arrival.record.recommending_states;
        // One row a recommending State here, one record for several there: all of them go together.
        let is_part = own.len() < states.len() && own.iter().all(|state| states.contains(state));
        let is_whole = states.len() < own.len() && states.iter().all(|state| own.contains(state));
        match joined.get(&at) {
            None if !self.claimed.contains(&id) || (is_part && !own.is_empty()) => {
                joined.insert(at, id);
                arrival.record.id = id;
                self.claimed.insert(id);
            }
            Some(_) if is_whole && !states.is_empty() && !self.claimed.contains(&id) => {
                arrival.absorbs.push(id);
                self.claimed.insert(id);
            }
            _ => {}
        }
    }

    /// The known records of the reviews in a batch that no row was joined to: what a file lacks.
    pub(super) fn unclaimed(&self, seen: &HashSet<RecordId>, symbols: &HashSet<Symbol>) -> Vec<RecordId> {
        let all = self.reviews.values().flatten();
        let of_document = |known: &&Candidate| known.symbol.as_ref().is_some_and(|symbol| symbols.contains(symbol));
        let mut ids: Vec<RecordId> =
            all.filter(of_document).map(|known| known.id).filter(|id| !seen.contains(id)).collect();
        ids.sort_unstable();
        ids
    }
}

/// Whether the recommending States of one are among those of the other; none named contradicts none.
fn share_states(a: &[StateCode], b: &[StateCode]) -> bool {
    a.iter().all(|state| b.contains(state)) || b.iter().all(|state| a.contains(state))
}

/// How sure two candidates of one review are the same, or `None` where they are not.
fn score(arrived: &Candidate, known: &Candidate, states: &StateRegister) -> Option<f32> {
    let same_number = arrived.paragraph.is_some() && arrived.paragraph == known.paragraph;
    let same_document = arrived.symbol == known.symbol || arrived.symbol.is_none() || known.symbol.is_none();
    let (ours, theirs) = (arrived.wordings(states), known.wordings(states));
    let common = ours.iter().flat_map(|a| theirs.iter().map(move |k| (a, k))).filter(|(a, k)| a.0 == k.0);
    let best = common.map(|(a, k)| (a.1.likeness(&k.1), a.2 == k.2)).max_by(|x, y| x.0.total_cmp(&y.0));
    let Some((likeness, same_instruments)) = best else {
        // No language in common: only number, document and States can tell.
        let same_states = arrived.states.len() == known.states.len();
        return (same_number && same_document && same_states).then_some(1.0);
    };
    if !known.is_upr {
        return (same_number && likeness >= LIKE_WORDS).then_some(likeness);
    }
    if same_number && same_document && likeness >= SAME_NUMBER {
        return Some(1.0 + likeness);
    }
    if are_numbered_apart(arrived, known) {
        return None;
    }
    let is_same = likeness >= SAME_WORDS || (likeness >= LIKE_WORDS && same_instruments);
    is_same.then_some(likeness)
}

/// Two numbers of one list are two recommendations; a draft is numbered otherwise than its final.
fn are_numbered_apart(a: &Candidate, b: &Candidate) -> bool {
    let main = |c: &Candidate| c.paragraph.as_ref().and_then(|p| p.as_str().split('.').next().map(str::to_owned));
    let same_list = main(a).is_some() && main(a) == main(b) && a.paragraph != b.paragraph;
    same_list && !a.is_draft && !b.is_draft
}
