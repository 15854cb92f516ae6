//! The whole analysis at 24,000 and 268,000 records, stage by stage, and 300 of one State and 300
//! of all States added to that; near-duplicates of 41,000 texts; beside scikit-learn and datasketch in the same run.
//!
//! Run with `cargo bench --bench analysis_scale -- ROWS PYTHON`: ROWS is a table with the columns of
//! UPR Info (`text`, `state_under_review`, `session` …), PYTHON an interpreter that has scikit-learn and
//! datasketch; without it the peers are left out. Records beyond the table's own are made of the halves
//! of two rows each.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark takes times and prints them")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::time::Instant;

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256StarStar;
use weft::analysis::duplicates::similar_pairs;
use weft::domain::{Language, Step};
use weft::i18n::Words;
use weft::workspace::jobs::{Analyse, Import};
use weft::workspace::{Progress, Silent, Workspace};

const SIZES: [usize; 2] = [24_000, 268_000];
const ADDED: usize = 300;
const JOINED: usize = 41_000;
const SEED: u64 = 20_080_407;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Row = BTreeMap<String, String>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let Some(path) = arguments.first().filter(|path| Path::new(path).exists()) else {
        println!(
            "analysis_scale: skipped; name a table of rows: cargo bench --bench analysis_scale -- rows.csv python3"
        );
        return;
    };
    let mut reader = csv::Reader::from_path(path).expect("the table opens");
    let rows: Vec<Row> = reader.deserialize().map(|row| row.expect("a row of the table")).collect();
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    for size in SIZES {
        measure(&rows, size, &folder.path().join(size.to_string()));
    }
    near_duplicates(&made(&rows, JOINED));
    if let Some(python) = arguments.get(1) {
        peers(&made(&rows, SIZES[1]), python, folder.path());
    }
}

/// As many rows: those of the table, then halves of two of them under any State.
fn made(rows: &[Row], count: usize) -> Vec<Row> {
    let mut random = Xoshiro256StarStar::seed_from_u64(SEED);
    let mut all: Vec<Row> = rows.iter().take(count).cloned().collect();
    while all.len() < count {
        let (first, second) = (&rows[random.gen_range(0..rows.len())], &rows[random.gen_range(0..rows.len())]);
        let (head, tail): (Vec<&str>, Vec<&str>) =
            (first["text"].split(' ').collect(), second["text"].split(' ').collect());
        let mut row = first.clone();
        row.insert("text".into(), [&head[..head.len().div_ceil(2)], &tail[tail.len() / 2..]].concat().join(" "));
        row.insert("state_under_review".into(), rows[random.gen_range(0..rows.len())]["state_under_review"].clone());
        row.insert("session".into(), random.gen_range(1..=20).to_string());
        row.insert("row_id".into(), format!("made-{}", all.len()));
        all.push(row);
    }
    all
}

fn write(rows: &[Row], path: &Path) {
    let mut writer = csv::Writer::from_path(path).expect("the table is made");
    let columns: Vec<&String> = rows[0].keys().collect();
    writer.write_record(&columns).expect("a row is written");
    for row in rows {
        writer.write_record(columns.iter().map(|column| row.get(*column).map_or("", String::as_str))).expect("a row");
    }
    writer.flush().expect("the table is written");
}

/// When each stage was first heard of.
struct Stages(Instant, Mutex<Vec<(String, f64)>>);

impl Progress for Stages {
    fn step(&self, step: Step, _done: u64, _total: u64) {
        let step = Words::english().say(&step);
        let mut stages = self.1.lock().expect("no stage panics");
        if stages.last().is_none_or(|(last, _)| *last != step) {
            stages.push((step, self.0.elapsed().as_secs_f64()));
        }
    }
}

/// Imports rows by way of a table and tells how many seconds that took.
fn import(workspace: &mut Workspace, rows: &[Row], path: &Path) -> f64 {
    write(rows, path);
    let request = Import { files: vec![path.to_owned()], ..Import::default() };
    let start = Instant::now();
    workspace.run(&request, &workspace.owner(), &Silent).expect("the rows are imported");
    start.elapsed().as_secs_f64()
}

fn measure(rows: &[Row], size: usize, folder: &Path) {
    let mut all = made(rows, size + 2 * ADDED);
    let spread = all.split_off(size + ADDED);
    let mut added = all.split_off(size);
    // As a review brings them: recommendations to one State. Every State that gets any is compared anew.
    let state = rows[0]["state_under_review"].clone();
    added.iter_mut().for_each(|row| _ = row.insert("state_under_review".into(), state.clone()));
    let mut workspace = Workspace::init(folder, None, None, Language::En).expect("a workspace is made");
    let imported = import(&mut workspace, &all, &folder.join("rows.csv"));
    let stages = Stages(Instant::now(), Mutex::new(Vec::new()));
    let report = workspace.run(&Analyse::default(), &workspace.owner(), &stages).expect("the analysis runs");
    let whole = stages.0.elapsed().as_secs_f64();
    println!("{size} records: imported in {imported:.1} s, analysed in {whole:.1} s{}", peak());
    let mut list = stages.1.into_inner().expect("no stage panics");
    list.push((String::new(), whole));
    for pair in list.windows(2) {
        println!("  {:<28} {:>7.1} s", pair[0].0, pair[1].1 - pair[0].1);
    }
    println!("  {} clusters, {} relations", report.clusters, report.relations);
    for (name, rows) in [("of one State", &added), ("of all States", &spread)] {
        import(&mut workspace, rows, &folder.join("added.csv"));
        let start = Instant::now();
        let report = workspace.run(&Analyse::default(), &workspace.owner(), &Silent).expect("the analysis runs");
        let seconds = start.elapsed().as_secs_f64();
        let work = report.work;
        println!("  {ADDED} records {name} more: {seconds:.1} s, {} read, {} States", work.computed, work.states);
    }
}

/// The most memory that the process has held so far, where the system tells.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(String::new, |value| format!(", peak memory {}", value.trim()))
}

fn near_duplicates(rows: &[Row]) {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let mut words = |text: &str| -> Vec<u32> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut list: Vec<u32> = words
            .map(|word| {
                let next = numbers.len() as u32;
                *numbers.entry(word.to_owned()).or_insert(next)
            })
            .collect();
        list.sort_unstable();
        list.dedup();
        list
    };
    let sets: Vec<Vec<u32>> = rows.iter().map(|row| words(&row["text"])).collect();
    let views: Vec<&[u32]> = sets.iter().map(Vec::as_slice).collect();
    let start = Instant::now();
    let pairs = similar_pairs(&views, 0.8).len();
    println!("weft: exact join, {JOINED} texts\t{:.1}\t{pairs} pairs of at least 0.8", start.elapsed().as_secs_f64());
}

fn peers(rows: &[Row], python: &str, folder: &Path) {
    let texts: Vec<String> = rows.iter().map(|row| row["text"].replace('\n', " ")).collect();
    let file = folder.join("texts.txt");
    std::fs::write(&file, texts.join("\n")).expect("the texts are written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches").join("peers").join("analysis_peers.py");
    let status = Command::new(python).arg(script).arg(&file).status().expect("the interpreter starts");
    assert!(status.success(), "the peers run");
}
