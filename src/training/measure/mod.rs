//! Measuring: models on texts of States that they have not seen, and on sets that nothing is learnt from.
//!
//! What is measured is what the program gives: every figure on tags comes from
//! [`crate::analysis::tagging::tag`], every figure on pairs from the comparison itself.

mod agreement;
mod clusters;
mod counts;
mod goals;
mod links;
mod models;
mod pairs;
mod tags;
mod topics;

pub(super) use models::measure;
