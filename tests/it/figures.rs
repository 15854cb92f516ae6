//! Figures from outside: files, what stands beside them, and the same bytes on the same data.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::desk::Desk;

/// Every figure with its arguments.
const FIGURES: [&[&str]; 6] =
    [&["overlap"], &["combinations", "--rows", "body"], &["cycles"], &["positions"], &["lineage"], &["themes"]];

/// Runs `weft figure` with arguments and an output.
fn drawn(desk: &Desk, arguments: &[&str], out: &str) -> Vec<u8> {
    let all = ["figure"].into_iter().chain(arguments.iter().copied()).chain(["--out", out]);
    desk.ok(all);
    read(desk, out)
}

fn read(desk: &Desk, name: &str) -> Vec<u8> {
    std::fs::read(desk.folder().join(name)).unwrap()
}

fn text(desk: &Desk, name: &str) -> String {
    String::from_utf8(read(desk, name)).unwrap()
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

#[test]
fn every_figure_is_an_image_with_a_title_a_table_and_a_manifest() {
    let desk = Desk::demo();
    for arguments in FIGURES {
        let svg = String::from_utf8(drawn(&desk, arguments, "figure.svg")).unwrap();
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), "{arguments:?}");
        assert!(svg.contains("viewBox=\"0 0 700 ") && svg.contains("role=\"img\""), "{arguments:?}");
        let (titles, described) = (between(&svg, "<title>", "</title>"), between(&svg, "<desc>", "</desc>"));
        assert!(titles.len() == 1 && !titles[0].is_empty(), "{arguments:?}: {titles:?}");
        assert!(described.len() == 1 && described[0].contains(": "), "{arguments:?}: {described:?}");
        assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{arguments:?}");
        let manifest: Value = serde_json::from_slice(&read(&desk, "figure.svg.manifest.json")).unwrap();
        let data = manifest["inputs"]["hash"].as_str().unwrap();
        assert!(svg.contains(data) && svg.contains(env!("CARGO_PKG_VERSION")), "{arguments:?}: {data}");
        assert_eq!(manifest["hash"], blake3_of(&svg), "{arguments:?}");
        assert_eq!(manifest["counts"]["rows"], rows(&text(&desk, "figure.svg.csv")), "{arguments:?}");
        let asked = manifest["command"].as_object().unwrap();
        assert_eq!(asked.keys().collect::<Vec<_>>(), [arguments[0]]);
    }
}

fn blake3_of(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// Rows of a table under its heading.
fn rows(csv: &str) -> usize {
    csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).count()
}

#[test]
fn numbers_of_a_heat_map_are_those_of_the_table_and_of_the_question() {
    let desk = Desk::demo();
    let svg = String::from_utf8(drawn(&desk, &["overlap", "--limit", "100"], "overlap.svg")).unwrap();
    let numbers: Vec<&str> = between(&svg, "\">", "</text>")
        .into_iter()
        .filter(|text| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()))
        .collect();
    let csv = text(&desk, "overlap.svg.csv");
    let table: Vec<Vec<String>> = csv::Reader::from_reader(csv.as_bytes()).deserialize().map(Result::unwrap).collect();
    let shown: Vec<&str> = table.iter().map(|row| row[3].as_str()).collect();
    assert_eq!(numbers, shown);
    let answer = desk.json(["overlap"]);
    for cell in answer["cells"].as_array().unwrap() {
        let (column, row) = (cell["column"].as_str().unwrap(), cell["row"].as_str().unwrap());
        let found = table.iter().find(|line| line[0] == column && line[2] == row);
        assert_eq!(found.map(|line| line[3].clone()), Some(cell["asks"].to_string()), "{column} {row}");
    }
}

/// Rows of two cycles with positions.
fn made() -> Vec<String> {
    let row = |n: usize| {
        let (response, session) =
            (if n.is_multiple_of(3) { "Noted" } else { "Accepted" }, if n.is_multiple_of(2) { 14 } else { 28 });
        format!("R-{n},Peru,Build school number {n} in the mountains,Chile,{response},{session}")
    };
    (1..=24).map(row).collect()
}

/// A part of a packed document.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut text).unwrap();
    text
}

fn desk_of(rows: &[String]) -> Desk {
    let desk = Desk::new();
    let table = format!("id,state,text,recommending state,response,session\n{}\n", rows.join("\n"));
    desk.with("rows.csv", table).import("rows.csv");
    desk
}

#[test]
fn the_same_rows_in_any_order_make_the_same_bytes_and_one_letter_another_manifest() {
    let made_of = |rows: &[String]| -> Vec<Vec<u8>> {
        let desk = desk_of(rows);
        drawn(&desk, &["cycles"], "cycles.svg");
        drawn(&desk, &["overlap", "--columns", "issue"], "overlap.png");
        desk.ok(["compare", "--rows", "cycle", "--share", "position=supported", "--out", "share.svg"]);
        desk.ok(["compare", "--rows", "cycle", "--columns", "position", "--out", "table.docx"]);
        desk.ok(["overlap", "--columns", "issue", "--out", "overlap.xlsx"]);
        desk.ok(["overlap", "--columns", "issue", "--out", "overlap.html"]);
        let written = ["cycles.svg", "overlap.png", "share.svg", "table.docx", "overlap.xlsx", "overlap.html"];
        let beside = ["cycles.svg.csv", "cycles.svg.manifest.json", "table.docx.manifest.json"];
        written.into_iter().chain(beside).map(|name| read(&desk, name)).collect()
    };
    let mut rows = made();
    let first = made_of(&rows);
    assert!(first[1].starts_with(b"\x89PNG") && first[3].starts_with(b"PK"));
    rows.reverse();
    assert!(first == made_of(&rows));
    rows[0] = rows[0].replace("mountains", "Mountains");
    let changed = made_of(&rows);
    assert!(first[7] != changed[7] && first[8] != changed[8], "one letter changes the manifests");
}

#[test]
fn positions_by_cycle_show_the_share_with_its_interval() {
    let desk = desk_of(&made());
    let svg = String::from_utf8(drawn(&desk, &["cycles"], "cycles.svg")).unwrap();
    let answer = desk.json(["compare", "--rows", "cycle", "--share", "position=supported"]);
    for cell in answer["cells"].as_array().unwrap() {
        let [share, low, high] = ["share", "low", "high"].map(|name| cell[name].as_f64().unwrap());
        let said = format!("{share:.1} % ({low:.1}–{high:.1})");
        assert!(svg.contains(&said), "{said}");
    }
}

#[test]
fn figures_speak_four_languages_and_arabic_is_mirrored() {
    let desk = desk_of(&made());
    let said = |language: &str| {
        let arguments = ["cycles", "--language", language];
        String::from_utf8(drawn(&desk, &arguments, "cycles.svg")).unwrap()
    };
    let titles: BTreeSet<String> = ["en", "fr", "es", "ar", "zh"]
        .iter()
        .map(|language| between(&said(language), "<title>", "</title>")[0].to_owned())
        .collect();
    assert_eq!(titles.len(), 4, "what has no words of its own is in English: {titles:?}");
    let (english, arabic) = (said("en"), said("ar"));
    assert!(english.contains("<text x=\"16\" y=\"26\" text-anchor=\"start\""));
    assert!(arabic.contains("<text x=\"684\" y=\"26\" text-anchor=\"end\"") && arabic.contains("lang=\"ar\""));
}

#[test]
fn tables_are_drawn_where_the_file_is_a_picture() {
    let desk = Desk::demo();
    desk.ok(["compare", "--rows", "issue", "--columns", "cycle", "--out", "table.svg"]);
    assert!(text(&desk, "table.svg").contains("cycle 1") && text(&desk, "table.svg.csv").starts_with("row,column,n"));
    let change = ["compare", "change", "--rows", "issue", "--from", "cycle=1", "--to", "cycle=3"];
    desk.ok(change.into_iter().chain(["--out", "change.svg"]));
    desk.ok(["overlap", "--table", "combinations", "--out", "together.svg"]);
    desk.ok(["overlap", "--out", "overlap.docx"]);
    assert!(desk.folder().join("overlap.docx.manifest.json").exists());
    for wrong in [
        vec!["figure", "overlap", "--out", "figure.pdf"],
        vec!["overlap", "--table", "contradictions", "--out", "a.svg"],
    ] {
        let done = desk.run(&wrong);
        assert!(done.code == 2 && done.stderr.contains("hint"), "{wrong:?}: {}", done.stderr);
    }
}

#[test]
fn documents_hold_the_figures_of_their_tables_with_what_they_show_in_words() {
    let desk = Desk::demo();
    for file in ["overlap.docx", "overlap.xlsx", "overlap.html"] {
        desk.ok(["overlap", "--columns", "theme", "--out", file]);
    }
    let parts = |file: &str, of: &str| -> Vec<String> {
        let zip = zip::ZipArchive::new(std::io::Cursor::new(read(&desk, file))).unwrap();
        zip.file_names().map(|name| name.unwrap().into_owned()).filter(|name| name.contains(of)).collect()
    };
    assert_eq!(parts("overlap.docx", "word/media/").iter().filter(|name| name.ends_with(".png")).count(), 2);
    assert_eq!(parts("overlap.xlsx", "xl/media/").len(), 2);
    let page = text(&desk, "overlap.html");
    let shown = between(&page, "<desc>", "</desc>");
    assert_eq!(shown.len(), 2, "{page}");
    let body = part(&read(&desk, "overlap.docx"), "word/document.xml");
    let said = between(&body, "descr=\"", "\"");
    assert_eq!(said, shown, "a picture says what its drawing says");
    assert!(body.contains("<wp:docPr id=\"1\"") && body.contains("<wp:docPr id=\"2\""));
    for (sheet, shown) in [("xl/drawings/drawing1.xml", shown[0]), ("xl/drawings/drawing2.xml", shown[1])] {
        assert_eq!(between(&part(&read(&desk, "overlap.xlsx"), sheet), "descr=\"", "\""), [shown]);
    }
    let rows = desk.json(["overlap", "--columns", "theme"])["cells"].as_array().unwrap().len();
    assert!(page.matches("<tr>").count() > rows, "every row stands in the page");
}

#[test]
fn without_a_file_the_picture_goes_to_the_next_program() {
    let desk = Desk::demo();
    let svg = desk.ok(["figure", "themes"]);
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
}

#[test]
fn measures_by_status_over_time_are_those_of_the_plan() {
    let desk = Desk::bare();
    let done = desk.weft(["demo", "desk"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let svg = String::from_utf8(drawn(&desk, &["status"], "status.svg")).unwrap();
    assert!(svg.contains("Measures by status over time"), "{svg}");
    let numbers = text(&desk, "status.svg.csv");
    let last = numbers.lines().last().unwrap().split(',').nth(3).unwrap().to_owned();
    let measures = desk.json(["plan"])["measures"].as_u64().unwrap();
    assert_eq!(last, measures.to_string(), "{numbers}");
}

#[test]
fn tables_speak_the_language_that_is_asked_for() {
    let desk = Desk::demo();
    for (language, title) in [("fr", "Nombres et parts"), ("es", "Recuentos y proporciones"), ("ar", "أعداد ونسب")]
    {
        let file = format!("table-{language}.docx");
        desk.ok(["compare", "--rows", "cycle", "--columns", "position", "--language", language, "--out", &file]);
        let body = part(&read(&desk, &file), "word/document.xml");
        assert!(body.contains(title), "{language}");
        assert_eq!(body.contains("<w:bidiVisual/>"), language == "ar", "{language}");
        assert_eq!(body.matches("<w:tblHeader/>").count(), 1, "{language}: the heading of the table is repeated");
    }
}
