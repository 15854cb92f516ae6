//! Ways back: backups made by hand and unasked, imported originals, restore, and the check of it all.

pub(super) mod automatic;
pub(super) mod backup;
pub(super) mod listed;
pub(super) mod originals;
pub(super) mod restore;
pub(super) mod verify;
