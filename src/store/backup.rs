//! Writing a dump of everything that people and files have brought.

use super::clusters::KeptClusters;
use std::io::Write;
use std::path::Path;

use super::dump::{BackupContent, BackupDocument, Line};
use super::schema::SCHEMA;
use super::value_kind::ValueKind;
use super::whole_file::WholeFile;
use super::{Store, StoreError};

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
        documents: &[BackupDocument],
        is_stopped: &dyn Fn() -> bool,
    ) -> Result<BackupContent, StoreError> {
        let io = |source: std::io::Error| StoreError::Io { path: path.to_owned(), source };
        let mut dump = Dump { out: WholeFile::of_owner(path).map_err(io)?, hasher: blake3::Hasher::new() };
        fail::fail_point!("store-backup-begin");
        dump.line(&Line::Weft { format: SCHEMA }).map_err(io)?;
        for BackupDocument { name, text } in documents {
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
        let KeptClusters { models, clusters } = self.clusters()?;
        for cluster in clusters {
            dump.line(&Line::Cluster { models: models.clone(), cluster }).map_err(io)?;
        }
        for records in self.placement_blocks()?.into_iter().chain(self.first_placement_blocks()?) {
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
}
