//! What can be deleted and is made again: the analysis on disk, what was learnt, and the view of what holds now.
//!
//! They are written in a form that says nothing of itself (postcard): `CODE_VERSION` of the analysis is raised when what
//! they hold changes.

pub(super) mod analysed;
pub(super) mod cached;
pub(super) mod granularity;
pub(super) mod key_file;
pub(super) mod learn;
mod relation_block;
pub(super) mod relations;
pub(super) mod state_files;
pub(super) mod views;
