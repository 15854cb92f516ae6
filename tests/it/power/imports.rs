//! Cuts during an import.

use std::collections::BTreeSet;

use super::watch::{assert_passed, counted, watched};
use crate::desk::Desk;
use crate::killing::table;

/// Rows of the file: two whole batches and a part of one.
const ROWS: usize = 2_100;
/// Records of a whole batch.
const BATCH: u64 = 1_000;
/// A small table of many matters.
pub(super) const SMALL: &str = "id,state,text,session\n\
    S-1,Peru,Ratify the Convention against Torture,20\n\
    S-2,Peru,Accede to the Convention against Torture,20\n\
    S-3,Peru,Abolish the death penalty,20\n\
    S-4,Peru,Build schools in all villages of the mountains,20\n\
    S-5,Peru,Protect women from violence in the family,20\n\
    S-6,Peru,Train police officers not to ill-treat prisoners,20\n\
    S-7,Peru,Give all children a birth certificate,20\n\
    S-8,Peru,Make hospitals open to persons with disabilities,20\n";

/// The records, imports and decisions of a store, line by line.
fn truth(desk: &Desk) -> Vec<String> {
    desk.ok(["backup", "truth.jsonl"]);
    let dump = std::fs::read_to_string(desk.folder().join("truth.jsonl")).unwrap();
    let kinds = ["record", "import", "decision"].map(|kind| format!("{{\"line\":\"{kind}\""));
    let lines = dump.lines().filter(|line| kinds.iter().any(|kind| line.starts_with(kind.as_str())));
    lines.map(str::to_owned).collect()
}

#[test]
fn a_power_cut_at_any_point_of_an_import_loses_nothing_that_was_acknowledged() {
    let desk = Desk::new();
    let text = table(ROWS);
    let cuts = watched(desk.with("large.csv", &text), &["import", "large.csv", "--json"]);
    let points = ["store-import-begin", "store-import-inside", "store-flush-begin", "store-flush-done"];
    assert_passed(&cuts, &points);
    assert_passed(&cuts, &["store-flush-noted"]);
    let whole = truth(&desk);
    assert_eq!(whole.len(), ROWS + 1, "every record and the import");
    let mut seen = BTreeSet::new();
    for cut in &cuts {
        let [records, ..] = counted(&cut.desk, cut.point);
        let acknowledged = cut.acknowledged;
        assert!(records >= acknowledged, "{}: {records} records, {acknowledged} were acknowledged", cut.point);
        assert!(records == ROWS as u64 || records % BATCH == 0, "{}: a torn batch of {records}", cut.point);
        seen.insert(records);
        cut.desk.with("large.csv", &text).import("large.csv");
        assert!(truth(&cut.desk) == whole, "{}: the repeated import made other records", cut.point);
        let told = cut.desk.ok(["history"]).replace('\n', " ");
        assert_eq!(told.matches("imported large.csv").count(), 1, "{}: {told}", cut.point);
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), [0, BATCH, 2 * BATCH, ROWS as u64], "cuts fall between batches");
}

#[test]
fn an_import_that_was_cut_off_exports_the_same_bytes_when_it_is_repeated() {
    let exported = |desk: &Desk| desk.analyse().ok(["export", "recommendations"]);
    let desk = Desk::new();
    let cuts = watched(desk.with("small.csv", SMALL), &["import", "small.csv"]);
    assert_passed(&cuts, &["store-import-begin", "store-import-inside", "store-flush-noted"]);
    let whole = exported(&desk);
    for cut in &cuts {
        cut.desk.with("small.csv", SMALL).import("small.csv");
        assert_eq!(exported(&cut.desk), whole, "{}", cut.point);
    }
}

#[test]
fn an_import_is_taken_back_whole_or_not_at_all() {
    let desk = Desk::new();
    desk.with("small.csv", SMALL).import("small.csv");
    let before = counted(&desk, "before");
    let cuts = watched(&desk, &["import", "--remove", "small.csv", "--yes"]);
    assert_passed(&cuts, &["store-remove-begin", "store-remove-inside", "store-flush-done", "store-flush-noted"]);
    let after = counted(&desk, "after");
    assert_eq!(after[0], 0);
    for cut in &cuts {
        let found = counted(&cut.desk, cut.point);
        assert!(found == before || found == after, "{}: torn: {found:?}", cut.point);
        cut.desk.with("small.csv", SMALL).import("small.csv");
        assert_eq!(counted(&cut.desk, cut.point)[0], before[0], "{}", cut.point);
    }
}
