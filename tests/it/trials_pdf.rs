//! PDF as programs make them: raised digits that point at notes, words that were cut at line ends, columns.

use std::collections::HashMap;

use crate::desk::{Desk, trial_file};
use crate::paper::{pdf, pdf_of_streams, shown};

type Row = HashMap<String, String>;

/// What stands above the recommendations.
const HEAD: [&str; 5] = [
    "A/HRC/37/8",
    "Report of the Working Group on the Universal Periodic Review",
    "Peru",
    "II. Conclusions and/or recommendations",
    "111. The following recommendations enjoy the support of Peru:",
];

/// The records of a PDF.
fn read(bytes: Vec<u8>) -> Vec<Row> {
    let desk = Desk::bare();
    desk.weft(["init", "desk", "--state", "Peru"]);
    desk.import(&desk.file("report.pdf", bytes)).analyse();
    desk.export(["recommendations"])
}

/// The records of a PDF of the folder of trials, if that is there.
fn trial(name: &str) -> Option<Vec<Row>> {
    trial_file(name).map(|file| read(std::fs::read(file).unwrap()))
}

/// The text and the recommending States of a paragraph.
fn of<'a>(rows: &'a [Row], paragraph: &str) -> (&'a str, &'a str) {
    let row = rows.iter().find(|row| row["paragraph"] == paragraph);
    row.map_or(("", ""), |row| (row["text"].as_str(), row["recommending_states"].as_str()))
}

/// A text at a place of the page, in a size.
fn at(text: &str, x: f64, y: f64, size: f64) -> String {
    format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm {} ET\n", shown(text))
}

/// The head of a report, a line each from the top of the page.
fn head() -> String {
    HEAD.iter().enumerate().map(|(line, text)| at(text, 72.0, 760.0 - 14.0 * line as f64, 10.0)).collect()
}

#[test]
fn raised_digits_of_the_trial_are_no_part_of_the_text() {
    let Some(rows) = trial("t07-footnote-digits.pdf") else { return };
    assert_eq!(of(&rows, "112.1"), ("Ratify Convention No. 189 of the International Labour Organization", "NOR"));
    assert_eq!(of(&rows, "112.2"), ("Reach the target of 20 per cent of women in the police by 2030", "TCD"));
    assert_eq!(of(&rows, "112.3"), ("Adopt the law on asylum", "FJI"));
    assert_eq!(of(&rows, "112.4"), ("Train judges on the rights of the child", "GHA"));
    assert_eq!(rows.len(), 4);
}

#[test]
fn digits_that_are_raised_by_an_instruction_leave_the_line() {
    let raise = |digits: &str| format!("/F1 6 Tf 4 Ts {} 0 Ts /F1 10 Tf", shown(digits));
    let lines = [
        format!("{} {} {}", shown("111.1 Ratify the treaty on mines"), raise("12"), shown(" (Chile);")),
        format!("{} {} {}", shown("111.2"), raise("13"), shown(" Build schools in the mountains (Ghana).")),
    ];
    let notes = ["12 The words of the delegation.", "13 Read in Spanish."];
    let notes: String = notes.iter().map(|note| format!("0 -14 Td {} ", shown(note))).collect();
    let body = format!("BT /F1 10 Tf 72 680 Td {} 0 -14 Td {} 0 -60 Td {notes} ET", lines[0], lines[1]);
    let rows = read(pdf_of_streams(&[head() + &body]));
    assert_eq!(of(&rows, "111.1"), ("Ratify the treaty on mines", "CHL"));
    assert_eq!(of(&rows, "111.2"), ("Build schools in the mountains", "GHA"));
    assert_eq!(rows.len(), 2, "{rows:?}");
}

#[test]
fn digits_that_are_placed_above_the_line_leave_the_line_and_the_rest_goes_on() {
    // "111.1 Build schools by 2030" is 125 points wide.
    let body = [
        at("111.1 Build schools by 2030", 72.0, 680.0, 10.0),
        at("5", 197.1, 683.5, 6.5),
        at(" in all villages (Chad);", 200.7, 680.0, 10.0),
        at("111.2 Plant trees along the roads (Fiji).", 72.0, 666.0, 10.0),
    ];
    let rows = read(pdf_of_streams(&[head() + &body.concat()]));
    assert_eq!(of(&rows, "111.1"), ("Build schools by 2030 in all villages", "TCD"));
    assert_eq!(of(&rows, "111.2"), ("Plant trees along the roads", "FJI"));
}

#[test]
fn words_of_the_trial_that_were_cut_keep_the_hyphens_that_are_theirs() {
    let Some(rows) = trial("t06-line-end-hyphens.pdf") else { return };
    let texts: Vec<(&str, &str)> = (1..=6).map(|item| of(&rows, &format!("112.{item}"))).collect();
    let right = [
        ("gender-based violence and improve the follow-up of cases", "NOR"),
        ("anti-discrimination law and uphold non-refoulement", "TCD"),
        ("End discrimination against women and investigate ill-treatment in custody", "FJI"),
        ("Respect self-determination, free, prior and informed consent and socio", "GNB"),
        ("Ratify the Optional Protocol to the Convention against Torture", "TLS"),
        ("Consult rights-holders in pre- and post-natal care", "GHA"),
    ];
    for ((text, states), (words, state)) in texts.into_iter().zip(right) {
        assert!(text.contains(words) && states == state, "{text} ({states})");
    }
}

#[test]
fn compounds_keep_their_hyphens_at_line_ends_and_cut_words_lose_them() {
    for (lines, text) in [
        (
            [
                "111.1 Prevent ill-",
                "treatment and rehabi-",
                "litate the victims with trauma-",
                "informed care (Chile).",
            ],
            "Prevent ill-treatment and rehabilitate the victims with trauma-informed care",
        ),
        (
            ["111.1 Consult stake-", "holders and duty-", "bearers in a survivor-", "centred manner (Chile)."],
            "Consult stakeholders and duty-bearers in a survivor-centred manner",
        ),
    ] {
        let rows = read(pdf(&[HEAD.into_iter().chain(lines).collect()]));
        assert_eq!(of(&rows, "111.1"), (text, "CHL"));
    }
}

#[test]
fn two_columns_that_are_shown_row_by_row_are_read_one_after_the_other() {
    let columns = [
        ("111.1 Ratify the treaty on mines and take every", "who stay there for some years (Ghana);"),
        ("measure to mend the roads and the bridges of", "111.3 Plant trees along the roads of the valleys"),
        ("the northern valleys before winter (Chile);", "and protect the forests of the coast (Kenya);"),
        ("111.2 Build schools in the mountains and in", "111.4 Dig wells in each of the villages of the"),
        ("all of the villages that have none so far,", "plain and keep them clean (Egypt);"),
        ("and train teachers in their own languages", "111.5 Train more judges for the courts (Chad)."),
    ];
    let row = |(at_row, (left, right)): (usize, &(&str, &str))| {
        let y = 680.0 - 14.0 * at_row as f64;
        at(left, 72.0, y, 10.0) + &at(right, 330.0, y, 10.0)
    };
    let rows = read(pdf_of_streams(&[head() + &columns.iter().enumerate().map(row).collect::<String>()]));
    let schools = "Build schools in the mountains and in all of the villages that have none so far, and train \
        teachers in their own languages who stay there for some years";
    assert_eq!(of(&rows, "111.2"), (schools, "GHA"));
    assert_eq!(of(&rows, "111.3").1, "KEN");
    assert_eq!((of(&rows, "111.4").1, of(&rows, "111.5").1, rows.len()), ("EGY", "TCD", 5));
}
