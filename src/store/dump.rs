//! What a dump is made of: JSON Lines that any program can read, closed by counts and a hash.

use serde::{Deserialize, Serialize};

use super::import::ImportProgress;
use super::placements::Block;
use crate::domain::{ClusterDefinition, Decision, Event, Recommendation};

/// One line of a dump.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub(super) enum Line {
    /// First line.
    Weft {
        format: u16,
    },
    /// A small text file of the workspace (settings, register).
    Document {
        name: String,
        text: String,
    },
    Record {
        record: Box<Recommendation>,
    },
    Import {
        import: ImportProgress,
    },
    Decision(Decision),
    Event {
        event: Box<Event>,
    },
    /// A cluster as it was made; `models` is the hash of the models it was made with.
    Cluster {
        models: String,
        cluster: ClusterDefinition,
    },
    /// Clusters of records as they were proposed; missing in backups of the first format.
    Placements {
        records: Block,
    },
    /// Last line: how many lines came before, and their hash.
    End {
        records: u64,
        events: u64,
        blake3: String,
    },
}

/// What a dump held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackupContent {
    /// Records.
    pub records: u64,
    /// Events of the journal.
    pub events: u64,
    /// Small text files by name.
    pub documents: Vec<BackupDocument>,
}

/// A small text file that belongs to a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackupDocument {
    /// Its name in the folder.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::Line;
    use crate::domain::{ClusterNumber, Decision};

    #[test]
    fn a_decision_in_a_backup_of_the_first_format_is_read() {
        let lock = Decision::Lock(ClusterNumber { theme: 1, cluster: 2 }, true);
        let line = r#"{"line":"decision","subject":{"lock":{"theme":1,"cluster":2}},"ruling":{"locked":true}}"#;
        let read: Line = serde_json::from_str(line).unwrap();
        assert!(matches!(&read, Line::Decision(decision) if *decision == lock));
        assert_eq!(serde_json::to_string(&read).unwrap(), line);
    }
}
