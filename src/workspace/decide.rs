//! Decisions of a person go into the store: the one place where a command meets the one who gives it.

use serde::Serialize;

use super::{Workspace, WorkspaceError, clock};
use crate::domain::{Asker, Coded, CommandId, DecisionChange, Outcome, Revision};
use crate::store::{Applied, Batch};
use crate::view::{Command, Refusal};

/// What a command did.
#[derive(Debug, Clone, Serialize)]
pub struct Done {
    /// What people are told.
    pub told: Coded,
    /// The name of the command, by which it is taken back.
    pub command: CommandId,
    /// What has changed; what stood already is passed over.
    pub changes: Vec<DecisionChange>,
    /// The revision after it.
    pub revision: Revision,
}

impl Workspace {
    /// The revision that whoever looks now has seen.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn seen(&self) -> Result<Revision, WorkspaceError> {
        Ok(self.store.seen()?)
    }

    /// Writes the decisions of one command of a person who has looked at revision `seen`.
    ///
    /// # Errors
    /// When the person may not decide, when others have decided on the same since, or when the store fails;
    /// then nothing was written.
    pub fn apply(&self, asker: &Asker, seen: Revision, decisions: Vec<Outcome>) -> Result<Applied, WorkspaceError> {
        check(asker)?;
        let stamp = clock::stamp_of(asker);
        let command = self.store.mint(stamp.at)?;
        let applied = self.store.apply(&Batch { command, stamp, seen, decisions })?;
        self.outdate();
        Ok(applied)
    }

    /// Carries out a command of a person who has looked at what holds now.
    ///
    /// # Errors
    /// When what is wanted cannot be decided, the person may not decide, or the store refuses; then nothing
    /// was written.
    pub fn decide<C: Command>(&self, command: &C, asker: &Asker) -> Result<Done, WorkspaceError> {
        let seen = self.view()?.seen;
        self.decide_seen(command, asker, seen)
    }

    /// What people would be told if a command were carried out now; nothing is written.
    ///
    /// # Errors
    /// When what is wanted cannot be decided.
    pub fn would_tell<C: Command>(&self, command: &C, asker: &Asker) -> Result<Coded, WorkspaceError> {
        let view = self.view()?;
        let decisions = command.decide(&view, asker)?;
        Ok(command.told(&view, &decisions))
    }

    /// Carries out a command of a person who has looked at revision `seen`.
    ///
    /// # Errors
    /// As [`Workspace::decide`], and when others have decided on the same since.
    pub fn decide_seen<C: Command>(&self, command: &C, asker: &Asker, seen: Revision) -> Result<Done, WorkspaceError> {
        let view = self.view()?;
        let decisions = command.decide(&view, asker)?;
        let told = command.told(&view, &decisions);
        let applied = self.apply(asker, seen, decisions)?;
        Ok(Done { told, command: applied.command, changes: applied.changes, revision: applied.revision })
    }
}

/// Whether a person may change anything.
///
/// # Errors
/// [`WorkspaceError::MayOnlyRead`] where not; [`Refusal::ClosedPlan`] where the person reads a closed plan.
pub(super) fn check(asker: &Asker) -> Result<(), WorkspaceError> {
    if !asker.role.may_decide() {
        return Err(WorkspaceError::MayOnlyRead(asker.who.clone()));
    }
    match &asker.edition {
        Some(edition) => Err(Refusal::ClosedPlan { key: "none".to_owned(), edition: edition.clone() }.into()),
        None => Ok(()),
    }
}
