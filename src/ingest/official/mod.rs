//! Official documents: what their blocks mean.
//!
//! The way of a document: `kind` tells the kind from titles, header words and form; `head`
//! takes State, symbol, session and date from wherever they stand; the reader of that kind offers
//! rows to the intake and names what looked like a recommendation and was not taken. Set phrases in
//! all languages stand in `text::phrasebook`, words of cells in `cell_words`, none here.

mod addendum;
mod addendum_table;
mod cell_words;
mod class_lists;
mod dates;
mod dialogue;
mod follow_up;
mod found;
mod front_page;
mod head;
mod items;
mod kind;
mod label;
mod leads;
mod line;
mod list_lead;
mod number_lists;
mod ordinal;
mod page;
mod plain_numbers;
mod reader;
mod references;
mod signs;
mod sub_points;
mod thematic_list;
mod treaty_body;
mod unfold;
mod working_group;

#[cfg(feature = "fuzzing")]
pub(super) use addendum::positions_of_text;
pub(super) use number_lists::numbers_alone as leading_numbers;
pub(super) use reader::OfficialDocument;
