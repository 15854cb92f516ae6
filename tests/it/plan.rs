//! The plan table as people get it.

use std::collections::{BTreeSet, HashMap};
use std::io::Read;

use calamine::{Reader, Xlsx, open_workbook};

use crate::desk::Desk;

fn part(path: &std::path::Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_workbook_has_frozen_headers_filters_lists_and_prints_on_one_page_wide() {
    let desk = Desk::demo();
    let path = desk.workspace().join("plan.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let sheet = book.worksheet_range("Plan").unwrap();
    let header: Vec<String> = sheet.rows().nth(1).unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(header[0], "Cluster");
    assert_eq!((header.len(), header[16].as_str()), (17, "key"));
    assert!(sheet.height() > 200, "one row an ask");
    let xml = part(&path, "xl/worksheets/sheet2.xml");
    for needed in [
        "<pane ",
        "<autoFilter ",
        "<dataValidations count=\"2\"",
        "orientation=\"landscape\"",
        "fitToWidth",
        "hidden=\"1\"",
        "paperSize=\"8\"",
    ] {
        let found = xml.contains(needed) || (needed == "fitToWidth" && xml.contains("fitToHeight=\"0\""));
        assert!(found, "{needed}");
    }
}

#[test]
fn every_recommendation_stands_in_the_plan_once() {
    let desk = Desk::demo();
    let rows = desk.export(["recommendations"]);
    let wanted: BTreeSet<&str> = rows
        .iter()
        .filter(|r| matches!(r["kind"].as_str(), "recommendation" | "pledge"))
        .map(|r| r["reference"].as_str())
        .collect();
    let text = desk.ok(["export", "plan", "--format", "csv"]);
    let mut seen = Vec::new();
    for row in csv::Reader::from_reader(text.as_bytes()).records() {
        seen.extend(row.unwrap()[2].lines().map(str::to_owned));
    }
    assert_eq!(seen.len(), wanted.len());
    for reference in wanted {
        assert!(seen.iter().any(|line| line.starts_with(reference)), "{reference}");
    }
}

#[test]
fn every_row_has_a_key_that_outlives_a_new_analysis() {
    let desk = Desk::demo();
    let keys = |desk: &Desk| -> BTreeSet<String> {
        let rows = desk.export(["plan", "--format", "csv"]);
        let keys: BTreeSet<String> = rows.iter().map(|row| row["key"].clone()).collect();
        assert_eq!(keys.len(), rows.len(), "no key stands twice");
        keys
    };
    let before = keys(&desk);
    std::fs::remove_dir_all(desk.workspace().join("cache")).unwrap();
    desk.ok(["analyse"]);
    assert_eq!(keys(&desk), before);
    let word = part(&desk.workspace().join("plan.docx"), "word/document.xml");
    assert!(before.iter().all(|key| word.contains(key.as_str())));
}

#[test]
fn the_word_document_is_landscape_with_a_row_for_each_ask() {
    let desk = Desk::demo();
    let xml = part(&desk.workspace().join("plan.docx"), "word/document.xml");
    assert!(xml.contains("w:orient=\"landscape\""));
    let lines = desk.ok(["export", "plan", "--format", "csv"]);
    let asks = csv::Reader::from_reader(lines.as_bytes()).records().count();
    assert!(xml.matches("<w:tr>").count() + xml.matches("<w:tr ").count() > asks);
}

#[test]
fn the_plan_of_a_workspace_about_one_state_leaves_out_the_rows_of_others_and_says_so() {
    let desk = Desk::bare();
    desk.weft(["init", "desk", "--state", "Peru"]);
    let rows = "id,state,text\na,Peru,Build schools in the mountains\nb,Chad,Dig wells in all villages\n\
        c,Atlantis,Mend the lighthouse of the harbour\n";
    desk.import(&desk.file("rows.csv", rows)).analyse();
    let plan = |options: &[&str]| {
        let done = desk.run(["export", "plan", "--format", "csv"].iter().chain(options));
        let rows = csv::Reader::from_reader(done.stdout.as_bytes()).records().count();
        (rows, done.stderr.contains("--all-states"), done.stderr)
    };
    let (rows, is_told, said) = plan(&[]);
    assert!(rows == 1 && is_told && said.contains("2 rows are of other or unknown States"), "{rows} {said}");
    let (rows, is_told, _) = plan(&["--state", "Chad"]);
    assert_eq!((rows, is_told), (1, false), "who names a State knows that there are others");
    let (rows, is_told, _) = plan(&["--all-states"]);
    assert_eq!((rows, is_told), (3, false));
    let written = desk.json(["export", "plan", "--out", "plan.xlsx"]);
    assert_eq!((written["rows"].as_u64(), written["aside"].as_u64()), (Some(1), Some(2)));
    assert_eq!(desk.run(["export", "plan", "--state", "Chad", "--all-states"]).code, 2);
}

#[test]
fn where_an_ask_stands_in_two_clusters_the_plan_and_both_cards_say_so() {
    let desk = Desk::demo();
    let rows = desk.export(["recommendations"]);
    let is_alone = |row: &&HashMap<String, String>| {
        row["kind"] == "recommendation" && rows.iter().filter(|other| other["ask"] == row["ask"]).count() == 1
    };
    let one = rows.iter().find(is_alone).unwrap();
    let other = rows.iter().filter(is_alone).find(|row| row["cluster"] != one["cluster"]).unwrap();
    desk.ok(["duplicates", "accept", &one["id"], &other["id"]]);
    let plan = desk.export(["plan", "--format", "csv"]);
    let lines = plan.iter().flat_map(|row| row["Recommendations"].lines());
    assert_eq!(lines.filter(|line| line.contains("; also in cluster ")).count(), 1);
    for (row, there) in [(one, other), (other, one)] {
        let card = desk.ok(["clusters", "show", &row["cluster"]]);
        assert!(card.contains(&format!("the same is asked in cluster {}", there["cluster"])), "{card}");
    }
}
