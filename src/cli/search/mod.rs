//! `weft search`: arguments, running, printing, tables of counts.

mod args;
mod counts;
mod print;
mod run;

pub(super) use args::Args;
pub(super) use run::run;
