//! `weft searches`.

use super::shell::Shell;
use crate::i18n::Words;
use crate::workspace::{Finder, SavedTotal, Workspace};

/// List the saved searches with what they find now, or remove one
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Remove the search of this name
    #[arg(long, value_name = "NAME")]
    remove: Option<String>,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let folder = shell.folder()?;
    if let Some(name) = args.remove {
        let removed = Workspace::remove_search(&folder, &name)?;
        shell.remark(&format!("removed '{}', which was: {}", removed.name, removed.shown()));
        return Ok(0);
    }
    let saved = Workspace::saved_searches(&folder)?;
    if saved.is_empty() && !shell.json {
        shell.remark("no search is saved; keep one with: weft search WORDS --save NAME");
        return Ok(0);
    }
    let finder = Finder::open(&folder, shell.language, &*shell.progress())?;
    let found = finder.totals(saved);
    if shell.json {
        let row = |SavedTotal { search, total, error }: &SavedTotal| {
            let error = error.as_ref().map(|error| &error.code);
            serde_json::json!({"search": search, "total": total, "error": error})
        };
        return shell.json(&found.iter().map(row).collect::<Vec<_>>());
    }
    let row = |SavedTotal { search, total, error }: &SavedTotal| {
        let why = error.as_ref().map(|error| Words::english().coded(error));
        vec![search.name.clone(), total.map(|total| total.to_string()).or(why).unwrap_or_default(), search.shown()]
    };
    shell.table(&["name", "records", "query"], found.iter().map(row).collect(), &[1])?;
    Ok(0)
}
