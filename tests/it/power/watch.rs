//! What a power cut leaves of a workspace: at every failpoint that a command passes, the folder is copied as
//! it lies on disk.
//!
//! The places stand in the sources as `fail::fail_point!("store-…")`; without the feature that tests turn
//! on they are empty. How points are set is global to a process, and tests run side by side in one. So
//! each point is given one callback, once and for ever, and the callback asks the thread it runs on:
//! only a thread on which a command is watched has a folder to copy, every other passes the point.
//! `fail::FailScenario` would do the contrary: let one test run at a time, and switch off the points of the
//! rest. A place that moves to another thread is passed unseen; that is why every test names the points
//! that it must see.
//!
//! A copy holds what the system was given, synced or not: that is what the end of a process leaves. In
//! what order a disk writes what was not synced is not tested here.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Once;

use crate::desk::Desk;
use crate::folders::{self, Files};
use crate::layers;
use crate::program::{self, Kept};

/// All places where the power can fail.
const POINTS: [&str; 39] = [
    "search-index-committed",
    "search-index-emptied",
    "search-index-remembered",
    "store-backup-begin",
    "store-backup-done",
    "store-backup-synced",
    "store-backup-written",
    "store-clusters-dropping",
    "store-clusters-inside",
    "store-decide-begin",
    "store-decide-inside",
    "store-flush-begin",
    "store-flush-done",
    "store-flush-noted",
    "store-import-begin",
    "store-import-inside",
    "store-placements-begin",
    "store-remove-begin",
    "store-remove-inside",
    "store-restore-events",
    "store-restore-line",
    "workspace-export-aside",
    "workspace-export-beside",
    "workspace-export-done",
    "workspace-original-beside",
    "workspace-original-kept",
    "workspace-restore-aside",
    "workspace-restore-caches",
    "workspace-restore-decided",
    "workspace-restore-document",
    "workspace-restore-done",
    "workspace-restore-moved",
    "workspace-restore-unpacked",
    "workspace-settings-begin",
    "workspace-settings-done",
    "workspace-state-placed",
    "workspace-whole-begin",
    "workspace-whole-beside",
    "workspace-whole-done",
];

/// How often a folder is read again while the engine still writes.
const READINGS: usize = 100;

thread_local! {
    /// What is watched on this thread.
    static WATCH: RefCell<Option<Watch>> = const { RefCell::new(None) };
}

struct Watch {
    workspace: PathBuf,
    err: Kept,
    cuts: Vec<Cut>,
}

/// The workspace as a cut left it.
pub(super) struct Cut {
    /// Where the power failed.
    pub(super) point: &'static str,
    /// A desk with the copy on it.
    pub(super) desk: Desk,
    /// Rows of an import that were acknowledged before.
    pub(super) acknowledged: u64,
}

/// Runs a command that must succeed on the workspace of a desk; returns what a cut at each point would have
/// left, in the order of time.
pub(super) fn watched(desk: &Desk, arguments: &[&str]) -> Vec<Cut> {
    arm();
    let line = desk.line(["--workspace", "desk"].iter().chain(arguments));
    let (out, err) = (Kept::default(), Kept::default());
    let mut cuts = Vec::new();
    let code = program::on_a_main_stack(|| {
        WATCH.set(Some(Watch { workspace: desk.workspace(), err: err.clone(), cuts: Vec::new() }));
        let code = program::run(line, &out, &err);
        cuts = WATCH.take().map(|watch| watch.cuts).unwrap_or_default();
        code
    });
    desk.wait_for_the_engine();
    assert_eq!(code, 0, "{arguments:?}: {}{}", out.text(), err.text());
    cuts
}

/// Fails where a command has not passed one of the points.
pub(super) fn assert_passed(cuts: &[Cut], points: &[&str]) {
    let passed: BTreeSet<&str> = cuts.iter().map(|cut| cut.point).collect();
    let missing: Vec<_> = points.iter().filter(|point| !passed.contains(*point)).collect();
    assert!(missing.is_empty(), "{missing:?} were not passed, but {passed:?}");
}

/// What a sound store holds: records, events, decisions.
pub(super) fn counted(desk: &Desk, at: &str) -> [u64; 3] {
    let report = desk.json(["verify"]);
    assert_eq!(report["sound"], true, "{at}: {report}");
    ["records", "events", "decisions"].map(|what| report[what].as_u64().unwrap())
}

/// Gives every point its callback.
fn arm() {
    static ARMED: Once = Once::new();
    ARMED.call_once(|| {
        for point in POINTS {
            fail::cfg_callback(point, move || cut(point)).unwrap();
        }
    });
}

fn cut(point: &'static str) {
    WATCH.with_borrow_mut(|watch| {
        let Some(watch) = watch else { return };
        let desk = Desk::holding(&at_rest(&watch.workspace));
        watch.cuts.push(Cut { point, desk, acknowledged: acknowledged(&watch.err.text()) });
    });
}

/// The files of a folder. The engine writes on threads of its own, so they are read until two readings
/// agree.
fn at_rest(folder: &Path) -> Files {
    let mut files = folders::read(folder);
    for _ in 0..READINGS {
        let again = folders::read(folder);
        if again == files {
            break;
        }
        files = again;
    }
    files
}

/// Rows that an import with `--json` has said are on disk.
fn acknowledged(told: &str) -> u64 {
    let last = told.lines().rev().find_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    last.and_then(|event| event["rows"].as_u64()).unwrap_or(0)
}

#[test]
fn every_point_of_the_sources_is_watched() {
    let sources = layers::sources();
    let named = sources.iter().flat_map(|(_, text)| text.split("fail_point!(\"").skip(1));
    let named: BTreeSet<&str> = named.filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(named, BTreeSet::from(POINTS));
    assert_eq!(acknowledged("{\"rows\":7}\nwarning\n"), 7);
}
