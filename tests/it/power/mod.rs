//! The power fails at every place where the store or the workspace writes: nothing acknowledged is lost,
//! nothing is torn, and a command that is repeated ends as if nothing had happened.

mod analyses;
mod backups;
mod decisions;
mod exports;
mod imports;
mod indexes;
mod settings;
mod watch;
