//! The files of a card sort, a row a card and person, as kardsort.com and the package cardsort read them.

use std::io::Write;

use crate::exercise::{Exercise, KEY};
use crate::exports::ExportError;
use crate::exports::table::write_table;
use crate::i18n::Words;

/// The columns of a card sort.
const COLUMNS: [&str; 5] = ["card_id", "card_label", "category_id", "category_label", "user_id"];

/// The cards with categories still to be filled in.
pub(super) fn write_cards(exercise: &Exercise, out: &mut dyn Write) -> Result<(), ExportError> {
    let rows = exercise
        .cards
        .iter()
        .map(|card| vec![card.number.to_string(), card.text.clone(), String::new(), String::new(), String::new()]);
    write_table(&COLUMNS, rows, out)
}

/// The same with the categories of the key, which is one more person.
pub(super) fn write_key(exercise: &Exercise, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
    let rows = exercise.cards.iter().map(|card| {
        let category = words.coded(&exercise.category_word(&card.category));
        vec![card.number.to_string(), card.text.clone(), card.category.clone(), category, KEY.to_owned()]
    });
    write_table(&COLUMNS, rows, out)
}
