//! What becomes of a known record that turns out to be part of another.

use super::merge::merge_tags;
use super::own_statement::OwnStatement;
use super::recommending_states::add_states;
use crate::domain::{Position, Recommendation};

/// The known record with the sources of another that turned out to be the same recommendation.
pub(super) fn absorb(known: &mut Recommendation, other: Recommendation) {
    let (before, after) = (OwnStatement::of(known), OwnStatement::of(&other));
    for (language, text) in other.texts {
        known.texts.entry(language).or_insert(text);
    }
    add_states(&mut known.recommending_states, other.recommending_states);
    if other.position.refines(known.position) {
        known.position = other.position;
    }
    known.paragraph = known.paragraph.take().or(other.paragraph);
    known.symbol = known.symbol.take().or(other.symbol);
    known.published = known.published.or(other.published);
    known.follow_up = known.follow_up.take().or(other.follow_up);
    merge_tags(&mut known.tags, other.tags);
    let now = OwnStatement::of(known);
    let mut sources = other.sources;
    sources
        .iter_mut()
        .filter(|source| source.says.position.is_none() && other.position != Position::None)
        .for_each(|source| source.says.position = Some(other.position));
    before.keep_with(&mut known.sources, &now);
    after.keep_with(&mut sources, &now);
    known.sources.extend(sources);
}
