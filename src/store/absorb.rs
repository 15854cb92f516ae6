//! Records that turn out to be one: decisions on them go over to the one that stays.

use std::collections::{BTreeMap, BTreeSet};

use super::codec::encode;
use super::{Store, StoreError};
use crate::domain::{RecordId, Ruling, Subject};

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
        let taken: BTreeSet<&Subject> = all.iter().map(|(subject, _)| subject).collect();
        for (subject, ruling) in &all {
            let Some(next) = moved_subject(subject, absorbed) else { continue };
            moved.push((encode("a subject", subject)?, None));
            if let Some(next) = next.filter(|next| !taken.contains(next)) {
                let value: (&Subject, &Ruling) = (&next, ruling);
                moved.push((encode("a subject", &next)?, Some(encode("a decision", &value)?)));
            }
        }
        Ok(moved)
    }
}

/// The subject with absorbed records replaced: `None` where it names none, `Some(None)` where nothing
/// is left to decide.
pub(super) fn moved_subject(subject: &Subject, absorbed: &BTreeMap<RecordId, RecordId>) -> Option<Option<Subject>> {
    let next = |id: &RecordId| {
        let mut id = *id;
        // A record that absorbed one may itself have become part of another.
        while let Some(into) = absorbed.get(&id) {
            id = *into;
        }
        id
    };
    let is_hit = subject.records().iter().any(|id| absorbed.contains_key(id));
    is_hit.then(|| match subject {
        Subject::Pair(a, b) => {
            let (a, b) = (next(a), next(b));
            (a != b).then(|| Subject::Pair(a.min(b), a.max(b)))
        }
        Subject::Tag(id, kind, value) => Some(Subject::Tag(next(id), *kind, value.clone())),
        Subject::Placement(id) => Some(Subject::Placement(next(id))),
        Subject::Position(id) => Some(Subject::Position(next(id))),
        Subject::Wording(id, language) => Some(Subject::Wording(next(id), *language)),
        Subject::Title(_) | Subject::Lock(_) => Some(subject.clone()),
    })
}
