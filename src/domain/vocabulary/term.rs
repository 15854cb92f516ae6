//! A value of a closed vocabulary as a part of a message: small to keep, spelt by its code, and named
//! in the language of the reader.

use std::borrow::Cow;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::{ActionFamily, action_families, acts, entity_types, groups, issues, sdg_title, topics, values};
use crate::domain::{Direction, Language, TagKind};

/// A vocabulary that messages speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Vocabulary {
    /// The issues of UPR Info, by name.
    Issue,
    /// Affected groups.
    Group,
    /// SDG targets and goals.
    SdgTarget,
    /// Types of entities.
    Entity,
    /// Instruments.
    Instrument,
    /// What is asked of an instrument.
    Act,
    /// Families of action.
    ActionFamily,
    /// Topics.
    Topic,
}

impl Vocabulary {
    /// The codes of the vocabulary, in its order.
    fn codes(self) -> &'static [&'static str] {
        static ACTS: OnceLock<Vec<&'static str>> = OnceLock::new();
        static FAMILIES: OnceLock<Vec<&'static str>> = OnceLock::new();
        match self {
            Self::Issue => values(TagKind::Issue),
            Self::Group => values(TagKind::Group),
            Self::SdgTarget => values(TagKind::SdgTarget),
            Self::Entity => values(TagKind::Lead),
            Self::Instrument => values(TagKind::Instrument),
            Self::Topic => values(TagKind::Topic),
            Self::Act => ACTS.get_or_init(|| acts().iter().map(|act| act.code.as_str()).collect()),
            Self::ActionFamily => FAMILIES.get_or_init(|| ActionFamily::ALL.iter().map(|f| f.code()).collect()),
        }
    }
}

/// A value of a vocabulary. In files and answers it is spelt out, `{"vocabulary": "instrument", "value":
/// "CAT"}`, so that what was written stays true when a vocabulary grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Spelt", into = "Spelt")]
pub struct VocabularyTerm {
    vocabulary: Vocabulary,
    /// Place of the value in its vocabulary.
    number: u16,
}

/// How a term is written.
#[derive(Serialize, Deserialize)]
struct Spelt {
    vocabulary: Vocabulary,
    value: Cow<'static, str>,
}

impl From<VocabularyTerm> for Spelt {
    fn from(term: VocabularyTerm) -> Self {
        Self { vocabulary: term.vocabulary, value: Cow::Borrowed(term.code()) }
    }
}

impl TryFrom<Spelt> for VocabularyTerm {
    type Error = &'static str;

    fn try_from(spelt: Spelt) -> Result<Self, Self::Error> {
        Self::of(spelt.vocabulary, &spelt.value).ok_or("no value of the vocabulary")
    }
}

impl VocabularyTerm {
    /// The term of a code; `None` where the vocabulary has no such value.
    #[must_use]
    pub fn of(vocabulary: Vocabulary, code: &str) -> Option<Self> {
        let number = vocabulary.codes().iter().position(|known| *known == code)?;
        Self::numbered(vocabulary, number)
    }

    /// The term at a place of its vocabulary, from 0; `None` beyond its end.
    #[must_use]
    pub fn numbered(vocabulary: Vocabulary, number: usize) -> Option<Self> {
        let is_known = number < vocabulary.codes().len();
        u16::try_from(number).ok().filter(|_| is_known).map(|number| Self { vocabulary, number })
    }

    /// Its vocabulary, and its place there.
    pub(super) const fn place(self) -> (Vocabulary, u16) {
        (self.vocabulary, self.number)
    }

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.vocabulary.codes()[usize::from(self.number)]
    }

    /// Its name as it stands inside a sentence. Instruments are named by their short code, which is the
    /// same everywhere; targets by their number with the title.
    #[must_use]
    pub fn name(self, language: Language) -> String {
        let at = usize::from(self.number);
        match self.vocabulary {
            Vocabulary::Issue => issues()[at].names.get(language).to_owned(),
            Vocabulary::Group => inside(groups()[at].names.get(language)),
            Vocabulary::Entity => entity_types()[at].names.get(language).to_owned(),
            Vocabulary::Act => inside(acts()[at].names.get(language)),
            Vocabulary::ActionFamily => action_families()[at].names.get(language).to_owned(),
            Vocabulary::SdgTarget => {
                let title = sdg_title(self.code(), language).unwrap_or_default();
                format!("{} {title}", Direction::of(language).shown_code(self.code()))
            }
            Vocabulary::Instrument => self.code().to_owned(),
            Vocabulary::Topic => topics()[at].titles.get(language).to_owned(),
        }
    }
}

/// A name as it stands inside a sentence: its capital goes, unless it begins an abbreviation.
fn inside(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

impl From<ActionFamily> for VocabularyTerm {
    fn from(family: ActionFamily) -> Self {
        Self { vocabulary: Vocabulary::ActionFamily, number: family as u16 }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Vocabulary, VocabularyTerm};
    use crate::domain::Language;
    use crate::domain::vocabulary::ActionFamily;

    #[test]
    fn terms_are_spelt_by_code_and_named_by_language() {
        let group = VocabularyTerm::of(Vocabulary::Group, "women_girls").unwrap();
        assert_eq!((group.name(Language::En), group.code()), ("women and girls".to_owned(), "women_girls"));
        let persons = VocabularyTerm::of(Vocabulary::Group, "lgbti").unwrap();
        assert_eq!(persons.name(Language::En), "LGBTI persons");
        let spelt = json!({"vocabulary": "group", "value": "women_girls"});
        assert_eq!(serde_json::to_value(group).unwrap(), spelt);
        assert_eq!(serde_json::from_value::<VocabularyTerm>(spelt).unwrap(), group);
        let bytes = rmp_serde::to_vec(&group).unwrap();
        assert_eq!(rmp_serde::from_slice::<VocabularyTerm>(&bytes).unwrap(), group);
        assert!(serde_json::from_value::<VocabularyTerm>(json!({"vocabulary": "group", "value": "giants"})).is_err());
    }

    #[test]
    fn every_vocabulary_is_named_in_its_own_order() {
        let target = VocabularyTerm::of(Vocabulary::SdgTarget, "16.3").unwrap();
        assert!(target.name(Language::En).starts_with("16.3 "));
        assert_eq!(VocabularyTerm::from(ActionFamily::AdoptLaw).name(Language::En), "legislation");
        assert_eq!(VocabularyTerm::of(Vocabulary::Instrument, "CAT").unwrap().name(Language::Fr), "CAT");
        assert_eq!(VocabularyTerm::of(Vocabulary::Act, "ratify").unwrap().name(Language::En), "ratification");
        assert_eq!(VocabularyTerm::numbered(Vocabulary::Issue, 54), None);
    }
}
