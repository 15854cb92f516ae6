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

/// Whose word the arriving record is on the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// One source among others: what it says against the stored position is listed and not taken.
    Source,
    /// The State itself, in its addendum: taken over, and journalled.
    State,
}

/// The known record with what the arriving one adds, and what differs.
///
/// Blank fields are filled and languages added. Where both have a value, the only source of the
/// record may correct it (same identifier in the source, same language), and a final document the
/// drafts before it; what another source or another language edition says is kept with that source
/// and not taken.
pub(super) fn merge(known: &mut Recommendation, mut arrived: Recommendation, voice: Voice) -> Vec<Difference> {
    if arrived.sources.iter().all(|s| known.sources.iter().any(|k| same_place(k, s))) {
        return Vec::new();
    }
    // Where another source has spoken too, the stored value may be its own.
    let is_only_source = |source: &Source| known.sources.iter().all(|k| is_same_item(k, source));
    let same_languages = arrived.texts.keys().all(|l| known.texts.contains_key(l));
    let is_final = known.sources.iter().all(|s| s.says.is_draft) && arrived.sources.iter().all(|s| !s.says.is_draft);
    let corrects = arrived.sources.iter().any(is_only_source) || is_final;
    let mut merger =
        Merger { reference: known.reference().to_string(), takes: corrects && same_languages, differences: Vec::new() };
    let is_whole = is_whole_of(known, &arrived);
    note_what_differs(known, &mut arrived);
    merger.field("symbol", &mut known.symbol, arrived.symbol);
    merger.field("paragraph", &mut known.paragraph, arrived.paragraph);
    merger.field("state", &mut known.state, arrived.state);
    merger.field("session", &mut known.session, arrived.session);
    merger.field("published", &mut known.published, arrived.published);
    merger.position(known, arrived.position, voice);
    let of_texts = merger.takes;
    merger.takes |= is_whole && same_languages;
    arrived.texts.into_iter().for_each(|(language, text)| merger.text(known, language, text));
    merger.takes = of_texts;
    arrived.recommending_states.into_iter().for_each(|state| {
        if !known.recommending_states.contains(&state) {
            known.recommending_states.push(state);
        }
    });
    known.follow_up = known.follow_up.take().or(arrived.follow_up);
    // A second source without doubt settles the doubt of the first.
    if arrived.doubts.is_empty() {
        known.doubts.clear();
    }
    merge_tags(&mut known.tags, arrived.tags);
    known.sources.extend(arrived.sources);
    merger.differences
}

/// Whether the arriving record is the recommendation of several States, of which the known one holds
/// the row of one: then its words are the whole.
fn is_whole_of(known: &Recommendation, arrived: &Recommendation) -> bool {
    let (part, whole) = (&known.recommending_states, &arrived.recommending_states);
    !part.is_empty() && part.len() < whole.len() && part.iter().all(|state| whole.contains(state))
}

/// The known record with the sources of another that turned out to be the same recommendation.
pub(super) fn absorb(known: &mut Recommendation, mut other: Recommendation) {
    if let Some(words) =
        other.texts.iter().find(|(l, t)| known.texts.get(l).is_some_and(|k| fold(&k.clean) != fold(&t.clean)))
    {
        keep_wording(&mut other.sources, &words.1.clean.clone());
    }
    for (language, text) in other.texts {
        known.texts.entry(language).or_insert(text);
    }
    for state in other.recommending_states {
        if !known.recommending_states.contains(&state) {
            known.recommending_states.push(state);
        }
    }
    if other.position.refines(known.position) {
        known.position = other.position;
    }
    known.paragraph = known.paragraph.take().or(other.paragraph);
    known.symbol = known.symbol.take().or(other.symbol);
    merge_tags(&mut known.tags, other.tags);
    known.sources.extend(other.sources);
}

/// Keeps with the arriving sources what they say otherwise than the record.
fn note_what_differs(known: &Recommendation, arrived: &mut Recommendation) {
    let wording = arrived.texts.iter().find_map(|(language, text)| {
        known.texts.get(language).filter(|k| fold(&k.clean) != fold(&text.clean)).map(|_| text.clean.clone())
    });
    let paragraph = arrived.paragraph.clone().filter(|p| known.paragraph.as_ref().is_some_and(|k| k != p));
    let differs = |a: &[_], b: &[_]| a.len() != b.len() || a.iter().any(|state| !b.contains(state));
    let states = &arrived.recommending_states;
    let states = if differs(states, &known.recommending_states) { states.clone() } else { Vec::new() };
    for source in &mut arrived.sources {
        source.says.wording.clone_from(&wording);
        source.says.paragraph.clone_from(&paragraph);
        source.says.recommending_states.clone_from(&states);
    }
}

/// Keeps the words of sources before the words of the record become others.
fn keep_wording(sources: &mut [Source], before: &str) {
    for source in sources.iter_mut().filter(|source| source.says.wording.is_none()) {
        source.says.wording = Some(before.to_owned());
    }
}

/// Merges field by field and keeps what differs.
struct Merger {
    reference: String,
    /// Whether arriving values replace stored ones.
    takes: bool,
    differences: Vec<Difference>,
}

impl Merger {
    fn differ(&mut self, field: &'static str, stored: &impl ToString, arrived: &impl ToString, taken: bool) {
        self.differences.push(Difference {
            reference: self.reference.clone(),
            field,
            stored: stored.to_string(),
            arrived: arrived.to_string(),
            taken,
        });
    }

    fn field<T: PartialEq + ToString>(&mut self, name: &'static str, stored: &mut Option<T>, arrived: Option<T>) {
        match (stored.as_ref(), arrived) {
            (None, Some(value)) => *stored = Some(value),
            (Some(old), Some(new)) if *old != new => {
                self.differ(name, old, &new, self.takes);
                if self.takes {
                    *stored = Some(new);
                }
            }
            _ => {}
        }
    }

    /// A finer position that agrees is taken; one that does not agree only from the State itself or
    /// from the only source.
    fn position(&mut self, known: &mut Recommendation, arrived: Position, voice: Voice) {
        let refines = arrived.refines(known.position);
        if known.position == arrived || (known.position.agrees_with(arrived) && !refines) {
            return;
        }
        let taken = refines || self.takes || voice == Voice::State;
        if known.position != Position::None {
            self.differ("position", &known.position, &arrived, taken);
        }
        if taken {
            known.position = arrived;
        }
    }

    /// Quotes and full stops differ between exports of one text; that is no difference.
    fn text(&mut self, known: &mut Recommendation, language: Language, arrived: Text) {
        match known.texts.get_mut(&language) {
            None => _ = known.texts.insert(language, arrived),
            Some(stored) if fold(&stored.clean) != fold(&arrived.clean) => {
                self.differ("text", &stored.clean, &arrived.clean, self.takes);
                if self.takes {
                    let before = std::mem::replace(stored, arrived);
                    keep_wording(&mut known.sources, &before.clean);
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
