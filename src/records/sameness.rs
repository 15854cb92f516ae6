//! Whether two records from different sources are one recommendation of one review.
//!
//! Two are the same where review and recommending States agree and the words are nearly the same.
//! Where the words differ more, the instruments that they name must be equal as well, because "ratify
//! A" and "ratify B" are alike and not the same; where none is named, the words must agree more. Two
//! numbers of one list are two recommendations.

use std::cell::OnceCell;

use super::recommending_states::{are_compatible, is_within};
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Kind, Language, Mechanism, Paragraph, Recommendation, RecordId, Session, StateCode, Symbol};
use crate::text::likeness::WordSets;
use crate::text::read;

/// Wordings so alike are one unless they name different instruments.
const SAME_WORDS: f32 = 0.92;
/// Wordings so alike are one where they name the same instruments.
const LIKE_WORDS: f32 = 0.55;
/// Wordings so alike are one where neither names an instrument.
const LIKE_WITHOUT_NAMES: f32 = 0.75;
/// Under the same number of the same report so little is enough.
const SAME_NUMBER: f32 = 0.3;

/// What two records must share to be compared at all.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Review {
    /// State under review and session.
    Upr(StateCode, Session),
    /// Document of another mechanism.
    Document(Symbol),
}

impl Review {
    /// The review of a record; `None` where too little is known of it.
    pub(super) fn of(record: &Recommendation) -> Option<Self> {
        match (record.mechanism, record.state, record.session, &record.symbol) {
            (Mechanism::Upr, Some(state), Some(session), _) => Some(Self::Upr(state, session)),
            (Mechanism::Upr, ..) | (_, _, _, None) => None,
            (_, _, _, Some(symbol)) => Some(Self::Document(symbol.clone())),
        }
    }
}

/// A record, as far as this comparison looks at it.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The record.
    pub(super) id: RecordId,
    /// Symbol of its document.
    pub(super) symbol: Option<Symbol>,
    kind: Kind,
    is_upr: bool,
    paragraph: Option<Paragraph>,
    states: Vec<StateCode>,
    /// Whether each of its sources is a draft, whose numbers mean little.
    is_draft: bool,
    texts: Vec<(Language, String)>,
    /// Made from the texts when two candidates are compared for the first time.
    wordings: OnceCell<Vec<Worded>>,
}

/// A text, read for comparing: language, words, instruments named.
type Worded = (Language, WordSets, Vec<&'static str>);

impl Candidate {
    /// A record as a candidate.
    pub(super) fn of(record: &Recommendation) -> Self {
        Self {
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

    fn wordings(&self, states: &StateRegister) -> &[Worded] {
        self.wordings
            .get_or_init(|| self.texts.iter().map(|(language, text)| worded(*language, text, states)).collect())
    }

    /// The number of the paragraph that the items stand under.
    fn list(&self) -> Option<&str> {
        self.paragraph.as_ref().and_then(|paragraph| paragraph.as_str().split('.').next())
    }
}

fn worded(language: Language, text: &str, states: &StateRegister) -> Worded {
    let mut named: Vec<&'static str> = read(text, language).instruments.iter().map(|mention| mention.code).collect();
    named.sort_unstable();
    named.dedup();
    (language, WordSets::of(text, language, states), named)
}

/// How sure two candidates of one review are the same, from 0 to 2; `None` where they are not.
pub(super) fn sameness(arrived: &Candidate, known: &Candidate, states: &StateRegister) -> Option<f32> {
    if arrived.kind != known.kind || !are_compatible(&arrived.states, &known.states) {
        return None;
    }
    let same_document = arrived.symbol == known.symbol || arrived.symbol.is_none() || known.symbol.is_none();
    let same_number = same_document && arrived.paragraph.is_some() && arrived.paragraph == known.paragraph;
    let (ours, theirs) = (arrived.wordings(states), known.wordings(states));
    let common = ours.iter().flat_map(|a| theirs.iter().map(move |k| (a, k))).filter(|(a, k)| a.0 == k.0);
    let Some((a, k)) = common.max_by(|x, y| x.0.1.whole(&x.1.1).total_cmp(&y.0.1.whole(&y.1.1))) else {
        // No language in common: only number, document and States can tell.
        return (same_number && arrived.states.len() == known.states.len()).then_some(1.0);
    };
    let whole = a.1.whole(&k.1);
    if same_number && is_cited_alike(arrived, known) {
        return Some(1.0 + whole);
    }
    if same_number && whole.max(a.1.clause(&k.1)) >= if known.is_upr { SAME_NUMBER } else { LIKE_WORDS } {
        return Some(1.0 + whole);
    }
    if !known.is_upr || are_numbered_apart(arrived, known) {
        return None;
    }
    by_words(a, k)
}

/// Sameness by words and instruments alone.
fn by_words(a: &Worded, k: &Worded) -> Option<f32> {
    let (whole, clause) = (a.1.whole(&k.1), a.1.clause(&k.1));
    let least = match (a.2.is_empty(), k.2.is_empty()) {
        (true, true) => LIKE_WITHOUT_NAMES,
        (false, false) if a.2 == k.2 => LIKE_WORDS,
        (false, false) => f32::INFINITY,
        _ => SAME_WORDS,
    };
    // A row may hold one clause of a recommendation that has several; it names what that clause names.
    let is_clause_of = |part: &Worded, whole: &Worded| part.1.is_single() && part.2.iter().all(|i| whole.2.contains(i));
    let is_clause = is_clause_of(a, k) || is_clause_of(k, a);
    let by_clause =
        is_clause && clause >= if a.2.is_empty() && k.2.is_empty() { SAME_WORDS } else { LIKE_WITHOUT_NAMES };
    if whole >= least { Some(whole) } else { by_clause.then_some(clause * 0.9) }
}

/// The same number of the same final document from the same States: one recommendation in whatever
/// words or language.
fn is_cited_alike(a: &Candidate, b: &Candidate) -> bool {
    let same_states = !a.states.is_empty() && a.states.len() == b.states.len() && is_within(&a.states, &b.states);
    a.is_upr && a.symbol.is_some() && a.symbol == b.symbol && same_states && !a.is_draft && !b.is_draft
}

/// Two numbers of one list are two recommendations; a draft is numbered otherwise than its final.
fn are_numbered_apart(a: &Candidate, b: &Candidate) -> bool {
    let same_list = a.list().is_some() && a.list() == b.list() && a.paragraph != b.paragraph;
    same_list && !a.is_draft && !b.is_draft
}
