//! Exercises: the files of a seed, folders that are in use, sheets that come back, agreement.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use serde_json::{Value, json};

use crate::desk::{Desk, Done};
use crate::paper::Word;

/// The files of an exercise.
const FILES: [&str; 8] =
    ["handout.docx", "handout.xlsx", "cards.csv", "key.json", "key.csv", "key.docx", "facilitator.docx", "tables.docx"];

fn made(desk: &Desk, folder: &str, more: &[&str]) -> Done {
    desk.run(["exercise", "--n", "30", "--seed", "7", "--to", folder].iter().chain(more).copied())
}

/// A desk with the exercise of seed 7 in the folder `room`, and its key.
fn desk_with_room(more: &[&str]) -> (Desk, Value) {
    let desk = Desk::demo();
    let done = made(&desk, "room", more);
    assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
    let key = key_in(&desk, "room");
    (desk, key)
}

fn key_in(desk: &Desk, folder: &str) -> Value {
    serde_json::from_slice(&fs::read(desk.folder().join(folder).join("key.json")).unwrap()).unwrap()
}

fn cards(key: &Value) -> &Vec<Value> {
    key["cards"].as_array().unwrap()
}

/// A part of an office file.
fn part(desk: &Desk, file: &str, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(desk.folder().join(file)).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_same_seed_makes_the_same_bytes_and_another_seed_other_cards() {
    let (desk, key) = desk_with_room(&[]);
    assert_eq!(made(&desk, "again", &[]).code, 0);
    for name in FILES {
        let read = |folder: &str| fs::read(desk.folder().join(folder).join(name)).unwrap();
        assert!(read("room") == read("again"), "{name}");
    }
    desk.ok(["exercise", "--n", "30", "--seed", "8", "--to", "other"]);
    let records = |key: &Value| cards(key).iter().map(|card| card["record"].clone()).collect::<Vec<_>>();
    assert_ne!(records(&key), records(&key_in(&desk, "other")));
    let numbers: Vec<u64> = cards(&key).iter().map(|card| card["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=30).collect::<Vec<_>>());
}

#[test]
fn the_cards_hold_traps_and_the_handout_does_not_tell_them() {
    let (desk, key) = desk_with_room(&[]);
    let traps = key["traps"].as_array().unwrap();
    assert!(traps.len() >= 3, "{traps:?}");
    for trap in traps {
        assert!(trap["cards"].as_array().unwrap().iter().all(|card| (1..=30).contains(&card.as_u64().unwrap())));
    }
    let concern = traps.iter().find(|trap| trap["rule"] == "concern");
    assert!(concern.is_some(), "{traps:?}");
    let handout = part(&desk, "room/handout.docx", "word/document.xml");
    let title = key["categories"][0]["title"].as_str().unwrap();
    assert!(!handout.contains(title) && !handout.contains("Traps"), "{title}");
    assert!(part(&desk, "room/key.docx", "word/document.xml").contains("Traps"));
    let tables = part(&desk, "room/tables.docx", "word/document.xml");
    assert_eq!(tables.matches("<w:pageBreakBefore").count(), 3, "four tables, a page each");
}

#[test]
fn what_is_hidden_stands_on_no_card() {
    let (_, key) = desk_with_room(&["--hide", "states,mechanism"]);
    assert!(cards(&key).iter().all(|card| card["facts"] == json!([])));
    let (_, key) = desk_with_room(&["--hide", "mechanism"]);
    assert!(cards(&key).iter().any(|card| card["facts"] != json!([])));
    let mut facts = cards(&key).iter().flat_map(|card| card["facts"].as_array().unwrap());
    assert!(facts.all(|fact| !fact.as_str().unwrap().contains("UPR")));
}

#[test]
fn a_folder_in_use_is_refused_and_nothing_of_the_user_is_lost() {
    let (desk, _) = desk_with_room(&[]);
    let refused = made(&desk, "room", &[]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("--again"), "{}", refused.stderr);
    let filled = desk.folder().join("room").join("cards.csv");
    fs::write(&filled, "filled by a group").unwrap();
    assert_eq!(made(&desk, "room", &["--again"]).code, 0);
    assert_ne!(fs::read(&filled).unwrap(), b"filled by a group");
    let all: Vec<_> = fs::read_dir(desk.folder().join("room")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(all.len(), FILES.len() + 1, "what is the same is not kept twice: {all:?}");
    assert!(all.iter().any(|file| fs::read(file).unwrap() == b"filled by a group"));
    let own = made(&desk, "desk/store", &["--again"]);
    assert_eq!(own.code, 2, "{}", own.stderr);
}

/// The group of each card by the key.
fn groups(key: &Value) -> BTreeMap<u64, String> {
    let group = |card: &Value| (card["number"].as_u64().unwrap(), card["category"].as_str().unwrap().to_owned());
    cards(key).iter().map(group).collect()
}

#[test]
fn sheets_are_read_however_they_are_laid_out_and_scored_against_the_key_and_each_other() {
    let (desk, key) = desk_with_room(&[]);
    let groups = groups(&key);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, card) in (1..).zip(cards(&key)) {
        sheet.write(row, 0, card["number"].as_f64().unwrap()).unwrap();
        sheet.write(row, 1, card["text"].as_str().unwrap()).unwrap();
        sheet.write(row, 2, groups[&card["number"].as_u64().unwrap()].as_str()).unwrap();
    }
    desk.file("ada.xlsx", book.save_to_buffer().unwrap());
    let rows: Vec<[String; 3]> = cards(&key)
        .iter()
        .map(|card| [card["number"].to_string(), card["text"].as_str().unwrap().to_owned(), "All".to_owned()])
        .collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    desk.file("bo.docx", Word::new().lines(&["Our sheet"]).table(&rows).bytes());
    let mut lists: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    groups.iter().for_each(|(card, group)| lists.entry(group).or_default().push(card.to_string()));
    let lines: Vec<String> = lists.values().map(|list| format!("Group of {}: {}", list[0], list.join(", "))).collect();
    desk.file("cy.txt", format!("Minutes\n{}\n", lines.join("\n")));
    let score = desk.json(["exercise", "score", "room/key.json", "ada.xlsx", "bo.docx", "cy.txt", "room/key.csv"]);
    let names: Vec<&str> =
        score["sheets"].as_array().unwrap().iter().map(|sheet| sheet["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["ada", "bo", "cy", "key (2)"]);
    for same in [0, 2, 3] {
        assert_eq!(score["sheets"][same]["adjusted_rand"], 1.0, "{}", score["sheets"][same]);
        assert_eq!((&score["sheets"][same]["moves"], &score["sheets"][same]["pairs"]), (&json!(0), &json!(435)));
    }
    assert_eq!((&score["sheets"][1]["adjusted_rand"], &score["sheets"][1]["groups"]), (&json!(0.0), &json!(1)));
    assert_eq!(score["between"].as_array().unwrap().len(), 10);
    assert_eq!(score["disputed"].as_array().unwrap().len(), 10);
    assert_eq!(score["faults"], json!([]));
}

#[test]
fn cards_that_are_unknown_missing_or_twice_are_named_with_file_and_row() {
    let (desk, _) = desk_with_room(&[]);
    let header = "card_id,card_label,category_id,category_label,user_id\n";
    desk.with("dan.csv", format!("{header}1,,a,,Dan\n1,,b,,Dan\n99,,b,,Dan\n"));
    let done = desk.run(["exercise", "score", "room/key.json", "dan.csv"]);
    assert_eq!(done.code, 1, "{}", done.stderr);
    assert!(done.stderr.contains("dan.csv, row 3: card 1 is placed a second time"), "{}", done.stderr);
    assert!(done.stderr.contains("dan.csv, row 4: there is no card 99"), "{}", done.stderr);
    assert!(done.stderr.contains("card 30 is in no group of Dan"), "{}", done.stderr);
    desk.with("minutes.txt", "Nothing was sorted.\n");
    for wrong in [["room/key.json", "minutes.txt"], ["dan.csv", "dan.csv"]] {
        assert_eq!(desk.run(["exercise", "score", wrong[0], wrong[1]]).code, 2, "{wrong:?}");
    }
}

#[test]
fn every_kind_has_its_own_key() {
    for (kind, known) in [
        ("duplicates", None),
        ("smart", None),
        ("indicators", Some(["structural", "process", "outcome"])),
        ("position", Some(["supported", "noted", "partly_supported"])),
    ] {
        let (desk, key) = desk_with_room(&["--kind", kind]);
        assert_eq!((&key["kind"], cards(&key).len()), (&json!(kind), 30));
        let categories: Vec<&str> = cards(&key).iter().map(|card| card["category"].as_str().unwrap()).collect();
        for known in known.into_iter().flatten().take(2) {
            assert!(categories.contains(&known), "{kind}: {categories:?}");
        }
        assert!(cards(&key).iter().all(|card| !card["text"].as_str().unwrap().is_empty()), "{kind}");
        let score = desk.json(["exercise", "score", "room/key.json", "room/key.csv"]);
        assert_eq!(score["sheets"][0]["moves"], 0, "{kind}");
    }
}

#[test]
fn arabic_is_written_from_the_right_and_other_languages_have_their_words() {
    let (desk, _) = desk_with_room(&["--language", "ar"]);
    let handout = part(&desk, "room/handout.docx", "word/document.xml");
    for sign in ["<w:bidi", "<w:bidiVisual", "<w:rtl", "تمرين", "التوصية"] {
        assert!(handout.contains(sign), "{sign}");
    }
    assert!(part(&desk, "room/handout.xlsx", "xl/worksheets/sheet1.xml").contains("rightToLeft=\"1\""));
    for (language, title) in [("fr", "Exercice"), ("es", "Ejercicio"), ("en", "Exercise")] {
        assert_eq!(made(&desk, language, &["--language", language]).code, 0);
        let handout = part(&desk, &format!("{language}/handout.docx"), "word/document.xml");
        assert!(handout.contains(title) && !handout.contains("<w:bidi"), "{language}");
    }
}
