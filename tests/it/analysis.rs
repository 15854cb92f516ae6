//! The analysis as a user meets it: clusters that stay, other looks at them, lenses, and what is learnt.

use std::collections::BTreeMap;

use crate::desk::Desk;

fn clusters_of(desk: &Desk) -> BTreeMap<String, String> {
    let rows = desk.export(["recommendations"]);
    rows.into_iter().map(|row| (row["id"].clone(), row["cluster"].clone())).collect()
}

fn list(desk: &Desk) -> Vec<serde_json::Value> {
    desk.json(["clusters"])["list"].as_array().unwrap().clone()
}

/// The number of the first cluster.
fn first(desk: &Desk) -> String {
    let number = list(desk)[0]["number"].clone();
    format!("{}.{}", number["theme"], number["cluster"])
}

#[test]
fn one_state_has_a_handful_of_themes_and_every_record_a_cluster() {
    let desk = Desk::demo();
    let lines = list(&desk);
    let themes: std::collections::BTreeSet<&str> = lines.iter().map(|line| line["theme"].as_str().unwrap()).collect();
    assert!((6..=15).contains(&themes.len()), "{themes:?}");
    assert!(lines.iter().all(|line| line["asks"].as_u64().unwrap() <= 30));
    assert!(clusters_of(&desk).values().all(|cluster| !cluster.is_empty()));
    let titles: std::collections::BTreeSet<&str> = lines.iter().map(|line| line["title"].as_str().unwrap()).collect();
    assert!(titles.len() * 10 >= lines.len() * 8, "titles tell clusters apart: {titles:?}");
}

#[test]
fn old_records_keep_their_clusters_and_people_their_titles_when_records_arrive() {
    let desk = Desk::demo();
    let number = first(&desk);
    desk.ok(["clusters", "rename", &number, "What we call it"]);
    let before = clusters_of(&desk);
    let rows = "id,state,text\nn1,Saravia,Plant mangroves along the coast\nn2,Saravia,Protect coral reefs from ships\n\
        n3,Saravia,Restore mangrove forests and reefs\nn4,Saravia,Ratify the Convention against Torture\n";
    desk.import(&desk.file("later.csv", rows));
    desk.ok(["analyse"]);
    let after = clusters_of(&desk);
    assert_eq!(after.len(), before.len() + 4);
    assert!(before.iter().all(|(id, cluster)| after[id] == *cluster), "an old record moved");
    assert!(list(&desk).iter().any(|line| line["title"] == "What we call it"));
}

#[test]
fn clusters_that_grew_come_back_as_they_were_when_the_cache_is_lost() {
    let desk = Desk::demo();
    desk.ok(["clusters", "lock", &first(&desk)]);
    let rows = "id,state,text\nn1,Saravia,Plant mangroves along the coast\nn2,Saravia,Protect coral reefs from ships\n\
        n3,Saravia,Restore mangrove forests and reefs\nn4,Saravia,Ratify the Convention against Torture\n";
    desk.import(&desk.file("later.csv", rows));
    desk.ok(["analyse"]);
    let before = clusters_of(&desk);
    std::fs::remove_dir_all(desk.workspace().join("cache")).unwrap();
    desk.ok(["analyse"]);
    assert_eq!(clusters_of(&desk), before);
}

#[test]
fn other_looks_at_clusters_change_nothing_and_renewing_is_refused_once_somebody_has_decided() {
    let desk = Desk::demo();
    let before = desk.ok(["clusters"]);
    let preview = desk.json(["clusters", "--themes", "5", "--size", "3..12"]);
    let themes: std::collections::BTreeSet<u64> =
        preview["list"].as_array().unwrap().iter().map(|line| line["number"]["theme"].as_u64().unwrap()).collect();
    assert_eq!(themes.len(), 5);
    let sdg = desk.json(["clusters", "--by", "sdg"]);
    assert!(sdg["groups"].as_array().unwrap().iter().any(|line| line["code"].as_str().unwrap().starts_with("16")));
    assert!(desk.ok(["clusters", "tree"]).contains("apart"));
    assert_eq!(desk.ok(["clusters"]), before);
    desk.ok(["clusters", "renew", "--themes", "5"]);
    desk.ok(["analyse"]);
    let renewed: std::collections::BTreeSet<u64> =
        list(&desk).iter().map(|line| line["number"]["theme"].as_u64().unwrap()).collect();
    assert_eq!(renewed.len(), 5);
    desk.ok(["clusters", "lock", &first(&desk)]);
    let refused = desk.run(["clusters", "renew", "--themes", "9"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("weft undo"), "{}", refused.stderr);
    for wrong in [&["--size", "9..10"][..], &["--theme", "1", "--by", "sdg"], &["--by", "sdg", "--themes", "5"]] {
        assert_eq!(desk.run([&["clusters"], wrong].concat()).code, 2, "{wrong:?}");
    }
}

#[test]
fn wishes_for_clusters_that_cannot_be_met_are_refused_by_name() {
    let desk = Desk::demo();
    let file = desk.workspace().join("weft.toml");
    let settings = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("{settings}\n[clusters]\nthemes = 0\n")).unwrap();
    let refused = desk.run(["analyse"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("themes = 0") && refused.stderr.contains("weft.toml"), "{}", refused.stderr);
}

#[test]
fn what_has_not_changed_is_not_analysed_again() {
    let desk = Desk::demo();
    desk.ok(["analyse"]);
    let again = desk.json(["analyse"]);
    assert_eq!((again["computed"].as_u64(), again["indexed"].as_u64()), (Some(0), Some(0)));
    assert_eq!(again["clusters"].as_u64(), Some(list(&desk).len() as u64));
    std::fs::remove_dir_all(desk.workspace().join("cache")).unwrap();
    assert!(desk.json(["analyse"])["computed"].as_u64() > Some(0), "a lost cache is made again");
}

#[test]
fn women_named_alone_are_told_from_women_in_a_list_and_from_their_absence() {
    let desk = Desk::new();
    let rows = "id,state,text\na,Peru,Protect women from violence\n\
        b,Peru,\"Protect women, children, minorities and persons with disabilities\"\n\
        c,Peru,Amend the law on nationality so that both parents pass it on\nd,Peru,Repair the roads\n";
    desk.import(&desk.file("rows.csv", rows));
    desk.ok(["analyse"]);
    let total = desk.json(["gender"])["total"].clone();
    assert_eq!(total, serde_json::json!({"named": 1, "in_list": 1, "dimension": 1, "none": 1}));
    assert!(desk.ok(["gender"]).contains("only in a list"));
}

#[test]
fn accepted_leads_are_suggested_for_texts_alike_until_that_is_taken_back() {
    let desk = Desk::new();
    let rows = "id,state,text\na,Peru,Improve street lighting in poor quarters of the capital\n\
        b,Peru,Improve street lighting in the poor quarters of towns\nc,Peru,Abolish the death penalty\n";
    desk.import(&desk.file("rows.csv", rows));
    desk.ok(["analyse"]);
    let lead = |desk: &Desk, source: &str| {
        desk.export(["recommendations"]).into_iter().find(|r| r["source_id"] == source).unwrap()["lead"].clone()
    };
    let before = [lead(&desk, "b"), lead(&desk, "c")];
    assert_eq!(desk.run(["models", "learn"]).code, 2, "nothing is there to learn from");
    desk.ok(["links", "accept", "a", "lead", "water_energy"]);
    let clusters = clusters_of(&desk);
    assert!(desk.ok(["models", "learn"]).contains("learnt from: 1"));
    desk.ok(["analyse"]);
    assert_eq!(lead(&desk, "b"), "water_energy");
    assert_eq!(lead(&desk, "c"), before[1], "a text of other words is left alone");
    let shown = desk.ok(["show", "b"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("accepted here for texts alike: 1"), "{shown}");
    assert_eq!(clusters_of(&desk), clusters, "learning moves no record");
    desk.ok(["models", "learn", "--undo"]);
    desk.ok(["analyse"]);
    assert_eq!(lead(&desk, "b"), before[0]);
}

#[test]
fn a_merged_text_holds_what_each_source_adds_word_for_word() {
    let desk = Desk::new();
    let rows = "id,state,session,text\na,Peru,1,Ratify the Convention against Torture\n\
        b,Peru,14,\"Ratify the Convention against Torture, and publish the reports of its visits every year\"\n\
        c,Peru,20,Ratify the Convention against Torture\n";
    desk.import(&desk.file("rows.csv", rows));
    desk.ok(["analyse"]);
    let (a, b) = ("a", "b");
    desk.ok(["duplicates", "accept", a, b]);
    let plan = desk.ok(["export", "plan", "--format", "csv"]);
    assert!(plan.contains("+ and publish the reports of its visits every year"), "{plan}");
}

#[test]
fn of_two_bodies_of_one_type_the_one_whose_mandate_is_spoken_of_leads() {
    let desk = Desk::new();
    let register = "code,name,short_name,type,mandate,contact\nmoh,Ministry of Health,,health,hospitals|doctors,\n\
        iph,Institute of Public Health,,health,vaccination|epidemics,\n";
    std::fs::write(desk.workspace().join("entities.csv"), register).unwrap();
    let rows = "id,state,text\na,Peru,Offer vaccination against measles to all children in health centres\n\
        b,Peru,Build hospitals and hire doctors for public health care\n";
    desk.import(&desk.file("rows.csv", rows));
    desk.ok(["analyse"]);
    desk.ok(["links", "accept", "a", "lead", "health"]);
    desk.ok(["links", "accept", "b", "lead", "health"]);
    let plan = desk.ok(["export", "plan", "--format", "csv"]);
    assert!(plan.contains("Institute of Public Health") && plan.contains("Ministry of Health"), "{plan}");
}

#[test]
fn a_chain_is_found_by_any_name_of_its_instrument() {
    let desk = Desk::demo();
    let by = |name: &str| desk.ok(["lineage", "--instrument", name]);
    assert_eq!(by("OPCAT"), by("op-cat"));
    assert_eq!(by("OPCAT"), by("Optional Protocol to the Convention against Torture"));
    assert!(by("OPCAT").contains("Optional Protocol"));
    let refused = desk.run(["lineage", "--instrument", "FOO"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("there is no instrument 'FOO'"), "{}", refused.stderr);
}

#[test]
fn a_record_joins_the_others_of_its_ask() {
    let desk = Desk::demo();
    let ratify = desk.export(["recommendations"]).into_iter().find(|row| row["text"].starts_with("Ratify")).unwrap();
    desk.import(&desk.file("later.csv", format!("id,state,text\nsame-again,Saravia,\"{} \"\n", ratify["text"])));
    desk.ok(["analyse"]);
    let rows = desk.export(["recommendations"]);
    let joined = rows.iter().find(|row| row["source_id"].contains("same-again")).unwrap();
    assert_eq!(joined["cluster"], ratify["cluster"]);
}
