//! What a file says coarsely stands beside what a model says finely, wherever tags are read.

use std::collections::HashMap;

use crate::desk::Desk;

const BIRTHS: &str = "\
id,state,session,text,sdgs,themes
B-1,Peru,28,Ensure that all children are registered at birth and receive a birth certificate,10 - REDUCED INEQUALITIES,Papers for all
B-2,Peru,29,Let every child be registered at birth and have a birth certificate,16.3,Children: definition; general principles; protection
B-3,Peru,30,See to it that each child is registered at birth and has a birth certificate,10|16.3,
";

/// Births of three grains: a bare goal, a target, a goal beside a target of the goal that is meant.
fn births() -> Desk {
    let desk = Desk::new();
    desk.import(&desk.file("births.csv", BIRTHS)).analyse();
    desk
}

fn targets(rows: &[HashMap<String, String>], id: &str) -> Vec<String> {
    let row = rows.iter().find(|row| row["source_id"] == id).unwrap();
    row["sdg_targets"].split('|').map(str::to_owned).collect()
}

#[test]
fn a_bare_goal_of_a_file_and_a_finer_target_of_the_model_both_stand() {
    let desk = births();
    let rows = desk.export(["recommendations"]);
    assert_eq!(targets(&rows, "B-1"), ["10", "16.9"]);
    let model = desk.export(["recommendations", "--tags", "model"]);
    assert_eq!(targets(&model, "B-1"), ["16.9"], "what models say, whatever the file said");
    let row = rows.iter().find(|row| row["source_id"] == "B-1").unwrap();
    assert!(row["themes"].starts_with("Papers for all|Children: definition"), "{}", row["themes"]);
}

#[test]
fn a_file_that_names_targets_holds_alone() {
    let desk = births();
    let rows = desk.export(["recommendations"]);
    assert_eq!(targets(&rows, "B-2"), ["16.3"]);
    assert_eq!(targets(&rows, "B-3"), ["10", "16.3"], "the file knows the targets of goal 16");
    let row = rows.iter().find(|row| row["source_id"] == "B-2").unwrap();
    assert_eq!(row["themes"], "Children: definition; general principles; protection");
    assert!(targets(&desk.export(["recommendations", "--tags", "model"]), "B-2").contains(&"16.9".to_owned()));
}

#[test]
fn a_record_shows_where_each_of_its_tags_comes_from() {
    let desk = births();
    let shown = desk.ok(["show", "B-1"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let targets_of_both = "SDG targets: 10 Reduced inequalities (from the file), 16.9 Universal legal identity and birth \
                           registration (proposed, ";
    assert!(shown.contains(targets_of_both), "{shown}");
    desk.ok(["links", "accept", "B-1", "sdg", "16.9"]);
    let cards = desk.json(["show", "B-1"]);
    let held = cards[0]["held"].as_array().unwrap().iter().filter(|tag| tag["kind"] == "sdg_target");
    let held: Vec<_> = held.map(|tag| (tag["value"].as_str().unwrap(), tag["provenance"].as_str().unwrap())).collect();
    assert_eq!(held, [("10", "file"), ("16.9", "person")]);
    desk.ok(["links", "refuse", "B-1", "sdg", "16.9"]);
    assert_eq!(targets(&desk.export(["recommendations"]), "B-1"), ["10"], "a person outranks both");
}

#[test]
fn both_reach_the_plan_the_search_the_links_and_the_clusters() {
    let desk = births();
    let plan = desk.export(["plan", "--format", "csv"]);
    let cell = &plan.iter().find(|row| row["SDG targets"].contains("10 ")).unwrap()["SDG targets"];
    assert!(cell.lines().any(|line| line.starts_with("16.9 ")), "{cell}");
    for goal in ["10", "16", "16.9"] {
        let found = desk.json(["search", "\"receive a birth certificate\"", "--sdg", goal]);
        assert_eq!(found["total"], 1, "{goal}");
    }
    let count = |lines: &serde_json::Value, field: &str| {
        let line = lines.as_array().unwrap().iter().find(|line| line["code"] == "16.9").unwrap();
        line[field].as_u64()
    };
    assert_eq!(count(&desk.json(["links", "sdg"])["list"]["lines"], "recommendations"), Some(1));
    assert_eq!(count(&desk.json(["clusters", "--by", "sdg"])["groups"], "records"), Some(1));
}
