//! Checking a store from end to end.

use super::codec::decode;
use super::damage::VerifyFault;
use super::import::ImportProgress;
use super::value_kind::ValueKind;
use super::{Store, StoreError, keys};
use crate::domain::{Coded, Recommendation, RecordId};

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Records that could be read.
    pub records: u64,
    /// Events that could be read.
    pub events: u64,
    /// Decisions that could be read.
    pub decisions: u64,
    /// What is wrong; empty for a sound store.
    pub faults: Vec<Coded>,
}

impl VerifyReport {
    fn fault(&mut self, fault: VerifyFault) {
        self.faults.push(Coded::from(&fault));
    }
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
            match decode::<Recommendation>(ValueKind::Record, &bytes) {
                Ok(record) => check_record(&record, &key, &mut report),
                Err(error) => report.fault(VerifyFault::Unreadable {
                    record: keys::read_number(&key).map_or_else(String::new, |number| RecordId(number).to_string()),
                    reason: Coded::from(&error),
                }),
            }
        }
        self.check_pointers(&mut report)?;
        report.events = count(ValueKind::Event, self.events(), &mut report)?;
        report.decisions = count(ValueKind::Decision, self.decisions(), &mut report)?;
        count(ValueKind::Placements, self.placements(), &mut report)?;
        count(ValueKind::Cluster, self.clusters().map(|kept| kept.clusters), &mut report)?;
        count(ValueKind::Import, self.values::<ImportProgress>(&self.imports, ValueKind::Import), &mut report)?;
        let (counted, noted) = (report.records, self.record_count()?);
        if counted != noted {
            report.fault(VerifyFault::RecordCount { counted, noted });
        }
        let (counted, noted) = (report.events, self.event_count()?);
        if counted != noted {
            report.fault(VerifyFault::EventCount { counted, noted });
        }
        Ok(report)
    }

    fn check_pointers(&self, report: &mut VerifyReport) -> Result<(), StoreError> {
        for entry in &self.sources {
            let (source, id) = entry.map_err(|e| self.engine(&e))?;
            if !self.records.contains_key(&id).map_err(|e| self.engine(&e))? {
                let source = String::from_utf8_lossy(source.get(1..).unwrap_or_default()).into_owned();
                report.fault(VerifyFault::LostSource { source });
            }
        }
        Ok(())
    }
}

/// How many there are of a part; one that cannot be decoded is a fault.
fn count<T>(part: ValueKind, read: Result<Vec<T>, StoreError>, report: &mut VerifyReport) -> Result<u64, StoreError> {
    match read {
        Ok(all) => Ok(all.len() as u64),
        Err(error @ StoreError::Codec { .. }) => {
            report.fault(VerifyFault::UnreadablePart { part: Coded::from(&part), reason: Coded::from(&error) });
            Ok(0)
        }
        Err(error) => Err(error),
    }
}

fn check_record(record: &Recommendation, key: &[u8], report: &mut VerifyReport) {
    report.records += 1;
    if keys::read_number(key) != Some(record.id.0) {
        report.fault(VerifyFault::WrongKey { record: record.id.to_string() });
    }
    if record.texts.is_empty() || record.sources.is_empty() {
        report.fault(VerifyFault::Empty { record: record.id.to_string() });
    }
}
