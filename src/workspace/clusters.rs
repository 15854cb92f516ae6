//! Listing clusters and deciding on them.

use serde::Serialize;

use super::cluster_views::{Heading, HeadingLine, ThemeTree, grouped, trees};
use super::settings::ClusterSettings;
use super::settled::Decisions;
use super::{Workspace, WorkspaceError, clock};
use crate::domain::vocabulary::fold;
use crate::domain::{Cluster, ClusterNumber, RecordId, Ruling, SettledRecord, Subject};

/// What to do with clusters.
#[derive(Debug, Clone)]
pub enum ClusterRequest {
    /// List all, or those of one theme.
    List {
        /// Number of the theme, or words of its name.
        theme: Option<String>,
    },
    /// All records under another heading than their theme.
    Grouped(Heading),
    /// What clusters of another granularity would look like; nothing is kept.
    Preview(ClusterSettings),
    /// Make the proposals anew with another granularity, where nobody has decided on any.
    Renew(ClusterSettings),
    /// How the clusters of a theme, or of all, hang together.
    Tree {
        /// Number of the theme, or words of its name; all themes where none is given.
        theme: Option<String>,
    },
    /// One cluster with its members.
    Show(ClusterNumber),
    /// Give a cluster a title.
    Rename(ClusterNumber, String),
    /// Lock or unlock a cluster.
    Lock(ClusterNumber, bool),
    /// Put a record into a cluster.
    Move {
        /// The record, by any of its names.
        record: String,
        /// Where it goes.
        to: ClusterNumber,
    },
    /// Put all records of one cluster into another.
    Merge {
        /// The cluster that is emptied.
        from: ClusterNumber,
        /// The cluster that takes them.
        into: ClusterNumber,
    },
    /// Put some records of a cluster into a new one of the same theme.
    Split {
        /// The cluster they stand in.
        from: ClusterNumber,
        /// The records, by any of their names.
        records: Vec<String>,
    },
    /// Accept the proposed title and members as they are.
    Accept(ClusterNumber),
}

/// One line of the list.
#[derive(Debug, Clone, Serialize)]
pub struct ClusterLine {
    /// Number.
    pub number: ClusterNumber,
    /// Theme.
    pub theme: String,
    /// Title.
    pub title: String,
    /// Key phrases.
    pub key_phrases: Vec<String>,
    /// Records.
    pub records: u64,
    /// Asks among them.
    pub asks: u64,
    /// Whether it is locked.
    pub locked: bool,
    /// Whether it was proposed in the newest run, beside older clusters.
    pub is_new: bool,
}

/// A member of a cluster.
#[derive(Debug, Clone, Serialize)]
pub struct MemberLine {
    /// Identifier.
    pub id: RecordId,
    /// Reference.
    pub reference: String,
    /// Ask it belongs to.
    pub ask: RecordId,
    /// Text.
    pub text: String,
}

/// What a request on clusters gave.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClusterAnswer {
    /// The list.
    List(Vec<ClusterLine>),
    /// One cluster with its members, grouped by ask.
    Cluster(ClusterLine, Vec<MemberLine>),
    /// Records under another heading.
    Groups(Vec<HeadingLine>),
    /// How clusters hang together.
    Tree(Vec<ThemeTree>),
    /// What was decided, in words.
    Done(String),
}

/// Everything that requests on clusters look at.
pub(super) struct Table {
    pub(super) clusters: Vec<Cluster>,
    pub(super) settled: Vec<SettledRecord>,
    decisions: Decisions,
}

impl Table {
    fn find(&self, number: ClusterNumber) -> Result<&Cluster, WorkspaceError> {
        let missing = || WorkspaceError::Unknown { what: "cluster", wanted: number.to_string() };
        self.clusters.iter().find(|c| c.number == number).ok_or_else(missing)
    }
}

impl Workspace {
    /// Carries out a request on clusters.
    ///
    /// # Errors
    /// When there is no such cluster or record, or the cluster is locked.
    pub fn clusters(&self, request: &ClusterRequest) -> Result<ClusterAnswer, WorkspaceError> {
        let analysis = self.analysis()?;
        let decisions = self.decisions()?;
        let table = Table {
            clusters: self.clusters_of(&analysis, &decisions),
            settled: self.settle_all(self.records()?, &analysis)?,
            decisions,
        };
        match request {
            ClusterRequest::List { theme } => {
                let is_wanted = |c: &&Cluster| theme.as_deref().is_none_or(|t| is_of_theme(c, t));
                let wanted: Vec<_> = table.clusters.iter().filter(is_wanted).map(|c| line(c, &table.settled)).collect();
                match theme {
                    Some(wanted_theme) if wanted.is_empty() => {
                        Err(WorkspaceError::Unknown { what: "theme", wanted: wanted_theme.clone() })
                    }
                    _ => Ok(ClusterAnswer::List(wanted)),
                }
            }
            ClusterRequest::Grouped(heading) => Ok(ClusterAnswer::Groups(grouped(&table, *heading))),
            ClusterRequest::Preview(settings) => Ok(ClusterAnswer::List(self.preview(settings)?)),
            ClusterRequest::Renew(settings) => self.renew(settings).map(ClusterAnswer::Done),
            ClusterRequest::Tree { theme } => {
                let is_wanted = |c: &Cluster| theme.as_deref().is_none_or(|t| is_of_theme(c, t));
                Ok(ClusterAnswer::Tree(trees(&table.clusters, &analysis, is_wanted)))
            }
            ClusterRequest::Show(number) => {
                let cluster = table.find(*number)?;
                Ok(ClusterAnswer::Cluster(line(cluster, &table.settled), self.members(cluster, &table.settled)))
            }
            decision => self.decide_on_clusters(decision, &table).map(ClusterAnswer::Done),
        }
    }

    fn decide_on_clusters(&self, request: &ClusterRequest, table: &Table) -> Result<String, WorkspaceError> {
        Ok(match request {
            ClusterRequest::List { .. }
            | ClusterRequest::Grouped(_)
            | ClusterRequest::Preview(_)
            | ClusterRequest::Renew(_)
            | ClusterRequest::Tree { .. }
            | ClusterRequest::Show(_) => String::new(),
            ClusterRequest::Rename(number, title) => {
                open(table.find(*number)?)?;
                self.decide(Subject::Title(*number), Ruling::Title(title.trim().to_owned()))?;
                format!("cluster {number} is now called '{}'", title.trim())
            }
            ClusterRequest::Lock(number, locked) => {
                table.find(*number)?;
                self.decide(Subject::Lock(*number), Ruling::Locked(*locked))?;
                format!("cluster {number} is {}", if *locked { "locked" } else { "open" })
            }
            ClusterRequest::Accept(number) => self.accept(table.find(*number)?)?,
            ClusterRequest::Move { record, to } => {
                open(table.find(*to)?)?;
                let id = self.one_record(&table.settled, record)?;
                self.place(&[id], *to, table)?;
                format!("{id} stands in cluster {to}")
            }
            ClusterRequest::Merge { from, into } if from == into => {
                return Err(WorkspaceError::BadArgument {
                    what: "pair of different clusters",
                    given: from.to_string(),
                });
            }
            ClusterRequest::Merge { from, into } => {
                open(table.find(*into)?)?;
                let members = table.find(*from)?.members.clone();
                self.place(&members, *into, table)?;
                format!("{} records of {from} stand in cluster {into}", members.len())
            }
            ClusterRequest::Split { from, records } => self.split(*from, records, table)?,
        })
    }

    fn split(&self, from: ClusterNumber, records: &[String], table: &Table) -> Result<String, WorkspaceError> {
        let ids = records.iter().map(|r| self.one_record(&table.settled, r)).collect::<Result<Vec<_>, _>>()?;
        let members = &table.find(from)?.members;
        if let Some(stranger) = ids.iter().find(|id| !members.contains(id)) {
            return Err(WorkspaceError::Unknown {
                what: "recommendation in that cluster",
                wanted: stranger.to_string(),
            });
        }
        let last = self.last_number(from.theme, table)?;
        let new = ClusterNumber { theme: from.theme, cluster: last + 1 };
        self.place(&ids, new, table)?;
        Ok(format!("{} records make the new cluster {new}", ids.len()))
    }

    /// The highest number a theme has ever had: a number that was emptied is not given again.
    fn last_number(&self, theme: u16, table: &Table) -> Result<u16, WorkspaceError> {
        let (_, made) = self.store.clusters()?;
        let decided = table.decisions.placements.values().chain(table.decisions.titles.keys()).copied();
        let all = table.clusters.iter().map(|c| c.number).chain(made.iter().map(|c| c.number)).chain(decided);
        Ok(all.filter(|number| number.theme == theme).map(|number| number.cluster).max().unwrap_or(0))
    }

    /// The title becomes a decision and the cluster is locked, so that no proposal changes either.
    fn accept(&self, cluster: &Cluster) -> Result<String, WorkspaceError> {
        let title = (Subject::Title(cluster.number), Ruling::Title(cluster.title.clone()));
        let members = cluster.members.iter().map(|id| (Subject::Placement(*id), Ruling::Cluster(cluster.number)));
        let lock = (Subject::Lock(cluster.number), Ruling::Locked(true));
        self.decide_all([title].into_iter().chain(members).chain([lock]))?;
        Ok(format!("cluster {} is accepted with {} records and locked", cluster.number, cluster.members.len()))
    }

    fn place(&self, ids: &[RecordId], to: ClusterNumber, table: &Table) -> Result<(), WorkspaceError> {
        for id in ids {
            if let Some(cluster) = table.clusters.iter().find(|c| c.members.contains(id)) {
                open(cluster)?;
            }
        }
        let new = ids.iter().filter(|id| table.decisions.placements.get(id) != Some(&to));
        self.decide_all(new.map(|id| (Subject::Placement(*id), Ruling::Cluster(to))))?;
        Ok(())
    }

    pub(super) fn decide(&self, subject: Subject, ruling: Ruling) -> Result<(), WorkspaceError> {
        self.decide_all([(subject, ruling)])
    }

    /// Records the decisions of one command under one stamp, so that they are undone together.
    fn decide_all(&self, decisions: impl IntoIterator<Item = (Subject, Ruling)>) -> Result<(), WorkspaceError> {
        let decisions: Vec<_> = decisions.into_iter().map(|(subject, ruling)| (subject, Some(ruling))).collect();
        self.store.decide(&decisions, &clock::stamp())?;
        Ok(())
    }

    fn members(&self, cluster: &Cluster, settled: &[SettledRecord]) -> Vec<MemberLine> {
        let mut members: Vec<MemberLine> = cluster
            .members
            .iter()
            .filter_map(|id| settled.binary_search_by_key(id, |s| s.record.id).ok())
            .map(|at| MemberLine {
                id: settled[at].record.id,
                reference: settled[at].reference.clone(),
                ask: settled[at].ask,
                text: settled[at].record.text(self.language).1.clean.clone(),
            })
            .collect();
        members.sort_by_key(|member| (member.ask, member.id));
        members
    }
}

fn is_of_theme(cluster: &Cluster, words: &str) -> bool {
    cluster.number.theme.to_string() == words.trim() || fold(&cluster.theme_title).contains(&fold(words))
}

fn open(cluster: &Cluster) -> Result<(), WorkspaceError> {
    if cluster.locked { Err(WorkspaceError::Locked(cluster.number.to_string())) } else { Ok(()) }
}

pub(super) fn line(cluster: &Cluster, settled: &[SettledRecord]) -> ClusterLine {
    let ask = |id: &RecordId| settled.binary_search_by_key(id, |s| s.record.id).ok().map(|at| settled[at].ask);
    let asks: std::collections::BTreeSet<RecordId> = cluster.members.iter().filter_map(ask).collect();
    ClusterLine {
        number: cluster.number,
        theme: cluster.theme_title.clone(),
        title: cluster.title.clone(),
        key_phrases: cluster.key_phrases.clone(),
        records: cluster.members.len() as u64,
        asks: asks.len() as u64,
        locked: cluster.locked,
        is_new: cluster.is_new,
    }
}
