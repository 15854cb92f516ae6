//! `weft ui`.

use std::path::PathBuf;

use clap::Subcommand;

use super::interrupt::Watch;
use super::shell::Shell;
use crate::domain::Language;
use crate::ui::{Opened, Options, open_again, serve, stop};
use crate::workspace::Workspace;

/// Open the workspace in the browser of this computer
///
/// A second start opens the first; a folder that is named with --workspace and holds nothing yet becomes a workspace.
/// Closing the tab leaves it running; the page has a button that ends it.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    /// Open no browser; print where it answers as one line of JSON
    #[arg(long)]
    no_browser: bool,
    /// The port that is tried first
    #[arg(long, default_value_t = 7417)]
    port: u16,
    /// Minutes without use after which it ends; 0 for never
    #[arg(long, default_value_t = 480)]
    idle_minutes: u64,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// End the interface of this workspace
    Stop,
}

pub(super) fn run(args: &Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let folder = shell.folder()?;
    if matches!(args.action, Some(Action::Stop)) {
        let was_open = stop(&folder);
        shell.remark(if was_open { "The interface has stopped." } else { "No interface of this workspace is open." });
        return Ok(u8::from(!was_open));
    }
    if let Some(opened) = open_again(&folder) {
        return told(&opened, args, shell).map(|()| 0);
    }
    let workspace = match shell.named_folder().filter(|folder| !Workspace::is_in(folder)) {
        // Who names a folder for the first time begins there.
        Some(folder) => Workspace::init(&folder, None, None, shell.language.unwrap_or(Language::En))?,
        None => shell.workspace()?,
    };
    shell.bring_up(&workspace)?;
    served(workspace, folder, args, shell)
}

fn served(workspace: Workspace, folder: PathBuf, args: &Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let options = Options { folder, port: args.port, idle_minutes: args.idle_minutes };
    let watch = Watch::begin();
    let mut failed = None;
    serve(
        workspace,
        &options,
        move || watch.is_stopped(),
        |opened| {
            failed = told(opened, args, shell).err();
            Ok(())
        },
    )?;
    failed.map_or(Ok(0), Err)
}

/// Says where it answers, and opens a browser there unless that is not wanted.
fn told(opened: &Opened, args: &Args, shell: &mut Shell) -> anyhow::Result<()> {
    if args.no_browser {
        let line = serde_json::to_string(opened)?;
        shell.line(&line)?;
        return shell.flush();
    }
    if open::that_detached(&opened.entry).is_err() {
        shell.remark(&format!("No browser could be opened. Open this address in one: {}", opened.entry));
        return Ok(());
    }
    shell.remark(&format!("Open in the browser: {} (Ctrl-C or the Stop button ends it)", opened.address));
    Ok(())
}
