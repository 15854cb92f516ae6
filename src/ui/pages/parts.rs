//! Pieces that several pages share.

use std::collections::HashSet;

use maud::{Markup, html};

use crate::domain::vocabulary::fold;
use crate::domain::{Direction, Language, Mechanism, TagKind};
use crate::reports::NamedTag;
use crate::ui::twin::ENDINGS;
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::Snippet;

/// The queues of review, by their codes.
const QUEUES: [&str; 5] = ["duplicates", "sdg", "entities", "clusters", "readings"];

/// The queues of review, each a link.
pub(in crate::ui) fn queues(current: &str, visit: &Visit<'_>) -> Markup {
    html! {
        nav.queues aria-label=(visit.say("place-review")) {
            ul.places {
                @for queue in QUEUES {
                    li { a href={ "/review/" (queue) } aria-current=[(queue == current).then_some("page")] { (visit.say(&format!("queue-{queue}"))) } }
                }
            }
        }
    }
}

/// The files of what a page lists, with how many rows they have.
pub(in crate::ui) fn save_list(count: usize, visit: &Visit<'_>) -> Markup {
    files_of_list(&visit.with("save-list", &[("count", count.into())]), &ENDINGS, visit)
}

/// The files of what a page lists, under their own words.
pub(in crate::ui) fn files_of_list(said: &str, endings: &[&str], visit: &Visit<'_>) -> Markup {
    let (path, query) = visit.at.split_once('?').unwrap_or((&visit.at, ""));
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    html! {
        p.actions.small {
            (said) ":"
            @for ending in endings { a href={ (path) "." (ending) (query) } download { (ending.to_uppercase()) } }
        }
    }
}

/// A text as part of an address.
pub(in crate::ui) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => all.push(char::from(byte)),
            b' ' => all.push('+'),
            other => all.push_str(&format!("%{other:02X}")),
        }
        all
    })
}

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

/// A part of a text in its own language and direction, with what meets the query marked.
pub(in crate::ui) fn marked(snippet: &Snippet, language: Language) -> Markup {
    let direction = Direction::of(language).attribute();
    let mut at = 0;
    html! {
        p lang=(language.code()) dir=(direction) {
            @for mark in &snippet.marks {
                (snippet.text[at..mark.start])
                mark { (snippet.text[mark.clone()]) }
                @let () = at = mark.end;
            }
            (snippet.text[at..])
        }
    }
}

/// A text with the words marked that another does not have: what the one asks beyond the other. Where they have no word in
/// common, as in two languages, none is marked.
pub(in crate::ui) fn beyond(text: &str, other: &str) -> Markup {
    // Word by word: of a whole text the leading article would be left out.
    let parts = |word: &str| fold(word).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let known: HashSet<String> = other.split_whitespace().flat_map(parts).collect();
    let is_known = |word: &str| parts(word).iter().all(|part| known.contains(part));
    let words: Vec<(&str, bool)> = text.split_whitespace().map(|word| (word, is_known(word))).collect();
    let has_common = words.iter().any(|(_, is_known)| *is_known);
    html! {
        p {
            bdi {
                @for (at, (word, is_known)) in words.iter().enumerate() {
                    @if at > 0 { " " }
                    @if *is_known || !has_common { (word) } @else { mark { (word) } }
                }
            }
        }
    }
}

/// The revision that a form is of, so that nothing is written over that somebody has changed meanwhile.
pub(in crate::ui) fn seen(visit: &Visit<'_>) -> Markup {
    html! { input type="hidden" name="seen" value=(visit.seen.0); }
}

/// A wide table in a place of its own, which can be moved by keys where it does not fit.
pub(in crate::ui) fn wide(name: &str, table: &Markup) -> Markup {
    html! { div.scroll tabindex="0" role="region" aria-label=(name) { (table) } }
}

/// The words of the text, or the rule, that speak for a value.
pub(in crate::ui) fn because(tag: &NamedTag, visit: &Visit<'_>) -> String {
    let mut said: Vec<String> = Vec::new();
    for words in tag.tag.evidence.iter().map(|evidence| visit.words.say(evidence)) {
        if !said.contains(&words) {
            said.push(words);
        }
    }
    if said.is_empty() { visit.say("no-single-word") } else { said.join(", ") }
}

/// The kind of tag that a form names.
///
/// # Errors
/// When there is no such kind.
pub(in crate::ui) fn tag_kind(visit: &Visit<'_>) -> Result<TagKind, Refusal> {
    let wanted = visit.form.get("kind");
    let found = TagKind::ALL.iter().copied().find(|kind| kind.code() == wanted);
    found.ok_or_else(|| Refusal::unknown(Noun::Value, wanted))
}

/// A name with its value, which nobody sees.
pub(in crate::ui) fn hidden(name: &str, value: impl std::fmt::Display) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

#[cfg(test)]
mod tests {
    use super::beyond;

    #[test]
    fn only_words_that_the_other_lacks_are_marked_and_none_of_another_language() {
        let marked = |text: &str, other: &str| beyond(text, other).into_string();
        assert_eq!(
            marked("Amend the Code now", "The code's text: amend it"),
            "<p><bdi>Amend the Code <mark>now</mark></bdi></p>"
        );
        assert!(!marked("Do not sign it", "Sign it, do").contains("<mark>it"), "signs are no words");
        assert!(marked("Do not sign it", "Sign it, do").contains("<mark>not</mark>"));
        assert!(!marked("ينبغي للدولة", "The State should").contains("<mark>"));
    }
}
