//! `weft search`: arguments, running, printing, tables of counts, more like a record.

mod args;
mod counts;
mod cross;
mod like;
mod print;
mod run;

pub(super) use args::Args;
pub(super) use run::run;
