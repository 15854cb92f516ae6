//! The version of the data: a fingerprint of all that is counted, as it holds.
//!
//! It hangs on what records say and not on the order in which rows or files came, so that two workspaces of the
//! same data have the same.

use rayon::prelude::*;

use crate::domain::{Fingerprint, SettledRecord};

/// What parts one field from the next.
const END: u8 = 0x1f;
/// Bytes that most records come to.
const ROOM: usize = 1024;

/// The fingerprint of records in the order of their identifiers, sixteen hexadecimal digits.
#[must_use]
pub fn data_version(settled: &[SettledRecord]) -> String {
    let prints: Vec<[u8; 8]> = settled.par_iter().map(|record| of_record(record).0.to_be_bytes()).collect();
    Fingerprint::of(prints.as_flattened()).to_string()
}

fn of_record(settled: &SettledRecord) -> Fingerprint {
    let record = &settled.record;
    // Put together first: many small parts are hashed much more slowly than one.
    let mut all: Vec<u8> = Vec::with_capacity(ROOM);
    let mut put = |part: &str| {
        all.extend(part.as_bytes());
        all.push(END);
    };
    put(&record.id.to_string());
    put(&settled.reference);
    put(record.kind.code());
    put(record.body.code());
    put(record.position.code());
    if record.history.is_some() {
        put(record.position_at_review().code());
    }
    record.state.iter().chain(&record.recommending_states).for_each(|state| put(state.as_str()));
    record.unknown_states.iter().chain(&record.unknown_state).for_each(|name| put(name));
    record.published.iter().for_each(|date| put(&date.to_string()));
    record.texts.iter().for_each(|(language, text)| {
        put(language.code());
        put(&text.raw);
    });
    let mut said: Vec<[&str; 3]> = record.sources.iter().map(said_by).collect();
    said.sort_unstable();
    said.iter().flatten().for_each(|part| put(part));
    for values in [&settled.issues, &settled.themes, &settled.groups, &settled.sdg_targets] {
        put("");
        values.iter().for_each(|value| put(value));
    }
    put("");
    settled.support.iter().chain(settled.lead.iter().map(|lead| &lead.link)).for_each(|link| put(&link.value()));
    settled.action.iter().chain(&settled.topic).for_each(|value| put(value));
    settled.cluster.iter().for_each(|number| put(&number.to_string()));
    Fingerprint::of(&all)
}

/// What a source says of its own, but for where it stands.
fn said_by(source: &crate::domain::Source) -> [&str; 3] {
    let position = source.says.position.map_or("", |position| position.code());
    [source.source_id.as_deref().unwrap_or_default(), position, source.says.comment.as_deref().unwrap_or_default()]
}
