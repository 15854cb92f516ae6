//! What happens when a record arrives that is known already.

use crate::domain::vocabulary::fold;
use crate::domain::{Provenance, Recommendation, Source, Tag};

/// A field in which a known record and an arriving one differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Reference of the record.
    pub reference: String,
    /// The field.
    pub field: &'static str,
    /// The value in the store.
    pub stored: String,
    /// The value that arrived.
    pub arrived: String,
    /// Whether the arriving value was taken over.
    pub taken: bool,
}

/// The known record with what the arriving one adds, and what differs.
///
/// Blank fields are filled and languages added. Where both have a value, the source that gave the
/// stored value may correct it (same identifier in the source); another source's value is listed
/// and not taken.
pub(super) fn merge(known: &mut Recommendation, arrived: Recommendation) -> Vec<Difference> {
    if arrived.sources.iter().all(|s| known.sources.iter().any(|k| same_place(k, s))) {
        return Vec::new();
    }
    let same_source = arrived
        .sources
        .iter()
        .any(|s| s.source_id.is_some() && known.sources.iter().any(|k| k.source_id == s.source_id));
    let mut differences = Vec::new();
    let reference = known.reference().to_string();
    let mut differ = |field, stored: String, arrived: String| {
        differences.push(Difference { reference: reference.clone(), field, stored, arrived, taken: same_source });
    };
    macro_rules! settle {
        ($field:ident) => {
            match (&known.$field, arrived.$field) {
                (None, Some(value)) => known.$field = Some(value),
                (Some(old), Some(new)) if *old != new => {
                    differ(stringify!($field), old.to_string(), new.to_string());
                    if same_source {
                        known.$field = Some(new);
                    }
                }
                _ => {}
            }
        };
    }
    settle!(symbol);
    settle!(paragraph);
    settle!(state);
    settle!(session);
    settle!(published);
    if known.position != arrived.position && arrived.position != Default::default() {
        let blank = known.position == Default::default();
        if !blank {
            differ("position", known.position.to_string(), arrived.position.to_string());
        }
        if blank || same_source {
            known.position = arrived.position;
        }
    }
    for (language, text) in arrived.texts {
        match known.texts.get_mut(&language) {
            None => {
                known.texts.insert(language, text);
            }
            // Quotes and full stops differ between exports of one text.
            Some(old) if fold(&old.clean) != fold(&text.clean) => {
                differ("text", old.clean.clone(), text.clean.clone());
                if same_source {
                    *old = text;
                }
            }
            Some(_) => {}
        }
    }
    if known.recommending_states.is_empty() {
        known.recommending_states = arrived.recommending_states;
    }
    merge_tags(&mut known.tags, arrived.tags);
    known.sources.extend(arrived.sources);
    differences
}

fn same_place(a: &Source, b: &Source) -> bool {
    a.file_hash == b.file_hash && a.place == b.place
}

fn merge_tags(known: &mut Vec<Tag>, arrived: Vec<Tag>) {
    for tag in arrived {
        let stands =
            known.iter().any(|t| t.kind == tag.kind && t.value == tag.value && t.provenance == Provenance::File);
        if !stands {
            known.push(tag);
        }
    }
}
