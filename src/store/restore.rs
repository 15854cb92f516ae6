//! Filling an empty store from a dump: each line is checked before it is taken, and the whole at the end.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use super::codec::encode;
use super::damage::BackupFault;
use super::dump::{BackupContent, BackupDocument, Line};
use super::line_bounds::{Extent, LONGEST_LINE, MOST_DOCUMENTS};
use super::schema::SCHEMA;
use super::value_kind::ValueKind;
use super::{Store, StoreError, keys};
use crate::domain::{Change, CommandId, Event, Recommendation, Stamp};

/// A dump on its way in.
struct BackupReader<'a> {
    path: &'a Path,
    reader: BufReader<File>,
    hasher: blake3::Hasher,
    /// The line that was read last, from 1.
    number: u64,
    text: Vec<u8>,
}

impl<'a> BackupReader<'a> {
    fn open(path: &'a Path) -> Result<Self, StoreError> {
        let io = |source| StoreError::Io { path: path.to_owned(), source };
        if !path.metadata().map_err(io)?.is_file() {
            // A pipe would be waited for, a device read for ever.
            return Err(StoreError::BadBackup { path: path.to_owned(), line: 1, reason: BackupFault::NoFile });
        }
        let reader = BufReader::new(File::open(path).map_err(io)?);
        Ok(Self { path, reader, hasher: blake3::Hasher::new(), number: 0, text: Vec::new() })
    }

    /// Hands over every line between the first and the last, until one is refused.
    fn each(
        &mut self,
        mut take: impl FnMut(Line, &mut BackupContent) -> Result<Option<BackupFault>, StoreError>,
    ) -> Result<BackupContent, StoreError> {
        let mut content = BackupContent::default();
        match self.next_line()? {
            Some(Line::Weft { format }) if format <= SCHEMA => {}
            Some(Line::Weft { format }) => return Err(StoreError::NewerSchema { found: format, known: SCHEMA }),
            Some(_) => return Err(self.bad(BackupFault::NoBackup)),
            None => return Err(self.bad(BackupFault::CutOff)),
        }
        loop {
            fail::fail_point!("store-restore-line");
            match self.next_line()? {
                None => return Err(self.bad(BackupFault::CutOff)),
                Some(Line::End { records, events, blake3 }) => {
                    self.check_end(&content, (records, events, blake3.as_str()))?;
                    return Ok(content);
                }
                Some(Line::Document { .. }) if content.documents.len() >= MOST_DOCUMENTS => {
                    return Err(self.bad(BackupFault::ManyDocuments { most: MOST_DOCUMENTS as u64 }));
                }
                Some(line) => {
                    if let Some(fault) = take(line, &mut content)? {
                        return Err(self.bad(fault));
                    }
                }
            }
        }
    }

    /// The next line; none at the end of the file.
    fn next_line(&mut self) -> Result<Option<Line>, StoreError> {
        self.hasher.update(&self.text);
        self.text.clear();
        self.number += 1;
        let read = self.reader.by_ref().take(LONGEST_LINE + 1).read_until(b'\n', &mut self.text);
        let read = read.map_err(|source| StoreError::Io { path: self.path.to_owned(), source })? as u64;
        if read == 0 {
            return Ok(None);
        }
        if read > LONGEST_LINE {
            return Err(self.bad(BackupFault::LongLine { most: LONGEST_LINE >> 20 }));
        }
        let extent = Extent::of(&self.text);
        if let Some(fault) = extent.refused() {
            return Err(self.bad(fault));
        }
        let bad = |e: serde_json::Error| self.bad(BackupFault::BadLine { reason: e.to_string() });
        let line: Line = serde_json::from_slice(&self.text).map_err(bad)?;
        let is_document = matches!(line, Line::Document { .. });
        match extent.refused_text().filter(|_| !is_document) {
            Some(fault) => Err(self.bad(fault)),
            None => Ok(Some(line)),
        }
    }

    /// Whether the last line tells what came before it, and nothing comes after it.
    fn check_end(&mut self, content: &BackupContent, told: (u64, u64, &str)) -> Result<(), StoreError> {
        let hash = self.hasher.finalize().to_hex();
        if told != (content.records, content.events, hash.as_str()) {
            return Err(self.bad(BackupFault::Changed));
        }
        let rest = self.reader.fill_buf().map_err(|source| StoreError::Io { path: self.path.to_owned(), source })?;
        if rest.is_empty() { Ok(()) } else { Err(self.bad(BackupFault::GoesOn)) }
    }

    fn bad(&self, reason: BackupFault) -> StoreError {
        StoreError::BadBackup { path: self.path.to_owned(), line: self.number, reason }
    }
}

impl Store {
    /// Fills an empty store from a dump; the hash at the end must fit, and nothing may stand in it twice.
    ///
    /// # Errors
    /// [`StoreError::BadBackup`] with the line; the store is then incomplete and must be dropped.
    pub fn restore(&self, path: &Path, stamp: &Stamp) -> Result<BackupContent, StoreError> {
        let mut reading = BackupReader::open(path)?;
        let content = reading.each(|line, content| {
            let fault = self.refused(&line, content)?;
            if fault.is_none() {
                self.take(line, content)?;
            }
            Ok(fault)
        })?;
        self.close_restored(path, stamp, &content)?;
        match self.verify()?.faults.into_iter().next() {
            Some(fault) => Err(reading.bad(BackupFault::Unsound { fault: Box::new(fault) })),
            None => Ok(content),
        }
    }

    /// Reads a dump from end to end and gives what it counts; nothing is filled, and documents stand without
    /// their texts.
    ///
    /// # Errors
    /// [`StoreError::BadBackup`] with the line where it is cut off or was changed.
    pub fn check_backup(path: &Path) -> Result<BackupContent, StoreError> {
        BackupReader::open(path)?.each(|line, content| {
            match line {
                Line::Record { .. } => content.records += 1,
                Line::Event { .. } => content.events += 1,
                Line::Document { name, .. } => content.documents.push(BackupDocument { name, text: String::new() }),
                _ => {}
            }
            Ok(None)
        })
    }

    /// The names of the text files in a dump. They stand at its beginning, so that no more of it is read.
    ///
    /// # Errors
    /// [`StoreError::BadBackup`] where the beginning is that of no dump.
    pub fn documents_in_backup(path: &Path) -> Result<Vec<String>, StoreError> {
        let mut reading = BackupReader::open(path)?;
        let Some(Line::Weft { .. }) = reading.next_line()? else { return Err(reading.bad(BackupFault::NoBackup)) };
        let mut names = Vec::new();
        while names.len() < MOST_DOCUMENTS
            && let Some(Line::Document { name, .. }) = reading.next_line()?
        {
            names.push(name);
        }
        Ok(names)
    }

    /// Notes the restore itself, and the counts.
    fn close_restored(&self, path: &Path, stamp: &Stamp, content: &BackupContent) -> Result<(), StoreError> {
        self.note_command(self.newest_command()?)?;
        self.put_event(content.events, &restored(path, self.mint(stamp.at)?, stamp))?;
        fail::fail_point!("store-restore-events");
        self.set_counters(content.records, content.events + 1)?;
        self.flush()
    }

    /// Why a line is not taken, though it can be read.
    fn refused(&self, line: &Line, content: &BackupContent) -> Result<Option<BackupFault>, StoreError> {
        Ok(match line {
            Line::Document { name, .. } if content.documents.iter().any(|known| known.name == *name) => {
                Some(BackupFault::DocumentTwice { name: name.clone() })
            }
            Line::Record { record } => self.refused_record(record)?,
            Line::Weft { .. } => Some(BackupFault::NoBackup),
            _ => None,
        })
    }

    fn refused_record(&self, record: &Recommendation) -> Result<Option<BackupFault>, StoreError> {
        let id = record.id.to_string();
        if record.texts.is_empty() || record.sources.is_empty() {
            return Ok(Some(BackupFault::EmptyRecord { record: id }));
        }
        let is_known = self.records.contains_key(keys::record(record.id)).map_err(|e| self.engine(&e))?;
        Ok(is_known.then_some(BackupFault::RecordTwice { record: id }))
    }

    fn take(&self, line: Line, content: &mut BackupContent) -> Result<(), StoreError> {
        match line {
            Line::Document { name, text } => content.documents.push(BackupDocument { name, text }),
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
    use super::BackupFault;
    use crate::domain::{ClusterNumber, Decision, RecordId};
    use crate::store::StoreError;
    use crate::store::test_store::TestStore;

    const NUMBER: ClusterNumber = ClusterNumber { theme: 1, cluster: 2 };

    /// A dump of an empty store with other lines before its last one, whose hash fits.
    fn crafted(store: &TestStore, lines: &[&str], after: &str) -> std::path::PathBuf {
        let head = "{\"line\":\"weft\",\"format\":2}\n".to_owned();
        let body = lines.iter().fold(head, |text, line| format!("{text}{line}\n"));
        let blake3 = blake3::hash(body.as_bytes()).to_hex();
        let end = serde_json::json!({"line": "end", "records": 0, "events": 0, "blake3": blake3.as_str()});
        let file = store.folder().join("crafted.jsonl");
        std::fs::write(&file, format!("{body}{end}\n{after}")).unwrap();
        file
    }

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
    fn a_crafted_backup_is_refused_though_its_hash_fits() {
        let store = TestStore::new("backup-crafted");
        let document = r#"{"line":"document","name":"weft.toml","text":""}"#;
        let named = crate::store::Store::documents_in_backup(&crafted(&store, &[document], ""));
        assert_eq!(named.unwrap(), ["weft.toml"]);
        let refused =
            |lines: &[&str], after: &str| match store.restore(&crafted(&store, lines, after), &store.stamp("ben")) {
                Err(StoreError::BadBackup { line, reason, .. }) => (line, reason),
                other => panic!("it was not refused: {other:?}"),
            };
        let twice = BackupFault::DocumentTwice { name: "weft.toml".to_owned() };
        assert_eq!(refused(&[document, document], ""), (3, twice));
        assert_eq!(refused(&[], "more"), (2, BackupFault::GoesOn));
        assert_eq!(refused(&[r#"{"line":"weft","format":2}"#], ""), (2, BackupFault::NoBackup));
        let file = crafted(&store, &[document], "");
        assert_eq!(store.restore(&file, &store.stamp("ben")).unwrap().documents.len(), 1);
    }

    #[test]
    fn a_line_that_asks_for_all_memory_is_refused_with_its_number() {
        let store = TestStore::new("backup-bounds");
        let document = |text: &str| format!(r#"{{"line":"document","name":"entities.csv","text":"{text}"}}"#);
        let long = format!(r#"{{"line":"event","event":"{}"}}"#, "x".repeat(17 << 20));
        let list = format!(r#"{{"line":"record","record":{{"sources":[{}0]}}}}"#, "0,".repeat(1_000_000));
        let refused = |lines: &[&str]| match store.restore(&crafted(&store, lines, ""), &store.stamp("ben")) {
            Err(StoreError::BadBackup { line, reason, .. }) => (line, reason),
            other => panic!("it was not refused: {other:?}"),
        };
        assert!(matches!(refused(&[&document(""), &list]), (3, BackupFault::LongList { count: 1_000_001, .. })));
        assert!(matches!(refused(&[&long]), (2, BackupFault::BadLine { .. } | BackupFault::LongText { .. })));
        let line = format!("\"{}\"", "x".repeat(130 << 20));
        assert!(matches!(refused(&[&line]), (2, BackupFault::LongLine { .. })));
        let names: Vec<String> = (0..9).map(|at| document("").replace("entities", &format!("e{at}"))).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert!(matches!(refused(&names), (10, BackupFault::ManyDocuments { most: 8 })));
        let large = document(&"x".repeat(17 << 20));
        assert!(
            store.restore(&crafted(&store, &[&large], ""), &store.stamp("ben")).is_ok(),
            "a large register is none"
        );
    }

    #[test]
    fn a_folder_is_no_backup() {
        let store = TestStore::new("backup-folder");
        let refused = store.restore(store.folder(), &store.stamp("ben"));
        assert!(matches!(refused, Err(StoreError::BadBackup { reason: BackupFault::NoFile, .. })));
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
