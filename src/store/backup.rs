//! Dumps: JSON Lines that any program can read, closed by counts and a hash.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::codec::encode;
use super::damage::BackupFault;
use super::import::ImportProgress;
use super::placements::Block;
use super::schema::SCHEMA;
use super::value_kind::ValueKind;
use super::whole_file::WholeFile;
use super::{Store, StoreError, keys};
use crate::domain::{Change, ClusterDefinition, CommandId, Decision, Event, Recommendation, Stamp};

/// One line of a dump.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
enum Line {
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
    pub documents: Vec<(String, String)>,
}

struct Dump<W: Write> {
    out: W,
    hasher: blake3::Hasher,
}

impl<W: Write> Dump<W> {
    fn line(&mut self, line: &Line) -> std::io::Result<()> {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        self.hasher.update(&text);
        self.out.write_all(&text)
    }
}

impl Store {
    /// Writes everything to a file; `documents` are small text files that belong to the workspace. Nothing is
    /// written where `is_stopped` says so before the end.
    ///
    /// # Errors
    /// When the file cannot be written, the store cannot be read, or the work is stopped.
    pub fn backup(
        &self,
        path: &Path,
        documents: &[(String, String)],
        is_stopped: &dyn Fn() -> bool,
    ) -> Result<BackupContent, StoreError> {
        let io = |source: std::io::Error| StoreError::Io { path: path.to_owned(), source };
        let mut dump = Dump { out: WholeFile::beside(path).map_err(io)?, hasher: blake3::Hasher::new() };
        fail::fail_point!("store-backup-begin");
        dump.line(&Line::Weft { format: SCHEMA }).map_err(io)?;
        for (name, text) in documents {
            dump.line(&Line::Document { name: name.clone(), text: text.clone() }).map_err(io)?;
        }
        let mut content = BackupContent { documents: documents.to_vec(), ..BackupContent::default() };
        self.each_record(|record| {
            content.records += 1;
            if is_stopped() {
                return Err(io(std::io::ErrorKind::Interrupted.into()));
            }
            dump.line(&Line::Record { record: Box::new(record) }).map_err(io)
        })?;
        for (_, import) in self.values(&self.imports, ValueKind::Import)? {
            dump.line(&Line::Import { import }).map_err(io)?;
        }
        for decision in self.decisions()? {
            dump.line(&Line::Decision(decision)).map_err(io)?;
        }
        let (models, clusters) = self.clusters()?;
        for cluster in clusters {
            dump.line(&Line::Cluster { models: models.clone(), cluster }).map_err(io)?;
        }
        for records in self.placement_blocks()? {
            dump.line(&Line::Placements { records }).map_err(io)?;
        }
        for event in self.events()? {
            content.events += 1;
            dump.line(&Line::Event { event: Box::new(event) }).map_err(io)?;
        }
        let blake3 = dump.hasher.finalize().to_hex().to_string();
        dump.line(&Line::End { records: content.records, events: content.events, blake3 }).map_err(io)?;
        fail::fail_point!("store-backup-written");
        dump.out.sync().map_err(io)?;
        fail::fail_point!("store-backup-synced");
        dump.out.put().map_err(io)?;
        fail::fail_point!("store-backup-done");
        Ok(content)
    }

    /// Fills an empty store from a dump; the hash at the end must fit.
    ///
    /// # Errors
    /// [`StoreError::BadBackup`] with the line; the store is then incomplete and must be dropped.
    pub fn restore(&self, path: &Path, stamp: &Stamp) -> Result<BackupContent, StoreError> {
        let io = |source: std::io::Error| StoreError::Io { path: path.to_owned(), source };
        let bad = |line: u64, reason: BackupFault| StoreError::BadBackup { path: path.to_owned(), line, reason };
        let mut reader = BufReader::new(File::open(path).map_err(io)?);
        let (mut content, mut hasher, mut number, mut text) =
            (BackupContent::default(), blake3::Hasher::new(), 0, Vec::new());
        loop {
            text.clear();
            number += 1;
            if reader.read_until(b'\n', &mut text).map_err(io)? == 0 {
                return Err(bad(number, BackupFault::CutOff));
            }
            let line: Line = serde_json::from_slice(&text)
                .map_err(|e| bad(number, BackupFault::BadLine { reason: e.to_string() }))?;
            match (number, line) {
                (1, Line::Weft { format }) if format <= SCHEMA => {}
                (1, Line::Weft { format }) => return Err(StoreError::NewerSchema { found: format, known: SCHEMA }),
                (1, _) => return Err(bad(1, BackupFault::NoBackup)),
                (_, Line::End { records, events, blake3 }) => {
                    let fits = records == content.records
                        && events == content.events
                        && blake3 == hasher.finalize().to_hex().as_str();
                    if !fits {
                        return Err(bad(number, BackupFault::Changed));
                    }
                    self.note_command(self.newest_command()?)?;
                    self.put_event(events, &restored(path, self.mint(stamp.at)?, stamp))?;
                    fail::fail_point!("store-restore-events");
                    self.set_counters(records, events + 1)?;
                    self.flush()?;
                    return Ok(content);
                }
                (_, line) => self.take(line, &mut content)?,
            }
            fail::fail_point!("store-restore-line");
            hasher.update(&text);
        }
    }

    fn take(&self, line: Line, content: &mut BackupContent) -> Result<(), StoreError> {
        match line {
            Line::Document { name, text } => content.documents.push((name, text)),
            Line::Record { record } => {
                content.records += 1;
                for id in record.source_ids() {
                    self.put(&self.sources, &keys::text(id), &keys::record(record.id))?;
                }
                self.put(&self.records, &keys::record(record.id), &encode(ValueKind::Record, &record)?)?;
            }
            Line::Import { import } => {
                self.put(&self.imports, &keys::text(&import.file_hash), &encode(ValueKind::Import, &import)?)?
            }
            Line::Decision(decision) => {
                let key = encode(ValueKind::Subject, &decision.subject())?;
                self.put(&self.decisions, &key, &encode(ValueKind::Decision, &decision)?)?;
            }
            Line::Event { event } => {
                self.put_event(content.events, &event)?;
                content.events += 1;
            }
            Line::Cluster { models, cluster } => self.keep_clusters(&models, &[cluster])?,
            Line::Placements { records } => self.put_placements(&records)?,
            Line::Weft { .. } | Line::End { .. } => {}
        }
        Ok(())
    }

    fn put_event(&self, number: u64, event: &Event) -> Result<(), StoreError> {
        self.put(&self.journal, &keys::number(number), &encode(ValueKind::Event, event)?)
    }

    fn put(&self, tree: &sled::Tree, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        tree.insert(key, value).map(|_| ()).map_err(|e| self.engine(&e))
    }
}

fn restored(path: &Path, command: CommandId, stamp: &Stamp) -> Event {
    let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Event { at: stamp.at, who: stamp.who.clone(), command, undoes: None, what: Change::Restored { file } }
}

#[cfg(test)]
mod tests {
    use super::Line;
    use crate::domain::{ClusterNumber, Decision, RecordId};
    use crate::store::StoreError;
    use crate::store::test_store::TestStore;

    const NUMBER: ClusterNumber = ClusterNumber { theme: 1, cluster: 2 };

    #[test]
    fn placements_decisions_and_names_of_commands_stand_in_a_backup() {
        let (store, target) = (TestStore::new("backup-from"), TestStore::new("backup-to"));
        let placements = [(RecordId(5), NUMBER), (RecordId(u64::MAX), NUMBER)];
        store.keep_placements(&placements).unwrap();
        let command = store.decide("anna", [Decision::Lock(NUMBER, true)]).command;
        let file = store.folder().join("dump.jsonl");
        store.backup(&file, &[], &|| false).unwrap();
        target.restore(&file, &target.stamp("ben")).unwrap();
        assert_eq!(target.placements().unwrap(), placements);
        assert_eq!(target.decisions().unwrap(), store.decisions().unwrap());
        assert_eq!(target.events().unwrap()[0].command, command);
        assert!(target.mint(target.stamp("ben").at).unwrap() > target.events().unwrap()[1].command);
    }

    #[test]
    fn a_decision_in_a_backup_of_the_first_format_is_read() {
        let line = r#"{"line":"decision","subject":{"lock":{"theme":1,"cluster":2}},"ruling":{"locked":true}}"#;
        let read: Line = serde_json::from_str(line).unwrap();
        assert!(matches!(&read, Line::Decision(decision) if *decision == Decision::Lock(NUMBER, true)));
        assert_eq!(serde_json::to_string(&read).unwrap(), line);
    }

    #[test]
    fn a_backup_that_is_cut_off_is_refused_with_its_line() {
        let store = TestStore::new("backup-cut");
        let file = store.folder().join("cut.jsonl");
        std::fs::write(&file, "{\"line\":\"weft\",\"format\":1}\n").unwrap();
        let refused = store.restore(&file, &store.stamp("ben"));
        assert!(matches!(refused, Err(StoreError::BadBackup { line: 2, .. })));
    }
}
