//! Files as they went out, through Word, of no dispatch, and the answer to those who sent them.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use super::{Office, book, change, changes, count, problems, row_of, rows_of, write};

/// A document with its body changed.
fn edited(bytes: &[u8], edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == "word/document.xml" {
            content = edit(String::from_utf8(content).unwrap()).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn what_comes_back_as_it_was_sent_changes_nothing() {
    let office = Office::new();
    for format in ["xlsx", "docx"] {
        for language in ["en", "ar", "zh"] {
            let sent = office.send(&["--format", format, "--language", language]);
            let answer = office.diff(&format!("back.{format}"), sent);
            assert_eq!([count(&answer, "sent"), count(&answer, "known")], [4, 4], "{format} {language}");
            assert_eq!((count(&answer, "unchanged"), changes(&answer), problems(&answer)), (4, vec![], vec![]));
            assert!(answer["comments"].as_array().unwrap().is_empty(), "{answer}");
        }
    }
}

#[test]
fn word_keeps_rows_through_tracked_changes_split_rows_cut_tables_and_comments() {
    let office = Office::new();
    let sent = office.send(&["--format", "docx"]);
    let ins = "<w:ins w:id=\"901\" w:author=\"C. Clerk\" w:date=\"2026-12-01T10:00:00Z\"><w:r><w:t>Money is short</w:t></w:r></w:ins>";
    let tracked = edited(&sent, |body| {
        body.replace(
            "No rooms</w:t></w:r>",
            &format!(
                "<w:del w:id=\"900\" w:author=\"C. Clerk\"><w:r><w:delText>No rooms</w:delText></w:r></w:del>{ins}"
            ),
        )
        .replace("<w:t xml:space=\"preserve\"><w:del", "<w:t xml:space=\"preserve\"></w:t></w:r><w:del")
    });
    let answer = office.diff("tracked.docx", tracked);
    assert_eq!(changes(&answer), [change("obstacles", "Money is short", "theirs")], "{answer}");
    assert_eq!(answer["changes"][0]["by"], "C. Clerk");
    let cut = edited(&sent, |body| body.replacen("</w:tr><w:tr>", "</w:tr></w:tbl><w:p/><w:tbl><w:tblPr/><w:tr>", 1));
    let answer = office.diff("cut.docx", cut);
    assert_eq!(count(&answer, "sent") - count(&answer, "not_returned"), count(&answer, "known"), "{answer}");
    assert!(changes(&answer).is_empty(), "{answer}");
}

#[test]
fn what_is_written_beside_the_tables_of_a_document_is_told_and_not_passed_over() {
    let office = Office::new();
    let sent = office.send(&["--format", "docx"]);
    let said = edited(&sent, |body| {
        let more = "<w:p><w:r><w:t>We lead none of these without more judges.</w:t></w:r></w:p>";
        body.replacen("<w:tbl>", &format!("{more}<w:tbl>"), 1)
    });
    let answer = office.diff("said.docx", said);
    assert_eq!(problems(&answer), ["outside-text"], "{answer}");
    assert!(answer["problems"][0]["what"].as_str().unwrap().contains("more judges"), "{answer}");
    assert!(changes(&answer).is_empty(), "{answer}");
    let boxed = edited(&sent, |body| {
        let cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        let shape = format!(
            "<w:p><w:r><w:pict><v:textbox xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:txbxContent>{cell}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
        );
        body.replacen("<w:tbl>", &format!("{shape}<w:tbl>"), 1)
    });
    assert_eq!(problems(&office.diff("boxed.docx", boxed)), ["boxed-tables"]);
    let mut pictured = zip::ZipWriter::new_append(Cursor::new(sent)).unwrap();
    pictured.start_file("word/media/image1.png", zip::write::SimpleFileOptions::default()).unwrap();
    pictured.write_all(b"no picture").unwrap();
    let answer = office.diff("pictured.docx", pictured.finish().unwrap().into_inner());
    assert_eq!((problems(&answer), count(&answer, "unchanged")), (vec!["pictures".to_owned()], 4), "{answer}");
}

#[test]
fn a_file_of_no_dispatch_and_a_bomb_are_refused_and_change_nothing() {
    let office = Office::new();
    let before = office.desk.ok(["history"]);
    let plain = book(&vec![vec!["Key".to_owned(), "Status".to_owned()], vec!["1".to_owned(), "done".to_owned()]]);
    let file = office.desk.file("other.xlsx", plain);
    let refused = office.desk.run(["plan", "receive", &file, "--take", "all"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("no dispatch") && refused.stderr.contains("hint"), "{}", refused.stderr);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(&vec![b' '; 40 << 20]).unwrap();
    let bomb = office.desk.file("bomb.xlsx", zip.finish().unwrap().into_inner());
    assert_eq!(office.desk.run(["plan", "receive", &bomb, "--take", "all"]).code, 2);
    assert_eq!(office.desk.ok(["history"]), before);
}

#[test]
fn the_answer_to_a_ministry_names_every_problem_as_text_page_and_over_its_own_rows() {
    let office = Office::new();
    let mut rows = rows_of(&office.send(&[]));
    let law = row_of(&rows, office.law());
    write(&mut rows, law, "status", "50 %");
    write(&mut rows, law, "until", "03/04/2027");
    let file = office.desk.file("back.xlsx", book(&rows));
    for name in ["answer.txt", "answer.html", "answer.xlsx"] {
        let path = office.desk.folder().join(name);
        let done = office.desk.run(["plan", "receive", &file, "--answer", path.to_str().unwrap()]);
        assert_eq!(done.code, 1, "{}", done.stderr);
        let bytes = std::fs::read(path).unwrap();
        if name.ends_with("xlsx") {
            let own = rows_of(&bytes);
            let last = own[law].last().unwrap();
            assert!(last.contains("50 %") && last.contains("03/04/2027"), "{last}");
        } else {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains("50 %") && text.contains("03/04/2027") && text.contains("row 4"), "{text}");
        }
    }
    let own = office.desk.run(["plan", "receive", &file, "--answer", &file]);
    assert_eq!(own.code, 2, "{}", own.stdout);
}

#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn not_installed() {
    eprintln!("skipped: LibreOffice is not installed, files are not saved again by it");
}

/// A file re-saved by LibreOffice through some formats, each step from the last; `None` where it is not installed.
pub(super) fn resaved(office: &Office, bytes: &[u8], first: &str, formats: &[&str]) -> Option<Vec<u8>> {
    resaved_in(office.desk.folder(), bytes, first, formats)
}

/// The same in a folder.
pub(super) fn resaved_in(folder: &Path, bytes: &[u8], first: &str, formats: &[&str]) -> Option<Vec<u8>> {
    let folder = folder.join("office");
    std::fs::create_dir_all(&folder).unwrap();
    let mut file = folder.join(format!("back.{first}"));
    std::fs::write(&file, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    for (step, format) in formats.iter().enumerate() {
        let out = folder.join(step.to_string());
        let arguments = ["--headless", "--norestore", &profile, "--convert-to", format, "--outdir"];
        let run = std::process::Command::new("soffice").args(arguments).arg(&out).arg(&file).output();
        let Ok(run) = run else {
            not_installed();
            return None;
        };
        file = out.join(format!("back.{format}"));
        assert!(file.exists(), "{}", String::from_utf8_lossy(&run.stderr));
    }
    Some(std::fs::read(file).unwrap())
}

#[test]
fn files_that_libreoffice_has_saved_again_say_what_they_said() {
    let office = Office::new();
    let plain = [("xlsx", "xlsx"), ("docx", "docx")].map(|(format, name)| (name, office.send(&["--format", format])));
    let ways: [(&str, &[&str]); 6] = [
        ("xlsx", &["xlsx"]),
        ("xlsx", &["ods"]),
        ("xlsx", &["ods", "xlsx"]),
        ("docx", &["docx"]),
        ("docx", &["odt", "docx"]),
        ("docx", &["rtf", "docx"]),
    ];
    for (first, formats) in ways {
        let bytes = &plain.iter().find(|(name, _)| *name == first).unwrap().1;
        let Some(saved) = resaved(&office, bytes, first, formats) else { return };
        let answer = office.diff(&format!("back.{}", formats.last().unwrap()), saved);
        assert_eq!((count(&answer, "unchanged"), count(&answer, "unknown")), (4, 0), "{formats:?} {answer}");
        assert!(changes(&answer).is_empty() && problems(&answer).is_empty(), "{formats:?} {answer}");
    }
    let mut rows = rows_of(&office.send(&[]));
    rows[3..].reverse();
    let judges = row_of(&rows, office.judges());
    write(&mut rows, judges, "status", "partly implemented");
    let Some(saved) = resaved(&office, &book(&rows), "xlsx", &["ods", "xlsx"]) else { return };
    let answer = office.diff("sorted.xlsx", saved);
    assert_eq!(changes(&answer), [change("status", "partly implemented", "theirs")], "{answer}");
    let Some(table) = resaved(&office, &book(&rows), "xlsx", &["csv"]) else { return };
    assert_eq!(changes(&office.diff("back.csv", table)), [change("status", "partly implemented", "theirs")]);
}

#[test]
fn a_thousand_keys_pass_a_spreadsheet_as_csv_untouched() {
    let office = Office::new();
    let key = |number: u32| weft::domain::PlanKey::minted(&number.to_be_bytes(), |_| false).to_string();
    let keys: Vec<String> = (0..1_000).map(key).collect();
    let table = format!("key\n{}\n", keys.join("\n"));
    let Some(saved) = resaved(&office, table.as_bytes(), "csv", &["ods", "csv"]) else { return };
    let kept: Vec<String> = String::from_utf8(saved).unwrap().lines().skip(1).map(str::to_owned).collect();
    assert_eq!(kept, keys);
}
