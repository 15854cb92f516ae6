//! Every reader under documents that were mutated: none may panic or hang, whatever it is given. Too long
//! for the tests, so it is run by hand after a change to a reader:
//!
//! ```sh
//! cargo bench --bench mutate -- 10         # minutes
//! cargo bench --bench mutate -- 10 7       # another seed
//! cargo bench --bench mutate -- 10 7 DIR   # with small documents of a folder, such as XLS, ODS, DOC and RTF
//! ```
//!
//! Inputs are the demo's documents and some that are made here. Each is read as a source of recommendations, as the
//! last plan and as a file that comes back from an addressee. XML inside of Word and Excel files is
//! mutated part by part and packed again, so that the readers see it; other formats by bytes and by words. A
//! case is a matter of seed and number alone. What panics or hangs is written to `target/mutate`.
//!
//! PDF is taken apart in a process of its own, whose end is an error of the file; what is looked for there
//! is a panic of what reads its text. Run among the benchmarks, without a number, it does nothing.

#![expect(clippy::unwrap_used, reason = "a failed unwrap ends the run")]
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it takes times and prints what it found")]

mod mutation;
#[expect(dead_code, reason = "the tests make more kinds of documents")]
#[path = "../it/paper.rs"]
mod paper;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use weft::domain::Language;
use weft::domain::vocabulary::StateRegister;
use weft::ingest::{
    ColumnMap, Context, DocumentFacts, PlanColumnMap, SourceFile, read, read_plan, read_returned, start_readers_with,
};

use paper::{Word, pdf};

/// How long one document may take; all of them are small.
const LIMIT: Duration = Duration::from_secs(20);
/// How often it is told how far the run has come.
const TELLING: Duration = Duration::from_secs(30);
/// The seed where none is given.
const SEED: u64 = 1;

/// Panics of any thread: the guard of the readers catches them, so they are counted where they begin.
static PANICS: AtomicU64 = AtomicU64::new(0);

/// A document before it is mutated.
struct Seed {
    name: String,
    bytes: Vec<u8>,
}

/// What became of the documents of one format.
#[derive(Default)]
struct Tally {
    runs: u64,
    read: u64,
    panics: u64,
    hangs: u64,
    time: Duration,
    slowest: Duration,
}

fn main() {
    let mut numbers = std::env::args().filter_map(|argument| argument.parse::<u64>().ok());
    let Some(minutes) = numbers.next() else {
        println!("passed over: how many minutes? cargo bench --bench mutate -- 10 [SEED]");
        return;
    };
    let seed = numbers.next().unwrap_or(SEED);
    start_readers_with(PathBuf::from(env!("CARGO_BIN_EXE_weft")));
    std::panic::set_hook(Box::new(|_| _ = PANICS.fetch_add(1, Ordering::SeqCst)));
    let folder = std::env::args().skip(1).map(PathBuf::from).find(|argument| argument.is_dir());
    let tallies = run(Duration::from_secs(minutes * 60), seed, folder.as_deref());
    tell(&tallies);
    let found: u64 = tallies.values().map(|tally| tally.panics + tally.hangs).sum();
    std::process::exit(i32::from(found > 0));
}

fn run(limit: Duration, seed: u64, more: Option<&Path>) -> BTreeMap<String, Tally> {
    let (mut seeds, begun) = (seeds(), Instant::now());
    seeds.extend(more.into_iter().flat_map(of_folder));
    let folder = tempfile::TempDir::new().unwrap();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut told = begun;
    for number in 0.. {
        if begun.elapsed() >= limit {
            break;
        }
        let chosen = &seeds[number as usize % seeds.len()];
        let bytes = mutation::mutated(&chosen.bytes, seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(number));
        let path = folder.path().join(&chosen.name);
        std::fs::write(&path, &bytes).unwrap();
        let tally = tallies.entry(ending(&chosen.name)).or_default();
        if let Some(fault) = tried(&path, tally) {
            keep(&bytes, &format!("{fault}-{seed}-{number}-{}", chosen.name));
        }
        if told.elapsed() > TELLING {
            tell(&tallies);
            told = Instant::now();
        }
    }
    tallies
}

/// Reads a file; the name of what went wrong, if something did.
fn tried(path: &Path, tally: &mut Tally) -> Option<&'static str> {
    let (before, begun) = (PANICS.load(Ordering::SeqCst), Instant::now());
    let (sender, receiver) = channel();
    let owned = path.to_owned();
    std::thread::spawn(move || {
        // Nobody listens after a time-out.
        let _ = sender.send(is_read(&owned));
    });
    let outcome = receiver.recv_timeout(LIMIT);
    let time = begun.elapsed();
    tally.runs += 1;
    tally.time += time;
    tally.slowest = tally.slowest.max(time);
    tally.read += u64::from(outcome == Ok(true));
    if PANICS.load(Ordering::SeqCst) > before {
        tally.panics += 1;
        return Some("panic");
    }
    if time >= LIMIT {
        tally.hangs += 1;
        return Some("hang");
    }
    None
}

/// Whether a file could be read in any way; a refusal is as good.
fn is_read(path: &Path) -> bool {
    let Ok(file) = SourceFile::open(path) else { return false };
    let map = PlanColumnMap::parse::<&str>(&[]).unwrap();
    let is_plan = read_plan(&file, &map, Language::En).is_ok();
    let is_returned = read_returned(&file).is_ok();
    let given = DocumentFacts { state: "PER".parse().ok(), ..DocumentFacts::default() };
    let columns = ColumnMap::parse::<&str>(&[]).unwrap();
    let states = StateRegister::embedded();
    let context = Context { states, default_state: given.state, entities: &[], columns: &columns, given: &given };
    read(&file, &context).is_ok() || is_plan || is_returned
}

/// The documents of a folder, in the order of their names.
fn of_folder(folder: &Path) -> Vec<Seed> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Seed { name, bytes: std::fs::read(&path).unwrap() }
    };
    paths.into_iter().filter(|path| path.is_file()).map(read).collect()
}

/// The documents of the demo, and for formats that it has none of, small ones.
fn seeds() -> Vec<Seed> {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/demo");
    let of_demo = ["addendum_saravia.docx", "thematic_list_saravia.docx", "uhri_saravia.xlsx", "upr_saravia.csv"];
    let read = |name: &str| Seed { name: name.to_owned(), bytes: std::fs::read(demo.join(name)).unwrap() };
    let lines = report();
    let text = lines.join("\n\n");
    let page = format!("<html><body><p>{}</p></body></html>", lines.join("</p>\n<p>"));
    let uhri = std::fs::read_to_string(demo.join("uhri_saravia.json")).unwrap();
    let made = [
        ("report.docx", Word::new().head("A/HRC/37/8").lines(&lines).bytes()),
        ("report.pdf", pdf(std::slice::from_ref(&lines))),
        ("report.txt", text.into_bytes()),
        ("report.html", page.into_bytes()),
        ("uhri.json", shortened(&uhri).into_bytes()),
    ];
    let made = made.into_iter().map(|(name, bytes)| Seed { name: name.to_owned(), bytes });
    of_demo.into_iter().map(read).chain(made).collect()
}

/// The first records of an export: the whole would take most of the time.
fn shortened(uhri: &str) -> String {
    let records: Vec<serde_json::Value> = serde_json::from_str(uhri).unwrap();
    serde_json::to_string_pretty(&records[..records.len().min(12)]).unwrap()
}

fn report() -> Vec<&'static str> {
    vec![
        "A/HRC/37/8",
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "II. Conclusions and/or recommendations",
        "111. The following recommendations enjoy the support of Peru:",
        "111.1 Ratify the treaty on mines (Chile) (Netherlands (Kingdom of the));",
        "111.2 Take measures to: (a) Plant trees; (b) Dig wells (Kenya);",
        "112. The recommendations below were noted by Peru:",
        "112.1 Move the capital (Chad).",
    ]
}

fn ending(name: &str) -> String {
    Path::new(name).extension().unwrap_or_default().to_string_lossy().into_owned()
}

/// Writes an input that went wrong.
fn keep(bytes: &[u8], name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target").join("mutate");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), bytes).unwrap();
    println!("kept target/mutate/{name}");
}

fn tell(tallies: &BTreeMap<String, Tally>) {
    println!("reader     runs     read   panics    hangs   seconds   slowest");
    for (reader, tally) in tallies {
        let (time, slowest) = (tally.time.as_secs_f64(), tally.slowest.as_secs_f64());
        let Tally { runs, read, panics, hangs, .. } = tally;
        println!("{reader:6} {runs:8} {read:8} {panics:8} {hangs:8} {time:9.1} {slowest:9.3}");
    }
}
