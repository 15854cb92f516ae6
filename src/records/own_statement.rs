//! What single sources say otherwise than the record that they are part of.

use crate::domain::vocabulary::fold;
use crate::domain::{Language, Paragraph, Recommendation, Source, StateCode};

/// What a source may say otherwise than the record: number, words, recommending States.
pub(super) struct OwnStatement {
    paragraph: Option<Paragraph>,
    texts: Vec<(Language, String)>,
    states: Vec<StateCode>,
}

impl OwnStatement {
    /// What a record says as long as it has no other sources.
    pub(super) fn of(record: &Recommendation) -> Self {
        Self {
            paragraph: record.paragraph.clone(),
            texts: record.texts.iter().map(|(language, text)| (*language, text.clean.clone())).collect(),
            states: record.recommending_states.clone(),
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
        }
    }
}
