//! The plan table as people get it.

use std::collections::BTreeSet;
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
    assert_eq!(header.len(), 16);
    assert!(sheet.height() > 200, "one row an ask");
    let xml = part(&path, "xl/worksheets/sheet2.xml");
    for needed in [
        "<pane ",
        "<autoFilter ",
        "<dataValidations count=\"2\"",
        "orientation=\"landscape\"",
        "fitToWidth",
        "paperSize=\"8\"",
    ] {
        let found = xml.contains(needed) || (needed == "fitToWidth" && xml.contains("fitToHeight=\"0\""));
        assert!(found, "{needed}");
    }
}

#[test]
fn every_recommendation_stands_in_the_plan_once() {
    let desk = Desk::demo();
    let rows = desk.export(&["recommendations"]);
    let wanted: BTreeSet<&str> = rows
        .iter()
        .filter(|r| matches!(r["kind"].as_str(), "recommendation" | "pledge"))
        .map(|r| r["reference"].as_str())
        .collect();
    let text = desk.ok(&["export", "plan", "--format", "csv"]);
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
fn the_word_document_is_landscape_with_a_row_for_each_ask() {
    let desk = Desk::demo();
    let xml = part(&desk.workspace().join("plan.docx"), "word/document.xml");
    assert!(xml.contains("w:orient=\"landscape\""));
    let lines = desk.ok(&["export", "plan", "--format", "csv"]);
    let asks = csv::Reader::from_reader(lines.as_bytes()).records().count();
    assert!(xml.matches("<w:tr>").count() + xml.matches("<w:tr ").count() > asks);
}
