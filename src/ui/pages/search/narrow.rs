//! How a search is narrowed: the values that were chosen, each with a way to take it back, and the values of fields with
//! how many records have each.

use maud::{Markup, html};

use super::wanted::{Chosen, Wanted};
use crate::domain::vocabulary::{Vocabulary, VocabularyTerm};
use crate::domain::{Coded, Facet, Mechanism, Position};
use crate::plan::body_name;
use crate::ui::visit::Visit;
use crate::workspace::{SearchAnswer, StateNames, ValueCount};

/// Values of a field that are shown.
const VALUES: usize = 8;
/// Values from which on a field has a box of its own to look for one.
const MANY: usize = 12;
/// Most values of a field that are shown when all are asked for.
const MOST_VALUES: usize = 60;
/// Fields that are shown beside the results.
const FIELDS: [Facet; 6] = [Facet::Mechanism, Facet::Position, Facet::Cycle, Facet::Body, Facet::Theme, Facet::Sdg];
/// Fields that are folded beside them.
const FURTHER: [Facet; 9] = [
    Facet::Group,
    Facet::Entity,
    Facet::Cluster,
    Facet::Issue,
    Facet::State,
    Facet::RecommendingState,
    Facet::Year,
    Facet::Language,
    Facet::Kind,
];

/// The values that were chosen, in a line, each a link that takes it back.
pub(super) fn chosen(wanted: &Wanted, states: &StateNames, visit: &Visit<'_>) -> Markup {
    html! {
        @if !wanted.chosen.is_empty() {
            nav.chosen aria-label=(visit.say("chosen")) {
                span { (visit.say("chosen")) ":" }
                @for own in &wanted.chosen {
                    @let words = words_of(own, states, visit);
                    a.tag href=(wanted.without(own).address()) aria-label=(visit.with("take-back", &[("value", words.clone().into())])) {
                        bdi { (words) } span aria-hidden="true" { " ×" }
                    }
                }
                a href=(Wanted { words: wanted.words.clone(), order: wanted.order.clone(), ..Wanted::default() }.address()) { (visit.say("take-all-back")) }
            }
        }
    }
}

/// "Position: noted", or "not Position: noted".
pub(super) fn words_of(own: &Chosen, states: &StateNames, visit: &Visit<'_>) -> String {
    let said = format!("{}: {}", field_name(own.facet, visit), named(own.facet, &own.value, states, visit));
    if own.is_excluded { visit.with("not", &[("value", said.into())]) } else { said }
}

/// Links that narrow the query by the values of fields; those that are asked for less often are folded.
pub(super) fn fields(wanted: &Wanted, answer: &SearchAnswer, visit: &Visit<'_>) -> Markup {
    html! {
        @for facet in FIELDS { (field(facet, wanted, answer, visit)) }
        details {
            summary { (visit.say("narrow-more")) }
            @for facet in FURTHER { (field(facet, wanted, answer, visit)) }
        }
    }
}

fn field(facet: Facet, wanted: &Wanted, answer: &SearchAnswer, visit: &Visit<'_>) -> Markup {
    let counts = answer.findings.facets.get(&facet).map(Vec::as_slice).unwrap_or_default();
    let values: Vec<&ValueCount> = counts.iter().filter(|row| row.count > 0 && !row.value.is_empty()).collect();
    let absent = absent(facet, &values);
    let (shown, more) = values.split_at(values.len().min(VALUES));
    let list = |values: &[&ValueCount]| links(facet, values, wanted, &answer.state_names, visit);
    html! {
        @if !values.is_empty() {
            section.facet {
                h2.small { (field_name(facet, visit)) }
                (list(shown))
                @if !more.is_empty() || !absent.is_empty() {
                    details {
                        summary { (folded(values.len(), more.len(), absent.len(), visit)) }
                        @if values.len() > MANY { (chooser(facet, wanted, &values, &answer.state_names, visit)) }
                        (list(&more[..more.len().min(MOST_VALUES)]))
                        @if more.len() > MOST_VALUES { p.small.soft { (visit.with("narrow-left", &[("count", (more.len() - MOST_VALUES).into())])) } }
                        @if !absent.is_empty() {
                            ul.absent { @for value in &absent { li { span.soft { (title(facet, value, visit)) } span.num { "0" } } } }
                        }
                    }
                }
            }
        }
    }
}

/// What is folded: the values that are not shown, those that no record has, or both with all that are.
fn folded(there: usize, more: usize, absent: usize, visit: &Visit<'_>) -> String {
    match more {
        0 => visit.with("narrow-absent", &[("count", absent.into())]),
        _ => visit.with("narrow-all", &[("count", (there + absent).into())]),
    }
}

/// A box in which a value is looked for among many.
fn chooser(facet: Facet, wanted: &Wanted, values: &[&ValueCount], states: &StateNames, visit: &Visit<'_>) -> Markup {
    let id = format!("choose-{}", facet.name());
    let list = format!("{id}-values");
    html! {
        form.choose action="/search" {
            @for (name, value) in (Wanted { from: 0, ..wanted.clone() }).pairs() { input type="hidden" name=(name) value=(value); }
            label.small for=(id) { (visit.with("look-for-value", &[("field", field_name(facet, visit).into())])) }
            input id=(id) name=(facet.name()) list=(list) size="14";
            datalist id=(list) { @for row in values { option value=(row.value) { (named(facet, &row.value, states, visit)) } } }
            button { (visit.say("choose")) }
        }
    }
}

fn links(facet: Facet, values: &[&ValueCount], wanted: &Wanted, states: &StateNames, visit: &Visit<'_>) -> Markup {
    html! {
        ul {
            @for row in values {
                @let name = named(facet, &row.value, states, visit);
                li {
                    a href=(wanted.with(facet, &row.value, false).address()) { (name) }
                    span.num { (row.count) }
                    a.leave href=(wanted.with(facet, &row.value, true).address()) aria-label=(visit.with("leave-out", &[("value", name.clone().into())])) title=(visit.with("leave-out", &[("value", name.into())])) { "−" }
                }
            }
        }
    }
}

/// Values of a closed list that no record has: that nothing is there is a finding.
fn absent(facet: Facet, there: &[&ValueCount]) -> Vec<&'static str> {
    let all: Vec<&'static str> = match facet {
        Facet::Mechanism => Mechanism::ALL.iter().map(|own| own.code()).collect(),
        Facet::Position => Position::ALL.iter().map(|own| own.code()).collect(),
        _ => Vec::new(),
    };
    all.into_iter().filter(|code| there.iter().all(|row| row.value != *code)).collect()
}

fn field_name(facet: Facet, visit: &Visit<'_>) -> String {
    let called = if facet == Facet::RecommendingState { "recommender" } else { facet.name() };
    visit.words.coded(&Coded::word("figure-field", called))
}

fn named(facet: Facet, value: &str, states: &StateNames, visit: &Visit<'_>) -> String {
    match facet {
        Facet::State | Facet::RecommendingState => states.name(value).to_owned(),
        _ => title(facet, value, visit),
    }
}

/// What people call a value.
pub(super) fn title(facet: Facet, value: &str, visit: &Visit<'_>) -> String {
    let language = visit.words.language();
    let named = |vocabulary| VocabularyTerm::of(vocabulary, value).map(|term| term.name(language));
    let known = match facet {
        Facet::Mechanism => value.parse::<Mechanism>().ok().map(|own| visit.words.coded(&own.word())),
        Facet::Position => {
            Position::ALL.iter().find(|own| own.code() == value).map(|own| visit.words.coded(&own.word()))
        }
        Facet::Sdg => named(Vocabulary::SdgTarget),
        Facet::Group => named(Vocabulary::Group),
        Facet::Entity => Some(body_name(value, &[], language)),
        _ => None,
    };
    known.unwrap_or_else(|| value.replace('_', " "))
}
