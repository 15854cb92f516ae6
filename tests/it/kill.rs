//! The power fails during an import: nothing acknowledged is lost, nothing is torn, it goes on.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::desk::Desk;

/// Rows of the file; several batches.
const ROWS: usize = 12_000;
/// How often the import is killed.
const KILLS: usize = 32;

fn table() -> String {
    let mut text = String::from("row_id,state,text,session\n");
    for row in 0..ROWS {
        text.push_str(&format!("K-{row},Peru,\"Build school number {row} in district {} for all\",20\n", row % 97));
    }
    text
}

/// Starts an import, waits until `batches` batches are acknowledged and a little longer, kills it.
/// Returns the rows that were acknowledged and whether the import had come to its end.
fn import_and_kill(desk: &Desk, file: &str, batches: usize, longer: u64) -> (u64, bool) {
    let mut child = desk
        .weft()
        .args(["--workspace", "desk", "import", file, "--json"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut acknowledged = 0;
    for line in lines.by_ref().take(batches).map_while(Result::ok) {
        let event: serde_json::Value = serde_json::from_str(&line).unwrap();
        acknowledged = event["rows"].as_u64().unwrap();
    }
    // Busy waiting of a varied length: the kill falls at any place of a batch.
    let waste = (0..longer * 40_000).fold(0u64, |sum, n| sum.wrapping_mul(31).wrapping_add(n));
    assert_ne!(std::hint::black_box(waste), 1);
    child.kill().unwrap();
    for line in lines.map_while(Result::ok) {
        if let Ok(event) = serde_json::from_str::<serde_json::Value>(&line) {
            acknowledged = event["rows"].as_u64().unwrap_or(acknowledged);
        }
    }
    (acknowledged, child.wait().unwrap().success())
}

#[test]
fn an_import_that_is_killed_thirty_times_loses_nothing_and_goes_on() {
    let text = table();
    let (mut kills, mut resumed, mut mid_way) = (0, 0, 0);
    while kills < KILLS {
        let desk = Desk::new();
        let file = desk.file("large.csv", &text);
        let mut floor = 0;
        loop {
            let (acknowledged, finished) = import_and_kill(&desk, &file, 1 + kills % 3, (kills as u64 * 37) % 53);
            floor = floor.max(acknowledged);
            kills += 1;
            let report = desk.json(&["verify"]);
            assert_eq!(report["sound"], true, "after kill {kills}: {report}");
            let records = report["records"].as_u64().unwrap();
            assert!(records >= floor, "after kill {kills}: {records} records, {floor} were acknowledged");
            assert!(records <= ROWS as u64, "after kill {kills}: {records} records of {ROWS} rows");
            mid_way += usize::from(records > 0 && records < ROWS as u64);
            if finished || records == ROWS as u64 {
                break;
            }
        }
        let report = desk.import(&file);
        assert_eq!(desk.json(&["verify"])["records"], ROWS as u64);
        if let Some(after) = report["resumed_at"].as_u64() {
            resumed += 1;
            assert_eq!(report["rows"].as_u64().unwrap() + after, ROWS as u64, "only the rest is read: {report}");
        }
    }
    assert!(mid_way >= 10, "only {mid_way} of {kills} kills fell into the middle of an import");
    eprintln!("{kills} kills, {mid_way} of them mid-way, {resumed} last imports resumed");
}

#[test]
fn a_second_process_is_told_who_holds_the_workspace() {
    let desk = Desk::new();
    let file = desk.file("large.csv", table());
    let mut holder = desk
        .weft()
        .args(["--workspace", "desk", "import", &file, "--json"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Stopped in the middle of its work, the first process keeps the lock.
    let mut lines = BufReader::new(holder.stderr.take().unwrap()).lines();
    lines.next().unwrap().unwrap();
    if !pause(holder.id()) {
        eprintln!("skipped: processes cannot be paused on this system");
        holder.kill().unwrap();
        holder.wait().unwrap();
        return;
    }
    let second = desk.run(&["verify"]);
    assert_eq!(second.code, 3, "{}", second.stderr);
    assert!(second.stderr.contains(&format!("pid {}", holder.id())), "{}", second.stderr);
    assert!(second.stderr.contains("hint: wait until the other command is done"), "{}", second.stderr);
    holder.kill().unwrap();
    holder.wait().unwrap();
}

/// Stops a process without ending it; only Unix can.
fn pause(pid: u32) -> bool {
    cfg!(unix)
        && std::process::Command::new("kill").args(["-STOP", &pid.to_string()]).status().is_ok_and(|s| s.success())
}
