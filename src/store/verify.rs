//! Checking a store from end to end.

use super::codec::decode;
use super::{Store, StoreError, keys};
use crate::domain::Recommendation;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Records that could be read.
    pub records: u64,
    /// Events that could be read.
    pub events: u64,
    /// Decisions that could be read.
    pub decisions: u64,
    /// What is wrong, in words; empty for a sound store.
    pub faults: Vec<String>,
}

impl Store {
    /// Reads every value, follows every pointer, and compares the counts.
    ///
    /// # Errors
    /// Only when the engine itself fails; everything else is a fault in the report.
    pub fn verify(&self) -> Result<VerifyReport, StoreError> {
        let mut report = VerifyReport::default();
        for entry in &self.records {
            let (key, bytes) = entry.map_err(|e| self.engine(&e))?;
            match decode::<Recommendation>("a record", &bytes) {
                Ok(record) => check_record(&record, &key, &mut report),
                Err(error) => report.faults.push(format!("record {:?}: {error}", keys::read_number(&key))),
            }
        }
        self.check_pointers(&mut report)?;
        report.events = self.events()?.len() as u64;
        report.decisions = self.decisions()?.len() as u64;
        let mut compare = |what: &str, counted: u64, noted: u64| {
            if counted != noted {
                report.faults.push(format!("{counted} {what} were read, {noted} are noted"));
            }
        };
        compare("records", report.records, self.record_count()?);
        compare("events", report.events, self.event_count()?);
        Ok(report)
    }

    fn check_pointers(&self, report: &mut VerifyReport) -> Result<(), StoreError> {
        for entry in &self.sources {
            let (source, id) = entry.map_err(|e| self.engine(&e))?;
            if !self.records.contains_key(&id).map_err(|e| self.engine(&e))? {
                report.faults.push(format!("source {} leads to no record", String::from_utf8_lossy(&source[1..])));
            }
        }
        Ok(())
    }
}

fn check_record(record: &Recommendation, key: &[u8], report: &mut VerifyReport) {
    report.records += 1;
    if keys::read_number(key) != Some(record.id.0) {
        report.faults.push(format!("record {} stands under another key", record.id));
    }
    if record.texts.is_empty() || record.sources.is_empty() {
        report.faults.push(format!("record {} has no text or no source", record.id));
    }
}
