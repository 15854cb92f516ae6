//! Running a search: arguments to a query, the answer to where it is wanted.

use std::io::IsTerminal;

use super::args::Args;
use super::{counts, print};
use crate::cli::shell::Shell;
use crate::exports::{HitRow, RowFormat, write_rows};
use crate::workspace::{Finder, Freshness, Hit, SearchAnswer, SearchQuery};

pub(in crate::cli) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let finder = Finder::open(&shell.folder()?, shell.language, &*shell.progress())?;
    freshness(&finder, shell);
    let (is_csv, explains) = (args.csv, args.explain);
    let fields = args.count_by.clone();
    let query = query(args, shell);
    if let Some(fields) = fields {
        return counts::run(&finder, &query, &fields, is_csv, shell);
    }
    let answer = finder.search(&query)?;
    let code = u8::from(answer.total + answer.related == 0);
    if shell.json {
        shell.json(&answer)?;
    } else if is_csv {
        csv(&answer, shell)?;
    } else {
        print::answer(&answer, &query, explains, shell)?;
    }
    Ok(code)
}

/// What the user should know of the index before the results.
fn freshness(finder: &Finder, shell: &Shell) {
    match finder.freshness() {
        Freshness::Current => {}
        Freshness::Busy => {
            shell.remark("Another process is at work on the records; this is what was indexed before it began");
        }
        Freshness::Unanalysed(many) => {
            shell.remark(&format!("{many} records have not been analysed and have no clusters yet; run: weft analyse"));
        }
    }
}

fn query(args: Args, shell: &Shell) -> SearchQuery {
    let coloured = std::io::stdout().is_terminal();
    let marks = if coloured && !shell.json && !args.csv { ("\u{1b}[1m", "\u{1b}[22m") } else { ("**", "**") };
    SearchQuery {
        text: args.words.join(" "),
        filters: args.filters.by_facet(),
        from: args.from,
        to: args.to,
        limit: if args.counts { 0 } else { args.limit },
        offset: args.offset,
        marks: (marks.0.to_owned(), marks.1.to_owned()),
        language: shell.language,
        sort: args.sort.into(),
        // Data is given whole; people are spared the same text again and again.
        folds: !args.all && !args.csv && !shell.json,
        is_literal: args.literal,
    }
}

fn csv(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    write_rows(RowFormat::Csv, answer.hits.iter().map(row), shell.out())?;
    Ok(())
}

fn row(hit: &Hit) -> HitRow {
    HitRow {
        id: hit.id.to_string(),
        reference: hit.reference.clone(),
        state: hit.state.clone(),
        position: hit.position.clone(),
        cluster: hit.cluster.clone(),
        language: hit.language.to_string(),
        text: hit.text.clone(),
    }
}
