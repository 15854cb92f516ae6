//! Help: one paragraph a task, and how queries are written.

use maud::html;

use crate::ui::page::{Page, Place, Shown};
use crate::ui::visit::Visit;

/// The tasks, by their codes.
const TASKS: [&str; 7] = ["sources", "search", "review", "clusters", "plan", "undo", "stop"];

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let main = html! {
        @for task in TASKS {
            section {
                h2 { (visit.say(&format!("help-{task}"))) }
                p { (visit.say(&format!("help-{task}-text"))) }
            }
        }
    };
    Ok(Page { place: Some(Place::Help), title: visit.say("place-help"), main })
}
