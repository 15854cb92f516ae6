//! Settings: who works here, the language, keys, the register of bodies, ways back, and what this program is.

use std::sync::Arc;

use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::parts::hidden;
use crate::domain::Language;
use crate::ui::answer::{Download, begun};
use crate::ui::api;
use crate::ui::bare_page::bare;
use crate::ui::desk::Desk;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin::CSV;
use crate::ui::upload::{REGISTER, Upload};
use crate::ui::visit::{Visit, back};
use crate::ui::work::Work;
use crate::view::{Noun, Refusal};
use crate::workspace::WorkspaceError;
use crate::workspace::lookups::{FormerRegisters, KeptBackup, KeptBackups};

/// Kinds of organisations, by their codes.
const ORGANISATIONS: [&str; 6] = ["state", "nhri", "cso", "un", "parliament", "other"];

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let (backups, former) = (visit.look(&KeptBackups {})?, visit.look(&FormerRegisters {})?);
    let main = html! {
        (who_works(visit))
        (switch("keys", visit.desk.session.has_keys(), visit))
        (switch("contrast", visit.desk.notes.read(|kept| kept.has_contrast), visit))
        (own_state(visit))
        section.card {
            h2 { (visit.say("register")) }
            p { (visit.say("register-text")) }
            p { a.button href="/settings/entities.csv" { (visit.say("register-save")) } }
            form.inline method="post" action=(REGISTER) enctype="multipart/form-data" {
                label for="register" { (visit.say("register-put")) }
                input id="register" type="file" name="register" accept=".csv" required;
                button { (visit.say("register-put-button")) }
            }
            @if !former.is_empty() {
                details {
                    summary { (visit.with("register-former", &[("count", former.len().into())])) }
                    (kept_files(&former, "register-back-text", "/settings/former-register", visit))
                }
            }
        }
        (api::settings(visit))
        section.card {
            h2 { (visit.say("other-browser")) }
            p { (visit.say("other-browser-text")) }
            form method="post" action="/settings/another" { (hidden("back", "/settings")) button { (visit.say("other-browser-button")) } }
        }
        (ways_back(&backups, visit))
        section.card {
            h2 { (visit.say("about")) }
            p { "Weft " (env!("CARGO_PKG_VERSION")) " · " (visit.say("about-text")) }
            @let folder = visit.workspace.folder();
            p { (visit.say("folder")) ": " bdi dir="ltr" { (std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()).display()) } }
        }
    };
    Ok(Page { place: Some(Place::Settings), title: visit.say("place-settings"), main })
}

/// Asks who works here; what is decided bears that name.
pub(in crate::ui) fn who_works(visit: &Visit<'_>) -> Markup {
    html! {
        section.card {
            h2 { (visit.say("who-works")) }
            p { (visit.with("who-now", &[("who", visit.asker.who.clone().into())])) }
            form.inline method="post" action="/settings/who" {
                (hidden("back", &visit.at))
                label for="name" { (visit.say("name")) } input id="name" name="name" autocomplete="name" maxlength="60";
                label for="organisation" { (visit.say("organisation")) }
                select id="organisation" name="organisation" {
                    @for code in ORGANISATIONS { option value=(visit.say(&format!("organisation-{code}"))) { (visit.say(&format!("organisation-{code}"))) } }
                }
                button { (visit.say("save")) }
            }
        }
    }
}

/// Something that is on or off, with what that means and a button that turns it.
fn switch(code: &str, is_on: bool, visit: &Visit<'_>) -> Markup {
    let (now, turn, next) = if is_on { ("on", "turn-off", "no") } else { ("off", "turn-on", "yes") };
    html! {
        section.card {
            h2 { (visit.say(code)) }
            p { (visit.say(&format!("{code}-{now}"))) }
            form method="post" action={ "/settings/" (code) } {
                (hidden("on", next))
                button { (visit.say(&format!("{code}-{turn}"))) }
            }
        }
    }
}

/// The State that the workspace is of: what others are asked is told apart from what it is asked.
pub(in crate::ui) fn own_state(visit: &Visit<'_>) -> Markup {
    let now = match visit.workspace.own_state_name(visit.asker.language) {
        Some(state) => visit.with("state-now", &[("state", state.into())]),
        None => visit.say("state-none"),
    };
    html! {
        section.card {
            h2 { (visit.say("state-own")) }
            p { (now) }
            form.inline method="post" action="/settings/state" {
                label for="own-state" { (visit.say("state-name")) }
                input id="own-state" name="own-state" size="24" required value=[visit.given("own-state")] aria-invalid=[visit.is_wrong("own-state")];
                button { (visit.say("state-set")) }
            }
        }
    }
}

fn ways_back(backups: &[KeptBackup], visit: &Visit<'_>) -> Markup {
    html! {
        section.card {
            h2 { (visit.say("backups")) }
            p { (visit.say("backups-text")) }
            form.inline method="post" action="/settings/back-up" { button.first { (visit.say("back-up")) } }
            @if backups.is_empty() { p { (visit.say("backups-none")) } } @else {
                (kept_files(backups, "put-back-text", "/settings/put-back", visit))
            }
        }
    }
}

/// Files that are kept, each with the way to put it back, which asks once more.
fn kept_files(files: &[KeptBackup], text: &str, action: &str, visit: &Visit<'_>) -> Markup {
    html! {
        table {
            thead { tr { th scope="col" { (visit.say("file")) } th scope="col" { (visit.say("when")) } th scope="col" { (visit.say("put-back")) } } }
            tbody {
                @for own in files {
                    tr {
                        th scope="row" { bdi dir="ltr" { (own.name) } }
                        td.num { @if let Some(at) = own.at { time { (at.strftime("%Y-%m-%d %H:%M")) } } }
                        td { details {
                            summary { (visit.say("put-back")) }
                            p { (visit.say(text)) }
                            form method="post" action=(action) { (hidden("file", &own.name)) button { (visit.say("put-back-button")) } }
                        } }
                    }
                }
            }
        }
    }
}

/// A link that lets another browser of this computer in, once.
#[expect(clippy::unnecessary_wraps, reason = "as all pages")]
pub(in crate::ui) fn another(visit: &Visit<'_>) -> Shown {
    let main = html! {
        p { (visit.say("other-browser-link")) }
        p { code dir="ltr" { (visit.desk.entry()) } }
        p { a.button href="/settings" { (visit.say("place-settings")) } }
    };
    Ok(Page { place: Some(Place::Settings), title: visit.say("other-browser"), main })
}

pub(in crate::ui) fn who(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    visit.desk.session.name(visit.form.get("name"), visit.form.get("organisation"));
    Ok(back(visit.form.get("back"), "/settings"))
}

pub(in crate::ui) fn language(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let code = visit.form.get("language");
    let language: Language = code.parse().map_err(|_| Refusal::unknown(Noun::Value, code))?;
    visit.desk.session.speak(language);
    Ok(back(visit.form.get("back"), "/"))
}

#[expect(clippy::unnecessary_wraps, reason = "as all that forms decide")]
pub(in crate::ui) fn keys(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    visit.desk.session.keys(visit.form.get("on") == "yes");
    Ok("/settings".to_owned())
}

/// Strengthens the contrast, or leaves it to the browser.
pub(in crate::ui) fn contrast(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let is_on = visit.form.get("on") == "yes";
    visit.desk.notes.change(|kept| kept.has_contrast = is_on)?;
    Ok("/settings".to_owned())
}

/// Sets the State that the workspace is of.
pub(in crate::ui) fn state(visit: &Visit<'_>) -> Result<Work, WorkspaceError> {
    let wanted = visit.form.get("own-state").trim();
    Ok(Work::State(visit.in_field("own-state", visit.workspace.state(wanted))?))
}

/// Takes a table in the place of the register.
pub(in crate::ui) async fn put_register(State(desk): State<Arc<Desk>>, sent: Multipart) -> Response {
    match Upload::of(sent, &desk.folder.join("cache")).await {
        Ok((upload, _)) => begun(&desk, Work::Register(upload)).await,
        Err(why) => bare(why.status()).into_response(),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "as all that forms begin")]
pub(in crate::ui) fn back_up(_: &Visit<'_>) -> Result<Work, WorkspaceError> {
    Ok(Work::BackUp)
}

/// Only a backup of the folder of backups, by its name.
pub(in crate::ui) fn put_back(visit: &Visit<'_>) -> Result<Work, WorkspaceError> {
    let wanted = visit.form.get("file");
    let found = visit.look(&KeptBackups {})?.into_iter().find(|backup| backup.name == wanted);
    found.map(|backup| Work::PutBack(backup.path)).ok_or_else(|| Refusal::unknown(Noun::Value, wanted).into())
}

/// Only a register that is kept, by its name.
pub(in crate::ui) fn put_former_register(visit: &Visit<'_>) -> Result<Work, WorkspaceError> {
    let wanted = visit.form.get("file");
    let found = visit.look(&FormerRegisters {})?.into_iter().find(|kept| kept.name == wanted);
    found.map(|kept| Work::FormerRegister(kept.path)).ok_or_else(|| Refusal::unknown(Noun::Value, wanted).into())
}

/// The register of bodies as it stands.
pub(in crate::ui) fn register(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let bytes = visit.workspace.register_bytes()?;
    Ok(Download::to_save("entities.csv".to_owned(), CSV, bytes))
}
