//! A record with its final tags and its place: what reports, plans and exports read.

use super::{ClusterNumber, Recommendation, RecordId};

/// A recommendation after file, models and persons have been weighed against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct SettledRecord {
    /// The record.
    pub record: Recommendation,
    /// Reference, made unique within the workspace.
    pub reference: String,
    /// Issues of UPR Info.
    pub issues: Vec<String>,
    /// Themes of OHCHR's current list.
    pub themes: Vec<String>,
    /// Group codes.
    pub groups: Vec<String>,
    /// SDG targets or bare goals.
    pub sdg_targets: Vec<String>,
    /// Leading entity type.
    pub lead: Option<String>,
    /// Supporting entity types.
    pub support: Vec<String>,
    /// Action category, `1` to `5`.
    pub action: Option<String>,
    /// Codes of instruments named.
    pub instruments: Vec<String>,
    /// Cluster, once analysed.
    pub cluster: Option<ClusterNumber>,
    /// Whether a person has put it into that cluster.
    pub is_moved: bool,
    /// The ask it belongs to, named by its smallest identifier.
    pub ask: RecordId,
}
