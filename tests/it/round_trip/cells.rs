//! Cells that hold what they should not, and values by period.

use rust_xlsxwriter::{Format, Note, Workbook};
use serde_json::Value;

use super::files::resaved;
use super::{Office, Rows, at, book, change, changes, count, problems, row_of, rows_of, rows_of_sheet, write};

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
    let bytes = book.save_to_buffer().unwrap();
    let again = resaved(&office, &bytes, "xlsx", &["ods"]);
    let comments = says_what_is_beside_cells(&office.diff("back.xlsx", bytes));
    assert_eq!(comments, [("B. Clerk".to_owned(), "Ask the Court first".to_owned())]);
    if let Some(sheet) = again {
        let comments = says_what_is_beside_cells(&office.diff("back.ods", sheet));
        assert_eq!(comments.len(), 1);
        // LibreOffice sets the author before the words.
        assert!(comments[0].1.ends_with("Ask the Court first"), "{comments:?}");
    }
}

/// Checks what stands beside the cells of the same table, whatever it is saved as; returns its notes with who wrote them.
fn says_what_is_beside_cells(answer: &Value) -> Vec<(String, String)> {
    let found = changes(answer);
    assert!(found.contains(&change("budget", "120", "theirs")), "{answer}");
    assert_eq!(found.iter().filter(|own| own[0] == "obstacles").count(), 2, "{answer}");
    let doubtful = |cell: &&Value| cell["field"] == "obstacles" && cell["is_doubtful"] == true;
    assert_eq!(answer["changes"].as_array().unwrap().iter().filter(doubtful).count(), 2, "{answer}");
    assert_eq!(problems(answer).iter().filter(|own| *own == "over-rows").count(), 2, "{answer}");
    assert!(problems(answer).contains(&"formula".to_owned()), "{answer}");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    answer["comments"].as_array().unwrap().iter().map(|own| (text(&own["by"]), text(&own["text"]))).collect()
}

#[test]
fn values_of_indicators_come_back_by_period() {
    let office = Office::new();
    let mut rows = rows_of_sheet(&office.send(&[]), "indicators");
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
}

#[test]
fn what_was_wrong_when_it_went_out_is_no_fault_of_those_who_return_it() {
    let office = Office::new();
    office.desk.ok(["plan", "set", office.law(), "status=50 %", "until=03/04/2027"]);
    let answer = office.returned(|_| {});
    assert_eq!((count(&answer, "changed"), problems(&answer)), (0, vec![]), "{answer}");
}

#[test]
fn cells_of_a_new_row_are_checked_and_none_is_lost() {
    let office = Office::new();
    let mut rows = rows_of(&office.send(&[]));
    let mut new = vec![String::new(); rows[0].len()];
    for (code, text) in [
        ("measure", "Pay lawyers"),
        ("number", "M-77"),
        ("status", "bogus"),
        ("until", "03/04/2027"),
        ("contact", "Ms X"),
        ("comment", "From us"),
    ] {
        new[at(&rows, code)] = text.to_owned();
    }
    rows.push(new.clone());
    new[at(&rows, "number")] = "M-78".to_owned();
    rows.push(new);
    let answer = office.receive("new.xlsx", book(&rows), &["--take", "all"]);
    let mut told = problems(&answer);
    told.sort();
    assert_eq!(told, ["measure-stands", "no-date", "no-date", "no-status", "no-status"], "{answer}");
    let all = office.desk.export(["plan", "--rows", "measures", "--format", "csv"]);
    let own = all.iter().find(|row| row["text"] == "Pay lawyers").unwrap();
    assert_eq!((own["number"].as_str(), own["status"].as_str(), own["until_words"].as_str()), ("M-77", "", ""));
    let shown = office.desk.ok(["plan", "show", "M-77"]);
    assert!(shown.contains("Ms X") && shown.contains("From us"), "{shown}");
}

#[test]
fn two_values_of_one_period_and_a_value_beside_a_reason_are_told_and_neither_is_taken() {
    let office = Office::new();
    let mut rows = rows_of_sheet(&office.send(&[]), "indicators");
    let row = row_of(&rows, &office.keys[3]);
    rows.push(rows[row].clone());
    rows.push(rows[row].clone());
    let last = rows.len() - 1;
    for (at, value) in [(row, "30 %"), (last - 1, "40 %")] {
        write(&mut rows, at, "period", "2026");
        write(&mut rows, at, "value", value);
    }
    for (code, text) in [("period", "2027"), ("value", "50 %"), ("missing", "not collected")] {
        write(&mut rows, last, code, text);
    }
    let answer = office.diff("values.xlsx", book(&rows));
    let mut told = problems(&answer);
    told.sort();
    assert_eq!(told, ["key-twice", "key-twice", "value-and-reason"], "{answer}");
    assert!(changes(&answer).is_empty(), "{answer}");
}

#[test]
fn a_share_that_is_shown_in_per_cent_is_read_as_it_is_shown() {
    let office = Office::new();
    let mut rows = rows_of_sheet(&office.send(&[]), "indicators");
    let row = row_of(&rows, &office.keys[3]);
    write(&mut rows, row, "period", "2026");
    let mut back = Workbook::new();
    let sheet = back.add_worksheet();
    for (row, cells) in (0..).zip(&rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    let column = at(&rows, "value") as u16;
    sheet.write_number_with_format(row as u32, column, 0.47, &Format::new().set_num_format("0%")).unwrap();
    let answer = office.diff("share.xlsx", back.save_to_buffer().unwrap());
    assert_eq!(changes(&answer), [change("value", "47%", "theirs")], "{answer}");
}

#[test]
fn what_went_out_in_a_second_language_comes_back_into_that_language() {
    let office = Office::new();
    office.desk.ok(["plan", "set", office.judges(), "text@fr=Former tous les juges"]);
    let mut rows = rows_of(&office.send(&["--language", "fr"]));
    let judges = row_of(&rows, office.judges());
    assert_eq!(rows[judges][at(&rows, "measure")], "Former tous les juges");
    let unchanged = office.diff("same.xlsx", book(&rows));
    assert!(changes(&unchanged).is_empty() && problems(&unchanged).is_empty(), "{unchanged}");
    write(&mut rows, judges, "measure", "Former tous les juges et greffiers");
    let answer = office.receive("back.xlsx", book(&rows), &["--take", "all"]);
    assert_eq!(changes(&answer), [change("measure", "Former tous les juges et greffiers", "theirs")], "{answer}");
    assert_eq!(office.measure(office.judges())["text"], "Train all judges");
    let french = office.desk.export(["plan", "--rows", "measures", "--format", "csv", "--language", "fr"]);
    assert!(french.iter().any(|row| row["text"] == "Former tous les juges et greffiers"), "{french:?}");
}

#[test]
fn what_comes_back_after_the_plan_was_closed_is_told_and_changes_nothing() {
    let office = Office::new();
    let mut rows = rows_of(&office.send(&[]));
    let judges = row_of(&rows, office.judges());
    write(&mut rows, judges, "obstacles", "Money");
    office.desk.ok(["plan", "close", "First plan", "--carry-on", office.law()]);
    let answer = office.receive("back.xlsx", book(&rows), &["--take", "all"]);
    assert!(problems(&answer).contains(&"gone".to_owned()) && changes(&answer).is_empty(), "{answer}");
    let closed = office.desk.export(["plan", "--rows", "measures", "--edition", "First plan"]);
    assert!(closed.iter().any(|row| row["obstacles"] == "No rooms"), "{closed:?}");
}
