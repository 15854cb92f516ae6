//! What groups filled in, however it is laid out.
//!
//! Four layouts are known, and the first that fits is taken: the file of a card sort (`card_sort`), the handout
//! with a column for the group (`card_rows`), columns that are groups with numbers of cards in their cells
//! (`group_columns`), and lines such as "Group A: 1, 4, 7" (`lists`). `filled` makes sortings of them and says
//! which cards are unknown, missing or placed twice.

mod card_rows;
mod card_sort;
mod filled;
mod group_columns;
mod lists;
mod numbers;
mod placed;

pub use filled::{CardFault, FilledSheet, SheetFault, filled_sheet};
