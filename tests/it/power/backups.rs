//! Cuts while a backup is written or put back.

use std::fs;

use super::watch::{assert_passed, counted, watched};
use crate::desk::Desk;

const TWO: &str = "id,state,text\n1,Peru,Build schools\n2,Peru,Build roads\n";
const MORE: &str = "id,state,text\n3,Peru,Build ports\n";

/// What a restore passes.
const RESTORING: [&str; 10] = [
    "store-restore-line",
    "store-restore-events",
    "store-flush-noted",
    "workspace-restore-unpacked",
    "workspace-restore-caches",
    "workspace-restore-decided",
    "workspace-restore-aside",
    "workspace-restore-moved",
    "workspace-restore-document",
    "workspace-restore-done",
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
    // Outside backups/: what lies there belongs to the workspace and is not written over.
    let file = "desk/dump.jsonl";
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

/// From this point on the swap is decided.
const DECIDED: &str = "workspace-restore-decided";

#[test]
fn a_restore_that_was_cut_off_leaves_the_old_workspace_or_the_new_one_whole() {
    let desk = with_backup("dump.jsonl");
    let dump = fs::read(desk.folder().join("dump.jsonl")).unwrap();
    // What has come since the backup: a record, a saved search, an analysis.
    desk.ok(["search", "ports", "--save", "Ports"]);
    desk.analyse();
    let cuts = watched(&desk, &["restore", "dump.jsonl"]);
    assert_passed(&cuts, &RESTORING);
    let decided = cuts.iter().position(|cut| cut.point == DECIDED).unwrap();
    for (at, cut) in cuts.iter().enumerate() {
        let is_new = at >= decided;
        let searches = cut.desk.json(["searches"]).as_array().unwrap().len();
        let records = counted(&cut.desk, cut.point)[0];
        assert_eq!((records, searches), if is_new { (2, 0) } else { (3, 1) }, "{}, the {at}th cut", cut.point);
        assert!(!left_over(&cut.desk), "{}: the next command clears away what was left", cut.point);
        let rows = cut.desk.export(["recommendations"]).len() as u64;
        assert_eq!(rows, records, "{}: no cache of the other store passes for fresh", cut.point);
        cut.desk.file("dump.jsonl", &dump);
        cut.desk.ok(["restore", "dump.jsonl"]);
        assert_eq!(counted(&cut.desk, cut.point)[0], 2, "{}", cut.point);
    }
}

/// Whether something of a restore lies about.
fn left_over(desk: &Desk) -> bool {
    ["restoring", "restoring.part", "store.restoring"].iter().any(|name| desk.workspace().join(name).exists())
}
