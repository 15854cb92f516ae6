//! A cluster is called something.

use serde::{Deserialize, Serialize};

use super::{open, told};
use crate::domain::{Asker, ClusterNumber, Coded, Decision, Outcome};
use crate::view::{Command, Refusal, View};

/// Give a cluster a title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenameCluster {
    /// Its number.
    pub number: ClusterNumber,
    /// The title; blanks around it are dropped.
    pub title: String,
}

impl Command for RenameCluster {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        open(view.cluster(self.number, asker.language)?)?;
        let title = self.title.trim();
        if title.is_empty() {
            Err(Refusal::Blank)
        } else {
            Ok(vec![Decision::Title(self.number, title.to_owned()).into()])
        }
    }

    fn told(&self, _: &View, _: &[Outcome]) -> Coded {
        let number = self.number.to_string();
        told("done-title", [("cluster", number.into()), ("title", self.title.trim().into())])
    }
}
