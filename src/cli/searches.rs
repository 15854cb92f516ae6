//! `weft searches`.

use super::shell::Shell;
use crate::workspace::{Finder, SavedSearch, SearchQuery, Workspace};

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
        shell.remark(&format!("removed '{}', which was: {}", removed.name, removed.query));
        return Ok(0);
    }
    let saved = Workspace::saved_searches(&folder)?;
    if saved.is_empty() && !shell.json {
        shell.remark("no search is saved; keep one with: weft search WORDS --save NAME");
        return Ok(0);
    }
    let finder = Finder::open(&folder, shell.language, &*shell.progress())?;
    let found: Vec<usize> = saved.iter().map(|search| total(&finder, search)).collect::<anyhow::Result<_>>()?;
    if shell.json {
        let rows =
            saved.iter().zip(&found).map(|(search, total)| serde_json::json!({"search": search, "total": total}));
        return shell.json(&rows.collect::<Vec<_>>());
    }
    let rows =
        saved.iter().zip(&found).map(|(search, total)| vec![search.name.clone(), total.to_string(), shown(search)]);
    shell.table(&["name", "records", "query"], rows.collect(), &[1])?;
    Ok(0)
}

fn total(finder: &Finder, search: &SavedSearch) -> anyhow::Result<usize> {
    Ok(finder.search(&search.narrowed_by(SearchQuery::default()))?.total)
}

fn shown(search: &SavedSearch) -> String {
    let dates = [("from", &search.from), ("to", &search.to)];
    let dates = dates.iter().filter_map(|(name, date)| date.as_ref().map(|date| format!(", {name} {date}")));
    format!("{}{}{}", search.query, dates.collect::<String>(), if search.literal { ", literally" } else { "" })
}
