//! `weft compare` and `weft compare change`; what `weft overlap` shares with them.

mod args;
mod output;
mod print;
mod run;

pub(super) use args::{Args, Filters, Tags};
pub(super) use output::{Output, give, notes};
pub(super) use print::named;
pub(super) use run::run;
