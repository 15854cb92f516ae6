//! Programs that were let in, on the page of settings: each under a name, by a word that is shown once.

use maud::{Markup, html};

use super::description::{API, DESCRIPTION};
use crate::ui::desk::Desk;
use crate::ui::notes::Program;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::secret::{is_same, secret};
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::{WorkspaceError, clock};

/// Letters of a name that are kept.
const LONGEST: usize = 60;
/// Programs that are let in at most.
const MOST: usize = 20;

/// Whether a word is that of a program that was let in.
pub(super) fn knows(desk: &Desk, word: &str) -> bool {
    let hash = hash(word);
    // All are looked at, so that the time does not tell which it was.
    desk.notes.read(|kept| kept.programs.iter().fold(false, |found, own| found | is_same(&own.hash, &hash)))
}

fn hash(word: &str) -> String {
    blake3::hash(word.as_bytes()).to_hex().to_string()
}

/// The card of the page of settings.
pub(in crate::ui) fn settings(visit: &Visit<'_>) -> Markup {
    let programs = visit.desk.notes.read(|kept| kept.programs.clone());
    html! {
        section.card {
            h2 { (visit.say("programs")) }
            p { (visit.say("programs-text")) " " a href=(DESCRIPTION) dir="ltr" { (DESCRIPTION) } }
            @if programs.is_empty() { p.soft { (visit.say("programs-none")) } }
            ul.plain {
                @for own in &programs {
                    li.row {
                        strong { bdi { (own.name) } } time.num { (own.since.strftime("%Y-%m-%d %H:%M")) }
                        form.inline method="post" action="/settings/programs/remove" {
                            input type="hidden" name="program" value=(own.hash);
                            button aria-label={ (visit.say("programs-remove")) ": " (own.name) } { (visit.say("programs-remove")) }
                        }
                    }
                }
            }
            form.inline method="post" action="/settings/programs/add" {
                input type="hidden" name="back" value="/settings";
                label for="program" { (visit.say("programs-name")) }
                input id="program" name="name" maxlength=(LONGEST) required;
                button { (visit.say("programs-add")) }
            }
        }
    }
}

/// Lets a program in; its word is on this page and on no other.
pub(in crate::ui) fn add(visit: &Visit<'_>) -> Shown {
    let name: String = visit.form.get("name").trim().chars().take(LONGEST).collect();
    let has_room = visit.desk.notes.read(|kept| kept.programs.len() < MOST);
    if name.is_empty() || !has_room {
        return Err(Refusal::unknown(Noun::Value, name).into());
    }
    let word = format!("{}{}", secret(), secret());
    let program = Program { name: name.clone(), since: clock::now(), hash: hash(&word) };
    visit.desk.notes.change(|kept| kept.programs.push(program))?;
    let address = format!("{}{}search?q=", visit.desk.address().trim_end_matches('/'), API);
    let main = html! {
        p { (visit.say("programs-word")) }
        p { code dir="ltr" { (word) } }
        p.soft { (visit.say("programs-how")) }
        pre dir="ltr" { code { "curl -H \"Authorization: Bearer " (word) "\" " (address) } }
        p { a.button href="/settings" { (visit.say("place-settings")) } }
    };
    Ok(Page { place: Some(Place::Settings), title: name, main })
}

/// Shuts a program out again.
pub(in crate::ui) fn remove(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let wanted = visit.form.get("program");
    visit.desk.notes.change(|kept| kept.programs.retain(|own| own.hash != wanted))?;
    Ok("/settings".to_owned())
}
