//! What a new view takes over from the one before it: a decision changes a few records, and the others need not be
//! settled again.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::Refusal;
use super::settling::TagSource;
use super::state_view::View;
use crate::domain::{RecordId, SettledRecord};

impl View {
    /// This view with the asks and relations of an earlier one, where nothing that they hang on has changed since.
    #[must_use]
    pub fn with_asks_of(mut self, earlier: &Self) -> Self {
        if Arc::ptr_eq(&self.analysis, &earlier.analysis) && self.decisions.pairs == earlier.decisions.pairs {
            self.asks = Arc::clone(&earlier.asks);
            self.ask_of = Arc::clone(&earlier.ask_of);
            // What two records of the same words are to each other hangs on what the State said of each.
            if self.decisions.positions == earlier.decisions.positions {
                self.relations = Arc::clone(&earlier.relations);
            }
        }
        self
    }

    /// This view with the records that an earlier one has settled, as far as nothing was decided on them since; only for
    /// a view of the same records.
    #[must_use]
    pub fn with_settled_of(mut self, earlier: Arc<Self>) -> Self {
        if !Arc::ptr_eq(&self.analysis, &earlier.analysis) {
            return self;
        }
        let differing = self.decisions.differing(&earlier.decisions);
        let pairs_differ = self.decisions.pairs != earlier.decisions.pairs;
        // A title or a lock changes no record: both views share them, those too that are being settled now.
        if differing.is_empty() && !pairs_differ {
            self.settled = Arc::clone(&earlier.settled);
            return self;
        }
        let Some(kept) = earlier.settled.get().cloned() else { return self };
        // Where nobody looks at the earlier one any more, its records are changed in their place.
        drop(earlier);
        // What cannot be read now is read when somebody asks.
        if let Ok(made) = self.settled_anew(kept, &differing, pairs_differ) {
            _ = self.settled.set(made);
        }
        self
    }

    fn settled_anew(
        &self,
        mut all: Arc<Vec<SettledRecord>>,
        differing: &BTreeSet<RecordId>,
        pairs_differ: bool,
    ) -> Result<Arc<Vec<SettledRecord>>, Refusal> {
        let asks = self.ask_of()?;
        let kept = Arc::make_mut(&mut all);
        if pairs_differ {
            kept.par_iter_mut().for_each(|own| own.ask = asks.get(&own.record.id).copied().unwrap_or(own.record.id));
        }
        for id in differing {
            let Ok(at) = kept.binary_search_by_key(id, |own| own.record.id) else { continue };
            if let Some(record) = self.shelves.record(*id)? {
                let (tags, ask) = (self.shelves.tags(*id)?, asks.get(id).copied().unwrap_or(*id));
                kept[at] = self.settle(record, &tags, ask, TagSource::Final);
            }
        }
        Ok(all)
    }
}
