//! Words: what codes say to people, in the language of the reader.
//!
//! Knows [`crate::domain::Message`] and nothing of the rooms that send messages; used by the outer
//! layers alone. A catalogue is a set of Fluent files, one a room; a message has its sentence, and
//! where people can do something about it an attribute `hint`. Holds no rule and decides nothing.
//! Files below it that hold English for good, such as names that are stored, are listed in a test with why.

mod catalogue;

pub use catalogue::Words;
