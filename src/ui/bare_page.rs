//! Pages for when there is none: what went wrong, who was not let in, what is not there, and the end.

use axum::http::StatusCode;
use maud::{Markup, html};

use super::fault::said;
use super::frame::{Around, whole};
use super::page::Page;
use super::visit::Visit;
use crate::domain::Values;
use crate::i18n::Words;
use crate::view::Refusal;
use crate::workspace::WorkspaceError;

/// The page of something that went wrong.
pub(super) fn faulty(error: &WorkspaceError, visit: &Visit<'_>) -> Markup {
    let fault = &said(error, visit.words);
    let is_open = matches!(error, WorkspaceError::Refused(Refusal::NotAnalysed));
    let main = html! {
        (card(fault, visit.words))
        @if is_open { form method="post" action="/analyse" { button.first { (visit.say("analyse-now")) } } }
        p { a href="/search" { (visit.say("to-search")) } }
    };
    Around::of(visit).framed(&Page { place: None, title: visit.say("fault"), main })
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
        StatusCode::PAYLOAD_TOO_LARGE => "ui-too-large",
        StatusCode::BAD_REQUEST => "ui-no-file",
        _ => "ui-broken",
    };
    Words::english().sentence(code, &Values::new())
}

/// The page of a workspace that cannot be opened.
pub(super) fn shut(fault: &(String, Option<String>)) -> Markup {
    let words = Words::english();
    let main = html! { main id="main" data-revision="0" { h1 { "Weft" } (card(fault, words)) } };
    whole("Weft", words, false, &main)
}

/// What went wrong, and what to do.
pub(super) fn card((what, hint): &(String, Option<String>), words: &Words) -> Markup {
    html! {
        div.card role="alert" {
            p { bdi { (what) } }
            @if let Some(hint) = hint {
                p { strong { (words.sentence("ui-hint", &Values::new())) ": " } bdi { (hint) } }
            }
        }
    }
}

/// The page of a form that came while work has the workspace: it was not taken, and can be sent again.
pub(super) fn not_taken(words: &Words, job: &str) -> Markup {
    let say = |code: &str| words.sentence(code, &Values::new());
    let main = html! {
        main id="main" data-revision="0" {
            h1 { (say("ui-fault")) }
            p role="status" { (say("ui-not-taken-now")) }
            p { a.button href=(job) { (say("ui-to-job")) } }
        }
    };
    whole("Weft", words, false, &main)
}

/// The page after the end.
pub(super) fn stopped() -> Markup {
    let words = Words::english();
    plain(words, &words.sentence("ui-stopped", &Values::new()))
}

fn plain(words: &Words, said: &str) -> Markup {
    whole(
        "Weft",
        words,
        false,
        &html! { main id="main" data-revision="0" { h1 { "Weft" } p role="status" { (said) } } },
    )
}
