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
    let number = |title: &str| desk.json(["clusters", "show", title])["cluster"]["number"].clone();
    assert!(number("6.3").is_object());
    assert_eq!(number("maternal and child health"), number("6.3"));
    desk.ok(["clusters", "move", "121.1", "Maternal and child health"]);
    desk.ok(["clusters", "lock", "MATERNAL AND CHILD HEALTH"]);
    assert!(
        desk.run(["clusters", "rename", "Maternal and child health", "Births"])
            .stderr
            .contains("cluster 6.3 is locked")
    );
    let near = desk.run(["clusters", "show", "domestic violence"]);
    assert!(near.code == 2 && near.stderr.contains("near it are: 6.2 "), "{}", near.stderr);
    desk.ok(["clusters", "rename", "4.3", "Birth registration"]);
    let twice = desk.run(["clusters", "lock", "Birth registration"]).stderr;
    assert!(twice.contains("2 clusters are called 'Birth registration': 4.3 Birth registration, "), "{twice}");
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

#[test]
fn a_paragraph_is_found_however_it_is_cited() {
    let desk = Desk::demo();
    let id = |name: &str| desk.json(["show", name])[0]["record"]["id"].clone();
    let plain = id("121.1");
    assert!(plain.is_string());
    for name in [
        "para. 121.1",
        "paragraph 121.1",
        "rec. 121.1",
        "recommendation 121.1",
        "§ 121.1",
        "párrafo 121.1",
        "par. 121.1",
        "recommandation 121.1",
        "121.1 of A/HRC/43/99",
        "UPR A/HRC/43/99, para. 121.1",
    ] {
        assert_eq!(id(name), plain, "{name}");
    }
    let year = desk.json(["search", "121.1"])["hits"][0]["year"].as_str().unwrap().to_owned();
    assert_eq!(id(&format!("121.1 of {year}")), plain);
    assert_eq!(desk.run(["show", "121.1 of 1999"]).code, 2);
    desk.ok(["correct", "para. 121.1", "--position", "noted"]);
    desk.ok(["clusters", "move", "rec. 121.1", "1.1"]);
    desk.ok(["links", "accept", "§ 121.1", "sdg", "14.2"]);
    desk.ok(["search", "--like", "paragraph 121.1"]);
}

#[test]
fn a_number_names_a_record_whose_document_has_no_symbol() {
    let desk = Desk::new();
    let rows = "State,Paragraph,Text,Recommending State,Session\n\
        Peru,108.3,Build schools in the mountains,Norway,28\nPeru,108.4,Train more judges,Norway,28\n\
        Peru,108.4,Publish the budget of the prisons,Chad,28\n";
    desk.import(&desk.file("rows.csv", rows)).analyse();
    assert_eq!(reference(&desk, "Build schools in the mountains"), "UPR s28/PER ¶108.3");
    let shared = reference(&desk, "Train more judges");
    assert!(shared.starts_with("UPR s28/PER ¶108.4 #"), "{shared}");
    let found = |name: &str| desk.json(["show", name]).as_array().unwrap().len();
    for name in ["UPR s28/PER ¶108.3", "s28/PER ¶108.3", "108.3", "rec. 108.3 of 2017", shared.as_str()] {
        assert_eq!(found(name), 1, "{name}");
    }
    assert_eq!(found("108.4"), 2);
}

#[test]
fn records_are_searched_by_the_titles_of_their_clusters() {
    let desk = Desk::demo();
    let found = |query: &str| desk.json(["search", query])["total"].as_u64();
    let all = found("cluster:6.2");
    assert!(all > Some(0));
    desk.ok(["clusters", "rename", "6.2", "Lighthouses, harbours and piers"]);
    for query in ["cluster:\"Lighthouses, harbours and piers\"", "cluster:lighthouses", "cluster:\"piers light\""] {
        assert_eq!(found(query), all, "{query}");
    }
    assert_eq!(desk.json(["search", "--cluster", "lighthouses, harbours and piers"])["total"].as_u64(), all);
    assert_eq!(found("cluster:zeppelins"), Some(0));
    assert_eq!(found("cluster:6"), found("cluster:\"Women's rights\""), "a theme by its title");
    let told = desk.ok(["search", "cluster:lighthouses", "--explain"]);
    assert!(told.contains("cluster"), "{told}");
}
