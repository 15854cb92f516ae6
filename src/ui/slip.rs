//! What a form said that cannot be: the page that it stood on is shown once more, with what is wrong above it, a link to the
//! field, and what was written still in it. Nothing was decided.

use std::sync::{Mutex, PoisonError};

use maud::{Markup, html};

use crate::domain::Values;
use crate::i18n::Words;

/// A form that was not taken.
#[derive(Debug, Clone)]
pub(super) struct Slip {
    /// The address of the page that the form stood on.
    at: String,
    /// The field that is wrong, where one is.
    field: Option<String>,
    /// What was written in each field.
    given: Vec<(String, String)>,
    /// What is wrong, and what to do.
    said: (String, Option<String>),
}

impl Slip {
    /// A form of the page at an address: the field that is wrong, what was written in each, what is wrong and what to do.
    pub(super) fn new(
        at: String,
        field: Option<String>,
        given: Vec<(String, String)>,
        said: (String, Option<String>),
    ) -> Self {
        Self { at, field, given, said }
    }

    /// What was written in a field.
    pub(super) fn given(&self, field: &str) -> Option<&str> {
        self.given.iter().find(|(own, _)| own == field).map(|(_, value)| value.as_str())
    }

    /// Whether a box of a name was ticked.
    pub(super) fn was_ticked(&self, name: &str, value: &str) -> bool {
        self.given.iter().any(|(own, given)| own == name && given == value)
    }

    /// Whether it is about a field.
    pub(super) fn is_in(&self, field: &str) -> bool {
        self.field.as_deref() == Some(field)
    }

    /// What stands above the page.
    pub(super) fn summary(&self, words: &Words) -> Markup {
        let say = |code: &str| words.sentence(code, &Values::new());
        let (what, hint) = &self.said;
        html! {
            div.card.slip id="slip" role="alert" tabindex="-1" autofocus {
                h2 { (say("ui-slip")) }
                p {
                    @match &self.field {
                        Some(field) => a href={ "#" (field) } { bdi { (what) } },
                        None => bdi { (what) },
                    }
                }
                @if let Some(hint) = hint { p { strong { (say("ui-hint")) ": " } bdi { (hint) } } }
                p { (say("ui-slip-nothing")) }
            }
        }
    }
}

/// The last slip, until the page that it is about has shown it.
#[derive(Debug, Default)]
pub(super) struct Slips(Mutex<Option<Slip>>);

impl Slips {
    /// Keeps one for the page that comes next.
    pub(super) fn put(&self, slip: Slip) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(slip);
    }

    /// The one that is about a page; it is shown once.
    pub(super) fn take(&self, at: &str) -> Option<Slip> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take_if(|slip| slip.at == at)
    }
}
