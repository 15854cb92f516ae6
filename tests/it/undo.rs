//! Commands are told by name, taken back one by one, and what people have placed stays placed.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde_json::Value;
use weft::domain::{Asker, ClusterNumber, Language, Message, Role};
use weft::i18n::Words;
use weft::reports::{ClusterList, DuplicateList};
use weft::workspace::Workspace;
use weft::workspace::commands::RenameCluster;

use crate::desk::Desk;
use crate::folders;

type Row = HashMap<String, String>;

fn numbers(desk: &Desk) -> Vec<String> {
    let list = desk.json(["clusters"])["list"].clone();
    let number = |line: &Value| format!("{}.{}", line["number"]["theme"], line["number"]["cluster"]);
    list.as_array().unwrap().iter().map(number).collect()
}

/// Names of the newest commands, newest last.
fn commands(desk: &Desk, count: usize) -> Vec<String> {
    let history = desk.json(["history", "-n", "1000"]);
    let mut names: Vec<String> =
        history.as_array().unwrap().iter().map(|line| line["command"].as_str().unwrap().to_owned()).collect();
    names.dedup();
    names.split_off(names.len() - count)
}

fn places(desk: &Desk) -> BTreeMap<String, String> {
    desk.export(["recommendations"]).into_iter().map(|row| (row["id"].clone(), row["cluster"].clone())).collect()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_command_in_the_middle_is_undone_by_its_name_and_what_rests_on_it_only_when_chosen() {
    let desk = Desk::demo();
    let number = &numbers(&desk)[0];
    desk.ok(["clusters", "rename", number, "First title"]);
    desk.ok(["links", "accept", "SAR-0001", "sdg", "14.2"]);
    desk.ok(["clusters", "rename", number, "Second title"]);
    let names = commands(&desk, 3);
    desk.ok(["undo", &names[1]]);
    assert!(desk.ok(["clusters"]).contains("Second title"), "what does not rest on it stays");
    let refused = desk.run(["undo", &names[0]]);
    assert!(refused.code == 2 && refused.stdout.contains(&names[2]), "{}{}", refused.stdout, refused.stderr);
    assert!(desk.ok(["clusters"]).contains("Second title"), "nothing changes until it is chosen");
    assert!(desk.ok(["undo", &names[0], "--preview"]).contains("--yes"));
    desk.ok(["undo", &names[0], "--yes"]);
    let clusters = desk.ok(["clusters"]);
    assert!(!clusters.contains("Second title") && !clusters.contains("First title"), "{clusters}");
    let again = desk.run(["undo", &names[0]]);
    assert!(again.code == 2 && again.stderr.contains("taken back already"), "{}", again.stderr);
    desk.ok(["undo", &commands(&desk, 1)[0]]);
    assert!(desk.ok(["clusters"]).contains("Second title"), "an undo is undone");
    assert_eq!(desk.run(["undo", "zzzzzz"]).code, 2);
}

#[test]
fn the_history_names_records_by_their_references_and_says_what_was_taken_back() {
    let desk = Desk::demo();
    desk.ok(["links", "accept", "SAR-0001", "sdg", "14.2"]);
    let rows = desk.export(["recommendations"]);
    let row = rows.iter().find(|row| row["source_id"] == "SAR-0001").unwrap();
    let reference = row["reference"].split(" #").next().unwrap();
    let history = words(&desk.ok(["history"]));
    assert!(history.contains(&format!("sdg 14.2 of {reference}")), "{history}");
    assert!(history.contains("accepted (before: nothing decided)"), "{history}");
    let name = commands(&desk, 1).remove(0);
    desk.ok(["undo"]);
    let history = desk.ok(["history"]);
    assert!(history.contains(&format!("takes back {name}")) && history.contains("(taken back)"), "{history}");
}

#[test]
fn an_undo_never_reaches_past_an_import() {
    let desk = Desk::demo();
    desk.ok(["clusters", "rename", &numbers(&desk)[0], "Own title"]);
    desk.import(&desk.file("late.csv", "id,state,text,session\nL-1,Saravia,Mend the lighthouse of the harbour,41\n"));
    let told = desk.run(["undo"]);
    assert!(told.code == 2 && words(&told.stdout).contains("the import of late.csv"), "{}{}", told.stdout, told.stderr);
    assert!(desk.ok(["clusters"]).contains("Own title"), "nothing changes until it is chosen");
    desk.ok(["undo", "--yes"]);
    let told = desk.run(["undo"]);
    assert!(told.code == 2 && told.stderr.contains("late.csv"), "nor past the taking back of one: {}", told.stderr);
    assert!(desk.ok(["clusters"]).contains("Own title"), "and nothing older goes in its place");
}

#[test]
fn a_new_copy_of_a_record_that_was_moved_goes_where_the_person_put_it() {
    let desk = Desk::demo();
    let rows = desk.export(["recommendations"]);
    let is_alone = |row: &&Row| rows.iter().filter(|other| other["ask"] == row["ask"]).count() == 1;
    let row = rows.iter().find(|row| row["source_id"].starts_with("SAR-") && is_alone(row)).unwrap();
    let other = numbers(&desk).into_iter().find(|number| *number != row["cluster"]).unwrap();
    desk.ok(["clusters", "move", &row["id"], &other]);
    let text = row["text"].replace('"', "\"\"");
    for session in [41, 42, 43] {
        let copy = format!("id,state,text,session\nCOPY-{session},Saravia,\"{text}\",{session}\n");
        desk.import(&desk.file(&format!("copy{session}.csv"), copy));
    }
    desk.ok(["analyse"]);
    let rows = desk.export(["recommendations"]);
    let copies: Vec<&Row> = rows.iter().filter(|row| row["source_id"].starts_with("COPY-")).collect();
    assert_eq!(copies.len(), 3);
    let moved = rows.iter().find(|now| now["id"] == row["id"]).unwrap();
    for copy in copies {
        assert_eq!(copy["ask"], moved["ask"], "they are one ask, whichever record names it");
        assert_eq!(copy["cluster"], other, "{copy:?}");
    }
}

#[test]
fn a_restored_workspace_has_every_record_where_it_was_and_locks_empty_nothing() {
    let desk = Desk::demo();
    for number in numbers(&desk).iter().take(3) {
        desk.ok(["clusters", "lock", number]);
    }
    let before = places(&desk);
    desk.ok(["backup", "dump.jsonl"]);
    desk.ok(["restore", "dump.jsonl"]);
    desk.ok(["analyse"]);
    assert_eq!(places(&desk), before);
}

#[test]
fn what_was_learnt_is_restored() {
    let desk = Desk::demo();
    desk.ok(["links", "accept", "SAR-0001", "lead", "justice"]);
    desk.ok(["models", "learn"]);
    let file = desk.workspace().join("learnt.json");
    let learnt = std::fs::read(&file).unwrap();
    desk.ok(["backup", "dump.jsonl"]);
    std::fs::remove_file(&file).unwrap();
    desk.ok(["restore", "dump.jsonl"]);
    assert_eq!(std::fs::read(&file).unwrap(), learnt);
}

#[test]
fn a_decision_of_a_workspace_of_format_one_is_taken_back_by_name() {
    let desk = Desk::new();
    std::fs::remove_dir_all(desk.workspace()).unwrap();
    folders::write(
        &folders::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/workspace-1")),
        &desk.workspace(),
    );
    let history = desk.json(["history"]);
    let decided = history.as_array().unwrap().iter().rfind(|line| line["what"].get("decided").is_some()).unwrap();
    desk.ok(["undo", decided["command"].as_str().unwrap()]);
    assert_eq!(desk.json(["verify"])["decisions"], 1);
    assert_eq!(desk.json(["verify"])["sound"], true);
}

#[test]
fn who_decides_on_an_older_view_is_told_what_others_have_decided_and_nothing_is_written() {
    let desk = Desk::demo();
    let workspace = Workspace::open(&desk.workspace()).unwrap();
    let person = |who: &str, role| Asker { who: who.to_owned(), role, language: Language::En, edition: None };
    let (anna, bo) = (person("anna", Role::Analyst), person("bo", Role::Analyst));
    let seen = workspace.view().unwrap().seen;
    let rename =
        |title: &str| RenameCluster { number: ClusterNumber { theme: 1, cluster: 1 }, title: title.to_owned() };
    workspace.decide(&rename("Theirs"), &bo).unwrap();
    let refused = workspace.decide_seen(&rename("Mine"), &anna, seen).unwrap_err();
    assert_eq!(refused.code(), "store-changed");
    let told = Words::english().say(&refused);
    assert!(told.contains("bo") && told.contains("Theirs"), "{told}");
    let title = |workspace: &Workspace| workspace.ask(&ClusterList::default(), &anna).unwrap()[0].title.clone();
    assert_eq!(title(&workspace), "Theirs");
    workspace.decide(&rename("Mine"), &anna).unwrap();
    assert_eq!(title(&workspace), "Mine");
    let reader = workspace.decide(&rename("No"), &person("carla", Role::Reader)).unwrap_err();
    assert_eq!(reader.code(), "workspace-may-only-read");
}

#[test]
fn questions_and_commands_can_be_sent() {
    let question: DuplicateList = serde_json::from_value(serde_json::json!({"state": "Saravia", "limit": 3})).unwrap();
    assert_eq!(question, DuplicateList { state: Some("Saravia".to_owned()), limit: 3 });
    let command = RenameCluster { number: ClusterNumber { theme: 1, cluster: 2 }, title: "A".to_owned() };
    let sent = serde_json::to_string(&command).unwrap();
    assert_eq!(serde_json::from_str::<RenameCluster>(&sent).unwrap(), command);
}

#[test]
fn a_title_is_taken_back_though_its_cluster_has_been_locked_since_and_the_lock_stands() {
    let desk = Desk::demo();
    let number = &numbers(&desk)[0];
    let shown = || desk.json(["clusters", "show", number])["cluster"].clone();
    let proposed = shown()["title"].clone();
    desk.ok(["clusters", "rename", number, "What we call it"]);
    let rename = commands(&desk, 1).remove(0);
    desk.ok(["clusters", "lock", number]);
    desk.ok(["undo", &rename]);
    assert_eq!((shown()["title"].clone(), shown()["locked"].clone()), (proposed, true.into()));
    let refused = desk.run(["clusters", "rename", number, "Another"]).stderr;
    assert!(refused.contains("is locked") && refused.contains("weft clusters unlock"), "{refused}");
}
