//! Tables of the plan that went out and come back after others have had them in their hands.

use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use rust_xlsxwriter::{Format, Note, Workbook};
use serde_json::Value;

use crate::desk::Desk;

/// A desk with a plan: two measures that the Ministry of Justice leads and one that it supports, an indicator.
struct Office {
    desk: Desk,
    keys: [String; 4],
}

/// The first table of a file that was sent, as its rows of text.
type Rows = Vec<Vec<String>>;

impl Office {
    fn new() -> Self {
        let desk = Desk::demo();
        let key = |arguments: &[&str]| {
            let all: Vec<&str> = ["plan"].iter().chain(arguments).copied().collect();
            desk.json(all)["key"].as_str().unwrap().to_owned()
        };
        let law = key(&["add", "Make marital rape a crime", "--for", "121.36", "--lead", "MOJ", "--number", "1.10"]);
        let judges = key(&["add", "Train all judges", "--for", "121.12", "121.14", "--lead", "MOJ", "--until", "2027"]);
        let homes = key(&["add", "Open shelters", "--for", "SAR-0075", "--lead", "MWF", "--support", "MOJ"]);
        let share = key(&["indicator", &judges, "Judges trained", "--type", "process", "--unit", "per cent"]);
        desk.ok(["plan", "set", &judges, "status=in progress", "obstacles=No rooms"]);
        Self { desk, keys: [law, judges, homes, share] }
    }

    fn law(&self) -> &str {
        &self.keys[0]
    }

    fn judges(&self) -> &str {
        &self.keys[1]
    }

    /// Sends to the Ministry of Justice; returns the bytes of the file.
    fn send(&self, more: &[&str]) -> Vec<u8> {
        let out = self.desk.folder().join("out");
        let arguments = ["plan", "send", "--to", out.to_str().unwrap(), "--entity", "MOJ"];
        let sent = self.desk.json(arguments.iter().chain(more).copied());
        std::fs::read(sent[0]["file"].as_str().unwrap()).unwrap()
    }

    /// Sends, lets somebody change the first table, and compares.
    fn returned(&self, change: impl FnOnce(&mut Rows)) -> Value {
        let mut rows = rows_of(&self.send(&[]));
        change(&mut rows);
        self.diff("back.xlsx", book(&rows))
    }

    fn diff(&self, name: &str, bytes: Vec<u8>) -> Value {
        self.receive(name, bytes, &["--diff"])
    }

    fn receive(&self, name: &str, bytes: Vec<u8>, more: &[&str]) -> Value {
        let file = self.desk.file(name, bytes);
        let arguments: Vec<&str> = ["--json", "plan", "receive", &file].iter().chain(more).copied().collect();
        let done = self.desk.run(arguments);
        let answer: Value =
            serde_json::from_str(&done.stdout).unwrap_or_else(|_| panic!("{}{}", done.stdout, done.stderr));
        adds_up(&answer);
        answer
    }

    fn measure(&self, key: &str) -> std::collections::HashMap<String, String> {
        let rows = self.desk.export(["plan", "--rows", "measures", "--format", "csv"]);
        rows.into_iter().find(|row| row["key"] == key).unwrap()
    }
}

fn count(answer: &Value, of: &str) -> u64 {
    answer[of].as_u64().unwrap_or_else(|| panic!("{of}: {answer}"))
}

/// The two sums of every report.
fn adds_up(answer: &Value) {
    let sum = |of: &[&str]| of.iter().map(|name| count(answer, name)).sum::<u64>();
    assert_eq!(count(answer, "sent"), sum(&["unchanged", "changed", "refused", "not_returned"]), "{answer}");
    assert_eq!(count(answer, "returned"), sum(&["known", "probable", "new", "unknown", "doubled"]), "{answer}");
}

/// Fields, sides and verdicts of what has changed.
fn changes(answer: &Value) -> Vec<[String; 3]> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let cells = answer["changes"].as_array().unwrap().iter();
    cells.map(|cell| [text(&cell["field"]), text(&cell["theirs"]), text(&cell["verdict"])]).collect()
}

fn problems(answer: &Value) -> Vec<String> {
    let all = answer["problems"].as_array().unwrap().iter();
    all.map(|problem| {
        assert!(
            !problem["what"].as_str().unwrap().is_empty() && !problem["mend"].as_str().unwrap().is_empty(),
            "{problem}"
        );
        problem["code"].as_str().unwrap().to_owned()
    })
    .collect()
}

fn change(field: &str, theirs: &str, verdict: &str) -> [String; 3] {
    [field, theirs, verdict].map(str::to_owned)
}

/// The cells of the first sheet of a workbook.
fn rows_of(bytes: &[u8]) -> Rows {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let text = |cell: &Data| cell.to_string();
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

fn book(rows: &Rows) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Where a column stands, by its code.
fn at(rows: &Rows, code: &str) -> usize {
    rows[1].iter().position(|own| own == &format!("weft:{code}")).unwrap()
}

fn write(rows: &mut Rows, row: usize, code: &str, text: &str) {
    let column = at(rows, code);
    text.clone_into(&mut rows[row][column]);
}

/// The row of a measure.
fn row_of(rows: &Rows, key: &str) -> usize {
    rows.iter().position(|row| row[0] == key).unwrap()
}

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
fn replies_are_taken_over_as_one_command_and_the_same_file_again_changes_nothing() {
    let office = Office::new();
    let mut rows = rows_of(&office.send(&[]));
    let judges = row_of(&rows, office.judges());
    write(&mut rows, judges, "status", "Implemented");
    write(&mut rows, judges, "obstacles", "[clear]");
    write(&mut rows, judges, "answer", "yes");
    write(&mut rows, judges, "contact", "A. Clerk");
    write(&mut rows, judges, "comment", "All but two");
    let file = book(&rows);
    let answer = office.receive("back.xlsx", file.clone(), &["--take", "all"]);
    assert_eq!((count(&answer, "taken"), count(&answer, "changed")), (4, 1), "{answer}");
    let measure = office.measure(office.judges());
    assert_eq!((measure["status"].as_str(), measure["obstacles"].as_str()), ("implemented", ""));
    let shown = office.desk.ok(["plan", "show", office.judges()]);
    assert!(shown.contains("All but two") && shown.contains("accepted") && shown.contains("A. Clerk"), "{shown}");
    let again = office.receive("back.xlsx", file, &["--take", "all"]);
    assert_eq!((count(&again, "taken"), problems(&again)[0].as_str()), (0, "again"));
    assert_eq!(office.desk.ok(["plan", "show", office.judges()]), shown);
    office.desk.ok(["undo"]);
    office.desk.ok(["undo"]);
    let before = office.measure(office.judges());
    assert_eq!((before["status"].as_str(), before["obstacles"].as_str()), ("in_progress", "No rooms"));
}

#[test]
fn rows_and_columns_may_stand_elsewhere_under_other_headings() {
    let office = Office::new();
    let edits: [(&str, fn(&mut Rows)); 7] = [
        ("rows sorted", |rows| rows[3..].reverse()),
        ("columns moved", |rows| rows.iter_mut().for_each(|row| row.reverse())),
        ("headings translated, codes gone", |rows| {
            rows[2] = weft_headings("fr", rows);
            rows.remove(1);
        }),
        ("a heading emptied, codes gone", |rows| {
            let status = at(rows, "status");
            rows[2][status].clear();
            rows.remove(1);
        }),
        ("key column deleted, the hidden one left", |rows| rows.iter_mut().for_each(|row| drop(row.remove(0)))),
        ("key column moved, the hidden one gone", |rows| {
            for row in rows.iter_mut() {
                row.pop();
                let key = row.remove(0);
                row.insert(5, key);
            }
        }),
        ("a title over all and rows of themes between", |rows| {
            let width = rows[0].len();
            let mut theme = vec![String::new(); width];
            theme[0] = "Justice".to_owned();
            rows.insert(3, theme.clone());
            rows.insert(0, theme);
        }),
    ];
    for (name, edit) in edits {
        let answer = office.returned(|rows| {
            let judges = row_of(rows, office.judges());
            write(rows, judges, "status", "implemented");
            edit(rows);
        });
        assert_eq!(changes(&answer), [change("status", "implemented", "theirs")], "{name}: {answer}");
        assert_eq!((count(&answer, "known"), count(&answer, "unknown")), (2, 0), "{name}: {answer}");
    }
}

/// The headings of a table in another language, in the order of its codes.
fn weft_headings(language: &str, rows: &Rows) -> Vec<String> {
    let language: weft::domain::Language = language.parse().unwrap();
    let code = |code: &String| weft::domain::exchange::column_of_code(code).unwrap().heading(language).to_owned();
    rows[1].iter().map(code).collect()
}

#[test]
fn rows_without_their_key_are_never_guessed() {
    let office = Office::new();
    let cases: [(&str, fn(&mut Rows, usize), [&str; 2]); 6] = [
        ("both keys deleted", |rows, row| clear_keys(rows, row, ""), ["probable", "probably-row"]),
        ("one key mistyped", |rows, row| clear_keys(rows, row, "M4KQ-7T9-Y"), ["probable", "probably-row"]),
        (
            "the row copied, with other words",
            |rows, row| {
                let mut copy = rows[row].clone();
                let status = at(rows, "status");
                "planned".clone_into(&mut copy[status]);
                rows.push(copy);
            },
            ["doubled", "key-twice"],
        ),
        (
            "one key over another",
            |rows, row| {
                let other = rows[if row == 3 { 4 } else { 3 }][0].clone();
                rows[row][0] = other;
            },
            ["unknown", "keys-disagree"],
        ),
        ("a row of another dispatch", |rows, row| clear_keys(rows, row, "FOREIGN"), ["unknown", "other-dispatch"]),
        (
            "words that are no row",
            |rows, _| {
                let mut note = vec![String::new(); rows[0].len()];
                "call me".clone_into(&mut note[5]);
                "tomorrow".clone_into(&mut note[6]);
                rows.push(note);
            },
            ["unknown", "unknown-row"],
        ),
    ];
    let out = office.desk.folder().join("other");
    office.desk.ok(["plan", "send", "--to", out.to_str().unwrap(), "--entity", "MWF"]);
    let foreign = office.keys[2].clone();
    let other = office.desk.json(["plan", "add", "Pay lawyers", "--for", "121.20", "--lead", "MWF"]);
    let other = other["key"].as_str().unwrap().to_owned();
    office.desk.ok(["plan", "send", "--to", out.to_str().unwrap(), "--entity", "MWF"]);
    assert_ne!(foreign, other);
    for (name, edit, [counted, problem]) in cases {
        let answer = office.returned(|rows| {
            let judges = row_of(rows, office.judges());
            write(rows, judges, "status", "implemented");
            edit(rows, judges);
            for row in rows.iter_mut() {
                row.iter_mut().filter(|cell| *cell == "FOREIGN").for_each(|cell| cell.clone_from(&other));
            }
        });
        assert!(count(&answer, counted) > 0, "{name}: {answer}");
        assert!(problems(&answer).iter().any(|own| own == problem), "{name}: {answer}");
        let certain = answer["changes"].as_array().unwrap().iter().filter(|cell| cell["is_doubtful"] == false).count();
        assert!(certain == 0 || name == "words that are no row", "{name}: {answer}");
    }
}

fn clear_keys(rows: &mut Rows, row: usize, text: &str) {
    let last = rows[row].len() - 1;
    text.clone_into(&mut rows[row][0]);
    rows[row][last] = if text == "FOREIGN" { text.to_owned() } else { String::new() };
}

#[test]
fn a_copied_row_that_says_the_same_is_counted_and_a_blank_key_with_a_measure_is_a_new_one() {
    let office = Office::new();
    let same = office.returned(|rows| rows.push(rows[3].clone()));
    assert_eq!((count(&same, "known"), count(&same, "doubled"), problems(&same).len()), (2, 1, 0), "{same}");
    let mut rows = rows_of(&office.send(&[]));
    let mut new = vec![String::new(); rows[0].len()];
    new[at(&rows, "measure")] = "Pay lawyers for the poor".to_owned();
    new[at(&rows, "recommendations")] = "121.20; 999.9".to_owned();
    new[at(&rows, "until")] = "2028".to_owned();
    rows.push(new);
    let answer = office.receive("back.xlsx", book(&rows), &["--take", "all"]);
    assert_eq!((count(&answer, "new"), problems(&answer)), (1, vec!["no-recommendation".to_owned()]), "{answer}");
    let rows = office.desk.export(["plan", "--rows", "measures", "--format", "csv"]);
    let added = rows.iter().find(|row| row["text"] == "Pay lawyers for the poor").unwrap();
    assert_eq!((added["lead"].as_str(), added["until"].as_str()), ("MOJ", "2028"));
    assert!(added["recommendations"].contains("121.20"), "{added:?}");
}

#[test]
fn cells_that_cannot_be_what_their_column_holds_are_told_and_change_nothing() {
    let office = Office::new();
    for (code, text, problem) in [
        ("status", "estado desconocido", "no-status"),
        ("status", "50 %", "no-status"),
        ("answer", "perhaps", "no-answer"),
        ("answer", "no", "no-reason"),
        ("reason", "Not ours", "answer-left-out"),
        ("until", "03/04/2027", "no-date"),
        ("obstacles", &"x".repeat(40_000), "too-long"),
    ] {
        let answer = office.diff("back.csv", {
            let mut rows = rows_of(&office.send(&[]));
            let law = row_of(&rows, office.law());
            write(&mut rows, law, code, text);
            csv_of(&rows, b',')
        });
        assert_eq!(problems(&answer), [problem], "{code} {answer}");
        assert!(changes(&answer).is_empty(), "{answer}");
    }
}

/// The rows as a spreadsheet writes CSV.
fn csv_of(rows: &Rows, delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

#[test]
fn states_and_dates_are_read_in_six_languages_and_csv_in_any_encoding() {
    let office = Office::new();
    let rows = |office: &Office| {
        let mut rows = rows_of(&office.send(&[]));
        let law = row_of(&rows, office.law());
        write(&mut rows, law, "status", "en curso");
        write(&mut rows, law, "until", "décembre 2027");
        rows
    };
    let expected = [change("until", "décembre 2027", "theirs"), change("status", "en curso", "theirs")];
    let sixteen = |bytes: Vec<u8>| -> Vec<u8> {
        let text = String::from_utf8(bytes).unwrap();
        [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
    };
    for (name, bytes) in [
        ("comma.csv", csv_of(&rows(&office), b',')),
        ("semicolon.csv", [b"\xef\xbb\xbf".to_vec(), csv_of(&rows(&office), b';')].concat()),
        ("unicode.csv", sixteen(csv_of(&rows(&office), b'\t'))),
        ("book.xlsx", book(&rows(&office))),
    ] {
        let answer = office.diff(name, bytes);
        assert_eq!(changes(&answer), expected, "{name} {answer}");
        assert!(problems(&answer).is_empty(), "{name} {answer}");
    }
}

#[test]
fn merged_cells_formulas_numbers_and_notes_of_a_workbook_are_what_they_are() {
    let office = Office::new();
    let rows = rows_of(&office.send(&[]));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(&rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    let column = |code: &str| at(&rows, code) as u16;
    let law = row_of(&rows, office.law()) as u32;
    sheet.merge_range(3, column("obstacles"), 4, column("obstacles"), "The same for both", &Format::new()).unwrap();
    sheet.write_number(law, column("number"), 1.1).unwrap();
    sheet.write_formula(law, column("budget"), rust_xlsxwriter::Formula::new("=40*3").set_result("120")).unwrap();
    let away = rust_xlsxwriter::Formula::new("=HYPERLINK(\"http://example.org\",\"x\")").set_result("x");
    sheet.write_formula(law, column("assistance"), away).unwrap();
    sheet.insert_note(law, 4, &Note::new("Ask the Court first").set_author("B. Clerk")).unwrap();
    let answer = office.diff("back.xlsx", book.save_to_buffer().unwrap());
    let found = changes(&answer);
    assert!(found.contains(&change("budget", "120", "theirs")), "{answer}");
    assert_eq!(found.iter().filter(|own| own[0] == "obstacles").count(), 2, "{answer}");
    let doubtful = |cell: &&Value| cell["field"] == "obstacles" && cell["is_doubtful"] == true;
    assert_eq!(answer["changes"].as_array().unwrap().iter().filter(doubtful).count(), 2, "{answer}");
    assert_eq!(problems(&answer).iter().filter(|own| *own == "over-rows").count(), 2, "{answer}");
    assert!(problems(&answer).contains(&"formula".to_owned()), "{answer}");
    let comments = answer["comments"].as_array().unwrap();
    assert_eq!(comments.len(), 1, "{answer}");
    assert_eq!(
        (comments[0]["by"].as_str(), comments[0]["text"].as_str()),
        (Some("B. Clerk"), Some("Ask the Court first"))
    );
}

#[test]
fn what_both_have_changed_is_a_conflict_and_nothing_is_lost_whichever_side_is_taken() {
    for (take, stands) in [("all", "Ours now"), ("ours", "Ours now"), ("none", "Ours now"), ("theirs", "Theirs now")] {
        let office = Office::new();
        let mut rows = rows_of(&office.send(&[]));
        let judges = row_of(&rows, office.judges());
        write(&mut rows, judges, "obstacles", "Theirs now");
        write(&mut rows, judges, "budget", "500 EUR");
        office.desk.ok(["plan", "set", office.judges(), "obstacles=Ours now", "status=implemented"]);
        let answer = office.receive("back.xlsx", book(&rows), &["--take", take]);
        let expected = [
            change("status", "in progress", "ours"),
            change("obstacles", "Theirs now", "conflict"),
            change("budget", "500 EUR", "theirs"),
        ];
        assert_eq!(changes(&answer), expected, "{answer}");
        let measure = office.measure(office.judges());
        assert_eq!((measure["obstacles"].as_str(), measure["status"].as_str()), (stands, "implemented"), "{take}");
        assert_eq!(measure["budget"].contains("500"), matches!(take, "all" | "theirs"), "{take}");
        let again = office.diff("back.xlsx", book(&rows));
        assert_eq!(problems(&again), ["again"], "what came back stays on file: {again}");
        let history = office.desk.ok(["history"]);
        assert!(history.contains("back.xlsx"), "{history}");
    }
}

#[test]
fn single_cells_are_chosen_by_a_list() {
    let office = Office::new();
    let mut rows = rows_of(&office.send(&[]));
    let judges = row_of(&rows, office.judges());
    write(&mut rows, judges, "obstacles", "Theirs now");
    write(&mut rows, judges, "budget", "500 EUR");
    let list = office.desk.file("choice.csv", format!("key,field,choice\n{},budget,theirs\n", office.judges()));
    let answer = office.receive("back.xlsx", book(&rows), &["--choose", &list]);
    assert_eq!(count(&answer, "taken"), 1);
    let measure = office.measure(office.judges());
    assert_eq!((measure["obstacles"].as_str(), measure["budget"].contains("500")), ("No rooms", true));
    let wrong = office.desk.file("wrong.csv", "key,field,choice\nM4KQ,budget,theirs\n");
    let refused = office.desk.run(["plan", "receive", "back.xlsx", "--choose", &wrong]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("line 2") && refused.stderr.contains("hint"), "{}", refused.stderr);
}

#[test]
fn two_ministries_answer_one_row_and_a_refusal_goes_to_the_body_that_is_named() {
    let office = Office::new();
    let homes = office.keys[2].clone();
    let out = office.desk.folder().join("out");
    let send = |body: &str| {
        let sent = office.desk.json(["plan", "send", "--to", out.to_str().unwrap(), "--entity", body]);
        std::fs::read(sent[0]["file"].as_str().unwrap()).unwrap()
    };
    let mut rows = rows_of(&send("MWF"));
    let row = row_of(&rows, &homes);
    write(&mut rows, row, "answer", "no");
    write(&mut rows, row, "reason", "Shelters are social work");
    write(&mut rows, row, "instead", "Ministry of Social Protection");
    let taken = office.receive("women.xlsx", book(&rows), &["--take", "all"]);
    assert_eq!(count(&taken, "refused"), 1, "{taken}");
    assert_eq!(taken["refusals"][0]["proposed"], "Ministry of Social Protection");
    let checked = office.desk.ok(["plan", "show", &homes]);
    assert!(checked.contains("Shelters are social work"), "{checked}");
    let next = rows_of(&send("MSP"));
    let row = row_of(&next, &homes);
    let mut next = next;
    write(&mut next, row, "answer", "yes");
    let taken = office.receive("social.xlsx", book(&next), &["--take", "all"]);
    assert!(problems(&taken).is_empty(), "{taken}");
    assert!(office.measure(&homes)["lead"].contains("MSP"), "{:?}", office.measure(&homes));
    let again = office.desk.run(["plan", "send", "--to", out.to_str().unwrap(), "--entity", "MWF"]);
    assert!(again.code == 2 || !again.stdout.contains(&homes), "what was refused is not asked again: {}", again.stdout);
    let verdicts = office.desk.ok(["history"]);
    assert!(verdicts.contains("MWF") && verdicts.contains("refused"), "{verdicts}");
}

#[test]
fn values_of_indicators_come_back_by_period() {
    let office = Office::new();
    let sent = office.send(&[]);
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(sent)).unwrap();
    let name = workbook.sheet_names().iter().find(|name| name.contains("indicators")).unwrap().clone();
    let range = workbook.worksheet_range(&name).unwrap();
    let mut rows: Rows = range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect();
    let row = row_of(&rows, &office.keys[3]);
    rows.push(rows[row].clone());
    rows.push(rows[row].clone());
    for (at, period, value, missing) in
        [(row, "2026-H1", "30 %", ""), (row + 1, "2026-H2", "", "not collected"), (row + 2, "2027", "12 EUR", "")]
    {
        write(&mut rows, at, "period", period);
        write(&mut rows, at, "value", value);
        write(&mut rows, at, "missing", missing);
    }
    let answer = office.receive("values.xlsx", book(&rows), &["--take", "all"]);
    assert_eq!((count(&answer, "taken"), problems(&answer)), (2, vec!["other-unit".to_owned()]), "{answer}");
    let rows = office.desk.export(["plan", "--rows", "indicators", "--format", "csv"]);
    let values = &rows.iter().find(|row| row["key"] == office.keys[3]).unwrap()["values"];
    assert!(values.contains("2026-H1=30%") && values.contains("2026-H2=– (not collected)"), "{values}");
    let again = office.diff("again.xlsx", book(&vec![]));
    assert!(changes(&again).is_empty());
}

#[test]
fn a_consultation_shows_what_is_approved_and_brings_assessments_and_comments() {
    let office = Office::new();
    let out = office.desk.folder().join("out");
    let consult = ["plan", "send", "--to", out.to_str().unwrap(), "--consult", "Institute", "--kind", "nhri"];
    let refused = office.desk.run(consult);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("approved"), "{}", refused.stderr);
    office.desk.ok(["plan", "set", office.judges(), "release=approved", "remarks=secret", "contact=MOJ: A. Clerk"]);
    let sent = office.desk.json(consult);
    assert_eq!(sent[0]["held_back"], 2);
    let mut rows = rows_of(&std::fs::read(sent[0]["file"].as_str().unwrap()).unwrap());
    let all = rows.iter().flatten().cloned().collect::<Vec<_>>().join("\n");
    assert!(!all.contains("secret") && !all.contains("A. Clerk") && !all.contains("No rooms"), "{all}");
    let row = row_of(&rows, office.judges());
    write(&mut rows, row, "assessment", "partly implemented");
    write(&mut rows, row, "evidence", "Our visits in May");
    write(&mut rows, row, "comment", "Only in the capital");
    let answer = office.receive("institute.xlsx", book(&rows), &["--take", "all"]);
    assert!(problems(&answer).is_empty(), "{answer}");
    let said = office.desk.export(["plan", "--rows", "assessments", "--format", "csv"]);
    assert_eq!(said.len(), 1);
    assert_eq!(
        (said[0]["by"].as_str(), said[0]["kind"].as_str(), said[0]["value"].as_str()),
        ("Institute", "nhri", "partly")
    );
    assert!(office.desk.ok(["plan", "show", office.judges()]).contains("Only in the capital"));
    let again = office.diff("later.xlsx", book(&rows));
    let verdicts: Vec<String> = changes(&again).into_iter().map(|[.., verdict]| verdict).collect();
    assert!(verdicts.iter().all(|verdict| verdict == "equal"), "{again}");
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
