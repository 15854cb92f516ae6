//! Wrong, broken and hostile files: a clear error with a hint, and the workspace as it was.

use std::io::Write;

use crate::desk::Desk;
use crate::paper::{Word, pdf};

/// A zip archive that is no office file.
fn archive() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("notes.txt", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"notes").unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn files_that_are_not_readable_change_nothing_and_say_what_to_do() {
    let desk = Desk::demo();
    let before = desk.json(["verify"]);
    let deep = "[".repeat(200_000);
    let whole = Word::new().lines(&["6.1 Build schools (Chile);"]).bytes();
    let zip = b"PK\x03\x04not really a workbook".to_vec();
    for (name, content, says) in [
        ("empty.csv", Vec::new(), "the table is empty"),
        ("report.pdf", b"%PDF-1.7 ...".to_vec(), "the PDF document is damaged"),
        ("empty.pdf", pdf(&[vec![]]), "no text was found"),
        ("matrix.docx", b"PK\x03\x04".to_vec(), "the Word document is damaged"),
        ("cut.docx", whole[..whole.len() / 2].to_vec(), "no whole zip archive"),
        ("bare.docx", Word::new().bytes(), "no text was found"),
        ("bomb.docx", Word::new().raw(&"<w:p/>".repeat(900_000)).bytes(), "made to exhaust"),
        (
            "deep.docx",
            Word::new().raw(&format!("{}{}", "<w:p>".repeat(400), "</w:p>".repeat(400))).bytes(),
            "nested deeper",
        ),
        ("broken.docx", Word::new().raw("<w:p>").bytes(), "word/document.xml"),
        ("page.html", b"<html><body>no</body></html>".to_vec(), "neither a thematic list"),
        ("letter.txt", b"Dear colleague".to_vec(), "neither a thematic list"),
        ("garbage.zip", archive(), "a zip archive"),
        ("object.json", br#"{"a": 1}"#.to_vec(), "not a UHRI export"),
        ("cut.json", br#"[{"Text": "Build scho"#.to_vec(), "is damaged at line 1"),
        ("numbers.json", br#"[{"Text": 12}]"#.to_vec(), "is damaged at line 1"),
        ("deep.json", deep.into_bytes(), "hint:"),
        ("broken.xlsx", zip, "is damaged"),
        ("noise.csv", (0u8..=255).cycle().take(5000).collect(), "binary data"),
        ("cut.csv", b"state,text\nPeru,Build schools\nPeru,\"Build roads and bri".to_vec(), "it is cut off"),
        ("headless.csv", b"1,2,3\n4,5,6\n".to_vec(), "no column with the text"),
    ] {
        let done = desk.run(["import", &desk.file(name, content)]);
        assert_eq!(done.code, 2, "{name}: {}{}", done.stdout, done.stderr);
        assert!(done.stderr.contains(says), "{name}: {}", done.stderr);
        assert!(done.stderr.contains("error:") && done.stderr.contains("hint:"), "{name}: {}", done.stderr);
    }
    assert_eq!(desk.json(["verify"]), before);
}

#[test]
fn texts_made_to_exhaust_the_reader_are_read_like_others() {
    let desk = Desk::new();
    let text = format!(
        "state,text\nPeru,\"{}Build schools\"\nPeru,\"{} Build roads\"\n",
        "1:".repeat(60_000),
        "(".repeat(60_000)
    );
    assert_eq!(desk.imported(&desk.file("deep.csv", text))["new"], 2);
    desk.ok(["analyse"]);
    for query in ["-".repeat(50_000) + "a", "NOT ".repeat(20_000) + "schools", "(".repeat(50_000)] {
        assert!(desk.run(["search", "--", &query]).code <= 1);
    }
}

#[test]
fn a_plan_table_is_not_taken_for_a_list_of_recommendations() {
    let desk = Desk::demo();
    let done = desk.run(["import", "desk/plan.xlsx"]);
    assert!(done.code == 2 && done.stderr.contains("a plan table"), "{}", done.stderr);
    desk.ok(["export", "plan", "--out", "desk/plan.xlsx"]);
    let kept = std::fs::read_dir(desk.workspace())
        .unwrap()
        .flatten()
        .any(|e| e.file_name().to_string_lossy().starts_with("plan-before-"));
    assert!(kept, "a plan that was there is kept");
    for (what, file) in [("plan", "desk/entities.csv"), ("plan", "plan.pdf"), ("recommendations", "r.xlsx")] {
        assert_eq!(desk.run(["export", what, "--out", file]).code, 2, "{file}");
    }
}

#[test]
fn one_bad_file_among_good_ones_is_found_before_anything_is_read() {
    let desk = Desk::new();
    let good = desk.file("good.csv", "state,text\nPeru,Build schools\n");
    let bad = desk.file("bad.pdf", "%PDF-1.7");
    assert_eq!(desk.run(["import", &good, &bad]).code, 2);
    assert_eq!(desk.json(["verify"])["records"], 0);
}

#[test]
fn file_names_with_blanks_quotes_and_signs_are_no_obstacle() {
    let desk = Desk::new();
    for name in ["with blank.csv", "it's.csv", "naïve – 文件 🎉.csv"] {
        let text = format!("state,text\nPeru,\"Build schools for {}\"\n", name.len());
        assert_eq!(desk.imported(&desk.file(name, text))["new"], 1, "{name}");
    }
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_made_harmless() {
    let desk = Desk::new();
    desk.import(&desk.file("formula.csv", "id,state,text\n=1+1,Peru,\"=HYPERLINK(1) build schools\"\n"));
    desk.ok(["analyse"]);
    let row = &desk.export(["recommendations"])[0];
    assert!(row["text"].starts_with("'=") && row["source_id"].starts_with("'="), "{row:?}");
}

#[test]
fn a_folder_without_a_workspace_is_told_apart_from_a_broken_one() {
    let desk = Desk::new();
    let nowhere = desk.weft(["--workspace", "nowhere", "verify"]);
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.stderr.contains("hint: make one with: weft init"), "{}", nowhere.stderr);
    std::fs::write(desk.workspace().join("weft.toml"), "name = 3").unwrap();
    let broken = desk.run(["verify"]);
    assert!(broken.stderr.contains("mend the line in weft.toml"), "{}", broken.stderr);
}

#[test]
fn asking_before_the_analysis_makes_it() {
    let desk = Desk::new();
    let empty = desk.run(["search", "schools"]);
    assert_eq!(empty.code, 1, "searching needs no analysis");
    assert!(empty.stderr.contains("no records yet"), "{}", empty.stderr);
    desk.with("one.csv", "state,text\nPeru,Build schools in the mountains\n").import("one.csv");
    let first = desk.run(["clusters"]);
    assert!(first.code == 0 && first.stdout.contains("1 records"), "{}", first.stdout);
    assert!(first.stderr.contains("analysed now"), "{}", first.stderr);
    assert!(desk.run(["clusters"]).stderr.is_empty(), "what is there is not made again");
}

#[test]
fn lists_that_run_in_circles_and_foreign_entities_do_no_harm() {
    let desk = Desk::new();
    let styles = "<styles><style type='paragraph' styleId='A'><basedOn val='B'/></style><style type='paragraph' styleId='B'><basedOn val='A'/></style>\
        <style type='numbering' styleId='N'><pPr><numPr><numId val='1'/></numPr></pPr></style></styles>";
    let numbering = "<numbering><abstractNum abstractNumId='1'><numStyleLink val='N'/></abstractNum><num numId='1'><abstractNumId val='1'/></num></numbering>";
    let item = "<w:p><w:pPr><w:pStyle w:val='A'/><w:numPr><w:ilvl w:val='4000000000'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>6.1 Build schools &evil; (Chile);</w:t></w:r></w:p>";
    let word = Word::new()
        .lines(&["Peru", "Report of the Working Group on the Universal Periodic Review"])
        .raw(item)
        .part("word/styles.xml", styles)
        .part("word/numbering.xml", numbering);
    let report = desk.imported(&desk.file("circle.docx", word.bytes()));
    assert_eq!(report["new"], 1, "{report}");
}

#[test]
fn a_wrong_ending_does_not_matter() {
    let desk = Desk::new();
    let word = Word::new().lines(&[
        "Peru",
        "Report of the Working Group on the Universal Periodic Review",
        "6.1 Build schools (Chile);",
    ]);
    assert_eq!(desk.imported(&desk.file("report.pdf", word.bytes()))["new"], 1);
    assert_eq!(desk.imported(&desk.file("report.xlsx", word.bytes()))["known"], 1);
}

/// A workbook of one sheet with a header and as many rows, each as wide as told, cells of numbers behind its text.
fn wide(rows: u32, columns: u16) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (at, heading) in (0..).zip(["State", "Text"]) {
        sheet.write(0, at, heading).unwrap();
    }
    for row in 1..=rows {
        sheet.write(row, 0, "Peru").unwrap();
        sheet.write(row, 1, format!("Build school {row} in the mountains")).unwrap();
        for column in 2..columns {
            sheet.write(row, column, row % 7).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_wide_workbook_is_read_and_one_of_countless_cells_is_refused_with_what_to_do() {
    let desk = Desk::new();
    assert_eq!(desk.imported(&desk.file("wide.xlsx", wide(300, 60)))["new"], 300);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Text").unwrap();
    for row in 1..=500 {
        sheet.write(row, 16_383, "far away").unwrap();
    }
    let done = desk.run(["import", &desk.file("cells.xlsx", book.save_to_buffer().unwrap())]);
    assert_eq!(done.code, 2, "{}", done.stdout);
    for told in ["cells.xlsx", "more cells than", "hint: split the file"] {
        assert!(done.stderr.contains(told), "{told}: {}", done.stderr);
    }
}

#[test]
fn small_files_that_ask_for_more_than_there_is_are_refused() {
    let desk = Desk::new();
    let fonts: String = (0..3_000).map(|i| format!("<font color={i}>")).collect();
    for (name, content, says) in [
        ("formatting.html", format!("<html><body><p>{fonts}{}", "<p>x".repeat(3_000)), "opened and never closed"),
        ("nested.html", format!("<html><body>{}x", "<div>".repeat(200_000)), "opened and never closed"),
        ("commas.csv", format!("State,Recommendation\n{}\n", ",".repeat(9_000_000)), "more cells than"),
        ("cell.csv", format!("State,Recommendation\nPeru,\"{}\"\n", "x ".repeat(600_000)), "more than the 1024 kB"),
        ("endless.txt", "Build schools ".repeat(2_600_000), "more than the 32 MB that a document may have"),
        ("lines.txt", "a\n".repeat(1_600_000), "more lines than"),
        ("elements.html", format!("<html><body>{}", "<p>x".repeat(2_100_000)), "more elements than"),
        ("text.json", format!("[{{\"Text\":\"{}\"}}]", "x y ".repeat(5_000_000)), "is larger than 16 MB"),
    ] {
        let done = desk.run(["import", &desk.file(name, content)]);
        let said = done.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!((done.code, said.contains(says)), (2, true), "{name}: {said}");
    }
    assert_eq!(desk.json(["verify"])["records"], 0);
}

#[test]
fn the_same_row_again_and_again_is_kept_so_often_and_the_rest_is_named() {
    let desk = Desk::new();
    let rows = format!("State,Recommendation\n{}", "Peru,Plant trees along the coast\n".repeat(3_000));
    let done = desk.run(["--json", "import", &desk.file("rows.csv", rows)]);
    let report: serde_json::Value = serde_json::from_str(&done.stdout).unwrap();
    assert_eq!((done.code, report[0]["rows"].as_u64()), (1, Some(1_000)), "{}", report[0]);
    let repeated = report[0]["remarks"].as_array().unwrap().iter().find(|r| r["code"] == "ingest-remark-repeated");
    assert_eq!(repeated.unwrap()["values"]["rows"], 2_000);
}

#[test]
fn a_text_longer_than_any_recommendation_is_kept_whole_and_what_is_read_of_it_is_told() {
    let desk = Desk::new();
    let long = format!("Build schools {}in the lagoon", "and plant trees ".repeat(700));
    desk.with("rows.csv", format!("state,number,recommendation\nPeru,6.1,{long}\nPeru,6.2,Build roads\n"));
    let done = desk.weft(["--workspace", "desk", "import", "rows.csv"]);
    assert!(done.code == 0 && done.stdout.contains("11227 characters"), "{}", done.stdout);
    assert!(desk.ok(["show", "6.1"]).contains("in the lagoon"));
    assert_eq!(desk.json(["search", "lagoon"])["total"], 1, "all of it is searched");
}

#[test]
fn a_damaged_workbook_of_the_old_format_is_an_error_of_the_file() {
    let desk = Desk::new();
    let mark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    desk.file("good.csv", "State,Recommendation\nPeru,Plant trees along the coast\n");
    for (name, body) in [("short.xls", vec![0; 100]), ("full.xls", vec![0xff; 40_000]), ("zero.xls", vec![0; 40_000])] {
        let done = desk.run(["import", &desk.file(name, [&mark[..], &body].concat()), "good.csv"]);
        assert!(done.code == 1 || done.code == 2, "{name}: {}", done.stderr);
        assert!(!done.stderr.contains("panicked"), "{name}: {}", done.stderr);
    }
}
