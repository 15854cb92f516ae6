//! An import is taken back whole, and nothing of it goes in silence.

use std::collections::HashMap;

use serde_json::Value;

use crate::desk::Desk;
use crate::paper::Word;

type Row = HashMap<String, String>;

const ROWS: &str = "id,state,text,recommending state,response,session\n\
    R1,Peru,Ratify the treaty on mines,Chile,Accepted,28\n\
    R2,Peru,Build schools in the mountains,Ghana,Accepted,28\n";
const MORE: &str = "id,state,text,recommending state,response,session\n\
    M1,Peru,Mend the lighthouse of the harbour,Chile,Accepted,28\n";

/// What sources say of a record; clusters come from elsewhere.
const SAID: [&str; 8] =
    ["id", "source_id", "reference", "paragraph", "session", "position", "recommending_states", "text"];

/// The rows of an export, by the identifiers of their sources.
fn rows(desk: &Desk) -> Vec<Row> {
    desk.ok(["analyse"]);
    let mut rows = desk.export(["recommendations"]);
    rows.iter_mut().for_each(|row| row.retain(|column, _| SAID.contains(&column.as_str())));
    rows.sort_by(|a, b| a["source_id"].cmp(&b["source_id"]));
    rows
}

/// Records, decisions.
fn counted(desk: &Desk) -> (u64, u64) {
    let report = desk.json(["verify"]);
    assert_eq!(report["sound"], true, "{report}");
    (report["records"].as_u64().unwrap(), report["decisions"].as_u64().unwrap())
}

/// A Working Group report with two recommendations that enjoy support.
fn report() -> Vec<u8> {
    let lines = [
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "II. Conclusions and/or recommendations",
        "111. The following recommendations enjoy the support of Peru:",
        "111.1 Ratify the treaty on mines (Chile);",
        "111.2 Build schools in the mountains (Ghana).",
    ];
    Word::new().head("A/HRC/37/8").lines(&lines).bytes()
}

/// An addendum that notes both.
fn addendum() -> Vec<u8> {
    let lines = [
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "Addendum",
        "Views on conclusions and/or recommendations, voluntary commitments and replies",
        "3. Peru takes note of 111.1 and 111.2.",
    ];
    Word::new().head("A/HRC/37/8/Add.1").lines(&lines).bytes()
}

/// The newest import of the journal.
fn import_command(desk: &Desk) -> String {
    let history = desk.json(["history", "-n", "1000"]);
    let is_import = |line: &&Value| line["what"].get("imported").is_some();
    history.as_array().unwrap().iter().rfind(is_import).unwrap()["command"].as_str().unwrap().to_owned()
}

#[test]
fn an_import_is_told_first_and_then_taken_back_whole() {
    let desk = Desk::new();
    desk.import(&desk.file("rows.csv", ROWS));
    let before = rows(&desk);
    desk.import(&desk.file("more.csv", MORE));
    desk.analyse().ok(["correct", "M1", "--position", "noted"]);
    let name = import_command(&desk);
    let told = desk.run(["undo", &name]);
    assert_eq!(told.code, 2, "{}{}", told.stdout, told.stderr);
    for says in ["more.csv", "1 record that only this file holds", "Decisions rest on records that go", "--yes"] {
        assert!(told.stdout.contains(says), "{says}: {}", told.stdout);
    }
    assert_eq!(counted(&desk), (3, 1), "nothing changes until it is chosen");
    assert!(desk.ok(["undo", &name, "--preview"]).contains("more.csv"));
    desk.ok(["undo", &name, "--yes"]);
    assert_eq!((counted(&desk), rows(&desk)), ((2, 0), before));
    let again = desk.run(["undo", &name]);
    assert!(again.code == 2 && again.stderr.contains("taken back already"), "{}", again.stderr);
    let history = desk.ok(["history"]);
    assert!(history.contains("took back the import of more.csv") && history.contains("(taken back)"), "{history}");
    assert_eq!(desk.imported("more.csv")["new"], 1, "the file can be had again");
}

#[test]
fn a_file_is_removed_by_name_or_hash_after_later_commands() {
    let desk = Desk::new();
    desk.import(&desk.file("rows.csv", ROWS));
    desk.import(&desk.file("more.csv", MORE));
    desk.analyse().ok(["correct", "R1", "--position", "noted"]);
    let told = desk.run(["import", "--remove", "rows.csv"]);
    assert!(told.code == 2 && told.stdout.contains("2 records that only this file holds"), "{}", told.stdout);
    let removal = desk.json(["import", "--remove", "more.csv"]);
    let hash = removal["file_hash"].as_str().unwrap().to_owned();
    assert_eq!((removal["gone"].as_u64(), removal["written"].is_null()), (Some(1), true));
    desk.ok(["import", "--remove", &hash, "--yes"]);
    assert_eq!(counted(&desk), (2, 1), "decisions on other records stay");
    std::fs::remove_file(desk.folder().join("rows.csv")).unwrap();
    desk.ok(["import", "--remove", "rows.csv", "--yes"]);
    assert_eq!(counted(&desk), (0, 0));
    let unknown = desk.run(["import", "--remove", "never.csv"]);
    assert!(unknown.code == 2 && unknown.stderr.contains("never.csv"), "{}", unknown.stderr);
}

#[test]
fn the_positions_of_a_wrong_addendum_go_back() {
    let desk = Desk::new();
    desk.import(&desk.file("report.docx", report()));
    let before = rows(&desk);
    let answered = desk.imported(&desk.file("wrong.docx", addendum()));
    assert_eq!(answered["changed"], 2, "{answered}");
    assert!(rows(&desk).iter().all(|row| row["position"] == "noted"));
    let told = desk.run(["undo"]);
    assert!(
        told.stdout.contains("2 records of other files") && told.stdout.contains("another position"),
        "{}",
        told.stdout
    );
    desk.ok(["undo", "--yes"]);
    assert_eq!(rows(&desk), before);
    assert_eq!(desk.imported("wrong.docx")["changed"], 2);
}

#[test]
fn a_report_that_joined_the_rows_of_a_table_leaves_them_as_they_were() {
    let desk = Desk::new();
    desk.import(&desk.file("rows.csv", ROWS));
    let before = rows(&desk);
    desk.import(&desk.file("report.docx", report()));
    assert_eq!(counted(&desk).0, 2, "they are the same recommendations");
    assert!(rows(&desk).iter().any(|row| row["paragraph"] == "111.1"));
    desk.ok(["import", "--remove", "report.docx", "--yes"]);
    assert_eq!(rows(&desk), before);
}
