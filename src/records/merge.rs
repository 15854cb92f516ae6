//! What happens when a record arrives that is known already.

use super::arrival::Voice;
use super::difference::{Difference, RecordField};
use super::own_statement::OwnStatement;
use super::recommending_states::{add_states, is_part_of};
use crate::domain::vocabulary::fold;
use crate::domain::{Language, Position, Provenance, Recommendation, Source, Tag, Text, is_uuid};

/// The known record with what the arriving one adds, and what differs.
///
/// Blank fields are filled and languages added. Where both have a value, the only source of the
/// record may correct it (same identifier in the source, same language), and a final document the
/// drafts before it; what another source or another language edition says is kept with that source
/// and not taken.
pub(super) fn merge(known: &mut Recommendation, arrived: Recommendation, voice: Voice) -> Vec<Difference> {
    if arrived.sources.iter().all(|s| known.sources.iter().any(|k| same_place(k, s))) {
        return Vec::new();
    }
    let (before, after) = (OwnStatement::of(known), OwnStatement::of(&arrived));
    let mut merger = Merger::of(known, &arrived);
    let mut arrived = arrived;
    part_from_draft_numbers(known, &mut arrived);
    let is_whole = is_part_of(&known.recommending_states, &arrived.recommending_states);
    let mut sources = arrived.sources;
    merger.field(RecordField::Symbol, &mut known.symbol, arrived.symbol);
    merger.field(RecordField::Paragraph, &mut known.paragraph, arrived.paragraph);
    merger.field(RecordField::State, &mut known.state, arrived.state);
    merger.field(RecordField::Session, &mut known.session, arrived.session);
    merger.field(RecordField::Published, &mut known.published, arrived.published);
    merger.position(known, arrived.position, voice);
    // The words of the whole recommendation stand for the rows of its States.
    merger.takes |= is_whole && arrived.texts.keys().all(|l| known.texts.contains_key(l));
    arrived.texts.into_iter().for_each(|(language, text)| merger.text(known, language, text));
    add_states(&mut known.recommending_states, arrived.recommending_states);
    known.follow_up = known.follow_up.take().or(arrived.follow_up);
    // A second source without doubt settles the doubt of the first.
    if arrived.doubts.is_empty() {
        known.doubts.clear();
    }
    merge_tags(&mut known.tags, arrived.tags);
    let now = OwnStatement::of(known);
    before.keep_with(&mut known.sources, &now);
    after.keep_with(&mut sources, &now);
    known.sources.extend(sources);
    merger.differences
}

/// The number of a draft is none of the final document: where the other source names the document and
/// no number, there is none.
fn part_from_draft_numbers(a: &mut Recommendation, b: &mut Recommendation) {
    let is_draft = |record: &Recommendation| record.sources.iter().all(|source| source.says.is_draft);
    let names_final =
        |record: &Recommendation| !is_draft(record) && record.symbol.is_some() && record.paragraph.is_none();
    if is_draft(a) && names_final(b) {
        a.paragraph = None;
    } else if is_draft(b) && names_final(a) {
        b.paragraph = None;
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
    fn of(known: &Recommendation, arrived: &Recommendation) -> Self {
        // Where another source has spoken too, the stored value may be its own.
        let is_only_source = |source: &Source| known.sources.iter().all(|k| is_same_item(k, source));
        let same_languages = arrived.texts.keys().all(|l| known.texts.contains_key(l));
        let is_final =
            known.sources.iter().all(|s| s.says.is_draft) && arrived.sources.iter().all(|s| !s.says.is_draft);
        let corrects = arrived.sources.iter().any(is_only_source) || is_final;
        Self { reference: known.called(), takes: corrects && same_languages, differences: Vec::new() }
    }

    /// A field on which the two differ; whether the arriving value is taken is the merger's rule.
    fn differs(&self, field: RecordField, stored: &impl ToString, arrived: &impl ToString) -> Difference {
        let (stored, arrived) = (stored.to_string(), arrived.to_string());
        Difference { reference: self.reference.clone(), field, stored, arrived, taken: self.takes }
    }

    fn field<T: PartialEq + ToString>(&mut self, field: RecordField, stored: &mut Option<T>, arrived: Option<T>) {
        match (stored.as_ref(), arrived) {
            (None, Some(value)) => *stored = Some(value),
            (Some(old), Some(new)) if *old != new => {
                self.differences.push(self.differs(field, old, &new));
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
        // What the State itself says is told even where nothing was known.
        if known.position != Position::None || voice == Voice::State {
            let differs = self.differs(RecordField::Position, &known.position, &arrived);
            self.differences.push(Difference { taken, ..differs });
        }
        if taken {
            known.position = arrived;
        }
    }

    /// Quotes and full stops differ between exports of one text; that is no difference.
    fn text(&mut self, known: &mut Recommendation, language: Language, arrived: Text) {
        match known.texts.get_mut(&language) {
            None => _ = known.texts.insert(language, arrived),
            Some(stored) if stored.clean != arrived.clean && fold(&stored.clean) != fold(&arrived.clean) => {
                self.differences.push(self.differs(RecordField::Text, &stored.clean, &arrived.clean));
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
    is_uuid(id) || a.file == b.file
}

fn same_place(a: &Source, b: &Source) -> bool {
    a.file_hash == b.file_hash && a.place == b.place
}

/// Adds the tags that no file has stated of the record yet, and puts all in order.
pub(super) fn merge_tags(known: &mut Vec<Tag>, arrived: Vec<Tag>) {
    for tag in arrived {
        let stands =
            known.iter().any(|t| t.kind == tag.kind && t.value == tag.value && t.provenance == Provenance::File);
        if !stands {
            known.push(tag);
        }
    }
    sort_tags(known);
}

/// Puts the tags of a record of several sources in one order, whichever source came first.
pub(super) fn sort_tags(tags: &mut [Tag]) {
    tags.sort_by(|a, b| (a.kind, &a.value, a.provenance).cmp(&(b.kind, &b.value, b.provenance)));
}
