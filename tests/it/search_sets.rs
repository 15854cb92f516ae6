//! What is made of searches: files, saved searches, records like a record; and an index that is stale,
//! damaged or searched while records are held.

use std::io::Read;

use weft::workspace::Workspace;

use crate::desk::Desk;

#[test]
fn a_file_of_results_says_what_it_is() {
    let desk = Desk::demo();
    let total = desk.json(["search", "moratorium"])["total"].as_u64().unwrap();
    assert!(total > 2);
    for name in ["r.json", "r.csv", "r.xlsx", "r.docx"] {
        let done = desk.run(["search", "moratorium", "--position", "noted,supported", "--out", name]);
        assert!(done.code <= 1 && done.stdout.is_empty(), "{name}: {}", done.stderr);
        desk.ok(["search", "moratorium", "--out", name]);
    }
    let file = |name: &str| std::fs::read(desk.folder().join(name)).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&file("r.json")).unwrap();
    assert_eq!(json["records"].as_array().unwrap().len() as u64, total);
    let about = json["about"].to_string();
    for part in ["moratorium", &format!("{total} of 369 records"), "revision", "Weft "] {
        assert!(about.contains(part), "{part}: {about}");
    }
    assert_eq!(csv::Reader::from_reader(&file("r.csv")[..]).records().count() as u64, total);
    let metadata = String::from_utf8(file("r.csv-metadata.json")).unwrap();
    assert!(metadata.contains("http://www.w3.org/ns/csvw") && metadata.contains("moratorium"));
    let inside = |name: &str, part: &str| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file(name))).unwrap();
        let mut text = String::new();
        archive.by_name(part).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let word = inside("r.docx", "word/document.xml");
    assert!(word.find("Version of the data").unwrap() < word.find("w:type=\"page\"").unwrap(), "on the first page");
    assert!(inside("r.xlsx", "xl/workbook.xml").contains("About"));
    let wrong = desk.run(["search", "moratorium", "--out", "r.pdf"]);
    assert!(wrong.code > 1 && wrong.stderr.contains(".xlsx, .docx, .csv or .json"), "{}", wrong.stderr);
}

#[test]
fn the_same_search_makes_the_same_bytes() {
    let desk = Desk::demo();
    for name in ["a.json", "b.json"] {
        desk.ok(["search", "torture", "--out", name]);
        // Made again from nothing, by two threads, the index has its documents in another order.
        std::fs::remove_dir_all(desk.workspace().join("index")).unwrap();
    }
    let read = |name: &str| std::fs::read(desk.folder().join(name)).unwrap();
    assert_eq!(read("a.json"), read("b.json"));
}

#[test]
fn searches_are_saved_narrowed_and_removed_and_comments_stay() {
    let desk = Desk::demo();
    let settings = desk.workspace().join("weft.toml");
    let before = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, format!("# ours\n{before}")).unwrap();
    let saved = desk.json(["search", "torture", "--cycle", "1,3", "--save", "Torture"])["total"].clone();
    assert_eq!(desk.json(["search", "--saved", "Torture"])["total"], saved);
    assert_eq!(desk.json(["searches"])[0]["total"], saved);
    let narrowed = desk.json(["search", "--saved", "Torture", "protocol"])["total"].as_u64().unwrap();
    assert!(narrowed > 0 && narrowed < saved.as_u64().unwrap());
    assert!(std::fs::read_to_string(&settings).unwrap().starts_with("# ours\n"));
    desk.ok(["searches", "--remove", "Torture"]);
    let gone = desk.run(["search", "--saved", "Torture"]);
    assert!(gone.code > 1 && gone.stderr.contains("there is no saved search 'Torture'"), "{}", gone.stderr);
}

#[test]
fn records_like_a_record_are_told_from_those_that_only_sound_like_it() {
    let desk = Desk::demo();
    let answer = desk.json(["search", "--like", "121.1", "-n", "50"]);
    let hits = answer["hits"].as_array().unwrap();
    assert_eq!(hits[0]["relation"], "identical", "{}", hits[0]);
    for hit in hits {
        let (text, relation) = (hit["text"].as_str().unwrap(), hit["relation"].as_str());
        let other = ["Racial Discrimination", "Disabilities", "Enforced Disappearance", "Migrant Workers"];
        if other.iter().any(|treaty| text.contains(treaty)) && !text.contains("Torture") {
            assert!(!matches!(relation, Some("identical" | "near-identical" | "same-ask")), "{text}: {relation:?}");
        }
        assert!(hit["reason"]["code"].as_str().unwrap().starts_with("reason-"), "{hit}");
    }
    let wrong = desk.run(["search", "--like", "999.9"]);
    assert!(wrong.code > 1 && wrong.stderr.contains("there is no recommendation '999.9'"), "{}", wrong.stderr);
}

#[test]
fn an_index_that_is_stale_gone_or_damaged_is_made_again() {
    let desk = Desk::demo();
    let before = desk.json(["search", "torture"]);
    let table = "State,Text\nSaravia,Prevent torture aboard zeppelins\n";
    let name = desk.file("more.csv", table);
    desk.json(["import", &name]);
    let done = desk.run(["search", "zeppelins"]);
    assert_eq!(done.code, 0, "found before it is analysed: {}", done.stdout);
    assert!(done.stderr.contains("1 record") && done.stderr.contains("weft analyse"), "{}", done.stderr);
    let index = desk.workspace().join("index");
    std::fs::remove_dir_all(&index).unwrap();
    assert_eq!(desk.json(["search", "torture"])["total"].as_u64().unwrap(), before["total"].as_u64().unwrap() + 1);
    for entry in std::fs::read_dir(&index).unwrap() {
        std::fs::write(entry.unwrap().path(), b"damaged").unwrap();
    }
    assert_eq!(desk.json(["search", "zeppelins"])["total"], 1);
}

#[test]
fn searching_goes_on_while_another_process_holds_the_records() {
    let desk = Desk::demo();
    let held = Workspace::open(&desk.workspace()).unwrap();
    let done = desk.child(["search", "torture"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stderr.contains("Another process"), "{}", done.stderr);
    drop(held);
    desk.wait_for_the_engine();
    assert!(desk.run(["search", "torture"]).stderr.is_empty());
}
