//! Why two recommendations are related, as codes with named values.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::vocabulary::{VocabularyTerm, term_numbers};
use super::{Message, Values};

/// Why two recommendations are related, or why they are not.
///
/// A workspace of many States keeps millions of them: lists are kept tight, and words in one string.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "reason-")]
pub enum Reason {
    /// Their words are the same, but for case, punctuation and blanks.
    SameWords,
    /// Their words are the same once numbers, States and set formulas are set aside.
    SameCore,
    /// Their words are the same, and the State has taken another position on each.
    OtherPosition,
    /// Most of their words are the same, and the instruments, groups, numbers and families of action are.
    NearlySameWords {
        /// Words that both have.
        shared: u32,
        /// Words that either has.
        all: u32,
        /// Words that one has alone, in the order of the texts, parted by blanks.
        apart: Box<str>,
    },
    /// They share this and differ in that.
    Compared {
        /// Instruments, groups and families of action that both name.
        #[serde(with = "term_numbers")]
        common: Box<[VocabularyTerm]>,
        /// Those that the one names alone.
        #[serde(with = "term_numbers")]
        one: Box<[VocabularyTerm]>,
        /// Those that the other names alone.
        #[serde(with = "term_numbers")]
        other: Box<[VocabularyTerm]>,
        /// The first of the words of meaning that both have, in the order of the one, parted by blanks.
        words: Box<str>,
        /// How many words of meaning both have.
        shared: u32,
        /// How many words of meaning the one has.
        of_one: u32,
        /// How many words of meaning the other has.
        of_other: u32,
    },
    /// A person has said so.
    DecidedByPerson,
    /// A person has said so of two recommendations of the same words.
    DecidedAlike,
}

impl Message for Reason {
    fn code(&self) -> &'static str {
        self.into()
    }

    /// Words are lists. Beside each list that may be empty stands how many it holds (`aparts`, `commons`,
    /// `ones`, `others`), beside `words` how many `more` there are.
    fn values(&self) -> Values {
        match self {
            Self::NearlySameWords { shared, all, apart } => {
                let apart = listed(apart);
                named([
                    ("shared", json!(shared)),
                    ("all", json!(all)),
                    ("aparts", json!(apart.len())),
                    ("apart", json!(apart)),
                ])
            }
            Self::Compared { common, one, other, words, shared, of_one, of_other } => {
                let words = listed(words);
                named([
                    ("commons", json!(common.len())),
                    ("common", json!(common)),
                    ("ones", json!(one.len())),
                    ("one", json!(one)),
                    ("others", json!(other.len())),
                    ("other", json!(other)),
                    ("more", json!((*shared as usize).saturating_sub(words.len()))),
                    ("words", json!(words)),
                    ("shared", json!(shared)),
                    ("of_one", json!(of_one)),
                    ("of_other", json!(of_other)),
                ])
            }
            Self::SameWords | Self::SameCore | Self::OtherPosition | Self::DecidedByPerson | Self::DecidedAlike => {
                Values::new()
            }
        }
    }
}

fn listed(words: &str) -> Vec<&str> {
    words.split_whitespace().collect()
}

fn named<const N: usize>(values: [(&str, Value); N]) -> Values {
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Message, Reason};
    use crate::domain::vocabulary::{ActionFamily, Vocabulary, VocabularyTerm};

    fn compared() -> Reason {
        Reason::Compared {
            common: Box::new([
                VocabularyTerm::of(Vocabulary::Instrument, "CAT").unwrap(),
                VocabularyTerm::from(ActionFamily::Ratify),
            ]),
            one: Box::new([]),
            other: Box::new([VocabularyTerm::from(ActionFamily::Report)]),
            words: "torture convention".into(),
            shared: 3,
            of_one: 4,
            of_other: 9,
        }
    }

    #[test]
    fn a_reason_names_what_is_shared_and_how_much_more_there_is() {
        let values = serde_json::Value::Object(compared().values());
        assert_eq!(compared().code(), "reason-compared");
        assert_eq!(values["common"][0], json!({"vocabulary": "instrument", "value": "CAT"}));
        assert_eq!(values["other"], json!([{"vocabulary": "action-family", "value": "report"}]));
        assert_eq!((&values["words"], &values["more"]), (&json!(["torture", "convention"]), &json!(1)));
        assert_eq!((&values["ones"], &values["of_other"]), (&json!(0), &json!(9)));
    }

    #[test]
    fn reasons_read_back_from_disk() {
        let near = Reason::NearlySameWords { shared: 9, all: 11, apart: "swiftly".into() };
        for reason in
            [Reason::SameWords, Reason::SameCore, near, compared(), Reason::DecidedByPerson, Reason::DecidedAlike]
        {
            let bytes = rmp_serde::to_vec(&reason).unwrap();
            assert_eq!(rmp_serde::from_slice::<Reason>(&bytes).unwrap(), reason);
        }
    }
}
