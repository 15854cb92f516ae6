//! Reports to the mechanisms: what stands in them, what they leave out, and how long they are.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use serde_json::Value;

use crate::desk::{Desk, shared};
use crate::paper::Word;

/// Writes a report; returns what was told and the text.
fn report(desk: &Desk, arguments: &[&str]) -> (Value, String) {
    let file = desk.folder().join("report.txt");
    let out = file.to_str().unwrap();
    let all: Vec<&str> =
        ["--json", "report"].iter().chain(arguments).copied().chain(["--out", out, "--as-of", "2026-11-30"]).collect();
    let done = desk.run(all);
    assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
    (serde_json::from_str(&done.stdout).unwrap(), std::fs::read_to_string(file).unwrap())
}

fn number(answer: &Value, of: &str) -> u64 {
    answer[of].as_u64().unwrap_or_else(|| panic!("{of}: {answer}"))
}

/// The numbers of the recommendations of the review that the demo's State supports.
fn supported(desk: &Desk) -> Vec<String> {
    let rows = desk.export(["recommendations"]);
    let is_meant = |row: &&std::collections::HashMap<String, String>| {
        row["mechanism"] == "upr" && row["symbol"] == "A/HRC/43/99" && row["position"].starts_with("supported")
    };
    rows.iter().filter(is_meant).map(|row| row["paragraph"].clone()).collect()
}

#[test]
fn a_chapter_names_every_supported_recommendation_once_or_says_that_it_leaves_it_out() {
    let desk = Desk::demo();
    let all = supported(&desk);
    let (answered, planted) = all.split_at(all.len() - 15);
    let measure: Vec<&str> = ["plan", "add", "Do what was promised", "--for"]
        .into_iter()
        .chain(answered.iter().map(String::as_str))
        .collect();
    desk.ok(measure);
    let (answer, text) = report(&desk, &["chapter"]);
    let left: Vec<&str> =
        answer["left_out_recommendations"].as_array().unwrap().iter().map(|own| own.as_str().unwrap()).collect();
    assert_eq!(left.len(), 103 - answered.len(), "noted ones too");
    let is_left = |number: &str| left.iter().any(|line| line.contains(&format!("¶{number}:")));
    assert_eq!(planted.iter().filter(|number| is_left(number)).count(), 15, "{left:?}");
    assert!(answered.iter().all(|number| !is_left(number)), "{left:?}");
    let notes = text.split("# Notes").nth(1).unwrap().split("# Recommendations").next().unwrap();
    let listed: Vec<&str> = notes.split([' ', ',', '.']).collect();
    assert!(!listed.is_empty());
    let named = |wanted: &str| notes.split([' ', ',']).filter(|own| own.trim_end_matches('.') == wanted).count();
    assert!(answered.iter().all(|number| named(number) == 1), "{notes}");
    assert_eq!(number(&answer, "limit"), 10_700);
    assert!(number(&answer, "words") < 200 && number(&answer, "uncounted") > 100, "{answer}");
}

#[test]
fn reports_of_an_empty_plan_are_short_and_full_of_marked_gaps() {
    let desk = Desk::demo();
    let (chapter, text) = report(&desk, &["chapter"]);
    assert!(number(&chapter, "gaps") >= 1 && number(&chapter, "words") < 80, "{chapter} {text}");
    assert!(text.contains("[no measure has been planned]"), "{text}");
    let (matrix, text) = report(&desk, &["mid-term", "--form", "matrix"]);
    let rows = text.matches("[nothing is on file]").count() as u64;
    assert_eq!((number(&matrix, "gaps"), number(&matrix, "left_out")), (rows, rows));
    for scope in [["--entity", "MOJ"], ["--cluster", "6.2"]] {
        let (answer, text) = report(&desk, &["scope", scope[0], scope[1]]);
        assert!(number(&answer, "gaps") >= 1 && number(&answer, "words") < 60, "{text}");
    }
}

#[test]
fn the_mid_term_report_has_three_forms_with_what_was_planned_and_assessed() {
    let desk = Desk::demo();
    desk.ok(["plan", "add", "Open a shelter in each province", "--for", "121.36", "--lead", "MWF", "--until", "2027"]);
    let assess = ["assess", "121.36", "partly", "--by", "Government", "--kind", "state", "--date", "2026-05-01"];
    desk.ok(assess.into_iter().chain(["--scale", "iri", "--evidence", "Visits in May"]));
    for form in ["matrix", "table", "themes"] {
        let (answer, text) = report(&desk, &["mid-term", "--form", form]);
        assert!(
            text.contains("Open a shelter in each province. Lead: Ministry of Women and Family Affairs."),
            "{text}"
        );
        assert!(text.contains("121.36"), "{text}");
        assert_eq!(
            text.contains("Partly implemented (Government, 2026-05-01): Visits in May"),
            form != "themes",
            "{text}"
        );
        assert!(answer["limit"].is_null());
    }
    let french = desk.folder().join("rapport.html");
    desk.ok(["--language", "fr", "report", "mid-term", "--out", french.to_str().unwrap()]);
    let page = std::fs::read_to_string(french).unwrap();
    assert!(page.contains("lang=\"fr\"") && page.contains("Chef de file") && !page.contains("<script"), "{page}");
}

#[test]
fn follow_up_goes_by_lettered_parts_with_the_day_that_the_paragraph_says() {
    let desk = Desk::new();
    let word = Word::new().head("CAT/C/PER/CO/8").lines(&[
        "Distr.: General 1 March 2028",
        "Concluding observations on the eighth periodic report of Peru",
        "B. Principal areas of concern and recommendations",
        "Prisons",
        "11. The Committee is concerned about prisons.",
        "12. The State party should: (a) Open smaller prisons in the regions; (b) Train the guards of every prison.",
        "Water",
        "13. The State party should ratify the treaty on water without further delay.",
        "Follow-up",
        "14. The Committee requests the State party to provide, by 1 March 2031, information on follow-up to the recommendations contained in paragraph 12 above.",
    ]);
    desk.import(&desk.file("co.docx", word.bytes())).analyse();
    let unknown = desk.run(["report", "follow-up", "--symbol", "CAT/C/PER/CO/99"]);
    assert_eq!(unknown.code, 2);
    desk.ok(["plan", "add", "Build two prisons", "--for", "12 (a)", "--until", "2030"]);
    desk.ok(["assess", "12 (b)", "B", "--by", "Committee", "--kind", "committee", "--date", "2029-05-01"]);
    let (answer, text) = report(&desk, &["follow-up", "--symbol", "CAT/C/PER/CO/8"]);
    assert!(text.contains("Due 2031-03-01 (paragraph 14)"), "{text}");
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(place("> (a) Open smaller prisons") < place("Build two prisons."), "{text}");
    assert!(place("Build two prisons.") < place("> (b) Train the guards"), "{text}");
    assert!(place("> (b) Train the guards") < place("B (Committee, 2029-05-01)"), "{text}");
    assert!(text.contains("[nothing is on file]"), "{text}");
    assert!(!text.contains("treaty on water"), "only what the committee has chosen: {text}");
    assert_eq!(number(&answer, "left_out"), 1);
    let warnings = answer["warnings"].as_array().unwrap();
    assert!(warnings.iter().any(|own| own.as_str().unwrap().contains("2029-03-01")), "the rule is one year: {answer}");
}

/// A Word document with a table of these rows.
fn document(rows: &[[&str; 4]]) -> Vec<u8> {
    let cell = |text: &&str| {
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"2000\"/></w:tcPr><w:p w:rsidR=\"00A\"><w:pPr><w:jc w:val=\"left\"/></w:pPr>{}</w:p></w:tc>",
            if text.is_empty() { String::new() } else { format!("<w:r><w:t>{text}</w:t></w:r>") }
        )
    };
    let row = |row: &[&str; 4]| format!("<w:tr w:rsidR=\"00A\">{}</w:tr>", row.iter().map(cell).collect::<String>());
    let body: String = rows.iter().map(row).collect();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>{body}</w:tbl></w:body></w:document>"
            ),
        ),
        ("word/media/seal.bin", "seal".to_owned()),
    ];
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a package.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        all.insert(name, content);
    }
    all
}

/// A body without the runs that were filled in.
fn without_fillings(body: &[u8]) -> String {
    let text = String::from_utf8(body.to_vec()).unwrap();
    let mut left = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("<w:r><w:rPr><w:sz w:val=\"18\"/></w:rPr><w:t xml:space=\"preserve\">") {
        left.push_str(&rest[..at]);
        let end = rest[at..].find("</w:r>").unwrap() + at + "</w:r>".len();
        rest = &rest[end..];
    }
    left + rest
}

/// A recommendation of the demo, as a matrix has it.
const MARITAL: &str = "121.36 Criminalize all forms of domestic violence, including marital rape, and provide shelters for survivors in all nine provinces";

#[test]
fn a_matrix_is_filled_in_its_own_file_and_every_other_byte_stays() {
    let desk = Desk::demo();
    desk.ok(["plan", "add", "Open a shelter in each province", "--for", "121.36", "--lead", "MWF"]);
    let matrix = document(&[
        ["Recommendation", "Position", "Themes", "Assessment/comments on level of implementation"],
        [MARITAL, "Supported", "Women", ""],
        ["121.3 Ratify", "Supported", "Norms", ""],
    ]);
    let file = desk.folder().join("matrix.docx");
    std::fs::write(&file, &matrix).unwrap();
    let out = desk.folder().join("filled.docx");
    let done = desk.json(["report", "matrix", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!((done["rows"].as_u64(), done["filled"].as_u64()), (Some(2), Some(1)), "{done}");
    let (before, after) = (parts(&matrix), parts(&std::fs::read(&out).unwrap()));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (name, content) in &before {
        match name.as_str() {
            "word/document.xml" => assert_eq!(without_fillings(&after[name]), String::from_utf8_lossy(content)),
            _ => assert_eq!(&after[name], content, "{name}"),
        }
    }
    let body = String::from_utf8_lossy(&after["word/document.xml"]).into_owned();
    assert!(body.contains("Open a shelter in each province. Lead: Ministry of Women and Family Affairs."), "{body}");
    std::fs::write(
        &file,
        document(&[
            ["Recommendation", "Position", "Themes", "Assessment"],
            ["121.36 Mend the roads of the north", "Supported", "Roads", ""],
        ]),
    )
    .unwrap();
    let foreign = desk.json(["report", "matrix", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(foreign["filled"], 0, "the number of another review is another recommendation: {foreign}");
    let other = desk.folder().join("four.docx");
    std::fs::write(&other, document(&[["Recommendation", "Position", "Themes", "Relevant SDGs"]])).unwrap();
    let refused = desk.run(["report", "matrix", other.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert!(refused.code == 2 && refused.stderr.contains("mid-term --form matrix"), "{}", refused.stderr);
}

#[test]
fn real_matrices_of_two_cycles_are_filled_and_keep_all_else() {
    let Some(data) = shared() else { return };
    let folder = data.join("ohchr_thematic_lists/original");
    let desk = Desk::bare();
    desk.weft(["init", "desk", "--state", "Slovenia"]);
    let lists = [
        ("UPR20__Slovenia_ThematicListRecommendations_E.docx", "115.3"),
        ("UPR34_Slovenia_Thematic_list_of_Recommendations.docx", "121.1"),
    ];
    for (name, _) in lists {
        desk.import(folder.join(name).to_str().unwrap());
    }
    desk.analyse();
    for (name, number) in lists {
        desk.ok(["plan", "add", &format!("Measure for {number}"), "--for", number, "--until", "2027"]);
        let (file, out) = (folder.join(name), desk.folder().join("filled.docx"));
        let done = desk.json(["report", "matrix", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
        assert!(done["filled"].as_u64().unwrap() >= 1, "{done}");
        let (before, after) = (parts(&std::fs::read(&file).unwrap()), parts(&std::fs::read(&out).unwrap()));
        for (part, content) in &before {
            match part.as_str() {
                "word/document.xml" => {
                    assert_eq!(without_fillings(&after[part]).as_bytes(), content.as_slice(), "{name}")
                }
                _ => assert_eq!(&after[part], content, "{name} {part}"),
            }
        }
    }
}
