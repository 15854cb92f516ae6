//! A process that is killed during an import or an analysis: nothing acknowledged is lost, nothing is torn,
//! it goes on.
//!
//! A few kills, to see that a process and its end are as the tests of `power` take them to be. Hundreds of
//! them are a tool, run by hand: `cargo bench --bench kill_rounds -- 300`.

use std::process::Stdio;

use crate::desk::Desk;
use crate::killing::{Killed, import_and_kill, table, wait_busily};

/// Rows of the file; several batches.
const ROWS: usize = 6_000;
/// How often an import is killed.
const KILLS: usize = 6;
/// How often an analysis is killed, each time later.
const ANALYSES: u64 = 4;

#[test]
fn an_import_that_is_killed_loses_nothing_and_goes_on() {
    let desk = Desk::new();
    let file = desk.file("large.csv", table(ROWS));
    let (mut floor, mut mid_way) = (0, 0);
    for kill in 0..KILLS {
        let mut import = desk.process();
        import.args(["--workspace", "desk", "import", &file, "--json"]);
        let Killed { acknowledged, is_finished } = import_and_kill(import, 1, kill as u64 * 17);
        floor = floor.max(acknowledged);
        let report = desk.json(["verify"]);
        assert_eq!(report["sound"], true, "after kill {kill}: {report}");
        let records = report["records"].as_u64().unwrap();
        assert!(records >= floor, "after kill {kill}: {records} records, {floor} were acknowledged");
        assert!(records <= ROWS as u64, "after kill {kill}: {records} records of {ROWS} rows");
        mid_way += usize::from(records > 0 && records < ROWS as u64);
        if is_finished {
            break;
        }
    }
    assert!(mid_way > 0, "no kill fell into the middle of the import");
    let report = desk.imported(&file);
    assert_eq!(desk.json(["verify"])["records"], ROWS as u64);
    if let Some(after) = report["resumed_at"].as_u64() {
        assert_eq!(report["rows"].as_u64().unwrap() + after, ROWS as u64, "only the rest is read: {report}");
    }
}

#[test]
fn an_analysis_that_is_killed_changes_no_truth_and_is_made_again() {
    let desk = Desk::demo();
    let (held, wanted) = (desk.json(["verify"]), desk.ok(["export", "recommendations"]));
    assert_eq!(held["sound"], true, "{held}");
    for kill in 0..ANALYSES {
        std::fs::remove_dir_all(desk.workspace().join("cache")).unwrap();
        let mut analyse = desk.process();
        analyse.args(["--workspace", "desk", "analyse"]).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = analyse.spawn().unwrap();
        wait_busily(kill * 200);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(desk.json(["verify"]), held, "after kill {kill}");
        // The next analysis has its folder to lose.
        std::fs::create_dir_all(desk.workspace().join("cache")).unwrap();
    }
    desk.ok(["analyse"]);
    assert_eq!(desk.ok(["export", "recommendations"]), wanted);
}
