//! The architecture as a test: who may use whom, which library is used where, how long files and functions
//! are, which words stand where.
//!
//! Where code still breaks a rule it stands in a table beside the rule. A test fails when something new
//! breaks it, and when something in the table no longer does, so that tables only shrink.

mod circles;
mod known;
mod paths;
mod rooms;
mod sizes;
mod source;
mod words;

pub(crate) use source::sources;
