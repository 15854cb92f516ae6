//! Tables of the plan that went out and come back after others have had them in their hands.

mod cells;
mod files;
mod real;
mod review;
mod rows;
mod sides;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
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
    rows_of_sheet(bytes, "")
}

/// The cells of the first sheet whose name holds a word.
fn rows_of_sheet(bytes: &[u8], word: &str) -> Rows {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let name = book.sheet_names().iter().find(|name| name.contains(word)).unwrap().clone();
    let range = book.worksheet_range(&name).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

fn book(rows: &Rows) -> Vec<u8> {
    let mut book = Workbook::new();
    // The same rows are the same bytes, whenever they are written.
    let made = ExcelDateTime::from_ymd(2026, 1, 1).unwrap();
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
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
