//! Search: how the query was read, what fits, and by which values it can be narrowed.

use maud::{Markup, html};

use super::parts::{CSV, DOCX, XLSX, ignored, record_address, text, thread_of_reference};
use crate::domain::vocabulary::{Vocabulary, VocabularyTerm};
use crate::domain::{Coded, Facet, Mechanism, Position};
use crate::plan::body_name;
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::visit::Visit;
use crate::workspace::lookups::Search;
use crate::workspace::{FileFormat, Hit, SearchAnswer, SearchQuery, Silent, StateNames, ValueCount, WorkspaceError};

/// Records on one page.
const PAGE: usize = 25;
/// Values of a field that are shown.
const VALUES: usize = 8;
/// Most values of a field that are shown when all are asked for.
const MOST_VALUES: usize = 60;
/// Fields that are shown beside the results.
const FIELDS: [Facet; 6] = [Facet::Mechanism, Facet::Position, Facet::Cycle, Facet::Body, Facet::Theme, Facet::Sdg];
/// Fields that are folded beside them.
const FURTHER: [Facet; 7] =
    [Facet::Group, Facet::Entity, Facet::Issue, Facet::State, Facet::RecommendingState, Facet::Year, Facet::Kind];
/// What the address may say.
const KNOWN: [&str; 2] = ["q", "from"];

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<SearchAnswer, WorkspaceError> {
    visit.look(&Search { query: query(visit) })
}

fn query(visit: &Visit<'_>) -> SearchQuery {
    SearchQuery {
        text: visit.form.get("q").to_owned(),
        limit: PAGE,
        offset: visit.form.number("from", 0),
        folds: true,
        ..SearchQuery::default()
    }
}

/// All that fits, as a table.
pub(in crate::ui) fn csv(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    saved("recommendations.csv", CSV, FileFormat::Csv, visit)
}

/// All that fits, as a workbook.
pub(in crate::ui) fn xlsx(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    saved("recommendations.xlsx", XLSX, FileFormat::Xlsx, visit)
}

/// All that fits, as a document.
pub(in crate::ui) fn docx(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    saved("recommendations.docx", DOCX, FileFormat::Docx, visit)
}

fn saved(name: &str, kind: &'static str, format: FileFormat, visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let mut bytes = Vec::new();
    visit.workspace.finder(&Silent)?.results_into(&query(visit), format, &mut bytes)?;
    Ok(Download::to_save(name.to_owned(), kind, bytes))
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let answer = answer(visit)?;
    let main = html! {
        (box_of(visit))
        (ignored(&KNOWN, visit))
        p { (visit.with("reading", &[("reading", answer.findings.reading.clone().into())])) }
        div.two {
            aside aria-label=(visit.say("narrow")) { (narrow(&answer, visit)) }
            section aria-labelledby="results" {
                h2 id="results" data-total=(answer.findings.total) {
                    (visit.with("found", &[("total", answer.findings.total.into()), ("related", answer.findings.related.into())]))
                }
                p.actions {
                    (visit.with("save-all", &[("total", answer.findings.total.into())])) ":"
                    @for ending in ["xlsx", "docx", "csv"] { a href={ "/search." (ending) "?q=" (encoded(visit.form.get("q"))) } { (ending.to_uppercase()) } }
                }
                @for note in &answer.findings.notes { p.soft { (visit.words.say(note)) } }
                @for suggestion in &answer.findings.suggestions {
                    p.soft { (visit.say("other-spelling")) ": " (suggestion.alike.join(", ")) }
                }
                @for hit in &answer.hits { (hit_of(hit, visit)) }
                (further(&answer, visit))
            }
        }
    };
    Ok(Page { place: Some(Place::Search), title: visit.say("place-search"), main })
}

fn box_of(visit: &Visit<'_>) -> Markup {
    html! {
        form action="/search" role="search" aria-label=(visit.say("find")) {
            label for="q" { (visit.say("query")) }
            input.wide id="q" type="search" name="q" value=(visit.form.get("q"));
            button.first { (visit.say("find-button")) }
        }
    }
}

/// Links that narrow the query by the values of fields; those that are asked for less often are folded.
fn narrow(answer: &SearchAnswer, visit: &Visit<'_>) -> Markup {
    html! {
        @for facet in FIELDS { (field(facet, answer, visit)) }
        details {
            summary { (visit.say("narrow-more")) }
            @for facet in FURTHER { (field(facet, answer, visit)) }
        }
    }
}

fn field(facet: Facet, answer: &SearchAnswer, visit: &Visit<'_>) -> Markup {
    let counts = answer.findings.facets.get(&facet).map(Vec::as_slice).unwrap_or_default();
    let values: Vec<&ValueCount> = counts.iter().filter(|row| row.count > 0 && !row.value.is_empty()).collect();
    let (shown, more) = values.split_at(values.len().min(VALUES));
    html! {
        @if !values.is_empty() {
            section.facet {
                h2.small { (visit.words.coded(&Coded::word("figure-field", called(facet)))) }
                (links(facet, shown, &answer.state_names, visit))
                @if !more.is_empty() {
                    details {
                        summary { (visit.with("narrow-all", &[("count", values.len().into())])) }
                        (links(facet, &more[..more.len().min(MOST_VALUES)], &answer.state_names, visit))
                    }
                }
            }
        }
    }
}

fn links(facet: Facet, values: &[&ValueCount], states: &StateNames, visit: &Visit<'_>) -> Markup {
    let name = |value: &str| match facet {
        Facet::State | Facet::RecommendingState => states.name(value).to_owned(),
        _ => title(facet, value, visit),
    };
    let query = visit.form.get("q");
    html! {
        ul {
            @for value in values {
                @let wanted = format!("{query} {}:\"{}\"", facet.name(), value.value);
                li {
                    a href={ "/search?q=" (encoded(wanted.trim())) } { (name(&value.value)) }
                    span.num { (value.count) }
                }
            }
        }
    }
}

/// The name of a field as its words have it.
fn called(facet: Facet) -> &'static str {
    if facet == Facet::RecommendingState { "recommender" } else { facet.name() }
}

/// What people call a value.
fn title(facet: Facet, value: &str, visit: &Visit<'_>) -> String {
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

fn hit_of(hit: &Hit, visit: &Visit<'_>) -> Markup {
    html! {
        article class={ "record " (thread_of_reference(&hit.reference)) } data-record=(hit.id) {
            div.ref {
                a href=(record_address(hit.id)) { bdi dir="ltr" { (hit.reference) } }
                span { (hit.state) }
                @if !hit.cluster.is_empty() { a href={ "/clusters/" (hit.cluster) } { (visit.say("cluster")) " " (hit.cluster) } }
                @if !hit.position.is_empty() { span.tag { (title(Facet::Position, &hit.position, visit)) } }
                @if hit.is_related { span.tag.guess { (visit.say("near")) } }
            }
            (text(&hit.text, hit.language))
            @if hit.alike > 0 { p.small.soft { (visit.with("alike", &[("count", hit.alike.into())])) } }
        }
    }
}

fn further(answer: &SearchAnswer, visit: &Visit<'_>) -> Markup {
    let from = visit.form.number("from", 0);
    let query = encoded(visit.form.get("q"));
    let all = answer.findings.texts + answer.findings.related;
    html! {
        nav.actions aria-label=(visit.say("pages")) {
            @if from >= PAGE { a.button href={ "/search?q=" (query) "&from=" (from - PAGE) } { (visit.say("earlier")) } }
            @if from + PAGE < all { a.button href={ "/search?q=" (query) "&from=" (from + PAGE) } { (visit.say("later")) } }
        }
    }
}

/// A text as part of an address.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => all.push(char::from(byte)),
            b' ' => all.push('+'),
            other => all.push_str(&format!("%{other:02X}")),
        }
        all
    })
}
