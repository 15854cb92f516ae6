//! The records that one command is about: those that are named, and those of a cluster.

use std::collections::BTreeSet;

use crate::domain::{ClusterNumber, Language, SettledRecord};
use crate::view::{Noun, Refusal, View};

/// The records of names, then those of a cluster, each once.
///
/// # Errors
/// When a name fits no record or several, when there is no such cluster, and when nothing is named.
pub(super) fn named_records(
    view: &View,
    names: &[String],
    cluster: Option<ClusterNumber>,
) -> Result<Vec<SettledRecord>, Refusal> {
    let mut all: Vec<SettledRecord> = names.iter().map(|name| view.find_one(name)).collect::<Result<_, _>>()?;
    // Members are the same in every language.
    let members = cluster.map(|number| view.cluster(number, Language::En)).transpose()?;
    for id in members.into_iter().flat_map(|cluster| &cluster.members) {
        all.extend(view.record(*id)?);
    }
    let mut seen = BTreeSet::new();
    all.retain(|settled| seen.insert(settled.record.id));
    if all.is_empty() { Err(Refusal::unknown(Noun::Record, "")) } else { Ok(all) }
}
