//! Answers as plain data: counted, not formatted.

mod overview;

pub use overview::{MechanismOverlap, Overview, SourceCount, overview};
