//! Where a recommendation comes from: body, document, State and session, each from the field that says
//! it, else from what the other fields imply.

use std::sync::LazyLock;

use super::body_signs::body_in;
use super::columns::Column;
use super::context::Context;
use super::raw_record::RawRecord;
use super::remark::{MechanismSign, Remark};
use super::values;
use crate::domain::vocabulary::{BodyRegister, Row, StateRegister, Table, fold, session_of_council};
use crate::domain::{Body, Kind, Mechanism, Paragraph, Session, StateCode, Symbol};
use crate::text::attribution::split_attribution;
use crate::text::clean::clean;
use crate::text::number::split_number;

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
    /// Reads it from a row of a file; what is odd about body and State becomes a remark.
    pub(super) fn of(raw: &RawRecord, context: &Context<'_>, file_name: &str, remarks: &mut Vec<Remark>) -> Self {
        let symbol = Symbol::parse(&raw.symbol);
        let (body, mechanism) = body_of(raw, symbol.as_ref(), context, file_name, remarks);
        let state = state_of(raw, symbol.as_ref(), context, remarks);
        let unknown_state = raw.states.first().filter(|_| state.is_none()).cloned();
        let session = session_of(raw, mechanism, symbol.as_ref(), remarks);
        Self { mechanism, body, symbol, state, unknown_state, session }
    }
}

/// The body by name, in whichever of the two columns it stands, else by symbol, else by what else the row says.
fn body_of(
    raw: &RawRecord,
    symbol: Option<&Symbol>,
    context: &Context<'_>,
    file_name: &str,
    remarks: &mut Vec<Remark>,
) -> (Body, Mechanism) {
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
        (true, Some(Mechanism::Upr)) => (Body::upr(), Mechanism::Upr),
        (true, Some(mechanism)) => (Body::new(mechanism.label()), mechanism),
        (true, None) => body_elsewhere(raw, context, file_name, remarks),
    }
}

/// The body of a row whose fields name none: the review where something is said that only the review has, else
/// one that other cells, the sheet or the file are named after, else none that is known. What is not said outright
/// becomes a remark.
fn body_elsewhere(
    raw: &RawRecord,
    context: &Context<'_>,
    file_name: &str,
    remarks: &mut Vec<Remark>,
) -> (Body, Mechanism) {
    let review = (Body::upr(), Mechanism::Upr);
    if raw.is_read || speaks_of_review(raw, context.states) {
        return review;
    }
    if raw.is_of_review || has_number_of_review(raw) {
        remarks.push(Remark::ReviewAssumed);
        return review;
    }
    let cells: Vec<&str> = raw.elsewhere.iter().map(String::as_str).collect();
    let places: [(&[&str], MechanismSign); 3] = [
        (&cells, MechanismSign::Row),
        (&[raw.sheet.as_str()], MechanismSign::Sheet),
        (&[file_name], MechanismSign::FileName),
    ];
    let found = places.into_iter().find_map(|(words, from)| Some((body_in(words)?, from)));
    let Some((entry, from)) = found else {
        remarks.push(Remark::MechanismUnknown);
        return (Body::unknown(), Mechanism::Unknown);
    };
    let mechanism = entry.body.mechanism();
    remarks.push(Remark::MechanismElsewhere { body: entry.body.to_string(), from });
    (entry.body.clone(), mechanism)
}

/// Whether a row says something that only recommendations of the review have: a position, a session, recommending
/// States, or that it is a pledge.
fn speaks_of_review(raw: &RawRecord, states: &StateRegister) -> bool {
    let is_filled = [&raw.session, &raw.cycle, &raw.position].iter().any(|cell| !cell.trim().is_empty());
    let names_states = || !split_attribution(&clean(&raw.text), states).states.is_empty();
    is_filled || !raw.recommending.is_empty() || values::kind(&raw.kind) == Some(Kind::Pledge) || names_states()
}

/// Whether it is numbered as reports of the review number: `140.7`. Committees count paragraphs and letter points.
fn has_number_of_review(raw: &RawRecord) -> bool {
    let number = Paragraph::parse(&raw.paragraph).or_else(|| split_number(&clean(&raw.text)).paragraph);
    // A range of paragraphs is spelt like a number of the review.
    number.is_some_and(|number| number.as_str().contains('.')) && !raw.paragraph.contains(['-', '–'])
}

/// The family of mechanisms that words name, in any of the six languages.
fn family(words: &str) -> Option<Mechanism> {
    let folded = fold(words);
    let is_named = |mechanism: &Mechanism| {
        let own = [fold(mechanism.code()), fold(mechanism.label())];
        own.contains(&folded) || FAMILIES.iter().any(|(of, name)| of == mechanism && *name == folded)
    };
    Mechanism::ALL.iter().copied().find(is_named)
}

/// What tables call families of mechanisms, folded, from `corpora/reference/mechanism_names.csv`; the UPR is among
/// the bodies.
static FAMILIES: LazyLock<Vec<(Mechanism, String)>> = LazyLock::new(|| {
    let table = Table::embedded("mechanism_names", include_str!("../../corpora/reference/mechanism_names.csv"));
    let named = |row: Row<'_>| {
        let of_code = |mechanism: &Mechanism| mechanism.code() == row.cell("mechanism");
        let mechanism = Mechanism::ALL.iter().copied().find(of_code).expect("the table names known mechanisms");
        row.list("names").into_iter().map(move |name| (mechanism, fold(&name))).collect::<Vec<_>>()
    };
    table.rows().flat_map(named).collect()
});

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
    let found = named.or_else(of_symbol).or(context.default_state.filter(|_| !is_unknown && !raw.lists_states));
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
fn session_of(
    raw: &RawRecord,
    mechanism: Mechanism,
    symbol: Option<&Symbol>,
    remarks: &mut Vec<Remark>,
) -> Option<Session> {
    let of_symbol =
        || symbol.filter(|_| mechanism == Mechanism::Upr).and_then(Symbol::council).and_then(session_of_council);
    let found = Session::from_words(&raw.session).or_else(of_symbol);
    let fields = [(Column::Session, &raw.session), (Column::Cycle, &raw.cycle)];
    let unread = fields.into_iter().filter(|(_, words)| found.is_none() && !words.trim().is_empty());
    remarks.extend(unread.map(|(column, words)| Remark::NotUnderstood {
        field: column.name().to_owned(),
        words: words.trim().to_owned(),
    }));
    found
}

#[cfg(test)]
mod tests {
    use super::{Origin, RawRecord, Remark};
    use crate::domain::Mechanism;
    use crate::domain::vocabulary::StateRegister;
    use crate::ingest::remark::MechanismSign;
    use crate::ingest::{ColumnMap, Context, DocumentFacts};

    /// Where a row in a file of that name comes from, in a workspace about Argentina, and what was odd about it.
    fn read(raw: &RawRecord, file_name: &str) -> (Origin, Vec<Remark>) {
        let (columns, given) = (ColumnMap::default(), DocumentFacts::default());
        let context = Context {
            states: StateRegister::embedded(),
            default_state: "ARG".parse().ok(),
            entities: &[],
            columns: &columns,
            given: &given,
        };
        let mut remarks = Vec::new();
        (Origin::of(raw, &context, file_name, &mut remarks), remarks)
    }

    /// The body of a row in a file of that name, its mechanism, and the last remark.
    fn origin(raw: RawRecord, file_name: &str) -> (String, Mechanism, Option<Remark>) {
        let (origin, mut remarks) = read(&raw, file_name);
        (origin.body.to_string(), origin.mechanism, remarks.pop())
    }

    #[test]
    fn a_record_whose_source_lists_no_state_is_not_taken_for_one_of_the_workspace() {
        let state = |lists_states| {
            let (origin, remarks) = read(&RawRecord { lists_states, ..row("121.5", &[]) }, "a.json");
            (origin.state, remarks.contains(&Remark::NoState))
        };
        assert_eq!(state(false), ("ARG".parse().ok(), false));
        assert_eq!(state(true), (None, true), "and that is said");
    }

    fn row(paragraph: &str, elsewhere: &[&str]) -> RawRecord {
        RawRecord {
            text: "Construir refugios".to_owned(),
            paragraph: paragraph.to_owned(),
            elsewhere: elsewhere.iter().map(|cell| (*cell).to_owned()).collect(),
            ..RawRecord::default()
        }
    }

    #[test]
    fn a_row_that_names_no_mechanism_has_the_one_that_stands_elsewhere() {
        let found = |body: &str, from| Some(Remark::MechanismElsewhere { body: body.to_owned(), from });
        let of_row = origin(row("12", &["CEDAW/C/ARG/CO/7, párr. 12"]), "datos.csv");
        assert_eq!(of_row, ("CEDAW".to_owned(), Mechanism::TreatyBody, found("CEDAW", MechanismSign::Row)));
        let of_file = origin(row("12", &["en curso"]), "comite_contra_la_tortura_2017.csv");
        assert_eq!(of_file, ("CAT".to_owned(), Mechanism::TreatyBody, found("CAT", MechanismSign::FileName)));
        let sheet = RawRecord { sheet: "CERD".to_owned(), ..row("12", &[]) };
        assert_eq!(origin(sheet, "datos.xlsx").2, found("CERD", MechanismSign::Sheet));
    }

    #[test]
    fn what_only_the_review_has_speaks_for_it_and_nothing_speaks_for_nothing() {
        let review = ("UPR".to_owned(), Mechanism::Upr, None);
        assert_eq!(origin(RawRecord { session: "28".to_owned(), ..row("", &["CEDAW"]) }, "a.csv"), review);
        assert_eq!(
            origin(RawRecord { text: "Construir refugios (Chile)".to_owned(), ..row("", &[]) }, "a.csv"),
            review
        );
        assert_eq!(origin(row("121.5", &["CEDAW"]), "a.csv").2, Some(Remark::ReviewAssumed));
        let unknown = origin(row("12", &[]), "a.csv");
        assert_eq!(unknown, ("Unknown".to_owned(), Mechanism::Unknown, Some(Remark::MechanismUnknown)));
    }

    #[test]
    fn families_of_mechanisms_are_known_in_six_languages() {
        for words in ["Treaty bodies", "Committee", "Organes conventionnels", "Órganos de tratados", "条约机构"] {
            let raw = RawRecord { mechanism: words.to_owned(), ..row("12", &[]) };
            assert_eq!(origin(raw, "a.csv").1, Mechanism::TreatyBody, "{words}");
        }
        for words in ["Mandate holders", "Titulaires de mandat", "Procedimientos especiales", "الإجراءات الخاصة"]
        {
            let raw = RawRecord { mechanism: words.to_owned(), ..row("12", &[]) };
            assert_eq!(origin(raw, "a.csv").1, Mechanism::SpecialProcedure, "{words}");
        }
    }
}
