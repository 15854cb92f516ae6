//! Records that turn out to be one: decisions on them go over to the one that stays.

use std::collections::{BTreeMap, BTreeSet};

use super::codec::encode;
use super::value_kind::ValueKind;
use super::{Store, StoreError};
use crate::domain::{RecordId, Subject};

/// A decision by its key: the value to write, or none to remove it.
pub(super) type KeyedDecision = (Vec<u8>, Option<Vec<u8>>);

impl Store {
    /// Decisions about absorbed records, under the records they have become part of.
    pub(super) fn moved_decisions(
        &self,
        absorbed: &BTreeMap<RecordId, RecordId>,
    ) -> Result<Vec<KeyedDecision>, StoreError> {
        let mut moved = Vec::new();
        if absorbed.is_empty() {
            return Ok(moved);
        }
        let all = self.decisions()?;
        let taken: BTreeSet<Subject> = all.iter().map(|decision| decision.subject()).collect();
        for decision in &all {
            let subject = decision.subject();
            if !subject.records().iter().any(|id| absorbed.contains_key(id)) {
                continue;
            }
            moved.push((encode(ValueKind::Subject, &subject)?, None));
            let next = decision.with_records(|id| last(id, absorbed));
            if let Some(next) = next.filter(|next| !taken.contains(&next.subject())) {
                let key = encode(ValueKind::Subject, &next.subject())?;
                moved.push((key, Some(encode(ValueKind::Decision, &next)?)));
            }
        }
        Ok(moved)
    }
}

/// A record that absorbed one may itself have become part of another in the same batch.
fn last(id: RecordId, absorbed: &BTreeMap<RecordId, RecordId>) -> RecordId {
    let mut id = id;
    while let Some(into) = absorbed.get(&id) {
        id = *into;
    }
    id
}
