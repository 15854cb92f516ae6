//! What all pages share: head with the places, the line of the last change with its undo, the main part, and pages for when
//! there is none.

use axum::http::StatusCode;
use maud::{DOCTYPE, Markup, html};

use super::page::{Page, Place};
use super::visit::Visit;
use crate::domain::{Direction, Values};
use crate::i18n::Words;

/// The places with their addresses and codes, in their order.
const PLACES: [(Place, &str, &str); 7] = [
    (Place::Start, "/", "start"),
    (Place::Search, "/search", "search"),
    (Place::Review, "/review/duplicates", "review"),
    (Place::Clusters, "/clusters", "clusters"),
    (Place::Plan, "/plan", "plan"),
    (Place::History, "/history", "history"),
    (Place::Help, "/help", "help"),
];

/// A page in its frame.
pub(super) fn framed(page: &Page, visit: &Visit<'_>) -> Markup {
    let revision = visit.workspace.seen().map_or(0, |seen| seen.0);
    whole(
        &page.title,
        visit.words,
        &html! {
            (head(Some(page.place), visit))
            (last(visit))
            main id="main" data-revision=(revision) {
                h1 { bdi { (page.title) } }
                (page.main)
            }
        },
    )
}

/// The page of something that went wrong.
pub(super) fn faulty(fault: &(String, Option<String>), visit: &Visit<'_>) -> Markup {
    whole(
        &visit.say("fault"),
        visit.words,
        &html! {
            (head(None, visit))
            (last(visit))
            main id="main" data-revision="0" {
                h1 { (visit.say("fault")) }
                (card(fault, visit.words))
                p { a href="/search" { (visit.say("to-search")) } }
            }
        },
    )
}

fn whole(title: &str, words: &Words, body: &Markup) -> Markup {
    let language = words.language();
    let direction = Direction::of(language).attribute();
    html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(direction) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · Weft" }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="/mark.svg";
            }
            body { (body) }
        }
    }
}

fn head(place: Option<Place>, visit: &Visit<'_>) -> Markup {
    let link = |(own, address, code): &(Place, &str, &str)| {
        let current = (place == Some(*own)).then_some("page");
        html! { li { a href=(address) aria-current=[current] { (visit.say(&format!("place-{code}"))) } } }
    };
    html! {
        a.skip href="#main" { (visit.say("skip")) }
        header.head {
            a.brand href="/" { img src="/mark.svg" alt="" width="26" height="26"; "Weft" }
            nav aria-label=(visit.say("places")) { ul.places { @for own in &PLACES { (link(own)) } } }
            form.find role="search" action="/search" {
                input type="search" name="q" aria-label=(visit.say("find")) placeholder=(visit.say("find"));
                button { (visit.say("find-button")) }
            }
            form.stop method="post" action="/stop" { button { (visit.say("stop")) } }
        }
    }
}

/// The last change, which stays until the next, with the way back.
fn last(visit: &Visit<'_>) -> Markup {
    html! {
        div.last role="status" {
            @match visit.last() {
                Some(line) => {
                    (visit.say("last-change")) ": " bdi { (visit.words.coded(&line.said)) } " · "
                    span { (line.event.who) } " · " time { (line.event.at.strftime("%Y-%m-%d %H:%M")) }
                    @if !line.is_taken_back {
                        form.inline method="post" action="/history/undo" {
                            input type="hidden" name="command" value=(line.event.command);
                            button.plain { (visit.say("undo")) }
                        }
                    }
                    " · " a href="/history" { (visit.say("place-history")) }
                }
                None => (visit.say("no-change")),
            }
        }
    }
}

/// A page without a frame, for those who were not let in and for what is not there.
pub(super) fn bare(status: StatusCode) -> (StatusCode, Markup) {
    (status, plain(Words::english(), &said_of(status)))
}

/// What is said of a status.
pub(super) fn said_of(status: StatusCode) -> String {
    let code = match status {
        StatusCode::UNAUTHORIZED => "ui-not-let-in",
        StatusCode::NOT_FOUND => "ui-no-page",
        StatusCode::CONFLICT => "ui-lent",
        StatusCode::FORBIDDEN | StatusCode::UNSUPPORTED_MEDIA_TYPE => "ui-from-elsewhere",
        StatusCode::MISDIRECTED_REQUEST => "ui-other-name",
        _ => "ui-broken",
    };
    Words::english().sentence(code, &Values::new())
}

/// The page of a workspace that cannot be opened.
pub(super) fn shut(fault: &(String, Option<String>)) -> Markup {
    let words = Words::english();
    let main = html! { main id="main" data-revision="0" { h1 { "Weft" } (card(fault, words)) } };
    whole("Weft", words, &main)
}

/// What went wrong, and what to do.
fn card((what, hint): &(String, Option<String>), words: &Words) -> Markup {
    html! {
        div.card role="alert" {
            p { bdi { (what) } }
            @if let Some(hint) = hint {
                p { strong { (words.sentence("ui-hint", &Values::new())) ": " } bdi { (hint) } }
            }
        }
    }
}

/// The page after the end.
pub(super) fn stopped() -> Markup {
    let words = Words::english();
    plain(words, &words.sentence("ui-stopped", &Values::new()))
}

fn plain(words: &Words, said: &str) -> Markup {
    whole("Weft", words, &html! { main id="main" data-revision="0" { h1 { "Weft" } p role="status" { (said) } } })
}
