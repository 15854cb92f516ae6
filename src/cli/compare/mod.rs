//! `weft compare` and `weft compare change`; what `weft overlap` and `weft figure` share with them.

mod args;
mod output;
mod print;
mod run;

pub(super) use args::{Args, Counting, Filters};
pub(super) use output::{Output, give, notes, written};
pub(super) use print::named;
pub(super) use run::run;
