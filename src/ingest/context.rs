//! What readers are told of the workspace and by the user.

use serde::{Deserialize, Serialize};

use super::ColumnMap;
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Entity, Session, StateCode, Symbol};

/// What readers need to know of the workspace.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Names of States, with those the workspace has added.
    pub states: &'a StateRegister,
    /// The State of rows that name none, in a workspace about one State.
    pub default_state: Option<StateCode>,
    /// The national register, in which responsible entities are looked up.
    pub entities: &'a [Entity],
    /// What the user says about headers.
    pub columns: &'a ColumnMap,
    /// What the user says about documents that do not say it themselves.
    pub given: &'a DocumentFacts,
}

/// What the user says of a document that does not say it itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentFacts {
    /// The State under review or State party.
    pub state: Option<StateCode>,
    /// The symbol of the document.
    pub symbol: Option<Symbol>,
    /// The session of the UPR Working Group.
    pub session: Option<Session>,
}
