//! Content-derived identifiers: the same recommendation of the same review gets the same one.

use crate::domain::vocabulary::fold;
use crate::domain::{Kind, Mechanism, Recommendation, RecordId};

/// The identifier of a record, from State, document, recommending States and words.
///
/// The document is the session for the UPR (sources differ in symbols and paragraphs there) and the
/// symbol with the paragraph elsewhere. Case, punctuation and the order of States do not count. Where
/// a UPR row names no recommending State, two rows with the same words may come from two States:
/// paragraph or identifier of the source keep them apart.
#[must_use]
pub(super) fn identify(record: &Recommendation) -> RecordId {
    let document = match (record.mechanism, record.session, &record.symbol) {
        (Mechanism::Upr, Some(session), _) if record.state.is_some() => format!("session {session}"),
        (_, _, Some(symbol)) => symbol.to_string(),
        (_, Some(session), None) => format!("session {session}"),
        (_, None, None) => record.body.to_string(),
    };
    let mut states: Vec<String> = record.recommending_states.iter().map(ToString::to_string).collect();
    states.extend(record.unknown_states.iter().map(|name| fold(name)));
    states.sort_unstable();
    let is_pledge = record.kind == Kind::Pledge;
    let mut hasher = blake3::Hasher::new();
    let unknown = || record.unknown_state.as_deref().map(fold).unwrap_or_default();
    let state = record.state.map_or_else(unknown, |s| s.to_string());
    let kind = if is_pledge { "pledge" } else { "" };
    let place = place(record);
    for part in [state.as_str(), record.mechanism.code(), &document, &states.join(" "), kind, &place] {
        hasher.update(part.as_bytes()).update(&[0]);
    }
    // One text decides even where a record holds several languages: the first in the fixed order.
    if let Some(text) = record.texts.values().next() {
        hasher.update(fold(&text.clean).as_bytes());
    }
    let bytes: [u8; 8] = hasher.finalize().as_bytes()[..8].try_into().expect("a hash has 32 bytes");
    RecordId(u64::from_be_bytes(bytes))
}

/// What keeps rows with the same words apart: nothing where a recommending State is named, else the
/// paragraph, else a running number of the source (never a UUID, which each source has its own).
fn place(record: &Recommendation) -> String {
    if record.mechanism == Mechanism::Upr
        && !(record.recommending_states.is_empty() && record.unknown_states.is_empty())
    {
        return String::new();
    }
    let number = || record.source_ids().into_iter().find(|id| id.len() < 32).map(str::to_owned);
    record.paragraph.as_ref().map(ToString::to_string).or_else(number).unwrap_or_default()
}
