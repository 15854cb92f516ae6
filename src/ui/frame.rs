//! What all pages share: head with the places, the line of the last change with its undo, the main part.

use maud::{DOCTYPE, Markup, html};

use super::last::Last;
use super::page::{Page, Place};
use super::slip::Slip;
use super::visit::Visit;
use crate::domain::{Asker, Change, Direction, Language, Values};
use crate::i18n::Words;
use crate::workspace::HistoryLine;

/// The places with their addresses and codes, in their order.
const PLACES: [(Place, &str, &str); 7] = [
    (Place::Start, "/", "start"),
    (Place::Sources, "/sources", "sources"),
    (Place::Search, "/search", "search"),
    (Place::Review, "/review/duplicates", "review"),
    (Place::Clusters, "/clusters", "clusters"),
    (Place::Plan, "/plan", "plan"),
    (Place::Reports, "/reports", "reports"),
];
/// What stands at the end of the head.
const FURTHER: [(Place, &str, &str); 3] = [
    (Place::History, "/history", "history"),
    (Place::Settings, "/settings", "settings"),
    (Place::Help, "/help", "help"),
];

/// What stands around the main part of a page.
pub(super) struct Around<'v> {
    pub(super) words: &'static Words,
    pub(super) asker: &'v Asker,
    /// The address that a change of language leads back to.
    pub(super) at: &'v str,
    /// The revision that the page is of.
    pub(super) revision: u64,
    pub(super) last: Last,
    /// Whether keys decide.
    pub(super) has_keys: bool,
    /// Whether the page has the strongest contrast.
    pub(super) has_contrast: bool,
    /// What a form of the page said that cannot be.
    pub(super) slip: Option<&'v Slip>,
}

impl<'v> Around<'v> {
    /// What stands around a page of the workspace.
    pub(super) fn of(visit: &'v Visit<'_>) -> Self {
        Self {
            words: visit.words,
            asker: &visit.asker,
            at: &visit.at,
            revision: visit.seen.0,
            last: visit.last(),
            has_keys: visit.desk.session.has_keys(),
            has_contrast: visit.desk.notes.read(|kept| kept.has_contrast),
            slip: visit.slip.as_ref(),
        }
    }

    fn say(&self, code: &str) -> String {
        self.words.sentence(&format!("ui-{code}"), &Values::new())
    }

    /// A page in its frame.
    pub(super) fn framed(&self, page: &Page) -> Markup {
        let title = match self.slip {
            Some(_) => format!("{}: {}", self.say("slip-title"), page.title),
            None => page.title.clone(),
        };
        whole(
            &title,
            self.words,
            self.has_contrast,
            &html! {
                (self.head(page.place))
                (self.last())
                main id="main" data-revision=(self.revision) data-keys=[self.has_keys.then_some("on")] {
                    h1 { bdi { (page.title) } }
                    @if let Some(slip) = self.slip { (slip.summary(self.words)) }
                    (page.main)
                }
            },
        )
    }

    fn head(&self, place: Option<Place>) -> Markup {
        let link = |(own, address, code): &(Place, &str, &str)| {
            let current = (place == Some(*own)).then_some("page");
            html! { li { a href=(address) aria-current=[current] { (self.say(&format!("place-{code}"))) } } }
        };
        html! {
            a.skip href="#main" { (self.say("skip")) }
            header.head {
                a.brand href="/" { img src="/mark.svg" alt="" width="26" height="26"; "Weft" }
                nav aria-label=(self.say("places")) { ul.places { @for own in &PLACES { (link(own)) } } }
                form.find role="search" action="/search" {
                    input type="search" name="q" aria-label=(self.say("find")) placeholder=(self.say("find"));
                    button { (self.say("find-button")) }
                }
                nav.further aria-label=(self.say("further")) {
                    ul.places { @for own in &FURTHER { (link(own)) } }
                    (self.languages())
                    form.stop method="post" action="/stop" { button { (self.say("stop")) } }
                }
            }
        }
    }

    fn undoable(&self) -> Option<&HistoryLine> {
        match &self.last {
            Last::Change(last) if can_be_undone(&last.line) => Some(&last.line),
            _ => None,
        }
    }

    /// The languages, each by its own name; a change keeps the address.
    fn languages(&self) -> Markup {
        html! {
            form.inline method="post" action="/settings/language" {
                input type="hidden" name="back" value=(self.at);
                label.unseen for="language" { (self.say("language")) }
                select id="language" name="language" {
                    @for (language, name) in LANGUAGES {
                        option value=(language.code()) lang=(language.code()) selected[language == self.words.language()] { (name) }
                    }
                }
                button.plain { (self.say("change")) }
            }
        }
    }

    /// The last change, which stays until the next, with the way back.
    fn last(&self) -> Markup {
        html! {
            section.last aria-label=(self.say("last-change")) {
                span role="status" {
                    @match &self.last {
                        Last::Change(last) => {
                            @let line = &last.line;
                            (self.say("last-change")) ": " bdi { (self.words.coded(&line.said)) } " "
                            @if last.more > 0 && matches!(line.event.what, Change::Decided(_)) { (self.words.sentence(if last.is_more { "ui-history-many" } else { "ui-history-folded" }, &Values::from_iter([("count".to_owned(), last.more.into())]))) " " }
                            "· "
                            bdi { (line.event.who) } " · " time { (line.event.at.strftime("%Y-%m-%d %H:%M")) }
                        }
                        Last::None => (self.say("no-change")),
                        Last::NotTold => {}
                    }
                }
                @if let Some(line) = self.undoable() {
                    form.inline method="post" action="/history/undo" {
                        input type="hidden" name="command" value=(line.event.command);
                        input type="hidden" name="back" value=(self.at);
                        button.plain { (self.say("undo")) }
                    }
                }
                a href="/history" { (self.say("place-history")) }
                a.who href="/settings" { (self.say("deciding-as")) " " bdi { (self.asker.who) } }
            }
        }
    }
}

/// Whether a change has a way back that is its own: what was taken out or restored is had again by reading it in, and a
/// setting is set again.
pub(super) const fn can_be_undone(line: &HistoryLine) -> bool {
    let what = &line.event.what;
    !line.is_taken_back
        && !matches!(what, Change::Removed { .. } | Change::Restored { .. } | Change::SettingChanged { .. })
}

/// The languages that pages speak, in the order of the United Nations.
pub(super) const LANGUAGES: [(Language, &str); 4] =
    [(Language::Ar, "العربية"), (Language::En, "English"), (Language::Fr, "Français"), (Language::Es, "Español")];

/// A page with head and style.
pub(super) fn whole(title: &str, words: &Words, has_contrast: bool, body: &Markup) -> Markup {
    let language = words.language();
    let direction = Direction::of(language).attribute();
    html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(direction) class=[has_contrast.then_some("contrast")] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · Weft" }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="/mark.svg";
                script src="/weft.js" defer {}
            }
            body data-gone=(words.sentence("ui-gone", &Values::new())) { (body) }
        }
    }
}
