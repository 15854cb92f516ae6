//! What things are called: names of records that people remember, names in place of codes, and both lead back.

use crate::desk::Desk;
use crate::paper::Word;

/// Rows without an identifier or a number of their own; two of one recommending State.
const ROWS: &str = "State,Text,Recommending State,Session,Response,Symbol\n\
    Peru,Build schools in the mountains,Norway,28,Accepted,\n\
    Peru,Train more judges,Norway,28,Accepted,\n\
    Peru,Publish the budget of the prisons,Chad,28,Noted,\n\
    Peru,Admit the Subcommittee to every prison,,,,CAT/OP/PER/2\n";

fn reference(desk: &Desk, text: &str) -> String {
    let rows = desk.export(["recommendations"]);
    rows.iter().find(|row| row["text"] == text).unwrap()["reference"].clone()
}

#[test]
fn records_go_by_session_and_recommending_state_and_are_found_by_that() {
    let desk = Desk::new();
    desk.import(&desk.file("rows.csv", ROWS)).analyse();
    let alone = reference(&desk, "Publish the budget of the prisons");
    assert_eq!(alone, "UPR s28/PER by TCD");
    let shared = reference(&desk, "Train more judges");
    assert!(shared.starts_with("UPR s28/PER by NOR #") && shared.len() == "UPR s28/PER by NOR #".len() + 8, "{shared}");
    let found = |name: &str| desk.json(["show", name]).as_array().unwrap().len();
    let without_word = shared.replace(" by ", " ");
    for name in [alone.as_str(), &shared, &without_word, "UPR s28/PER TCD", "s28/PER by TCD", "upr s28/per by tcd"] {
        assert_eq!(found(name), 1, "{name}");
    }
    assert_eq!(found("UPR s28/PER by NOR"), 2, "a name that two records share leads to both");
    let unclear = desk.run(["correct", "UPR s28/PER by NOR", "--position", "noted"]);
    assert!(unclear.code == 2 && unclear.stderr.contains("names 2 records"), "{}", unclear.stderr);
    desk.ok(["correct", &shared, "--position", "noted"]);
    assert!(desk.ok(["history"]).replace('\n', " ").contains("UPR s28/PER by NOR #"));
    assert_eq!(desk.json(["search", &alone])["hits"][0]["reference"], alone.as_str());
}

#[test]
fn the_symbol_of_a_document_names_its_records() {
    let desk = Desk::new();
    desk.import(&desk.file("rows.csv", ROWS)).analyse();
    let cards = desk.json(["show", "CAT/OP/PER/2"]);
    assert_eq!(cards.as_array().unwrap().len(), 1, "{cards}");
    let first = desk.json(["show", "cat/op/per/2"])[0]["record"]["id"].clone();
    assert_eq!(cards[0]["record"]["id"], first);
    std::fs::remove_file(desk.workspace().join("cache").join("names.bin")).unwrap();
    assert_eq!(desk.json(["show", "CAT/OP/PER/2"]), cards, "also by looking at all");
    assert_eq!(Desk::demo().json(["show", "CAT/C/XSV/CO/1"]).as_array().unwrap().len(), 3);
}

#[test]
fn a_card_names_bodies_groups_targets_and_categories_in_words() {
    let desk = Desk::demo();
    let text = desk.ok(["show", "121.1"]).replace('\n', " ");
    for words in [
        "lead: Ministry of Foreign Affairs (proposed",
        "groups: detainees and prisoners (from the file)",
        "16.1 Reduce violence everywhere (proposed",
        "action category: 5, specific action (proposed",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    std::fs::remove_file(desk.workspace().join("entities.csv")).unwrap();
    let text = desk.ok(["show", "121.1"]).replace('\n', " ");
    assert!(text.contains("supporting: Parliament (proposed"), "the name of the type where no body has it: {text}");
}

#[test]
fn clusters_go_by_their_titles_and_where_no_one_is_meant_the_near_ones_are_named() {
    let desk = Desk::demo();
    let number = |title: &str| desk.json(["clusters", "show", title])["cluster"][0]["number"].clone();
    assert_eq!(number("per cent"), number("6.2"));
    desk.ok(["clusters", "move", "121.1", "Per cent"]);
    desk.ok(["clusters", "lock", "PER CENT"]);
    assert!(desk.run(["clusters", "rename", "Per cent", "Quotas"]).stderr.contains("cluster 6.2 is locked"));
    let near = desk.run(["clusters", "show", "marital"]);
    assert!(near.code == 2 && near.stderr.contains("near it are: 6.1 "), "{}", near.stderr);
    desk.ok(["clusters", "rename", "4.3", "Health"]);
    let twice = desk.run(["clusters", "lock", "Health"]).stderr;
    assert!(twice.contains("2 clusters are called 'Health': 4.3 Health, "), "{twice}");
    assert!(desk.run(["clusters", "show", "zeppelins"]).stderr.contains("there is no cluster 'zeppelins'"));
}

#[test]
fn what_a_source_does_not_say_is_listed_to_look_at() {
    let desk = Desk::new();
    let rows =
        "State,Text,Recommending State\nPeru,Build schools,Chile\nAtlantis,Build harbours,Chad\n,Mend roads,Chad\n";
    desk.import(&desk.file("rows.csv", rows));
    let text = desk.ok(["show", "--unsure"]).replace("\n    ", " ");
    for words in [
        "no source says in which session of the review it was made",
        "no source says the position of the State",
        "the State 'Atlantis' is unknown",
        "no source names the State",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_state_that_a_document_does_not_name_is_in_doubt_for_all_its_records() {
    let desk = Desk::new();
    let lines =
        ["6.1 Build schools (Chile);", "6.2 Mend roads (Ghana);", "6.3 Dig wells (Kenya);", "6.4 Plant trees (Chad)."];
    let file = desk.file("draft.docx", Word::new().lines(&lines).bytes());
    desk.ok(["import", &file, "--state", "Peru", "--symbol", "A/HRC/63/7"]);
    let text = desk.ok(["show", "--unsure"]).replace("\n    ", " ");
    assert!(text.contains("\n4 records  (50 %)\n"), "said once for all: {text}");
    assert!(text.contains("no source says the position of the State"), "{text}");
    assert!(text.contains("does not name its State; it was taken from the command"), "{text}");
    assert_eq!(desk.json(["show", "--unsure"]).as_array().unwrap().len(), 4);
}
