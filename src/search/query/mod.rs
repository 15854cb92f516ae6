//! What is asked: from the words that people type to what is looked for. Knows no index.
//!
//! `tokens` cuts a text by the names that `keywords` knows, `grammar` makes a `tree` of the pieces
//! with `years`, and `notes` tells what was read otherwise than it seems to be meant; `shown` writes
//! a tree as it would be read again. `language` tells the language of the words, `thesaurus` adds
//! other names of terms, `variants` what stands for a word in other languages, `values` what values
//! of fields are called, `titled` those that people give titles. `read` puts all this together, once a
//! question.

mod grammar;
mod keywords;
mod language;
mod notes;
mod read;
mod shown;
mod thesaurus;
mod titled;
mod tokens;
mod tree;
mod values;
mod variants;
mod years;

pub use keywords::facet_of;
pub use notes::Note;
pub use read::Reach;
pub(super) use read::{ReadQuery, Strictness};
pub use thesaurus::{OtherName, Widened};
pub(super) use titled::NoTitles;
pub use titled::{TitledValue, Titles};
pub use tree::Query;
pub(super) use tree::roughness;
pub(super) use values::{KnownValues, named};
pub(super) use variants::{Variant, variants};
