//! What single sources say otherwise than the record that they are part of.

use crate::domain::vocabulary::fold;
use crate::domain::{
    HeldField, Holds, Language, Paragraph, Provenance, Recommendation, Source, StateCode, Tag, TagValue,
};

/// What a source may say otherwise than the record: number, words, recommending States; and what of the
/// record it holds.
pub(super) struct OwnStatement {
    paragraph: Option<Paragraph>,
    texts: Vec<(Language, String)>,
    states: Vec<StateCode>,
    holds: Holds,
}

impl OwnStatement {
    /// What a record says as long as it has no other sources.
    pub(super) fn of(record: &Recommendation) -> Self {
        Self {
            paragraph: record.paragraph.clone(),
            texts: record.texts.iter().map(|(language, text)| (*language, text.clean.clone())).collect(),
            states: record.recommending_states.clone(),
            holds: holds_of(record),
        }
    }

    /// Keeps with sources what they say otherwise than the record does now; what is kept already was
    /// said by the source itself and stays.
    pub(super) fn keep_with(&self, sources: &mut [Source], now: &Self) {
        let paragraph = self.paragraph.clone().filter(|p| now.paragraph.as_ref() != Some(p));
        let differs = |(language, words): &&(Language, String)| {
            now.texts.iter().any(|(l, w)| l == language && w != words && fold(w) != fold(words))
        };
        let wording = self.texts.iter().find(differs).map(|(_, words)| words.clone());
        let same = self.states.len() == now.states.len() && self.states.iter().all(|s| now.states.contains(s));
        for source in sources {
            let says = &mut source.says;
            says.paragraph = says.paragraph.take().or_else(|| paragraph.clone());
            says.wording = says.wording.take().or_else(|| wording.clone());
            if says.recommending_states.is_empty() && !same {
                says.recommending_states.clone_from(&self.states);
            }
            if says.holds.is_none() && self.holds != now.holds {
                says.holds = Some(self.holds.clone());
            }
        }
    }
}

/// All that a record holds.
fn holds_of(record: &Recommendation) -> Holds {
    let stated = record.tags.iter().filter(|tag| tag.provenance == Provenance::File);
    let mut tags: Vec<TagValue> = stated.map(Tag::tag_value).collect();
    tags.sort();
    let filled = [
        (HeldField::Symbol, record.symbol.is_some()),
        (HeldField::Paragraph, record.paragraph.is_some()),
        (HeldField::State, record.state.is_some()),
        (HeldField::RecommendingStates, !record.recommending_states.is_empty()),
        (HeldField::Session, record.session.is_some()),
        (HeldField::Published, record.published.is_some()),
        (HeldField::FollowUp, record.follow_up.is_some()),
    ];
    let fields = filled.into_iter().filter(|(_, is_filled)| *is_filled).map(|(field, _)| field).collect();
    Holds { languages: record.texts.keys().copied().collect(), tags, fields }
}
