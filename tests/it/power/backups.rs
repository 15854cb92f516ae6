//! Cuts while a backup is written or put back.

use std::fs;

use super::watch::{assert_passed, counted, watched};
use crate::desk::Desk;

const TWO: &str = "id,state,text\n1,Peru,Build schools\n2,Peru,Build roads\n";
const MORE: &str = "id,state,text\n3,Peru,Build ports\n";

/// What a restore passes.
const RESTORING: [&str; 8] = [
    "store-restore-line",
    "store-restore-events",
    "store-flush-noted",
    "workspace-restore-unpacked",
    "workspace-restore-aside",
    "workspace-restore-moved",
    "workspace-restore-document",
    "workspace-restore-index",
];

/// A workspace of three records, and a backup from when there were two.
fn with_backup(file: &str) -> Desk {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").ok(["backup", file]);
    desk.with("more.csv", MORE).import("more.csv");
    desk
}

#[test]
fn a_backup_that_was_cut_off_leaves_the_one_before_whole() {
    let file = "desk/backups/dump.jsonl";
    let desk = with_backup(file);
    let cuts = watched(&desk, &["backup", file]);
    let points = ["store-backup-begin", "store-backup-written", "store-backup-synced", "store-backup-done"];
    assert_passed(&cuts, &points);
    for cut in &cuts {
        assert_eq!(counted(&cut.desk, cut.point)[0], 3, "{}: a backup only reads", cut.point);
        cut.desk.ok(["restore", file]);
        let [records, ..] = counted(&cut.desk, cut.point);
        let is_new = records == 3;
        assert!(is_new || (records == 2 && cut.point != "store-backup-done"), "{}: {records}", cut.point);
    }
}

#[test]
fn a_restore_that_was_cut_off_loses_nothing_and_can_be_repeated() {
    let desk = with_backup("dump.jsonl");
    let dump = fs::read(desk.folder().join("dump.jsonl")).unwrap();
    let cuts = watched(&desk, &["restore", "dump.jsonl"]);
    assert_passed(&cuts, &RESTORING);
    for cut in &cuts {
        cut.desk.file("dump.jsonl", &dump);
        let is_aside = set_asides(&cut.desk).iter().any(|aside| aside.join("store").exists());
        let looked = cut.desk.run(["verify"]);
        if looked.code == 0 {
            let records = counted(&cut.desk, cut.point)[0];
            assert!(records == 3 || (records == 2 && is_aside), "{}: {records} records", cut.point);
        } else {
            let is_told = looked.stderr.contains("an interrupted restore left");
            assert!(is_told && is_aside, "{}: {}", cut.point, looked.stderr);
        }
        // Nobody repeats it in the second in which the power failed; the name of a folder tells no more.
        for aside in set_asides(&cut.desk) {
            fs::rename(&aside, aside.with_file_name("set-aside-earlier")).unwrap();
        }
        cut.desk.ok(["restore", "dump.jsonl"]);
        assert_eq!(counted(&cut.desk, cut.point)[0], 2, "{}", cut.point);
    }
}

/// Folders with what a restore has set aside.
fn set_asides(desk: &Desk) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(desk.workspace()).unwrap().map(|entry| entry.unwrap());
    let is_aside = |name: std::ffi::OsString| name.to_string_lossy().starts_with("before-restore-");
    entries.filter(|entry| is_aside(entry.file_name())).map(|entry| entry.path()).collect()
}
