//! Cuts while a workspace is made and while `weft.toml` is written.

use std::fs;

use super::watch::{assert_passed, counted, watched};
use crate::desk::Desk;

const ODD: &str = "Land,Wortlaut\nPeru,Build schools in the mountains\n";
const MAPPING: [&str; 6] = ["import", "odd.csv", "--map", "text=Wortlaut", "--map", "state=Land"];

#[test]
fn a_workspace_is_there_or_can_be_made() {
    let desk = Desk::bare();
    let cuts = watched(&desk, &["init", "desk"]);
    assert_passed(&cuts, &["workspace-settings-begin", "workspace-settings-done", "store-flush-noted"]);
    for cut in &cuts {
        let is_there = cut.desk.workspace().join("weft.toml").exists();
        assert_eq!(is_there, cut.point != "workspace-settings-begin", "{}", cut.point);
        let again = cut.desk.weft(["init", "desk"]);
        assert_eq!(again.code, if is_there { 2 } else { 0 }, "{}: {}", cut.point, again.stderr);
        assert_eq!(counted(&cut.desk, cut.point)[0], 0, "{}", cut.point);
    }
}

#[test]
fn columns_are_remembered_or_not_and_the_settings_stay_readable() {
    let desk = Desk::new();
    let cuts = watched(desk.with("odd.csv", ODD), &MAPPING);
    assert_passed(&cuts, &["workspace-whole-begin", "workspace-whole-beside", "workspace-whole-done"]);
    for cut in &cuts {
        counted(&cut.desk, cut.point);
        cut.desk.with("odd.csv", ODD).ok(MAPPING);
        assert_eq!(counted(&cut.desk, cut.point)[0], 1, "{}", cut.point);
        let settings = fs::read_to_string(cut.desk.workspace().join("weft.toml")).unwrap();
        assert!(settings.contains("Wortlaut"), "{}: {settings}", cut.point);
    }
}

#[test]
fn a_search_is_saved_or_not_and_nothing_lies_about() {
    let desk = Desk::new();
    desk.with("rows.csv", "state,text\nPeru,Build schools in the mountains\n").import("rows.csv");
    let save = ["search", "schools", "--save", "Schools"];
    let saved = |desk: &Desk| desk.json(["searches"]).as_array().unwrap().len();
    let cuts = watched(&desk, &save);
    assert_passed(&cuts, &["workspace-whole-begin", "workspace-whole-beside", "workspace-whole-done"]);
    for cut in &cuts {
        assert!(saved(&cut.desk) <= 1, "{}", cut.point);
        assert!(saved(&cut.desk) == 1 || cut.point != "workspace-whole-done", "{}", cut.point);
        cut.desk.ok(save);
        assert_eq!(saved(&cut.desk), 1, "{}", cut.point);
        let entries = fs::read_dir(cut.desk.workspace()).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = entries.filter(|name| name.to_string_lossy().starts_with(".weft.toml.")).collect();
        assert!(left.is_empty(), "{}: {left:?}", cut.point);
    }
}
