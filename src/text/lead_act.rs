//! The act that an ask begins with, and what it is done to: by these one ask contradicts another.
//!
//! [`opposites`](super::opposites) tells which asks can never be one and is wide: to repeal what allows a thing and
//! to ban the thing are opposed there, and only somebody who reads them sees that they want the same. Here an act
//! counts only where the ask begins with it, and two contradict each other only where their acts are done to the
//! same thing, word for word. Texts in Chinese, which has no blanks between words, have no such act.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::boilerplate;
use super::opposites::{BOOK, Polarity, RowKind, Side, denials, first_stem, first_stems, opening, side, taken};
use super::phrases::Hit;
use crate::domain::vocabulary::fold;
use crate::domain::{Language, Message, Values};

/// Characters of a text that are looked at: what stands behind them is no act to begin with.
const LOOKED_AT: usize = 300;
/// Words of what an act is done to that are compared.
const OBJECT_WORDS: usize = 2;

/// An act, asked for or refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenAct {
    /// The act, in English words.
    pub act: String,
    /// Whether it is refused: not to lower.
    pub is_denied: bool,
}

impl Message for TakenAct {
    fn code(&self) -> &'static str {
        "taken-act"
    }

    fn values(&self) -> Values {
        let denied = if self.is_denied { "yes" } else { "no" };
        Values::from_iter([("act".to_owned(), self.act.as_str().into()), ("denied".to_owned(), denied.into())])
    }
}

/// The act that an ask begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadAct {
    side: Side,
    /// Stems of the first words behind it; at least one.
    object: Vec<String>,
}

impl LeadAct {
    /// The act that a text begins with, without number and recommending States; `None` where it begins with none
    /// that has an opposite.
    #[must_use]
    pub fn of(text: &str, language: Language) -> Option<Self> {
        if language == Language::Zh {
            return None;
        }
        let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
        let core = boilerplate::strip(&fold(&text[..end]), language);
        let core = opening(&core, language);
        let hit = first_act(core, language)?;
        let denied = denials(core, language);
        let denial = denied.iter().rev().find(|denial| denial.end <= hit.start);
        let before = denial.map_or(hit.start, |denial| denial.start);
        let between = denial.map_or(hit.start, |denial| denial.end);
        let is_first =
            [&core[..before], &core[between..hit.start]].iter().all(|part| first_stem(part, language).is_none());
        let object = first_stems(&core[hit.end..], language, OBJECT_WORDS);
        (is_first && !object.is_empty()).then(|| Self { side: side(&hit, &denied, core, language), object })
    }

    /// What the act is.
    #[must_use]
    pub fn act(&self) -> TakenAct {
        let act = BOOK.rows[usize::from(self.side.row)].act.clone();
        TakenAct { act, is_denied: self.side.polarity == Polarity::Denied }
    }

    /// What two acts must share to contradict each other: the set of acts, and the stem of what they are done to.
    #[must_use]
    pub fn matter(&self) -> (u8, &str) {
        (self.side.set, self.object.first().map_or("", String::as_str))
    }

    /// Whether one act undoes the other: another act of the set is asked for, or the same refused.
    #[must_use]
    pub fn contradicts(&self, other: &Self) -> bool {
        let (one, two) = (self.side, other.side);
        let undoes = if one.row == two.row {
            one.polarity != two.polarity
        } else {
            one.polarity == Polarity::Asked && two.polarity == Polarity::Asked
        };
        one.set == two.set && undoes && self.object.iter().zip(&other.object).all(|(one, other)| one == other)
    }
}

/// The first act of a text that has an opposite; the longest of those that begin there.
fn first_act(text: &str, language: Language) -> Option<Hit> {
    let acts = taken(text, language)
        .into_iter()
        .flatten()
        .filter(|hit| matches!(BOOK.rows[hit.value].kind, RowKind::Act | RowKind::Turn));
    acts.min_by_key(|hit| (hit.start, Reverse(hit.end)))
}

#[cfg(test)]
mod tests {
    use super::LeadAct;
    use crate::domain::Language;

    fn contradict(one: &str, other: &str) -> bool {
        let act = |text: &str| LeadAct::of(text, Language::En);
        act(one).zip(act(other)).is_some_and(|(one, other)| one.contradicts(&other) && other.contradicts(&one))
    }

    #[test]
    fn opposite_acts_on_one_thing_contradict_each_other() {
        for (one, other) in [
            ("Raise the tax on tobacco", "Lower the tax on tobacco"),
            ("Do not lower the voting age", "Lower the voting age"),
            ("Abolish the harbour police", "Reinstate the harbour police without delay"),
        ] {
            assert!(contradict(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn acts_on_other_things_and_acts_that_want_the_same_do_not() {
        for (one, other) in [
            ("Reduce the number of detainees", "Raise the number of judges"),
            ("Ban corporal punishment", "Repeal the provisions that allow corporal punishment"),
            ("Raise the tax on tobacco", "Do not lower the tax on tobacco"),
            ("Raise the tax on tobacco", "Raise the tax on tobacco to one half"),
        ] {
            assert!(!contradict(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn an_act_is_named_in_english_whatever_the_language() {
        let lowered = LeadAct::of("Abaisser l'âge du droit de vote", Language::Fr).unwrap().act();
        assert_eq!((lowered.act.as_str(), lowered.is_denied), ("lower", false));
        assert_eq!(LeadAct::of("Build schools", Language::En), None);
    }
}
