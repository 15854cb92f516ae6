//! Where a recommendation comes from: body, document, State and session, each from the field that says
//! it, else from what the other fields imply.

use super::context::Context;
use super::raw_record::RawRecord;
use super::remark::Remark;
use crate::domain::vocabulary::{BodyRegister, session_of_council};
use crate::domain::{Body, Mechanism, Session, StateCode, Symbol};

/// Where the recommendation comes from: body, document, State, session.
pub(super) struct Origin {
    pub(super) mechanism: Mechanism,
    pub(super) body: Body,
    pub(super) symbol: Option<Symbol>,
    pub(super) state: Option<StateCode>,
    pub(super) unknown_state: Option<String>,
    pub(super) session: Option<Session>,
}

impl Origin {
    /// Reads it; what is odd about the State becomes a remark.
    pub(super) fn of(raw: &RawRecord, context: &Context<'_>, remarks: &mut Vec<Remark>) -> Self {
        let symbol = Symbol::parse(&raw.symbol);
        let (body, mechanism) = body_of(raw, symbol.as_ref());
        let state = state_of(raw, symbol.as_ref(), context, remarks);
        let unknown_state = raw.states.first().filter(|_| state.is_none()).cloned();
        let session = session_of(raw, mechanism, symbol.as_ref());
        Self { mechanism, body, symbol, state, unknown_state, session }
    }
}

/// The body by name, else by symbol; the UPR where a session or a recommending State is given.
fn body_of(raw: &RawRecord, symbol: Option<&Symbol>) -> (Body, Mechanism) {
    let register = BodyRegister::embedded();
    let named = register.find(&raw.body).or_else(|| symbol.and_then(|s| register.of_symbol(s)));
    if let Some(entry) = named {
        return (entry.body.clone(), entry.body.mechanism());
    }
    let stated = Mechanism::ALL.iter().copied().find(|m| {
        let words = raw.mechanism.trim().to_lowercase();
        words == m.code() || words == m.label().to_lowercase() || words == m.code().replace('_', " ")
    });
    let by_hand = raw.body.trim().trim_start_matches("- ").trim();
    match (by_hand.is_empty(), stated) {
        (false, stated) => {
            let body = Body::new(by_hand);
            let mechanism = stated.unwrap_or_else(|| body.mechanism());
            (body, mechanism)
        }
        (true, Some(Mechanism::Upr) | None) => (Body::upr(), Mechanism::Upr),
        (true, Some(mechanism)) => (Body::new(mechanism.label()), mechanism),
    }
}

/// The State that the row names, else that of the symbol, else that of the workspace; a workspace
/// about one State seldom means to hold another.
fn state_of(
    raw: &RawRecord,
    symbol: Option<&Symbol>,
    context: &Context<'_>,
    remarks: &mut Vec<Remark>,
) -> Option<StateCode> {
    let states = context.states;
    let named = raw.states.iter().find_map(|name| states.find(name));
    let of_symbol = || symbol.and_then(Symbol::state).filter(|code| states.contains(*code));
    let is_unknown = named.is_none() && !raw.states.is_empty();
    let found = named.or_else(of_symbol).or(context.default_state.filter(|_| !is_unknown));
    if is_unknown {
        remarks.push(Remark::UnknownState { name: raw.states.join(", ") });
    } else if found.is_none() {
        remarks.push(Remark::NoState);
    }
    if let (Some(own), Some(state)) = (context.default_state, found)
        && own != state
    {
        remarks.push(Remark::OtherState { state: states.name(state), own: states.name(own) });
    }
    found
}

/// The session that the source names, else the one whose outcomes the session of the Council in the
/// symbol adopted.
fn session_of(raw: &RawRecord, mechanism: Mechanism, symbol: Option<&Symbol>) -> Option<Session> {
    let of_symbol =
        || symbol.filter(|_| mechanism == Mechanism::Upr).and_then(Symbol::council).and_then(session_of_council);
    Session::from_words(&raw.session).or_else(of_symbol)
}
