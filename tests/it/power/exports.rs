//! Cuts while a table is written over an older one.

use std::fs;

use super::imports::SMALL;
use super::watch::{assert_passed, counted, watched};
use crate::desk::Desk;

/// What stood in the file before.
const OLD: &str = "an older table";

#[test]
fn an_export_that_was_cut_off_leaves_the_older_file_or_the_whole_new_one() {
    let desk = Desk::new();
    desk.with("small.csv", SMALL).import("small.csv").analyse();
    for (what, name) in [("recommendations", "table.csv"), ("plan", "plan.csv")] {
        let file = format!("desk/{name}");
        let arguments = ["export", what, "--format", "csv", "--out", &file];
        desk.file(&file, OLD);
        let held = counted(&desk, "before");
        let cuts = watched(&desk, &arguments);
        assert_passed(&cuts, &["workspace-export-beside", "workspace-export-aside", "workspace-export-done"]);
        let whole = fs::read_to_string(desk.folder().join(&file)).unwrap();
        for cut in &cuts {
            assert_eq!(counted(&cut.desk, cut.point), held, "{}: an export changes no truth", cut.point);
            // A plan that people may have filled in is set aside under another name before the new one comes.
            let entries = fs::read_dir(cut.desk.workspace()).unwrap().map(|entry| entry.unwrap().path());
            let texts: Vec<String> =
                entries.filter(|path| path.is_file()).filter_map(|path| fs::read_to_string(path).ok()).collect();
            let has = |text: &str| texts.iter().any(|found| found == text);
            assert!(has(OLD) || has(&whole), "{what}, {}: both tables are lost", cut.point);
            assert!(has(&whole) || cut.point != "workspace-export-done", "{what}, {}: lost", cut.point);
            cut.desk.ok(arguments);
            assert_eq!(fs::read_to_string(cut.desk.folder().join(&file)).unwrap(), whole, "{what}, {}", cut.point);
        }
    }
}
