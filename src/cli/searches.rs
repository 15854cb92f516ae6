//! `weft searches`.

use super::shell::Shell;
use crate::workspace::{Finder, SavedSearch, SearchQuery, Workspace, WorkspaceError};

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
    let found: Vec<Result<usize, WorkspaceError>> = saved.iter().map(|search| total(&finder, search)).collect();
    if shell.json {
        let row = |(search, total): (&SavedSearch, &Result<usize, WorkspaceError>)| {
            let error = total.as_ref().err().map(ToString::to_string);
            serde_json::json!({"search": search, "total": total.as_ref().ok(), "error": error})
        };
        return shell.json(&saved.iter().zip(&found).map(row).collect::<Vec<_>>());
    }
    let row = |(search, total): (&SavedSearch, &Result<usize, WorkspaceError>)| {
        let total = total.as_ref().map_or_else(ToString::to_string, ToString::to_string);
        vec![search.name.clone(), total, search.shown()]
    };
    shell.table(&["name", "records", "query"], saved.iter().zip(&found).map(row).collect(), &[1])?;
    Ok(0)
}

fn total(finder: &Finder, search: &SavedSearch) -> Result<usize, WorkspaceError> {
    finder.total(&SearchQuery { within: Some(search.clone()), ..SearchQuery::default() })
}
