//! Cuts during decisions and their undoing: a command is on disk whole or not at all.

use super::imports::SMALL;
use super::watch::{assert_passed, counted, watched};
use crate::desk::Desk;

/// Points after which a decision is on disk for good.
const WRITTEN: [&str; 2] = ["store-flush-done", "store-flush-noted"];

/// The number of the first cluster.
fn first(desk: &Desk) -> String {
    let number = desk.json(["clusters"])["list"][0]["number"].clone();
    format!("{}.{}", number["theme"], number["cluster"])
}

#[test]
fn a_decision_is_on_disk_whole_or_not_at_all_and_so_is_its_undoing() {
    let desk = Desk::new();
    desk.with("small.csv", SMALL).import("small.csv").analyse();
    let number = first(&desk);
    for arguments in [
        &["links", "accept", "S-1", "sdg", "16.3"][..],
        &["duplicates", "refuse", "S-1", "S-2"],
        &["clusters", "rename", &number, "What we call it"],
        &["clusters", "accept", &number],
        &["undo"],
        &["undo"],
    ] {
        let before = counted(&desk, "before");
        let cuts = watched(&desk, arguments);
        assert_passed(&cuts, &["store-decide-begin", "store-decide-inside", "store-flush-done", "store-flush-noted"]);
        let after = counted(&desk, "after");
        assert_ne!(before, after, "{arguments:?} is a decision");
        let wanted = desk.ok(["export", "recommendations"]);
        for cut in &cuts {
            let found = counted(&cut.desk, cut.point);
            assert!(found == before || found == after, "{arguments:?}, {}: torn: {found:?}", cut.point);
            let is_written = WRITTEN.contains(&cut.point);
            assert!(found == after || !is_written, "{arguments:?}, {}: lost", cut.point);
            if found == before {
                cut.desk.ok(arguments);
            }
            assert_eq!(cut.desk.ok(["export", "recommendations"]), wanted, "{arguments:?}, {}", cut.point);
        }
    }
}
