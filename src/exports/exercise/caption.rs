//! Words that stand in the files of an exercise besides its cards.

use serde::Serialize;

use crate::domain::{Message, Values, fields};

/// Something that stands in a file of an exercise and is no card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "exercise-")]
pub(super) enum ExerciseCaption {
    /// Title of the handout.
    HandoutTitle {
        /// Code of the kind.
        kind: &'static str,
    },
    /// What groups are asked to do.
    Task {
        /// Code of the kind.
        kind: &'static str,
    },
    /// How the sheet is filled in.
    HowToFill {
        /// Code of the kind.
        kind: &'static str,
    },
    /// The line for those who sorted.
    WhoSorted,
    /// Heading of the numbers of cards.
    Number,
    /// Heading of the texts.
    Card {
        /// Code of the kind.
        kind: &'static str,
    },
    /// Heading of the column to fill in.
    Group {
        /// Code of the kind.
        kind: &'static str,
    },
    /// Heading of the column for a better text.
    Better,
    /// Name of the sheet of cards.
    CardsSheet,
    /// Title of the key.
    KeyTitle {
        /// Code of the kind.
        kind: &'static str,
    },
    /// What the key is, and what it is not.
    KeyIsNoTruth,
    /// Heading of the categories of the key.
    KeyCategory,
    /// Heading of references.
    Reference,
    /// Heading of the words that decide.
    Signs,
    /// Heading of the traps.
    Traps,
    /// Cards of a category or a trap.
    Cards {
        /// Their numbers, joined.
        cards: String,
    },
    /// Heading of what has to be known to draw the same cards again.
    Drawn,
    /// By what the cards were drawn.
    DrawnBy {
        /// The seed.
        seed: String,
        /// How many cards there are.
        cards: usize,
        /// How many were wished.
        wanted: u16,
    },
    /// Which data they were drawn from.
    DrawnFrom {
        /// Name of the workspace.
        workspace: String,
        /// Version of the data.
        data: String,
        /// Hash of the models.
        models: String,
        /// Version of the program.
        version: String,
    },
    /// Title of the page of whoever leads the exercise.
    FacilitatorTitle,
    /// Heading of the steps.
    Steps,
    /// A step of the exercise.
    Step {
        /// Which, from 1.
        number: usize,
        /// Code of the kind.
        kind: &'static str,
    },
    /// Heading of what to talk about afterwards.
    Afterwards,
    /// A question to talk about.
    Question {
        /// Which, from 1.
        number: usize,
    },
    /// What the figures of agreement mean.
    Figures,
    /// Title of a card for a table of the knowledge café.
    TableTitle {
        /// Number of the table, from 1.
        number: usize,
    },
    /// The capacity that a table talks about.
    TableCapacity {
        /// Number of the table, from 1.
        number: usize,
    },
    /// A question on the card of a table.
    TableQuestion {
        /// Number of the table, from 1, and of the question, from 1, such as `t2-3`.
        which: String,
    },
    /// The line for whoever stays at the table.
    TableHost,
}

impl Message for ExerciseCaption {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::ExerciseCaption;
    use crate::domain::Language;
    use crate::exercise::{CardFault, TrapRule};
    use crate::i18n::Words;

    #[test]
    fn every_caption_every_trap_and_every_fault_has_words_in_each_language_of_exercises() {
        for language in [Language::En, Language::Fr, Language::Es, Language::Ar] {
            let codes = [ExerciseCaption::VARIANTS, TrapRule::VARIANTS, CardFault::VARIANTS].concat();
            for code in codes.into_iter().chain(["exercise-category", "exercise-indicator", "exercise-kind"]) {
                assert!(Words::of(language).has_own(code), "{language}: {code}");
            }
        }
    }
}
