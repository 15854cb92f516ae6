//! A request of any kind.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::asks::Ask;
use super::dos::Do;
use super::looks::Look;
use super::runs::Run;
use crate::domain::{Asker, Revision};

/// A question, a lookup, a command or a job. What needs no open workspace, such as making or restoring one, goes
/// over no wire.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// A question, answered from what holds now.
    Ask(Ask),
    /// A lookup.
    Look(Look),
    /// A command of somebody who has looked at a revision.
    Do {
        /// The command.
        command: Do,
        /// What whoever gives it has looked at; what holds now where it is not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seen: Option<Revision>,
    },
    /// A job.
    Run(Run),
}

impl Workspace {
    /// Carries out a request and answers with plain data.
    ///
    /// # Errors
    /// As the typed request would.
    pub fn serve(
        &mut self,
        request: &Request,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Value, WorkspaceError> {
        match request {
            Request::Ask(question) => question.answered(self, asker),
            Request::Look(lookup) => lookup.answered(self, asker, progress),
            Request::Do { command, seen } => command.done(self, asker, seen.map_or_else(|| self.seen(), Ok)?),
            Request::Run(job) => job.reported(self, asker, progress),
        }
    }
}
