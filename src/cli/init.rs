//! `weft init`.

use std::path::PathBuf;

use super::shell::Shell;
use crate::domain::Language;
use crate::domain::vocabulary::StateRegister;
use crate::view::{Noun, Refusal};
use crate::workspace::{Workspace, WorkspaceError};

/// Make a workspace in a folder
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder
    folder: PathBuf,
    /// Name shown over plans [default: name of the folder]
    #[arg(long)]
    name: Option<String>,
    /// The State the workspace is about, by name or ISO code; leave it out if it holds many
    #[arg(long)]
    state: Option<String>,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let unknown = |name: &str| WorkspaceError::from(Refusal::unknown(Noun::State, name));
    let find = |name: String| StateRegister::embedded().find(&name).ok_or_else(|| unknown(&name));
    let state = args.state.map(find).transpose()?;
    let workspace = Workspace::init(&args.folder, args.name.as_deref(), state, shell.language.unwrap_or(Language::En))?;
    if shell.json {
        return shell.json(&serde_json::json!({"folder": workspace.folder()}));
    }
    let folder = args.folder.display();
    shell.line(&format!("Workspace made in {folder}"))?;
    let quoted = folder.to_string();
    let quoted = if quoted.contains(' ') { format!("\"{quoted}\"") } else { quoted };
    shell.line(&format!("Next: weft import --workspace {quoted} FILE…"))?;
    Ok(0)
}
