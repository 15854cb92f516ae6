//! What lies where in the folder of a workspace.

/// The settings, and the sign that a folder is a workspace.
pub(in crate::workspace) const SETTINGS: &str = "weft.toml";
/// The folder of the records.
pub(in crate::workspace) const STORE: &str = "store";
/// The folder of the full-text index.
pub(in crate::workspace) const INDEX: &str = "index";
/// The folder of what analyses leave.
pub(in crate::workspace) const CACHE: &str = "cache";
/// The folder of imported originals.
pub(in crate::workspace) const FILES: &str = "files";
/// The folder of backups.
pub(in crate::workspace) const BACKUPS: &str = "backups";
/// How the registers of bodies begin that are kept beside the backups, and how they end.
pub(in crate::workspace) const REGISTERS: &str = "entities-";
pub(in crate::workspace) const REGISTER_ENDING: &str = ".csv";
/// What was learnt from decisions, when somebody asked for it.
pub(in crate::workspace) const LEARNT_FILE: &str = "learnt.json";
/// What was learnt before that.
pub(in crate::workspace) const LEARNT_BEFORE: &str = "learnt.before.json";
/// The folder in which a restore prepares what is to be swapped in; worth nothing after a cut.
pub(in crate::workspace) const PREPARED: &str = "restoring.part";
/// The same folder once it is whole: the swap has been decided on and is carried out to its end.
pub(in crate::workspace) const DECIDED: &str = "restoring";
/// The folder in which earlier versions prepared a store.
pub(in crate::workspace) const EARLIER_PREPARED: &str = "store.restoring";
/// How the folders begin in which a restore sets aside what was there.
pub(in crate::workspace) const ASIDE: &str = "before-restore-";
/// The file that is locked while settings are changed or a backup is put back.
pub(in crate::workspace) const LOCK: &str = ".weft.lock";
/// The file of an interface that is open.
pub(in crate::workspace) const RUNNING: &str = "run.json";

/// The file of what the pages keep between two starts.
const DESK: &str = "desk.json";

/// Folders in which nobody but the workspace writes.
pub(in crate::workspace) const OWN_FOLDERS: [&str; 7] =
    [STORE, INDEX, CACHE, FILES, PREPARED, DECIDED, EARLIER_PREPARED];
/// Files of the workspace beside the register, whose name the settings give.
const OWN_FILES: [&str; 6] = [SETTINGS, LEARNT_FILE, LEARNT_BEFORE, LOCK, RUNNING, DESK];

/// Whether a name in the folder is taken by the workspace itself. Not every system tells capitals from small
/// letters, so neither is told here.
pub(in crate::workspace) fn is_own(name: &str) -> bool {
    let name = name.to_lowercase();
    OWN_FOLDERS.iter().chain(&OWN_FILES).chain(&[BACKUPS]).any(|own| *own == name) || name.starts_with(ASIDE)
}

#[cfg(test)]
mod tests {
    use super::is_own;

    #[test]
    fn names_of_the_workspace_are_told_however_they_are_written() {
        for own in ["store", "Store", "WEFT.TOML", "learnt.json", "backups", "before-restore-20260101-120000"] {
            assert!(is_own(own), "{own}");
        }
        assert!(!is_own("entities.csv") && !is_own("plan.xlsx") && !is_own("stores"));
    }
}
