//! `weft demo`.

use std::path::PathBuf;

use super::shell::Shell;
use super::{import, overview};
use crate::reports::FirstLook;
use crate::workspace::Workspace;

/// Build a workspace of a fictional State and show what there is to see
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folder [default: weft-demo]
    folder: Option<PathBuf>,
    /// Make it anew if it is there already
    #[arg(long)]
    again: bool,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let folder = args.folder.or_else(|| shell.named_folder()).unwrap_or_else(|| PathBuf::from("weft-demo"));
    let is_demo = folder.join("documents").join("uhri_saravia.json").exists();
    if args.again && is_demo {
        std::fs::remove_dir_all(&folder)?;
    } else if is_demo {
        shell.remark(&format!("{} is there already; this is what it holds. Anew: weft demo --again", folder.display()));
        let answer = shell.answer(&Workspace::open(&folder)?, &FirstLook {})?;
        if shell.json {
            return shell.json(&answer);
        }
        overview::print(&answer, shell)?;
        return Ok(0);
    }
    let answer = Workspace::demo(&folder, &*shell.progress())?;
    if shell.json {
        return shell.json(&answer);
    }
    import::print(&answer.imports, shell)?;
    shell.line("")?;
    overview::print(&answer.overview, shell)?;
    let folder = folder.display();
    shell.heading("Where things are")?;
    shell.line(&format!("  {folder}/documents    the files that were read"))?;
    shell.line(&format!("  {}    the clustered plan table (also as plan.docx)", answer.plan.display()))?;
    shell.line(&format!("  {folder}/entities.csv   the register of bodies, to be edited"))?;
    shell.heading("What to type next")?;
    for command in ["search 'torture NOT children'", "clusters", "duplicates", "links entities", "show 121.1"] {
        shell.line(&format!("  weft --workspace {folder} {command}"))?;
    }
    Ok(0)
}
