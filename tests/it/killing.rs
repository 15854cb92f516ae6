//! An import in a process that is killed at any place of a batch. The long round of `tests/tools` reads
//! this file too.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// A table of so many records that are all different.
pub(crate) fn table(rows: usize) -> String {
    let mut text = String::from("row_id,state,text,session\n");
    for row in 0..rows {
        text.push_str(&format!("K-{row},Peru,\"Build school number {row} in district {} for all\",20\n", row % 97));
    }
    text
}

/// What a killed import had done.
pub(crate) struct Killed {
    /// Rows that it said were on disk.
    pub(crate) acknowledged: u64,
    /// Whether it had come to its end before.
    pub(crate) is_finished: bool,
}

/// Starts an import that tells its batches (`--json`), waits until `batches` are acknowledged and a
/// little longer, kills it.
pub(crate) fn import_and_kill(mut import: Command, batches: usize, longer: u64) -> Killed {
    let mut child = import.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut acknowledged = 0;
    for line in lines.by_ref().take(batches).map_while(Result::ok) {
        let event: serde_json::Value = serde_json::from_str(&line).unwrap();
        acknowledged = event["rows"].as_u64().unwrap();
    }
    wait_busily(longer);
    child.kill().unwrap();
    for line in lines.map_while(Result::ok) {
        if let Ok(event) = serde_json::from_str::<serde_json::Value>(&line) {
            acknowledged = event["rows"].as_u64().unwrap_or(acknowledged);
        }
    }
    Killed { acknowledged, is_finished: child.wait().unwrap().success() }
}

/// Waits for a varied length, busily: a kill falls at any place of what is going on.
pub(crate) fn wait_busily(longer: u64) {
    let waste = (0..longer * 40_000).fold(0u64, |sum, n| sum.wrapping_mul(31).wrapping_add(n));
    assert_ne!(std::hint::black_box(waste), 1);
}
