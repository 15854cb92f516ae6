//! What people decide stays, and can be taken back.

use crate::desk::Desk;

fn two_of_one_ask(desk: &Desk) -> (String, String) {
    let answer = desk.json(["duplicates"]);
    let members = &answer["list"]["asks"][0]["members"];
    let id = |at: usize| members[at]["id"].as_str().unwrap().to_owned();
    (id(0), id(1))
}

fn ask_of(desk: &Desk, id: &str) -> String {
    desk.export(["recommendations"]).into_iter().find(|r| r["id"] == id).unwrap()["ask"].clone()
}

#[test]
fn a_refused_pair_stays_apart_after_a_new_analysis_and_undo_joins_it_again() {
    let desk = Desk::new();
    let text =
        "id,state,text\na,Peru,Ratify the Convention against Torture\nb,Peru,Ratify the Convention against Torture\n";
    desk.import(&desk.file("pair.csv", format!("{text}c,Peru,Accede to the Convention against Torture\n")));
    desk.import(&desk.file("more.csv", "id,state,session,text\nd,Peru,20,Ratify the Convention against Torture\n"));
    desk.ok(["analyse"]);
    let (a, b) = two_of_one_ask(&desk);
    assert_eq!(ask_of(&desk, &a), ask_of(&desk, &b));
    desk.ok(["duplicates", "refuse", &a, &b]);
    assert_ne!(ask_of(&desk, &a), ask_of(&desk, &b));
    desk.ok(["analyse"]);
    assert_ne!(ask_of(&desk, &a), ask_of(&desk, &b), "a re-run changes no decision");
    desk.ok(["undo"]);
    assert_eq!(ask_of(&desk, &a), ask_of(&desk, &b));
    assert_eq!(desk.run(["undo"]).code, 2, "nothing is left to undo");
}

#[test]
fn a_person_outranks_file_and_model() {
    let desk = Desk::demo();
    desk.ok(["links", "accept", "SAR-0001", "sdg", "14.2"]);
    desk.ok(["links", "refuse", "SAR-0001", "issue", "Torture and other CID treatment"]);
    let row = desk.export(["recommendations"]).into_iter().find(|r| r["source_id"] == "SAR-0001").unwrap();
    assert!(row["sdg_targets"].split('|').any(|s| s == "14.2"), "{row:?}");
    assert!(!row["issues"].contains("Torture"));
    let model = desk.export(["recommendations", "--tags", "model"]);
    let model = model.iter().find(|r| r["source_id"] == "SAR-0001").unwrap();
    assert!(!model["sdg_targets"].split('|').any(|s| s == "14.2"), "the model's own answer is kept apart");
    let wrong = desk.run(["links", "accept", "SAR-0001", "sdg", "99.9"]);
    assert_eq!(wrong.code, 2);
}

#[test]
fn clusters_are_renamed_locked_moved_split_and_merged() {
    let desk = Desk::demo();
    let first = desk.json(["clusters"])["list"][0].clone();
    let number = format!("{}.{}", first["number"]["theme"], first["number"]["cluster"]);
    desk.ok(["clusters", "rename", &number, "Our own title"]);
    assert!(desk.ok(["clusters"]).contains("Our own title"));
    desk.ok(["clusters", "lock", &number]);
    let refused = desk.run(["clusters", "rename", &number, "Another"]);
    assert!(refused.code == 2 && refused.stderr.contains("unlock it first"), "{}", refused.stderr);
    desk.ok(["clusters", "unlock", &number]);
    let theme = first["number"]["theme"].to_string();
    let row = desk.export(["recommendations"]).into_iter().find(|r| r["cluster"] == number).unwrap();
    desk.ok(["clusters", "split", &number, &row["id"]]);
    let moved = desk.export(["recommendations"]).into_iter().find(|r| r["id"] == row["id"]).unwrap();
    assert!(moved["cluster"] != number && moved["theme_cluster"] == theme, "{moved:?}");
    desk.ok(["clusters", "merge", &moved["cluster"], &number]);
    let back = desk.export(["recommendations"]).into_iter().find(|r| r["id"] == row["id"]).unwrap();
    assert_eq!(back["cluster"], number);
    assert_eq!(desk.run(["clusters", "show", "99.9"]).code, 2);
}

#[test]
fn old_records_keep_their_clusters_when_new_ones_arrive() {
    let desk = Desk::demo();
    let place = |desk: &Desk| -> std::collections::BTreeMap<String, String> {
        desk.export(["recommendations"]).into_iter().map(|r| (r["id"].clone(), r["cluster"].clone())).collect()
    };
    let before = place(&desk);
    let rows: String = (0..40)
        .map(|n| format!("Saravia,\"Ratify treaty number {n} and protect women, children and prisoners\",41\n"))
        .collect();
    desk.import(&desk.file("new.csv", format!("state,text,session\n{rows}")));
    let work = desk.json(["analyse"]);
    assert_eq!(work["computed"], 40, "only what is new is computed: {work}");
    let after = place(&desk);
    assert_eq!(after.len(), before.len() + 40);
    assert!(before.iter().all(|(id, cluster)| after[id] == *cluster));
    assert!(after.values().all(|cluster| !cluster.is_empty()), "every record is placed");
}

#[test]
fn a_command_of_many_decisions_is_undone_at_once() {
    let desk = Desk::demo();
    let first = desk.json(["clusters"])["list"][0].clone();
    let number = format!("{}.{}", first["number"]["theme"], first["number"]["cluster"]);
    let before = desk.export(["recommendations"]);
    let said = desk.ok(["clusters", "accept", &number]);
    assert!(said.contains("accepted"), "{said}");
    desk.ok(["undo"]);
    assert_eq!(desk.run(["undo"]).code, 2, "one command, one undo");
    assert_eq!(desk.export(["recommendations"]), before);
    for title in ["A", "B", "A"] {
        desk.ok(["clusters", "rename", &number, title]);
    }
    desk.ok(["undo"]);
    assert!(desk.ok(["clusters"]).contains(&format!("{number}  ")) && desk.ok(["clusters"]).contains("  B"));
}

#[test]
fn clusters_keep_their_numbers_when_the_caches_are_deleted() {
    let desk = Desk::demo();
    let rows: String = (0..30).map(|n| format!("Saravia,Build {n} courts and train their judges,41\n")).collect();
    desk.import(&desk.file("new.csv", format!("state,text,session\n{rows}")));
    desk.ok(["analyse"]);
    let before = desk.export(["recommendations"]);
    for cache in ["cache", "index"] {
        std::fs::remove_dir_all(desk.workspace().join(cache)).unwrap();
    }
    desk.ok(["analyse"]);
    assert_eq!(desk.export(["recommendations"]), before);
}

#[test]
fn a_locked_cluster_takes_nothing_new_and_a_stated_action_wins() {
    let desk = Desk::demo();
    let theme = |row: &std::collections::HashMap<String, String>| row["theme_cluster"].clone();
    let death = desk.export(["recommendations"]).into_iter().find(|r| r["issues"] == "Death penalty").unwrap();
    for line in desk.json(["clusters", "--theme", &theme(&death)])["list"].as_array().unwrap() {
        let number = format!("{}.{}", line["number"]["theme"], line["number"]["cluster"]);
        desk.ok(["clusters", "lock", &number]);
    }
    let locked: Vec<String> = desk.export(["recommendations"]).iter().map(|r| r["cluster"].clone()).collect();
    desk.import(
        &desk.file(
            "new.csv",
            "id,state,text,session\nD-1,Saravia,Abolish the death penalty for all crimes at once,41\n",
        ),
    );
    desk.ok(["analyse"]);
    let new = desk.export(["recommendations"]).into_iter().find(|r| r["source_id"] == "D-1").unwrap();
    assert_eq!(theme(&new), theme(&death));
    assert!(!locked.contains(&new["cluster"]), "{new:?}");
    desk.ok(["links", "accept", "D-1", "action", "3"]);
    let new = desk.export(["recommendations"]).into_iter().find(|r| r["source_id"] == "D-1").unwrap();
    assert_eq!(new["action_category"], "3");
    desk.ok(["links", "accept", "D-1", "lead", "Ministry of Justice"]);
}
