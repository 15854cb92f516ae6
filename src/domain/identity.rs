//! Content-derived identifiers: the same recommendation of the same review gets the same one.

use super::vocabulary::fold;
use super::{Body, Fingerprint, Kind, Mechanism, Paragraph, RecordId, Session, StateCode, Symbol};

/// What tells one record from another.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    /// What the record is.
    pub kind: Kind,
    /// Mechanism it comes from.
    pub mechanism: Mechanism,
    /// Body that made it.
    pub body: &'a Body,
    /// Symbol of the document.
    pub symbol: Option<&'a Symbol>,
    /// Paragraph in the document.
    pub paragraph: Option<&'a Paragraph>,
    /// State under review or State party.
    pub state: Option<StateCode>,
    /// Name of the State that no table knows.
    pub unknown_state: Option<&'a str>,
    /// Recommending States, in any order.
    pub recommending_states: &'a [StateCode],
    /// Names of recommending States that no table knows.
    pub unknown_states: &'a [String],
    /// UPR session.
    pub session: Option<Session>,
    /// The identifier that the source gives it.
    pub source_id: Option<&'a str>,
    /// The cleaned text.
    pub text: &'a str,
}

impl Identity<'_> {
    /// The identifier, from State, document, recommending States and words.
    ///
    /// The document is the session for the UPR (sources differ in symbols and paragraphs there) and the
    /// symbol with the paragraph elsewhere. Case, punctuation and the order of States do not count. Where
    /// a UPR row names no recommending State, two rows with the same words may come from two States:
    /// paragraph or identifier of the source keep them apart.
    #[must_use]
    pub fn id(&self) -> RecordId {
        let mut states: Vec<String> = self.recommending_states.iter().map(ToString::to_string).collect();
        states.extend(self.unknown_states.iter().map(|name| fold(name)));
        states.sort_unstable();
        let unknown = || self.unknown_state.map(fold).unwrap_or_default();
        let state = self.state.map_or_else(unknown, |state| state.to_string());
        let kind = if self.kind == Kind::Pledge { "pledge" } else { "" };
        let mut hasher = blake3::Hasher::new();
        let (document, place) = (self.document(), self.place());
        for part in [state.as_str(), self.mechanism.code(), &document, &states.join(" "), kind, &place] {
            hasher.update(part.as_bytes()).update(&[0]);
        }
        hasher.update(fold(self.text).as_bytes());
        RecordId(Fingerprint::from(hasher.finalize()).0)
    }

    fn document(&self) -> String {
        match (self.mechanism, self.session, self.symbol) {
            (Mechanism::Upr, Some(session), _) if self.state.is_some() => format!("session {session}"),
            (_, _, Some(symbol)) => symbol.to_string(),
            (_, Some(session), None) => format!("session {session}"),
            (_, None, None) => self.body.to_string(),
        }
    }

    /// What keeps rows with the same words apart: nothing where a recommending State is named, else the
    /// paragraph, else a running number of the source (never a UUID, which each source has its own).
    fn place(&self) -> String {
        let names_states = !(self.recommending_states.is_empty() && self.unknown_states.is_empty());
        if self.mechanism == Mechanism::Upr && names_states {
            return String::new();
        }
        let number = || self.source_id.filter(|id| id.len() < 32).map(str::to_owned);
        self.paragraph.map(ToString::to_string).or_else(number).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Identity, Kind, Mechanism, Session};
    use crate::domain::StateCode;

    #[test]
    fn case_punctuation_and_the_order_of_states_do_not_tell_records_apart() {
        let (body, paragraph) = (Body::upr(), crate::domain::Paragraph::parse("140.7"));
        let codes: Vec<StateCode> = ["CHL", "GHA", "CHL"].iter().map(|code| code.parse().unwrap()).collect();
        let one = Identity {
            kind: Kind::Recommendation,
            mechanism: Mechanism::Upr,
            body: &body,
            symbol: None,
            paragraph: None,
            state: Some("PER".parse().unwrap()),
            unknown_state: None,
            recommending_states: &codes[..2],
            unknown_states: &[],
            session: Some(Session(28)),
            source_id: Some("U-1"),
            text: "Build schools",
        };
        let same = Identity { recommending_states: &codes[1..], text: "build schools.", source_id: None, ..one };
        assert_eq!(one.id(), Identity { paragraph: paragraph.as_ref(), ..same }.id());
        let without = Identity { recommending_states: &[], ..one };
        assert_ne!(without.id(), Identity { source_id: Some("U-2"), ..without }.id());
    }
}
