//! What a page is made from: the workspace at one revision, who asks, what the address says.

use std::cell::RefCell;

use super::desk::Desk;
use super::form::Form;
use super::last::Last;
use super::slip::Slip;
use crate::domain::{Asker, Coded, Revision, Values};
use crate::i18n::Words;
use crate::view::{Command, Question};
use crate::workspace::lookups::{Lookup, NewestEvent};
use crate::workspace::{Silent, Workspace, WorkspaceError};

/// A request for a page.
pub(super) struct Visit<'d> {
    pub(super) workspace: &'d Workspace,
    /// What is behind all pages: work in the background, who works here.
    pub(super) desk: &'d Desk,
    pub(super) asker: Asker,
    pub(super) words: &'static Words,
    pub(super) form: Form,
    /// The revision that the page is of: it is taken before anything is asked, so that no form says that more was seen.
    pub(super) seen: Revision,
    /// The address with its query, which a change of language leads back to.
    pub(super) at: String,
    /// The address that a form was sent to; empty where none was.
    pub(super) sent_to: String,
    /// What was to be decided and was not, since somebody else had decided on the same.
    pub(super) yours: RefCell<Option<Coded>>,
    /// The field of a form that is wrong.
    pub(super) wrong: RefCell<Option<String>>,
    /// What a form of this page said that cannot be.
    pub(super) slip: Option<Slip>,
}

impl Visit<'_> {
    /// A sentence of the pages.
    pub(super) fn say(&self, code: &str) -> String {
        self.with(code, &[])
    }

    /// A sentence with values.
    pub(super) fn with(&self, code: &str, values: &[(&str, serde_json::Value)]) -> String {
        let values: Values = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.words.sentence(&format!("ui-{code}"), &values)
    }

    /// The answer to a question of what holds now.
    pub(super) fn ask<Q: Question>(&self, question: &Q) -> Result<Q::Answer, WorkspaceError> {
        self.workspace.ask(question, &self.asker)
    }

    /// What is looked up in the workspace.
    pub(super) fn look<L: Lookup>(&self, lookup: &L) -> Result<L::Answer, WorkspaceError> {
        self.workspace.look(lookup, &self.asker, &Silent)
    }

    /// Carries out what a form says, as of the page that it stood on.
    pub(super) fn decide<C: Command>(&self, command: &C) -> Result<(), WorkspaceError> {
        let done = match self.form.seen() {
            Some(seen) => self.workspace.decide_seen(command, &self.asker, seen).map(drop),
            None => self.workspace.decide(command, &self.asker).map(drop),
        };
        if done.as_ref().is_err_and(WorkspaceError::is_outdated) {
            *self.yours.borrow_mut() = self.workspace.would_tell(command, &self.asker).ok();
        }
        done
    }

    /// What comes of what was written in a field, which is the one that is wrong where nothing does.
    pub(super) fn in_field<R, E>(&self, field: &str, outcome: Result<R, E>) -> Result<R, E> {
        if outcome.is_err() {
            *self.wrong.borrow_mut() = Some(field.to_owned());
        }
        outcome
    }

    /// What was written in a field of a form that was not taken.
    pub(super) fn given(&self, field: &str) -> Option<&str> {
        self.slip.as_ref().and_then(|slip| slip.given(field))
    }

    /// Whether a box was ticked in a form that was not taken.
    pub(super) fn was_ticked(&self, name: &str, value: impl ToString) -> bool {
        self.slip.as_ref().is_some_and(|slip| slip.was_ticked(name, &value.to_string()))
    }

    /// The mark of a field that is wrong.
    pub(super) fn is_wrong(&self, field: &str) -> Option<&'static str> {
        self.slip.as_ref().is_some_and(|slip| slip.is_in(field)).then_some("true")
    }

    /// The newest event of the journal.
    pub(super) fn last(&self) -> Last {
        match self.look(&NewestEvent {}) {
            Ok(Some(last)) => Last::Change(Box::new(last)),
            Ok(None) => Last::None,
            Err(_) => Last::NotTold,
        }
    }
}

/// Where a page leads back to: only to addresses of these pages.
pub(super) fn back(wanted: &str, otherwise: &str) -> String {
    let is_own = wanted.starts_with('/') && !wanted.starts_with("//") && !wanted.contains(['\\', '\r', '\n']);
    if is_own { wanted.to_owned() } else { otherwise.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::back;

    #[test]
    fn nobody_is_led_to_another_site() {
        assert_eq!(back("/clusters/1.2", "/"), "/clusters/1.2");
        for foreign in ["//evil.example", "http://evil.example", "/\\evil.example", "javascript:1", ""] {
            assert_eq!(back(foreign, "/start"), "/start", "{foreign}");
        }
    }
}
