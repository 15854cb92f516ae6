//! Requests as they go over a wire: every question, lookup, command and job under its name, with its fields.
//!
//! In process the typed value is put to the workspace and its typed answer comes back; this form is for those
//! who sit elsewhere. `{"ask": {"cards": {…}}}` reads as it is said.

mod asks;
mod dos;
mod looks;
mod runs;
mod wire;

pub use asks::Ask;
pub use dos::Do;
pub use looks::Look;
pub use runs::Run;
pub use wire::Request;
