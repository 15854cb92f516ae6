//! Running a search: arguments to a query, the answer to where it is wanted.

use std::path::Path;

use super::args::Args;
use super::counts::CountForm;
use super::print::HitDetail;
use super::{counts, like, print};
use crate::cli::shell::Shell;
use crate::exports::{RowFormat, write_rows};
use crate::i18n::Words;
use crate::search::Note;
use crate::workspace::{Finder, SearchQuery, Workspace};

pub(in crate::cli) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let folder = shell.folder()?;
    let finder = Finder::open(&folder, shell.language, &*shell.progress())?;
    freshness(&finder, shell);
    let within = args.saved.as_ref().map(|name| Workspace::saved_search(&folder, name)).transpose()?;
    let query = SearchQuery { within, ..query(&args, shell) };
    if let Some(name) = &args.save {
        // Before it is kept: a search that cannot be run is not.
        finder.total(&query)?;
        save(&folder, name, &query, shell)?;
    }
    match (&args.like, &args.count_by, &args.out) {
        (Some(record), ..) => like::run(&finder, record, &query, shell),
        (_, Some(fields), _) => {
            counts::run(&finder, &query, fields, if args.csv { CountForm::Csv } else { CountForm::Table }, shell)
        }
        (.., Some(file)) => write(&finder, &query, file, shell),
        _ if args.csv && args.counts => {
            let answer = finder.search(&query)?;
            say(&answer.findings.notes, shell);
            counts::csv_of_all(&answer, shell)?;
            Ok(u8::from(answer.findings.total == 0))
        }
        _ if args.csv => {
            let rows = finder.rows(&query)?;
            say(&finder.notes(&query)?, shell);
            let code = u8::from(rows.is_empty());
            write_rows(RowFormat::Csv, rows.into_iter(), shell.out())?;
            Ok(code)
        }
        _ => found(&finder, &query, if args.explain { HitDetail::Reasons } else { HitDetail::Text }, shell),
    }
}

fn found(finder: &Finder, query: &SearchQuery, detail: HitDetail, shell: &mut Shell) -> anyhow::Result<u8> {
    let answer = finder.search(query)?;
    if shell.json {
        shell.json(&answer)?;
    } else {
        print::answer(&answer, query, detail, shell)?;
    }
    Ok(u8::from(answer.findings.total + answer.findings.related == 0))
}

fn save(folder: &Path, name: &str, query: &SearchQuery, shell: &Shell) -> anyhow::Result<()> {
    let saved = query.saved_as(name);
    let before = Workspace::save_search(folder, &saved)?;
    let replaced = before.filter(|before| *before != saved);
    let replaced = replaced.map(|before| format!(", in place of: {}", before.shown())).unwrap_or_default();
    shell.remark(&format!("saved as '{}': {}{replaced}; use it with --saved", saved.name, saved.shown()));
    Ok(())
}

fn write(finder: &Finder, query: &SearchQuery, file: &Path, shell: &mut Shell) -> anyhow::Result<u8> {
    let rows = finder.write_results(query, file)?;
    say(&finder.notes(query)?, shell);
    if shell.json {
        shell.json(&serde_json::json!({"file": file, "rows": rows}))?;
    } else {
        shell.remark(&format!("{rows} records written to {}", file.display()));
    }
    Ok(u8::from(rows == 0))
}

/// Says beside the data what is to be known of a query.
fn say(notes: &[Note], shell: &Shell) {
    notes.iter().for_each(|note| shell.remark(&Words::english().say(note)));
}

/// Results on a page.
const PAGE: usize = 10;

/// What the user should know of the index before the results.
fn freshness(finder: &Finder, shell: &Shell) {
    if let Some(note) = finder.freshness().note() {
        shell.remark(&Words::english().coded(&note));
    }
}

fn query(args: &Args, shell: &Shell) -> SearchQuery {
    SearchQuery {
        text: args.words.join(" "),
        within: None,
        filters: args.filters.by_facet(),
        from: args.from.clone(),
        to: args.to.clone(),
        limit: match args.limit {
            _ if args.counts => 0,
            Some(limit) => limit,
            // A table is for programs, which want it whole.
            None if args.csv => usize::MAX,
            None => PAGE,
        },
        offset: args.offset,
        language: shell.language,
        sort: args.sort.into(),
        // Data is given whole; people are spared the same text again and again.
        folds: !args.all && !args.csv && !shell.json,
        is_literal: args.literal,
    }
}
