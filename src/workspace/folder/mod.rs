//! What lies in the folder of a workspace, and how its files are written: whole, its owner's alone, never in place
//! of another. No record is read here.

pub(super) mod dated;
pub(super) mod documents;
pub(super) mod layout;
pub(super) mod lock;
pub(super) mod outputs;
mod own_settings;
pub(super) mod private;
pub(super) mod saved;
pub(super) mod saved_search;
pub(super) mod settings;
pub(super) mod settings_fault;
pub(super) mod swap;
pub(super) mod whole_file;
