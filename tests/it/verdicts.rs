//! Verdicts as people give them: on a body by its name, on several records at once, for all that ask the same.

use std::collections::{BTreeSet, HashMap};

use crate::desk::Desk;

type Row = HashMap<String, String>;

/// A register with two bodies of one type, and a record.
fn with_two_bodies() -> Desk {
    let desk = Desk::new();
    let register = "code,name,short_name,type,mandate,contact\n\
        NPM,National Preventive Mechanism,,nhri_ombudsman,,\nOMB,Office of the Ombudsperson,,nhri_ombudsman,,\n";
    std::fs::write(desk.workspace().join("entities.csv"), register).unwrap();
    desk.import(
        &desk.file("rows.csv", "id,state,text\na,Peru,Visit all lighthouses and publish what was found there\n"),
    );
    desk.analyse();
    desk
}

fn plan_row(desk: &Desk) -> Row {
    desk.export(["plan", "--format", "csv"]).remove(0)
}

fn record(desk: &Desk, id: &str) -> Row {
    desk.export(["recommendations"]).into_iter().find(|row| row["source_id"] == id).unwrap()
}

fn has_target(row: &Row, target: &str) -> bool {
    row["sdg_targets"].split('|').any(|own| own == target)
}

#[test]
fn the_body_that_was_named_leads_where_two_are_of_one_type() {
    let desk = with_two_bodies();
    let said = desk.ok(["links", "accept", "a", "lead", "OMB"]);
    assert!(said.contains("lead Office of the Ombudsperson is accepted"), "{said}");
    assert_eq!(plan_row(&desk)["Lead"], "Office of the Ombudsperson");
    let row = record(&desk, "a");
    let told = [row["lead"].as_str(), &row["lead_body"], &row["lead_sure"]];
    assert_eq!(told, ["nhri_ombudsman", "OMB", "yes"], "the type stays what other programs read");
    let card = desk.ok(["show", "a"]);
    assert!(card.contains("lead: Office of the Ombudsperson (decided by a person)"), "{card}");
    desk.ok(["links", "accept", "a", "lead", "National Preventive Mechanism"]);
    assert_eq!(plan_row(&desk)["Lead"], "National Preventive Mechanism", "a record has one lead: the last");
    desk.ok(["undo"]);
    assert_eq!(plan_row(&desk)["Lead"], "Office of the Ombudsperson");
}

#[test]
fn a_type_that_was_accepted_before_bodies_could_be_named_stands_for_all_of_them() {
    let desk = with_two_bodies();
    desk.ok(["links", "accept", "a", "lead", "nhri_ombudsman"]);
    assert_eq!(plan_row(&desk)["Lead"], "National Preventive Mechanism / Office of the Ombudsperson");
    desk.ok(["links", "refuse", "a", "lead", "NPM"]);
    assert_eq!(plan_row(&desk)["Lead"], "Office of the Ombudsperson", "whom a person refuses does not stand");
    desk.ok(["links", "refuse", "a", "lead", "OMB"]);
    assert_ne!(record(&desk, "a")["lead"], "nhri_ombudsman", "without a body that is left the type is refused");
}

#[test]
fn who_leads_supports_nobody_and_another_body_of_the_type_may() {
    let desk = with_two_bodies();
    desk.ok(["links", "accept", "a", "support", "NPM"]);
    desk.ok(["links", "accept", "a", "lead", "OMB"]);
    assert!(plan_row(&desk)["Supporting"].contains("National Preventive Mechanism"));
    desk.ok(["links", "accept", "a", "lead", "NPM"]);
    let row = plan_row(&desk);
    assert_eq!(row["Lead"], "National Preventive Mechanism");
    assert!(!row["Supporting"].contains("National Preventive Mechanism"), "{row:?}");
    for row in Desk::demo().export(["recommendations"]) {
        let leads = !row["lead"].is_empty() && row["support"].split('|').any(|own| own == row["lead"]);
        assert!(!leads, "{row:?}");
    }
}

#[test]
fn a_lead_that_is_not_sure_stands_beside_another() {
    let desk = Desk::demo();
    let rows = desk.export(["recommendations"]);
    let sure = rows.iter().filter(|row| row["lead_sure"] == "yes").count();
    assert!(sure > rows.len() / 3 && sure < rows.len(), "{sure} of {}", rows.len());
    assert!(rows.iter().all(|row| row["lead_sure"] == "yes" || row["lead_sure"] == "no"));
    let either = |row: &&Row| row["Lead"].contains(" or ");
    assert!(desk.export(["plan", "--format", "csv"]).iter().filter(either).count() > 0);
}

#[test]
fn one_command_judges_several_records_and_one_undo_takes_it_back() {
    let desk = Desk::demo();
    let before = desk.export(["recommendations"]);
    let said = desk.ok(["links", "accept", "SAR-0001", "SAR-0002", "sdg", "14.2"]);
    assert!(said.contains("for 2 records"), "{said}");
    assert!(["SAR-0001", "SAR-0002"].iter().all(|id| has_target(&record(&desk, id), "14.2")));
    desk.ok(["undo"]);
    assert_eq!(desk.export(["recommendations"]), before);
    let number = before.iter().find(|row| row["source_id"] == "SAR-0001").unwrap()["cluster"].clone();
    desk.ok(["links", "accept", "sdg", "14.2", "--cluster", &number]);
    let after = desk.export(["recommendations"]);
    assert!(after.iter().filter(|row| row["cluster"] == number).all(|row| has_target(row, "14.2")));
    desk.ok(["undo"]);
    assert_eq!(desk.export(["recommendations"]), before);
    assert_eq!(desk.run(["links", "accept", "sdg", "14.2"]).code, 2, "nothing is named");
    assert_eq!(desk.run(["links", "accept", "SAR-0001", "colour", "blue"]).code, 2);
}

#[test]
fn a_refusal_holds_for_all_that_ask_the_same_but_where_somebody_has_accepted_it() {
    let desk = Desk::demo();
    let members = desk.json(["duplicates"])["list"]["asks"][0]["members"].clone();
    let ids: Vec<String> = members.as_array().unwrap().iter().map(|m| m["id"].as_str().unwrap().to_owned()).collect();
    let rows = desk.export(["recommendations"]);
    let of = |id: &String| rows.iter().find(|row| row["id"] == *id).unwrap()["sdg_targets"].clone();
    // What models propose for several of them.
    let target = of(&ids[0]).split('|').next().unwrap().to_owned();
    let having = || -> BTreeSet<String> {
        let rows = desk.export(["recommendations"]).into_iter();
        rows.filter(|row| ids.contains(&row["id"]) && has_target(row, &target)).map(|row| row["id"].clone()).collect()
    };
    let all = having();
    assert!(all.len() > 1 && all.contains(&ids[0]), "{target}: {all:?}");
    let said = desk.ok(["links", "refuse", &ids[0], "sdg", &target]).replace('\n', " ");
    assert!(said.contains("asks the same") || said.contains("ask the same"), "{said}");
    assert_eq!(having(), BTreeSet::new());
    desk.ok(["undo"]);
    assert_eq!(having(), all, "one command, one undo");
    let other = all.iter().find(|id| **id != ids[0]).unwrap().clone();
    desk.ok(["links", "accept", &other, "sdg", &target]);
    desk.ok(["links", "refuse", &ids[0], "sdg", &target]);
    assert_eq!(having(), BTreeSet::from([other]), "what was said of another stays said");
}

#[test]
fn one_record_is_told_apart_from_several_at_once() {
    let desk = Desk::new();
    let rows = "id,state,session,text\na,Peru,1,Mend the lighthouse of the harbour\n\
        b,Peru,14,Mend the lighthouse of the harbour\nc,Peru,28,Mend the lighthouse of the harbour\n";
    desk.import(&desk.file("rows.csv", rows));
    desk.analyse();
    let ask = |id: &str| record(&desk, id)["ask"].clone();
    assert!(ask("a") == ask("b") && ask("b") == ask("c"));
    desk.ok(["duplicates", "refuse", "a", "b", "c"]);
    assert!(ask("a") != ask("b") && ask("b") == ask("c"));
    desk.ok(["undo"]);
    assert_eq!(ask("a"), ask("c"));
}

#[test]
fn a_new_cluster_has_its_title_and_one_that_is_emptied_is_said() {
    let desk = Desk::demo();
    let first = desk.json(["clusters"])["list"][0].clone();
    let number = format!("{}.{}", first["number"]["theme"], first["number"]["cluster"]);
    let in_cluster = |number: &str| -> BTreeSet<String> {
        let rows = desk.export(["recommendations"]).into_iter();
        rows.filter(|row| row["cluster"] == number).map(|row| row["id"].clone()).collect()
    };
    let all = in_cluster(&number);
    let two: Vec<&str> = all.iter().take(2).map(String::as_str).collect();
    let said = desk.ok(["clusters", "split", &number, two[0], two[1], "--title", "Harbours"]).replace('\n', " ");
    assert!(said.contains("called 'Harbours'"), "{said}");
    let new = desk.export(["recommendations"]).into_iter().find(|row| row["id"] == two[0]).unwrap()["cluster"].clone();
    assert!(desk.ok(["clusters"]).contains("Harbours"));
    let said = desk.ok(["clusters", "move", two[0], two[1], &number]).replace('\n', " ");
    assert!(said.contains("2 records") && said.contains(&format!("cluster {new} is empty now")), "{said}");
    assert_eq!(desk.run(["clusters", "split", &number, two[0], "--title", " "]).code, 2);
    desk.ok(["undo"]);
    assert_eq!(in_cluster(&new).len(), 2, "one command, one undo");
}

#[test]
fn what_the_gender_lens_counts_it_lists() {
    let desk = Desk::demo();
    for (how, counted) in [("missing", "dimension"), ("named", "named"), ("in-list", "in_list"), ("neither", "none")] {
        let answer = desk.json(["gender", "--list", how]);
        assert_eq!(answer["records"].as_array().unwrap().len() as u64, answer["total"][counted].as_u64().unwrap());
    }
    assert!(desk.json(["gender"])["records"].as_array().unwrap().is_empty());
    assert!(desk.ok(["gender", "--list", "missing"]).contains(" recommendations\n"));
}

#[test]
fn topics_that_come_up_again_stand_beside_the_chains_with_the_cycles_that_are_not_there() {
    let desk = Desk::new();
    let rows = "id,state,session,text\na,Peru,2,Mend the lighthouse of the harbour\n\
        b,Peru,47,Mend the lighthouse of the harbour\nc,Peru,47,Mend the lighthouse of the harbour at once\n";
    desk.import(&desk.file("rows.csv", rows));
    let answer = desk.json(["lineage", "--state", "Peru"]);
    assert_eq!(answer["missing_cycles"], serde_json::json!([2, 3]));
    let cycles: Vec<u64> =
        answer["topics"][0]["cycles"].as_array().unwrap().iter().map(|c| c["cycle"].as_u64().unwrap()).collect();
    assert_eq!(cycles, [1, 4]);
    let said = desk.ok(["lineage", "--state", "Peru"]);
    assert!(said.contains("Not in the workspace: cycles 2, 3") && said.contains("The same topic again"), "{said}");
}

#[test]
fn an_ask_that_also_repeals_is_not_folded_into_one_that_does_not() {
    let desk = Desk::new();
    let rows = "id,state,text\na,Peru,Adopt the law on the protection of human rights defenders\n\
        b,Peru,Repeal the law on non-profit organizations and adopt the law on the protection of human rights defenders\n";
    desk.import(&desk.file("rows.csv", rows));
    desk.analyse();
    assert_ne!(record(&desk, "a")["ask"], record(&desk, "b")["ask"]);
    assert!(desk.export(["relations"]).iter().all(|row| row["kind"] == "overlap"));
}

#[test]
fn a_preview_of_clusters_fits_the_terminal() {
    let preview = Desk::demo().ok(["clusters", "--themes", "5"]);
    let wide: Vec<&str> = preview.lines().filter(|line| line.chars().count() > 80).collect();
    assert!(wide.is_empty(), "{wide:?}");
}
