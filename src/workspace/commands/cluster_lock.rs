//! A cluster is locked against proposals, opened again, or accepted as it stands.

use serde::{Deserialize, Serialize};

use super::told;
use crate::domain::{Asker, ClusterNumber, Coded, Decision, Outcome};
use crate::view::{Command, Refusal, View};

/// Lock or unlock a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockCluster {
    /// Its number.
    pub number: ClusterNumber,
    /// Whether it is locked from now on.
    pub locked: bool,
}

/// Accept the proposed title and members as they are, and lock the cluster, so that no proposal changes
/// either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptCluster {
    /// Its number.
    pub number: ClusterNumber,
}

impl Command for LockCluster {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        view.cluster(self.number, asker.language)?;
        Ok(vec![Decision::Lock(self.number, self.locked).into()])
    }

    fn told(&self, _: &View, _: &[Outcome]) -> Coded {
        let code = if self.locked { "done-locked" } else { "done-unlocked" };
        told(code, [("cluster", self.number.to_string().into())])
    }
}

impl Command for AcceptCluster {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let cluster = view.cluster(self.number, asker.language)?;
        let title = Decision::Title(cluster.number, cluster.title.clone());
        let members = cluster.members.iter().map(|id| Decision::Placement(*id, cluster.number));
        let lock = Decision::Lock(cluster.number, true);
        Ok([title].into_iter().chain(members).chain([lock]).map(Outcome::Set).collect())
    }

    fn told(&self, _: &View, decisions: &[Outcome]) -> Coded {
        let members =
            decisions.iter().filter(|outcome| matches!(outcome.decision(), Some(Decision::Placement(..)))).count();
        told("done-accepted", [("cluster", self.number.to_string().into()), ("count", members.into())])
    }
}
