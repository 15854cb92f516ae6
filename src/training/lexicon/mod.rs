//! The term lexicon: learnt from texts that say the same in six languages, measured by what searches find
//! through it.

mod align;
mod learn;
mod recall;

pub(super) use align::LEXICON;
pub use learn::{LexiconRequest, learn_lexicon};
