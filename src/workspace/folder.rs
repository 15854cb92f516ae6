//! What lies where in the folder of a workspace.

/// The settings, and the sign that a folder is a workspace.
pub(super) const SETTINGS: &str = "weft.toml";
/// The folder of the records.
pub(super) const STORE: &str = "store";
/// The folder that a backup is unpacked into.
pub(super) const RESTORING: &str = "store.restoring";
/// The folder of the full-text index.
pub(super) const INDEX: &str = "index";
