//! What can be put to a view.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Refusal, View};
use crate::domain::{Asker, Coded, Outcome};

/// A question: a value that can be sent, and a pure function of a view.
pub trait Question: Serialize + DeserializeOwned {
    /// What it is answered by: plain data, for people to be shown and for programs to read.
    type Answer: Serialize;

    /// The answer, with texts and names in the language of the asker.
    ///
    /// # Errors
    /// What the question does not fit is refused by name.
    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal>;
}

/// A command: a value that can be sent, and a pure function of a view. It decides and writes nothing; its
/// decisions are written together, or not at all.
pub trait Command: Serialize + DeserializeOwned {
    /// What is to stand on each subject; empty where all of it stands already.
    ///
    /// # Errors
    /// What cannot be decided is refused by name.
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal>;

    /// What people are told when these decisions are written; `view` is the one they were made on.
    fn told(&self, view: &View, decisions: &[Outcome]) -> Coded;
}
