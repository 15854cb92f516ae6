//! Two numbers of one report with the same words and States are two recommendations.
//!
//! The identifier of a record comes from its words, so both would have the same: the one with the lowest
//! number keeps it, whatever the order of the file, and the others take one that says their number. Twins that
//! come in several files are told apart where rows meet known records.

use std::collections::{BTreeMap, BTreeSet};

use super::items::SourceItem;
use crate::domain::{Paragraph, Recommendation, RecordId};

/// What two rows must share to be twins: identifier and symbol of the document.
type Twin = (RecordId, String);

/// Gives twins identifiers of their own.
pub(super) fn tell_apart(items: &mut [SourceItem]) {
    let mut numbers: BTreeMap<Twin, BTreeSet<Paragraph>> = BTreeMap::new();
    for record in items.iter().filter_map(record) {
        if let Some(number) = number(record) {
            numbers.entry(words(record)).or_default().insert(number.clone());
        }
    }
    numbers.retain(|_, numbers| numbers.len() > 1);
    for item in items {
        let SourceItem::Record { record, .. } = item else { continue };
        let first = numbers.get(&words(record)).and_then(BTreeSet::first);
        if let (Some(first), Some(number)) = (first, number(record))
            && first != number
        {
            record.id = record.id.apart(number);
        }
    }
}

fn record(item: &SourceItem) -> Option<&Recommendation> {
    match item {
        SourceItem::Record { record, .. } => Some(&**record),
        _ => None,
    }
}

fn words(record: &Recommendation) -> Twin {
    (record.id, record.symbol.as_ref().map(ToString::to_string).unwrap_or_default())
}

/// The number of a row, where it is one of a report.
fn number(record: &Recommendation) -> Option<&Paragraph> {
    record.paragraph.as_ref().filter(|paragraph| paragraph.is_of_report())
}
