//! Imports killed hundreds of times at any place: nothing acknowledged is lost, nothing is torn, every
//! import goes on. Too long for the tests, so it is run by hand after a change to the store:
//!
//! ```sh
//! cargo bench --bench kill_rounds -- 300   # about a quarter of an hour
//! ```
//!
//! It stands among the benchmarks because those, and no examples, are told where the program lies; run among
//! them, without a number, it does nothing.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed round")]
#![expect(clippy::print_stdout, reason = "what it prints is what it is run for")]

#[path = "../it/killing.rs"]
mod killing;

use std::path::Path;
use std::process::Command;

use killing::{Killed, import_and_kill, table};

/// Rows of the file; several batches.
const ROWS: usize = 12_000;
/// The file that is imported.
const FILE: &str = "large.csv";

fn main() {
    let Some(kills) = std::env::args().find_map(|argument| argument.parse::<usize>().ok()) else {
        println!("passed over: how many kills? cargo bench --bench kill_rounds -- 300");
        return;
    };
    let text = table(ROWS);
    let (mut done, mut mid_way, mut resumed) = (0, 0, 0);
    while done < kills {
        let round = round(&text, done);
        done += round.kills;
        mid_way += round.mid_way;
        resumed += usize::from(round.is_resumed);
        println!("{done} kills, {mid_way} of them mid-way, {resumed} last imports resumed");
    }
    assert!(mid_way * 4 >= done, "only {mid_way} of {done} kills fell into the middle of an import");
}

/// What became of one workspace.
struct Round {
    kills: usize,
    mid_way: usize,
    is_resumed: bool,
}

/// Kills the import of one workspace until it has come to its end, then lets it finish.
fn round(text: &str, before: usize) -> Round {
    let folder = tempfile::TempDir::new().unwrap();
    let folder = folder.path();
    std::fs::write(folder.join(FILE), text).unwrap();
    answer(folder, &["init", "desk"]);
    let (mut kills, mut mid_way, mut floor) = (0, 0, 0);
    loop {
        let turn = before + kills;
        let import = weft(folder, &["--workspace", "desk", "import", FILE, "--json"]);
        let Killed { acknowledged, is_finished } = import_and_kill(import, 1 + turn % 3, (turn as u64 * 37) % 53);
        kills += 1;
        floor = floor.max(acknowledged);
        let records = sound_records(folder);
        assert!(records >= floor, "after kill {turn}: {records} records, {floor} were acknowledged");
        assert!(records <= ROWS as u64, "after kill {turn}: {records} records of {ROWS} rows");
        mid_way += usize::from(records > 0 && records < ROWS as u64);
        if is_finished || records == ROWS as u64 {
            break;
        }
    }
    let report = answer(folder, &["--workspace", "desk", "import", FILE, "--json"])[0].clone();
    assert_eq!(sound_records(folder), ROWS as u64);
    let after = report["resumed_at"].as_u64();
    if let Some(after) = after {
        assert_eq!(report["rows"].as_u64().unwrap() + after, ROWS as u64, "only the rest is read: {report}");
    }
    Round { kills, mid_way, is_resumed: after.is_some() }
}

/// The records of a store that must be sound.
fn sound_records(folder: &Path) -> u64 {
    let report = answer(folder, &["--workspace", "desk", "verify", "--json"]);
    assert_eq!(report["sound"], true, "{report}");
    report["records"].as_u64().unwrap()
}

/// Runs a command that must succeed; what it printed, where that is JSON.
fn answer(folder: &Path, arguments: &[&str]) -> serde_json::Value {
    let output = weft(folder, arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap_or_default()
}

fn weft(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weft"));
    command.current_dir(folder).env_remove("WEFT_WORKSPACE").args(arguments);
    command
}
