//! Pieces that several pages share.

use maud::{Markup, html};

use crate::domain::{Direction, Language, Mechanism};
use crate::ui::visit::Visit;

/// The address of a record.
pub(in crate::ui) fn record_address(id: impl std::fmt::Display) -> String {
    format!("/records/{id}")
}

/// The class of a mechanism, which gives its thread a colour; its name stands beside it in words.
pub(in crate::ui) const fn thread(mechanism: Mechanism) -> &'static str {
    match mechanism {
        Mechanism::Upr => "upr",
        Mechanism::TreatyBody => "tb",
        Mechanism::SpecialProcedure => "sp",
        Mechanism::Regional | Mechanism::National | Mechanism::Unknown => "other",
    }
}

/// The class of a mechanism by what a reference begins with.
pub(in crate::ui) fn thread_of_reference(reference: &str) -> &'static str {
    match reference.split(' ').next().unwrap_or_default() {
        "UPR" => "upr",
        "SR" | "WG" | "IE" => "sp",
        "" => "other",
        _ => "tb",
    }
}

/// A text in its own language and direction.
pub(in crate::ui) fn text(text: &str, language: Language) -> Markup {
    let direction = Direction::of(language).attribute();
    html! { p lang=(language.code()) dir=(direction) { (text) } }
}

/// The revision that a form is of, so that nothing is written over that somebody has changed meanwhile.
pub(in crate::ui) fn seen(visit: &Visit<'_>) -> Markup {
    let revision = visit.workspace.seen().map_or(0, |seen| seen.0);
    html! { input type="hidden" name="seen" value=(revision); }
}

/// A name with its value, which nobody sees.
pub(in crate::ui) fn hidden(name: &str, value: impl std::fmt::Display) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// What an address says that its page does not know.
pub(in crate::ui) fn ignored(known: &[&str], visit: &Visit<'_>) -> Markup {
    let unknown = visit.form.unknown(known);
    html! {
        @if !unknown.is_empty() {
            p.soft { (visit.with("ignored", &[("names", unknown.join(", ").into())])) }
        }
    }
}
