//! Kinds of exercises, and what their cards keep to themselves.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use crate::domain::{Coded, Message, Values};

/// What groups are asked to do with the cards.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ExerciseKind {
    /// Sort them into groups of their own making, as an open card sort.
    #[default]
    Sort,
    /// Put those together that one measure would answer.
    Duplicates,
    /// Say which elements of a SMART recommendation each holds, and write it better.
    Smart,
    /// Sort indicators into those of structure, process and outcome.
    Indicators,
    /// Guess the position of the State under review.
    Position,
}

impl ExerciseKind {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The words for people.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("exercise-kind", self.code())
    }
}

impl FromStr for ExerciseKind {
    type Err = UnknownExerciseWord;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let all = Self::VARIANTS;
        let found = all.iter().copied().find(|kind| kind.code() == given.trim());
        found.ok_or_else(|| UnknownExerciseWord::of(given, all.iter().map(|kind| kind.code())))
    }
}

/// What does not stand on the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantArray)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Hidden {
    /// Who recommends.
    States,
    /// Which mechanism, body and document it comes from.
    Mechanism,
}

impl Hidden {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

impl FromStr for Hidden {
    type Err = UnknownExerciseWord;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let all = Self::VARIANTS;
        let found = all.iter().copied().find(|hidden| hidden.code() == given.trim());
        found.ok_or_else(|| UnknownExerciseWord::of(given, all.iter().map(|hidden| hidden.code())))
    }
}

/// A word that is none of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("exercise-unknown-word")]
pub struct UnknownExerciseWord {
    given: String,
    known: String,
}

impl UnknownExerciseWord {
    fn of(given: &str, known: impl Iterator<Item = &'static str>) -> Self {
        Self { given: given.to_owned(), known: known.collect::<Vec<_>>().join(", ") }
    }
}

impl Message for UnknownExerciseWord {
    fn code(&self) -> &'static str {
        "exercise-unknown-word"
    }

    fn values(&self) -> Values {
        [("given", &self.given), ("known", &self.known)]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.clone().into()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{ExerciseKind, Hidden, Message};

    #[test]
    fn kinds_are_read_by_their_codes_and_others_are_named() {
        assert_eq!("smart".parse::<ExerciseKind>(), Ok(ExerciseKind::Smart));
        assert_eq!("states".parse::<Hidden>(), Ok(Hidden::States));
        let unknown = "quiz".parse::<ExerciseKind>().unwrap_err();
        assert_eq!(unknown.values()["known"], "sort, duplicates, smart, indicators, position");
    }
}
