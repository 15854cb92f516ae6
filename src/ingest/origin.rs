//! Where a recommendation comes from: body, document, State and session, each from the field that says
//! it, else from what the other fields imply.

use super::columns::Column;
use super::context::Context;
use super::raw_record::RawRecord;
use super::remark::Remark;
use crate::domain::vocabulary::{BodyRegister, fold, session_of_council};
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
        let (body, mechanism) = body_of(raw, symbol.as_ref(), remarks);
        let state = state_of(raw, symbol.as_ref(), context, remarks);
        let unknown_state = raw.states.first().filter(|_| state.is_none()).cloned();
        let session = session_of(raw, mechanism, symbol.as_ref());
        Self { mechanism, body, symbol, state, unknown_state, session }
    }
}

/// The body by name, in whichever of the two columns it stands, else by symbol; the UPR where nothing says
/// otherwise, which is said where no position, session or recommending State speaks for it.
fn body_of(raw: &RawRecord, symbol: Option<&Symbol>, remarks: &mut Vec<Remark>) -> (Body, Mechanism) {
    let register = BodyRegister::embedded();
    let named = register.find(&raw.body).or_else(|| register.find(&raw.mechanism));
    let named = named.or_else(|| symbol.and_then(|s| register.of_symbol(s)));
    if let Some(entry) = named {
        return (entry.body.clone(), entry.body.mechanism());
    }
    let stated = family(&raw.mechanism);
    if stated.is_none() && !raw.mechanism.trim().is_empty() {
        let words = raw.mechanism.trim().to_owned();
        remarks.push(Remark::NotUnderstood { field: Column::Mechanism.name().to_owned(), words });
    }
    let by_hand = raw.body.trim().trim_start_matches("- ").trim();
    match (by_hand.is_empty(), stated) {
        (false, stated) => {
            let body = Body::new(by_hand);
            let mechanism = stated.unwrap_or_else(|| body.mechanism());
            (body, mechanism)
        }
        (true, stated @ (Some(Mechanism::Upr) | None)) => {
            let of_the_review = [&raw.session, &raw.position].iter().any(|cell| !cell.trim().is_empty());
            if stated.is_none() && !raw.is_read && !of_the_review && raw.recommending.is_empty() {
                remarks.push(Remark::ReviewAssumed);
            }
            (Body::upr(), Mechanism::Upr)
        }
        (true, Some(mechanism)) => (Body::new(mechanism.label()), mechanism),
    }
}

/// The family of mechanisms that words name, in any of the six languages.
fn family(words: &str) -> Option<Mechanism> {
    let folded = fold(words);
    let is_named = |mechanism: &Mechanism| {
        let own = [fold(mechanism.code()), fold(mechanism.label())];
        own.contains(&folded)
            || FAMILIES.iter().any(|(of, names)| of == mechanism && names.iter().any(|name| fold(name) == folded))
    };
    Mechanism::ALL.iter().copied().find(is_named)
}

/// What tables call families of mechanisms; the UPR is among the bodies.
const FAMILIES: [(Mechanism, &[&str]); 2] = [
    (
        Mechanism::TreatyBody,
        &[
            "treaty body",
            "committee",
            "organe de traite",
            "organes de traites",
            "organe conventionnel",
            "organes conventionnels",
            "organo de tratado",
            "organos de tratados",
            "договорный орган",
            "договорные органы",
            "هيئة معاهدات",
            "هيئات المعاهدات",
            "条约机构",
        ],
    ),
    (
        Mechanism::SpecialProcedure,
        &[
            "special procedure",
            "mandate holder",
            "procedure speciale",
            "procedures speciales",
            "procedimiento especial",
            "procedimientos especiales",
            "специальная процедура",
            "специальные процедуры",
            "الإجراءات الخاصة",
            "特别程序",
        ],
    ),
];

/// The State that the row names, else that of the symbol, else that of the workspace; a workspace
/// about one State seldom means to hold another.
fn state_of(
    raw: &RawRecord,
    symbol: Option<&Symbol>,
    context: &Context<'_>,
    remarks: &mut Vec<Remark>,
) -> Option<StateCode> {
    let states = context.states;
    let named = raw.states.iter().find_map(|name| states.find(name)).or_else(|| {
        let (name, code) = raw.states.iter().find_map(|name| Some((name, states.find_misspelt(name)?)))?;
        remarks.push(Remark::Misspelt { name: name.clone(), state: states.name(code) });
        Some(code)
    });
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
