//! The cards of an exercise with their key: what its file holds.

use serde::{Deserialize, Serialize};

use super::{ExerciseKind, Hidden, TrapRule};
use crate::domain::{Coded, Language, RecordId};

/// Cards with the key to them, and what has to be known to draw the same ones again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exercise {
    /// What groups are asked to do.
    pub kind: ExerciseKind,
    /// The seed that the cards were drawn by.
    pub seed: u64,
    /// How many cards were wished; there may be fewer.
    pub wanted: u16,
    /// Language of the texts, where a record has it.
    pub language: Language,
    /// What does not stand on the cards.
    pub hidden: Vec<Hidden>,
    /// Name of the workspace.
    pub workspace: String,
    /// The State that the cards are about; none for those of all States.
    pub state: Option<String>,
    /// Version of the program.
    pub version: String,
    /// Version of the data: a fingerprint of all records as they hold.
    pub data: String,
    /// Hash over the models.
    pub models: String,
    /// The cards, in the order of their numbers.
    pub cards: Vec<Card>,
    /// The categories of the key, in the order in which the cards name them.
    pub categories: Vec<Category>,
    /// The traps.
    pub traps: Vec<Trap>,
}

/// One card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// What people write down for it, from 1.
    pub number: usize,
    /// The text; empty until it is made of `said`.
    pub text: String,
    /// What is said in place of a text of a record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Coded>,
    /// What else stands on it: document, who recommends.
    pub facts: Vec<String>,
    /// The record.
    pub record: RecordId,
    /// Its reference, for the key.
    pub reference: String,
    /// The category of the key.
    pub category: String,
    /// The words of the text that decide the category, where rules do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<Sign>,
}

/// Words of a text that show something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// What they show.
    pub shows: String,
    /// The words, folded.
    pub words: String,
}

/// A category of the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// What cards name it by.
    pub id: String,
    /// Its title in the language of the exercise; `None` when it has words by its id, or where that says it.
    pub title: Option<String>,
}

/// Cards that are easily sorted wrongly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trap {
    /// Why.
    pub rule: TrapRule,
    /// Their numbers.
    pub cards: Vec<usize>,
}

impl Exercise {
    /// The same with a text on every card: `say` makes words of what is no text of a record.
    #[must_use]
    pub fn worded(mut self, say: impl Fn(&Coded) -> String) -> Self {
        for card in &mut self.cards {
            if let Some(said) = &card.said {
                card.text = say(said);
            }
        }
        self
    }

    /// A card by its number.
    #[must_use]
    pub fn card(&self, number: usize) -> Option<&Card> {
        self.cards.iter().find(|card| card.number == number)
    }

    /// The words for people of a category.
    #[must_use]
    pub fn category_word(&self, id: &str) -> Coded {
        let title = self.categories.iter().find(|category| category.id == id).and_then(|one| one.title.clone());
        let values = [("value", id.to_owned()), ("title", title.unwrap_or_else(|| id.to_owned()))];
        Coded {
            code: "exercise-category".to_owned(),
            values: values.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect(),
        }
    }
}

#[cfg(test)]
pub(in crate::exercise) mod tests {
    use super::{Card, Category, Exercise};
    use crate::domain::{Coded, Language, RecordId};
    use crate::exercise::ExerciseKind;

    /// An exercise with a card for each category.
    pub(in crate::exercise) fn key_of(categories: &[&str]) -> Exercise {
        let card = |(number, category): (usize, &&str)| Card {
            number,
            text: format!("Text {number}"),
            said: None,
            facts: Vec::new(),
            record: RecordId(number as u64),
            reference: format!("R {number}"),
            category: (*category).to_owned(),
            signs: Vec::new(),
        };
        Exercise {
            kind: ExerciseKind::Sort,
            seed: 7,
            wanted: 4,
            language: Language::En,
            hidden: Vec::new(),
            workspace: "Desk".to_owned(),
            state: None,
            version: String::new(),
            data: String::new(),
            models: String::new(),
            cards: (1..).zip(categories).map(card).collect(),
            categories: vec![Category { id: "a".to_owned(), title: Some("Water".to_owned()) }],
            traps: Vec::new(),
        }
    }

    #[test]
    fn a_card_that_is_said_gets_its_text_and_a_category_its_words() {
        let mut exercise = key_of(&["a", "b"]);
        exercise.cards[1].said = Some(Coded::word("x", "y"));
        let worded = exercise.worded(|said| said.code.clone());
        assert_eq!((worded.cards[0].text.as_str(), worded.cards[1].text.as_str()), ("Text 1", "x"));
        assert_eq!(worded.category_word("a").values["title"], "Water");
        assert_eq!(worded.category_word("b").values["title"], "b");
    }
}
