//! `weft exercise`.

mod args;
mod print;
mod run;

pub(super) use args::Args;
pub(super) use run::run;
