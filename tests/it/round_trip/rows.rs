//! Rows and columns that others have moved, copied or lost.

use super::{Office, Rows, at, book, change, changes, count, problems, row_of, rows_of, write};

/// What is done to a table, by a name.
type Edit = (&'static str, fn(&mut Rows));

#[test]
fn rows_and_columns_may_stand_elsewhere_under_other_headings() {
    let office = Office::new();
    let edits: [Edit; 7] = [
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

/// What happens to a row, and what it is then.
type Case = (&'static str, fn(&mut Rows, usize), [&'static str; 2]);

const CASES: [Case; 6] = [
    ("both keys deleted", |rows, row| clear_keys(rows, row, ""), ["probable", "probably-row"]),
    ("one key mistyped", |rows, row| clear_keys(rows, row, "M4KQ-7T9-Y"), ["probable", "probably-row"]),
    ("the row copied, with other words", copy_with_other_words, ["doubled", "key-twice"]),
    ("one key over another", |rows, row| rows[row][0] = rows[7 - row][0].clone(), ["unknown", "keys-disagree"]),
    ("a row of another dispatch", |rows, row| clear_keys(rows, row, "FOREIGN"), ["unknown", "other-dispatch"]),
    ("words that are no row", add_a_note, ["unknown", "unknown-row"]),
];

fn copy_with_other_words(rows: &mut Rows, row: usize) {
    let mut copy = rows[row].clone();
    "planned".clone_into(&mut copy[at(rows, "status")]);
    rows.push(copy);
}

fn add_a_note(rows: &mut Rows, _: usize) {
    let mut note = vec![String::new(); rows[0].len()];
    "call me".clone_into(&mut note[5]);
    "tomorrow".clone_into(&mut note[6]);
    rows.push(note);
}

#[test]
fn rows_without_their_key_are_never_guessed() {
    let office = Office::new();
    let out = office.desk.folder().join("other");
    let other = office.desk.json(["plan", "add", "Pay lawyers", "--for", "121.20", "--lead", "MWF"]);
    let other = other["key"].as_str().unwrap().to_owned();
    office.desk.ok(["plan", "send", "--to", out.to_str().unwrap(), "--entity", "MWF"]);
    for (name, edit, [counted, problem]) in CASES {
        let answer = office.returned(|rows| {
            let judges = row_of(rows, office.judges());
            write(rows, judges, "status", "implemented");
            edit(rows, judges);
            let foreign = rows.iter_mut().flatten().filter(|cell| *cell == "FOREIGN");
            foreign.for_each(|cell| cell.clone_from(&other));
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
