//! Search: how the query was read, what fits, and by which values it can be narrowed.
//!
//! `wanted` is what an address asks for, `narrow` the values by which it is narrowed, `kept` the searches under a name,
//! `several` one decision on all that is found.

mod kept;
mod narrow;
mod several;
mod wanted;

use maud::{Markup, html};

use self::narrow::{chosen, fields, title, words_of};
use self::wanted::{ORDERS, OTHERS, Wanted};
use super::parts::{marked, record_address, text, thread_of_reference};
use crate::domain::Facet;
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin::{CSV, DOCX, XLSX};
use crate::ui::visit::Visit;
use crate::workspace::lookups::Search;
use crate::workspace::{FileFormat, Hit, SearchAnswer, SearchQuery, Silent, WorkspaceError};

pub(in crate::ui) use kept::{forget, kept};
pub(in crate::ui) use several::{decide as decide_several, page as several};

/// Records on one page.
const PAGE: usize = 25;
/// Most parts of a search that are tried without where nothing is found.
const MOST_TRIED: usize = 8;

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<SearchAnswer, WorkspaceError> {
    visit.look(&Search { query: query(visit) })
}

fn query(visit: &Visit<'_>) -> SearchQuery {
    Wanted::of(&visit.form).query(PAGE)
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
    // Spreadsheets read plain CSV in the letters of their country unless they are told.
    let mut bytes = if format == FileFormat::Csv { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    visit.workspace.finder(&Silent)?.results_into(&query(visit), format, &mut bytes)?;
    Ok(Download::to_save(name.to_owned(), kind, bytes))
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let (wanted, answer) = (Wanted::of(&visit.form), answer(visit)?);
    let kept = if wanted.is_all() { Some(kept::list(visit)?) } else { None };
    let main = html! {
        (box_of(&wanted, visit))
        (not_understood(visit))
        (chosen(&wanted, &answer.state_names, visit))
        p {
            @if wanted.is_all() { (visit.say("reading-all")) }
            @else { (visit.with("reading", &[("reading", answer.findings.reading.clone().into())])) }
        }
        @if let Some(kept) = kept { (kept) }
        div.two {
            aside aria-label=(visit.say("narrow")) {
                @if answer.findings.counts_related { p.small.soft { (visit.say("narrow-near")) } }
                (fields(&wanted, &answer, visit))
            }
            section aria-labelledby="results" { (results(&wanted, &answer, visit)?) }
        }
    };
    Ok(Page { place: Some(Place::Search), title: visit.say("place-search"), main })
}

/// Names of the address that are neither fields nor known else.
fn not_understood(visit: &Visit<'_>) -> Markup {
    let is_field = |name: &&str| Facet::of_name(name.strip_prefix("not.").unwrap_or(name)).is_some();
    let unknown: Vec<&str> = visit.form.unknown(&OTHERS).into_iter().filter(|name| !is_field(name)).collect();
    html! {
        @if !unknown.is_empty() { p.soft { (visit.with("ignored", &[("names", unknown.join(", ").into())])) } }
    }
}

fn results(wanted: &Wanted, answer: &SearchAnswer, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let findings = &answer.findings;
    let asked = Wanted { from: 0, ..wanted.clone() }.asked();
    Ok(html! {
        h2 id="results" data-total=(findings.total) {
            (visit.with("found", &[("total", findings.total.into()), ("related", findings.related.into())]))
        }
        div.actions {
            @if findings.total > 0 {
                span { (visit.with("save-all", &[("total", findings.total.into())])) ":" }
                @for ending in ["xlsx", "docx", "csv"] { a href={ "/search." (ending) (asked) } { (ending.to_uppercase()) } }
            }
            @if (1..=several::MOST as u64).contains(&(findings.total as u64)) && !wanted.is_all() {
                a.button href={ "/search/several" (asked) } { (visit.with("several", &[("count", findings.total.into())])) }
            }
            (kept::keep(wanted, visit))
        }
        (orders(wanted, visit))
        @for note in &findings.notes { p.soft { (visit.words.say(note)) } }
        @for suggestion in &findings.suggestions {
            p.soft { (visit.say("other-spelling")) ": " (suggestion.alike.join(", ")) }
        }
        @if findings.total == 0 { (without_one(wanted, answer, visit)?) }
        @for hit in &answer.hits { (hit_of(hit, visit)) }
        (further(wanted, answer, visit))
    })
}

/// The orders of the results, each a link.
fn orders(wanted: &Wanted, visit: &Visit<'_>) -> Markup {
    html! {
        nav.small.orders aria-label=(visit.say("order")) {
            span { (visit.say("order")) ":" }
            @for (at, (name, _)) in ORDERS.iter().enumerate() {
                @let order = if at == 0 { String::new() } else { (*name).to_owned() };
                a href=(Wanted { order: order.clone(), from: 0, ..wanted.clone() }.address()) aria-current=[(order == wanted.order).then_some("true")] { (visit.say(&format!("order-{name}"))) }
            }
        }
    }
}

/// Where nothing is found: how much there would be without each value that was chosen, and without all words.
fn without_one(wanted: &Wanted, answer: &SearchAnswer, visit: &Visit<'_>) -> Result<Markup, WorkspaceError> {
    let mut ways: Vec<(String, Wanted)> = Vec::new();
    for own in wanted.chosen.iter().take(MOST_TRIED) {
        ways.push((words_of(own, &answer.state_names, visit), wanted.without(own)));
    }
    if !wanted.words.is_empty() && !wanted.chosen.is_empty() {
        ways.push((wanted.words.clone(), Wanted { words: String::new(), ..wanted.clone() }));
    }
    let mut lines = Vec::new();
    for (words, other) in ways {
        let total = visit.look(&Search { query: SearchQuery { offset: 0, ..other.query(0) } })?.findings.total;
        if total > 0 {
            lines.push((words, other.address(), total));
        }
    }
    Ok(html! {
        @if !lines.is_empty() { p { (visit.say("nothing-found")) } }
        ul { @for (words, address, total) in &lines { li { a href=(address) { (visit.with("without", &[("value", words.clone().into()), ("total", (*total).into())])) } } } }
    })
}

fn box_of(wanted: &Wanted, visit: &Visit<'_>) -> Markup {
    html! {
        form action="/search" role="search" aria-label=(visit.say("find")) {
            label for="q" { (visit.say("query")) }
            input.wide id="q" type="search" name="q" value=(wanted.words);
            @for (name, value) in (Wanted { words: String::new(), from: 0, ..wanted.clone() }).pairs() { input type="hidden" name=(name) value=(value); }
            button.first { (visit.say("find-button")) }
        }
    }
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
            (marked(&hit.snippet, hit.language))
            @if hit.snippet.text != hit.text { details.small { summary { (visit.say("whole-text")) } (text(&hit.text, hit.language)) } }
            @if !hit.matched.is_empty() { p.small.soft { (visit.say("found-by")) ": " (hit.matched.iter().map(|own| visit.words.coded(own)).collect::<Vec<_>>().join("; ")) } }
            @if hit.alike > 0 { p.small.soft { (visit.with("alike", &[("count", hit.alike.into())])) } }
        }
    }
}

fn further(wanted: &Wanted, answer: &SearchAnswer, visit: &Visit<'_>) -> Markup {
    let from = wanted.from;
    let at = |from: usize| Wanted { from, ..wanted.clone() }.address();
    let all = answer.findings.texts + answer.findings.related;
    html! {
        nav.actions aria-label=(visit.say("pages")) {
            @if from >= PAGE { a.button href=(at(from - PAGE)) { (visit.say("earlier")) } }
            @if from + PAGE < all { a.button href=(at(from + PAGE)) { (visit.say("later")) } }
        }
    }
}
