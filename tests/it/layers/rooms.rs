//! Which room may use which, and which library is used where.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::known::assert_known;
use super::source::{Taken, slashed, sources};

/// For each room the rooms it may use.
const EDGES: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("text", &["domain"]),
    ("i18n", &["domain"]),
    ("ingest", &["domain", "text"]),
    ("records", &["domain", "text"]),
    ("store", &["domain", "records"]),
    ("search", &["domain", "text"]),
    ("analysis", &["domain", "text"]),
    ("view", &["domain", "records", "analysis"]),
    ("plan", &["domain", "text", "view"]),
    ("reports", &["domain", "text", "analysis", "view", "plan"]),
    ("exercise", &["domain", "text", "ingest", "view", "reports"]),
    ("exports", &["domain", "i18n", "text", "plan", "reports", "exercise"]),
    ("figures", &["domain", "i18n", "text", "reports"]),
    ("training", &["domain", "text", "ingest", "search", "analysis"]),
    (
        "workspace",
        &[
            "domain", "i18n", "text", "ingest", "records", "store", "search", "analysis", "view", "plan", "reports",
            "exercise", "exports", "figures",
        ],
    ),
    ("ui", &["domain", "i18n", "plan", "reports", "view", "workspace"]),
    (
        "cli",
        &[
            "ui",
            "domain",
            "i18n",
            "text",
            "search",
            "plan",
            "exercise",
            "exports",
            "view",
            "reports",
            "training",
            "workspace",
        ],
    ),
];

/// For each library the rooms that may use it; `a/b` is a folder or file inside a room.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("sled", &["store"]),
    ("tantivy", &["search"]),
    ("nohash_hasher", &["domain/record_id.rs", "search"]),
    ("linfa", &["analysis", "training"]),
    ("linfa_clustering", &["analysis"]),
    ("linfa_logistic", &["training"]),
    ("linfa_linalg", &["training"]),
    ("ndarray", &["analysis", "training"]),
    ("kodama", &["analysis"]),
    ("petgraph", &["analysis"]),
    ("pathfinding", &["exercise/agreement"]),
    ("sprs", &["training"]),
    ("calamine", &["ingest"]),
    ("quick_xml", &["ingest/document", "ingest/workbook/ods_extent.rs", "ingest/workbook/parts.rs", "figures/svg.rs"]),
    (
        "zip",
        &[
            "exports/docx_stream.rs",
            "exports/matrix_docx.rs",
            "ingest/document",
            "ingest/detect.rs",
            "ingest/workbook/ods_extent.rs",
            "ingest/workbook/parts.rs",
        ],
    ),
    ("pdf_extract", &["ingest/document/pdf"]),
    ("sysinfo", &["ingest/process.rs"]),
    ("scraper", &["ingest/document/html.rs"]),
    (
        "tempfile",
        &[
            "ingest/document",
            "ingest/own_process.rs",
            "ingest/plain_tables.rs",
            "ingest/plan_sheet/mod.rs",
            "ingest/register.rs",
            "ingest/source_file.rs",
            "ingest/workbook/xls.rs",
            "search/index/only_files.rs",
            "search/index/read_only.rs",
            "store",
            "ui/notes.rs",
            "ui/routes/tests.rs",
            "ui/said.rs",
            "ui/upload.rs",
            "workspace",
        ],
    ),
    ("encoding_rs", &["ingest"]),
    ("chardetng", &["ingest"]),
    ("csv", &["ingest", "exports", "training/tables", "domain/vocabulary"]),
    ("rust_xlsxwriter", &["exports", "ingest/workbook/sheets.rs"]),
    ("docx_rs", &["exports"]),
    ("resvg", &["figures/png.rs"]),
    ("dejavu", &["figures/png.rs"]),
    ("fluent_bundle", &["i18n"]),
    ("unic_langid", &["i18n"]),
    (
        "maud",
        &[
            "exports/answer_html.rs",
            "exports/html_page.rs",
            "exports/plan_document/html.rs",
            "exports/dispatch/answer.rs",
            "exports/report/html.rs",
            "ui",
        ],
    ),
    ("axum", &["ui"]),
    ("tokio", &["ui"]),
    ("icalendar", &["exports/calendar_ics.rs"]),
    ("rust_decimal", &["domain/plan", "plan", "text/quantities.rs", "ingest/plain_tables.rs"]),
    ("clap", &["cli"]),
    ("ctrlc", &["cli/interrupt.rs"]),
    ("indicatif", &["cli"]),
    ("comfy_table", &["cli"]),
    ("anyhow", &["cli"]),
    ("anstream", &["cli/terminal.rs"]),
    ("textwrap", &["cli"]),
    ("fail", &["search", "store", "workspace"]),
    ("std::io::stdin", &["cli/terminal.rs"]),
    ("std::io::stdout", &["cli/terminal.rs"]),
    ("std::io::stderr", &["cli/terminal.rs"]),
    (
        "std::env",
        &[
            "cli/icon.rs",
            "cli/terminal.rs",
            "ingest/document/pdf",
            "ingest/own_process.rs",
            "training/tables",
            "workspace/clock.rs",
            "icon.rs",
            "main.rs",
        ],
    ),
    (
        "std::process",
        &[
            "cli/interrupt.rs",
            "ingest/document",
            "ingest/own_process.rs",
            "ingest/process.rs",
            "store/open.rs",
            "training/tables",
            "ui/entry.rs",
            "ui/run_file.rs",
            "ui/serve.rs",
            "icon.rs",
            "main.rs",
        ],
    ),
    // On this computer alone.
    ("std::net", &["ui/run_file.rs", "ui/serve.rs"]),
];

fn room(path: &Path) -> String {
    path.components().next().unwrap().as_os_str().to_string_lossy().into_owned()
}

/// Names that follow `prefix` in a line and are no part of a longer word.
fn names_after<'a>(line: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    line.match_indices(prefix).map(move |(at, _)| {
        let rest = &line[at + prefix.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

fn uses_library(line: &str, library: &str) -> bool {
    // A function is called by its whole path; short names are those of methods too.
    let call = format!("{library}{}", if library.contains("::") { "(" } else { "::" });
    [format!("{library}::"), call, format!("use {library};")].iter().any(|needle| {
        line.match_indices(needle.as_str()).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
        })
    })
}

#[test]
fn a_room_uses_only_rooms_below_it() {
    let edges: BTreeMap<&str, &[&str]> = EDGES.iter().copied().collect();
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let room = room(&path);
        let Some(allowed) = edges.get(room.as_str()) else {
            assert!(matches!(room.as_str(), "lib.rs" | "main.rs" | "icon.rs"), "{room} is in no layer");
            continue;
        };
        for line in Taken::of(&text).code.lines() {
            for used in names_after(line, "crate::") {
                if used != room && edges.contains_key(used) && !allowed.contains(&used) {
                    faults.push(format!("{}: {used}", slashed(&path)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "rooms that use what they must not:\n{}", faults.join("\n"));
}

#[test]
fn a_library_stays_in_its_room() {
    let mut faults = Vec::new();
    let mut homes = BTreeSet::new();
    for (path, text) in sources() {
        let (place, code) = (slashed(&path), Taken::of(&text).code);
        for (library, rooms) in LIBRARIES {
            if !code.lines().any(|line| uses_library(line, library)) {
                continue;
            }
            match rooms.iter().find(|room| place == **room || place.starts_with(&format!("{room}/"))) {
                Some(home) => _ = homes.insert((*library, *home)),
                None => faults.push(format!("{place}: {library}")),
            }
        }
    }
    assert!(faults.is_empty(), "libraries outside their room:\n{}", faults.join("\n"));
    let homes_given = LIBRARIES.iter().flat_map(|(library, rooms)| rooms.iter().map(move |room| (*library, *room)));
    assert_known("a library has no home that it is not used in", &homes, &homes_given.collect());
}

#[test]
fn the_checks_of_this_file_can_fail() {
    assert!(uses_library("use sled::Db;", "sled") && uses_library("    let db = sled::open(path);", "sled"));
    assert!(!uses_library("use crate::sledge::X;", "sled") && !uses_library("weft::csv::x()", "csv"));
    assert_eq!(names_after("use crate::store::Store;", "crate::").collect::<Vec<_>>(), ["store"]);
}
