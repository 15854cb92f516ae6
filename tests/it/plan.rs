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
    let header: Vec<String> = sheet.rows().nth(2).unwrap().iter().map(ToString::to_string).collect();
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
    assert!(rows == 1 && is_told && said.contains("2 recommendations are of other or unknown States"), "{rows} {said}");
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

/// The recommendations and pledges of the demo that hold, as rows of the export.
fn of_plan(desk: &Desk, holds: impl Fn(&HashMap<String, String>) -> bool) -> BTreeSet<String> {
    let rows = desk.export(["recommendations"]);
    let is_of_plan = |row: &HashMap<String, String>| matches!(row["kind"].as_str(), "recommendation" | "pledge");
    rows.into_iter().filter(|row| is_of_plan(row) && holds(row)).map(|row| row["id"].clone()).collect()
}

/// The recommendations that a plan answers.
fn answered(plan: &serde_json::Value) -> BTreeSet<String> {
    let rows = plan["rows"].as_array().unwrap().iter();
    rows.flat_map(|row| row["answers"].as_array().unwrap()).map(|id| id.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_plan_is_of_the_cycle_the_position_and_the_mechanism_that_are_asked_for_and_says_what_is_left_out() {
    let desk = Desk::demo();
    let plan = |options: &[&str]| -> serde_json::Value {
        let line = ["export", "plan", "--format", "json"].iter().chain(options);
        serde_json::from_str(&desk.ok(line)).unwrap()
    };
    let all = of_plan(&desk, |_| true);
    let is_supported = |row: &HashMap<String, String>| row["position"].starts_with("supported");
    let is_of_cycle = |row: &HashMap<String, String>| (27..=40).contains(&row["session"].parse().unwrap_or(0));
    let cases: [(&[&str], BTreeSet<String>); 4] = [
        (&["--position", "supported"], of_plan(&desk, is_supported)),
        (&["--mechanism", "treaty_body"], of_plan(&desk, |row| row["mechanism"] == "treaty_body")),
        (&["--cycle", "3"], of_plan(&desk, is_of_cycle)),
        (&["--cycle", "3", "--position", "supported"], of_plan(&desk, |row| is_of_cycle(row) && is_supported(row))),
    ];
    for (options, wanted) in cases {
        let found = plan(options);
        assert!(!wanted.is_empty() && wanted.len() < all.len(), "{options:?}");
        assert_eq!(answered(&found), wanted, "{options:?}");
        assert_eq!(found["decided"]["recommendations"], wanted.len(), "{options:?}");
        assert_eq!(found["filtered"], all.len() - wanted.len(), "{options:?}");
    }
    let justice = plan(&["--lead", "Ministry of Justice"]);
    let rows = justice["rows"].as_array().unwrap();
    let all_rows = plan(&[])["rows"].as_array().unwrap().len();
    let left_out = justice["filtered"].as_u64().unwrap() as usize;
    assert_eq!(left_out, all.len() - answered(&justice).len(), "what others lead is left out, and said");
    assert_eq!(plan(&[])["filtered"], 0);
    assert!(!rows.is_empty() && rows.len() < all_rows);
    assert!(rows.iter().all(|row| row["cells"]["lead"].to_string().contains("Ministry of Justice")));
    assert_eq!(justice, plan(&["--lead", "MOJ"]), "a body is known by name and by code");
    let refused = desk.run(["export", "plan", "--format", "json", "--lead", "Ministry of Magic"]);
    assert!(refused.code == 2 && refused.stderr.contains("Ministry of Magic"), "{}", refused.stderr);
}

#[test]
fn a_row_a_cluster_holds_all_that_the_rows_of_its_asks_hold_in_short() {
    let desk = Desk::demo();
    let plan = |rows: &str| -> serde_json::Value {
        serde_json::from_str(&desk.ok(["export", "plan", "--format", "json", "--rows", rows])).unwrap()
    };
    let (asks, clusters) = (plan("asks"), plan("clusters"));
    assert_eq!(answered(&asks), answered(&clusters));
    let cluster = |row: &serde_json::Value| row["cells"]["cluster"][0]["plain"].as_str().unwrap().to_owned();
    let numbers: BTreeSet<String> = asks["rows"].as_array().unwrap().iter().map(cluster).collect();
    let rows = clusters["rows"].as_array().unwrap();
    assert_eq!(rows.iter().map(cluster).collect::<BTreeSet<_>>(), numbers);
    assert_eq!(rows.len(), numbers.len(), "a row a cluster");
    let decided = |what: &str| clusters["decided"][what].as_u64().unwrap();
    assert!(decided("leads") <= decided("rows") && decided("sdg_targets") <= decided("rows"));
    for wrong in [
        vec!["export", "plan", "--rows", "clusters", "--out", "plan.html"],
        vec!["export", "plan", "--rows", "measures", "--cycle", "3", "--format", "csv"],
        vec!["export", "plan", "--position", "noted", "--out", "plan.html"],
    ] {
        assert_eq!(desk.run(&wrong).code, 2, "{wrong:?}");
    }
    for row in rows {
        let of_cluster = |ask: &&serde_json::Value| cluster(ask) == cluster(row);
        let asked = asks["rows"].as_array().unwrap().iter().filter(of_cluster).count();
        assert_eq!(row["cells"]["merged-text"].as_array().unwrap().len(), asked, "a line an ask: {row}");
    }
}

#[test]
fn what_people_have_decided_looks_different_and_is_counted() {
    let desk = Desk::new();
    let rows = "id,state,text\na,Peru,Offer vaccination against measles to all children in health centres\n\
        b,Peru,Abolish the death penalty for all crimes\n";
    desk.import(&desk.file("rows.csv", rows)).analyse();
    let counted =
        || desk.ok(["export", "plan", "--format", "json"]).parse::<serde_json::Value>().unwrap()["decided"].clone();
    let plan = || desk.export(["plan", "--format", "csv"]);
    assert_eq!((&counted()["rows"], &counted()["leads"]), (&2.into(), &0.into()));
    assert!(plan().iter().all(|row| row["Lead"].is_empty() || row["Lead"].ends_with("(proposed)")));
    desk.ok(["links", "accept", "a", "lead", "education"]);
    assert_eq!(counted()["leads"], 1);
    let decided: Vec<String> = plan().iter().map(|row| row["Lead"].clone()).collect();
    assert_eq!(decided.iter().filter(|lead| !lead.contains("(proposed)")).count(), 1, "{decided:?}");
    for (file, name) in [("plan.docx", "word/document.xml"), ("plan.xlsx", "xl/worksheets/sheet2.xml")] {
        desk.ok(["export", "plan", "--as-of", "2027-01-31", "--out", file]);
        let path = desk.folder().join(file);
        let text = part(&path, name) + &part(&path, if file == "plan.xlsx" { "xl/sharedStrings.xml" } else { name });
        assert!(text.contains("As of 2027-01-31. 2 recommendations in 2 rows."), "{file}");
        assert!(text.contains("1 of 2 leads"), "{file}: {text}");
    }
    assert!(
        part(&desk.folder().join("plan.docx"), "word/document.xml").contains("<w:i />"),
        "proposals are set in italics"
    );
    assert!(part(&desk.folder().join("plan.xlsx"), "xl/styles.xml").contains("<i/>"));
}
