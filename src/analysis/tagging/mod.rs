//! Tags that models and rules give one reading, and what speaks for each.
//!
//! `tag` gives the tags; `explain` gives them again with their evidence, when somebody asks.

mod explain;
mod tag;

pub use crate::analysis::tagged::Tagged;
pub use explain::explain;
pub use tag::tag;
