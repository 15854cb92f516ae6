//! The two stable exports, to the letter.

use crate::desk::Desk;

#[test]
fn the_columns_of_the_exports_are_those_other_programs_read() {
    let desk = Desk::demo();
    let records = desk.ok(["export", "recommendations"]);
    assert_eq!(
        records.lines().next(),
        Some(
            "id,source_id,kind,reference,mechanism,body,symbol,paragraph,state,session,cycle,position,recommending_states,\
             language,text,issues,themes,groups,sdg_targets,lead,support,action_category,instruments,theme_cluster,cluster,ask,\
             lead_body,lead_sure,topic"
        )
    );
    let relations = desk.ok(["export", "relations"]);
    assert_eq!(relations.lines().next(), Some("a_id,b_id,a_source_id,b_source_id,kind,score,explanation"));
}

#[test]
fn every_source_identifier_has_its_row_and_every_reference_is_unique() {
    let desk = Desk::new();
    // One text twice in one review, from one State: one record, two rows in the file, two out.
    let text = "row_id,state,text,recommending_state,session\nA-1,Peru,Build schools,Chile,14\nA-2,Peru,Build schools,Chile,14\nA-3,Peru,Build schools,Chad,14\n";
    desk.import(&desk.file("a.csv", text));
    desk.ok(["analyse"]);
    let rows = desk.export(["recommendations"]);
    let mut ids: Vec<&str> = rows.iter().map(|r| r["source_id"].as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["A-1", "A-2", "A-3"]);
    let of = |id: &str| rows.iter().find(|r| r["source_id"] == id).unwrap();
    assert_eq!(of("A-1")["id"], of("A-2")["id"]);
    assert_ne!(of("A-1")["reference"], of("A-3")["reference"]);
    let pairs = desk.export(["relations"]);
    let kind = |a: &str, b: &str| {
        let fits = |r: &&std::collections::HashMap<String, String>| {
            (r["a_source_id"] == a && r["b_source_id"] == b) || (r["a_source_id"] == b && r["b_source_id"] == a)
        };
        pairs.iter().find(fits).map(|r| r["kind"].clone())
    };
    assert_eq!(kind("A-1|A-2", "A-3").as_deref(), Some("identical"));
    assert_eq!(pairs.len(), 1, "one row a pair of records, and never a record with itself: {pairs:?}");
}

#[test]
fn pairs_between_states_are_added_on_request_only() {
    let desk = Desk::new();
    desk.import(&desk.file("a.csv", "id,state,text\n1,Peru,Abolish the death penalty without delay\n2,Chad,Abolish the death penalty without delay\n"));
    desk.ok(["analyse"]);
    assert!(desk.export(["relations"]).is_empty());
    let across = desk.export(["relations", "--across-states"]);
    assert_eq!((across.len(), across[0]["kind"].as_str()), (1, "identical"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, two) = (Desk::made_demo(), Desk::made_demo());
    for what in ["recommendations", "relations"] {
        assert_eq!(one.ok(["export", what]), two.ok(["export", what]), "{what}");
    }
    for desk in [&one, &two] {
        std::fs::remove_dir_all(desk.workspace().join("cache")).unwrap();
        std::fs::remove_dir_all(desk.workspace().join("index")).unwrap();
    }
    one.ok(["analyse"]);
    let unasked = two.run(["export", "recommendations"]);
    assert!(unasked.code == 0 && unasked.stderr.contains("are analysed now"), "{}", unasked.stderr);
    assert_eq!(
        one.ok(["export", "recommendations"]),
        two.ok(["export", "recommendations"]),
        "caches are made again the same"
    );
}
