//! What speaks for a tag, as codes with named values.

use serde::{Deserialize, Serialize};

use super::vocabulary::VocabularyTerm;
use super::{Message, Values, fields};

/// One thing that speaks for a tag: words of the text, or a fact that a model or rule has used.
///
/// It stands in records on disk; older ones hold a sentence in its place, which is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "evidence-")]
pub enum Evidence {
    /// Words of the text.
    Words {
        /// The words, folded.
        words: String,
    },
    /// What the text opens with.
    Opening {
        /// The verb, folded.
        words: String,
        /// The action category that it stands for, 1 to 5.
        category: u8,
    },
    /// An instrument named, with what is asked of it.
    NamedWithAct {
        /// The words that name it, folded.
        words: String,
        /// What is asked.
        act: VocabularyTerm,
    },
    /// An issue that the text is likely about.
    Issue {
        /// The issue.
        issue: VocabularyTerm,
    },
    /// A group of persons that the text names.
    Group {
        /// The group.
        group: VocabularyTerm,
    },
    /// Words of the mandate of a type of entity.
    Mandate {
        /// The type of entity.
        entity: VocabularyTerm,
    },
    /// A phrase that points to an SDG target.
    TargetPhrase {
        /// The target.
        target: VocabularyTerm,
    },
    /// An instrument whose subject is an SDG target.
    TargetInstrument {
        /// The target.
        target: VocabularyTerm,
    },
    /// A stem that the target's own texts have too.
    TargetStem {
        /// The stem, or a pair of them.
        stem: String,
    },
    /// People here have accepted the value for texts alike.
    LearntHere {
        /// For how many.
        count: usize,
    },
    /// The source gave the theme to nearly all texts of those years, and this one does not speak of it.
    SourceGaveItToAll,
    /// A sentence of a record that was written before there were codes.
    #[serde(untagged)]
    Sentence(String),
}

impl Message for Evidence {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        match self {
            Self::Sentence(sentence) => Values::from_iter([("value".to_owned(), sentence.as_str().into())]),
            coded => fields(coded),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Evidence, Message};
    use crate::domain::vocabulary::{Vocabulary, VocabularyTerm};

    #[test]
    fn evidence_is_coded_and_the_sentences_of_old_records_are_kept() {
        let issue = Evidence::Issue { issue: VocabularyTerm::of(Vocabulary::Issue, "Justice").unwrap() };
        let old = Evidence::Sentence("the source said so".to_owned());
        for evidence in [issue.clone(), old, Evidence::SourceGaveItToAll, Evidence::LearntHere { count: 2 }] {
            let bytes = rmp_serde::to_vec_named(&evidence).unwrap();
            assert_eq!(rmp_serde::from_slice::<Evidence>(&bytes).unwrap(), evidence);
        }
        assert_eq!(serde_json::from_value::<Evidence>(json!("so")).unwrap(), Evidence::Sentence("so".to_owned()));
        assert_eq!(issue.values()["issue"]["value"], "Justice");
        assert_eq!(Evidence::Sentence("so".to_owned()).values()["value"], "so");
        assert_eq!(issue.code(), "evidence-issue");
    }
}
