//! What happens when a record arrives that is known already.

use crate::domain::vocabulary::fold;
use crate::domain::{Language, Position, Provenance, Recommendation, Source, Tag, Text};

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
/// Blank fields are filled and languages added. Where both have a value, the only source of the
/// record may correct it (same identifier in the source, same language); what another source or
/// another language edition says is listed and not taken.
pub(super) fn merge(known: &mut Recommendation, arrived: Recommendation) -> Vec<Difference> {
    if arrived.sources.iter().all(|s| known.sources.iter().any(|k| same_place(k, s))) {
        return Vec::new();
    }
    // Where another source has spoken too, the stored value may be its own.
    let is_only_source = |source: &Source| known.sources.iter().all(|k| is_same_item(k, source));
    let mut merger = Merger {
        reference: known.reference().to_string(),
        takes: arrived.sources.iter().any(is_only_source) && arrived.texts.keys().all(|l| known.texts.contains_key(l)),
        differences: Vec::new(),
    };
    merger.field("symbol", &mut known.symbol, arrived.symbol);
    merger.field("paragraph", &mut known.paragraph, arrived.paragraph);
    merger.field("state", &mut known.state, arrived.state);
    merger.field("session", &mut known.session, arrived.session);
    merger.field("published", &mut known.published, arrived.published);
    merger.position(known, arrived.position);
    arrived.texts.into_iter().for_each(|(language, text)| merger.text(known, language, text));
    if known.recommending_states.is_empty() {
        known.recommending_states = arrived.recommending_states;
    }
    merge_tags(&mut known.tags, arrived.tags);
    known.sources.extend(arrived.sources);
    merger.differences
}

/// Merges field by field and keeps what differs.
struct Merger {
    reference: String,
    /// Whether arriving values replace stored ones.
    takes: bool,
    differences: Vec<Difference>,
}

impl Merger {
    fn differ(&mut self, field: &'static str, stored: &impl ToString, arrived: &impl ToString) {
        self.differences.push(Difference {
            reference: self.reference.clone(),
            field,
            stored: stored.to_string(),
            arrived: arrived.to_string(),
            taken: self.takes,
        });
    }

    fn field<T: PartialEq + ToString>(&mut self, name: &'static str, stored: &mut Option<T>, arrived: Option<T>) {
        match (stored.as_ref(), arrived) {
            (None, Some(value)) => *stored = Some(value),
            (Some(old), Some(new)) if *old != new => {
                self.differ(name, old, &new);
                if self.takes {
                    *stored = Some(new);
                }
            }
            _ => {}
        }
    }

    fn position(&mut self, known: &mut Recommendation, arrived: Position) {
        if known.position == arrived || arrived == Position::None {
            return;
        }
        let is_blank = known.position == Position::None;
        if !is_blank {
            self.differ("position", &known.position, &arrived);
        }
        if is_blank || self.takes {
            known.position = arrived;
        }
    }

    /// Quotes and full stops differ between exports of one text; that is no difference.
    fn text(&mut self, known: &mut Recommendation, language: Language, arrived: Text) {
        match known.texts.get_mut(&language) {
            None => _ = known.texts.insert(language, arrived),
            Some(stored) if fold(&stored.clean) != fold(&arrived.clean) => {
                self.differ("text", &stored.clean, &arrived.clean);
                if self.takes {
                    *stored = arrived;
                }
            }
            Some(_) => {}
        }
    }
}

/// The same item of the same source: a UUID, or the same running number in a file of the same name.
fn is_same_item(a: &Source, b: &Source) -> bool {
    let Some(id) = a.source_id.as_deref().filter(|_| a.source_id == b.source_id) else { return false };
    super::import::is_global(id) || a.file == b.file
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
