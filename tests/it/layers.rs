//! The architecture as a test: who may use whom, which library is used where, how long files are.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

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
    ("plan", &["domain", "text"]),
    ("reports", &["domain"]),
    ("exports", &["domain", "i18n", "plan"]),
    ("training", &["domain", "text", "ingest", "search", "analysis"]),
    (
        "workspace",
        &["domain", "i18n", "text", "ingest", "records", "store", "search", "analysis", "plan", "reports", "exports"],
    ),
    ("cli", &["domain", "i18n", "search", "exports", "reports", "training", "workspace"]),
];

/// For each library the rooms that may use it; `a/b` is a folder or file inside a room.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("sled", &["store"]),
    ("tantivy", &["search"]),
    ("linfa", &["analysis", "training"]),
    ("linfa_clustering", &["analysis"]),
    ("linfa_logistic", &["training"]),
    ("linfa_linalg", &["training"]),
    ("ndarray", &["analysis", "training"]),
    ("kodama", &["analysis"]),
    ("sprs", &["training"]),
    ("calamine", &["ingest"]),
    ("quick_xml", &["ingest/document"]),
    ("zip", &["ingest/document", "ingest/detect.rs"]),
    ("pdf_extract", &["ingest/document/pdf"]),
    ("memory_stats", &["ingest/document/pdf"]),
    ("scraper", &["ingest/document/html.rs"]),
    ("tempfile", &["ingest/document"]),
    ("encoding_rs", &["ingest"]),
    ("chardetng", &["ingest"]),
    ("csv", &["ingest", "exports", "training/tables", "domain/vocabulary"]),
    ("rust_xlsxwriter", &["exports"]),
    ("docx_rs", &["exports"]),
    ("fluent_bundle", &["i18n"]),
    ("unic_langid", &["i18n"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("comfy_table", &["cli"]),
    ("anyhow", &["cli", "main.rs"]),
];

/// Longest file, in lines; nothing here is a pure table.
const LONGEST: usize = 500;

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                open.push(entry);
            } else if entry.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&entry).unwrap();
                files.push((entry.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    files.sort();
    assert!(files.len() > 50, "the sources were found");
    files
}

fn room(path: &Path) -> String {
    path.components().next().unwrap().as_os_str().to_string_lossy().into_owned()
}

/// Path with forward slashes on every system.
fn slashed(path: &Path) -> String {
    path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Code without comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split("//").next().unwrap_or("")).filter(|line| !line.trim().is_empty())
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
    [format!("{library}::"), format!("use {library};")].iter().any(|needle| {
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
            assert!(matches!(room.as_str(), "lib.rs" | "main.rs"), "{room} is in no layer");
            continue;
        };
        for line in code(&text) {
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
    for (path, text) in sources() {
        let place = slashed(&path);
        for (library, rooms) in LIBRARIES {
            let is_home = rooms.iter().any(|room| place == *room || place.starts_with(&format!("{room}/")));
            if !is_home && code(&text).any(|line| uses_library(line, library)) {
                faults.push(format!("{place}: {library}"));
            }
        }
    }
    assert!(faults.is_empty(), "libraries outside their room:\n{}", faults.join("\n"));
}

#[test]
fn no_file_grows_beyond_its_limit() {
    let long: Vec<String> = sources()
        .iter()
        .map(|(path, text)| (slashed(path), text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "split these files:\n{}", long.join("\n"));
    let main = sources().into_iter().find(|(path, _)| path == Path::new("main.rs")).unwrap().1;
    assert!(main.lines().count() < 40, "main.rs is a story of less than forty lines");
}

#[test]
fn the_checks_of_this_file_can_fail() {
    assert!(uses_library("use sled::Db;", "sled") && uses_library("    let db = sled::open(path);", "sled"));
    assert!(!uses_library("use crate::sledge::X;", "sled") && !uses_library("weft::csv::x()", "csv"));
    assert_eq!(names_after("use crate::store::Store;", "crate::").collect::<Vec<_>>(), ["store"]);
}
