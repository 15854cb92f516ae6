//! The topic of a record: on its card with the words that show it, as a field of search, in the export.

use weft::domain::TagKind;
use weft::domain::vocabulary::values;

use crate::desk::Desk;

fn total(desk: &Desk, query: &str) -> u64 {
    desk.json(["search", query])["total"].as_u64().unwrap()
}

/// The topic of a record in the export.
fn topic_of(desk: &Desk, source_id: &str) -> String {
    let rows = desk.export(["recommendations"]);
    rows.into_iter().find(|row| row["source_id"] == source_id).unwrap()["topic"].clone()
}

#[test]
fn the_export_ends_with_the_code_of_the_topic() {
    let desk = Desk::demo();
    for (source_id, topic) in [
        ("SAR-0001", "RAT-OPCAT"),
        ("SAR-0014", "NHRIEST"),
        ("SAR-0020", "PRISON"),
        ("SAR-0025", "CORPCHILD"),
        ("SAR-0049", "STANDINV"),
    ] {
        assert_eq!(topic_of(&desk, source_id), topic, "{source_id}");
    }
    let rows = desk.export(["recommendations", "--tags", "model"]);
    let known = values(TagKind::Topic);
    assert!(rows.iter().all(|row| row["topic"].is_empty() || known.contains(&row["topic"].as_str())));
    let with = rows.iter().filter(|row| !row["topic"].is_empty()).count();
    assert!(with * 10 >= rows.len() * 9, "{with} of {}", rows.len());
}

#[test]
fn a_card_names_the_topic_and_the_words_that_show_it() {
    let desk = Desk::demo();
    let card = &desk.json(["show", "SAR-0020"])[0];
    let proposed = card["proposed"].as_array().unwrap();
    let topic = proposed.iter().find(|tag| tag["kind"] == "topic").unwrap();
    assert!(topic["value"] == "PRISON" && topic["name"]["vocabulary"] == "topic", "{topic}");
    let words = topic["evidence"].to_string();
    assert!(words.contains("overcrowding") && words.contains("prisons"), "{words}");
    let text = desk.ok(["show", "SAR-0020"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("topic: Conditions of detention and treatment of detainees (proposed, "), "{text}");
}

#[test]
fn records_are_found_and_counted_by_topic() {
    let desk = Desk::demo();
    let prisons = total(&desk, "topic:PRISON");
    assert!(prisons > 0 && prisons < 369, "{prisons}");
    for query in [
        "topic:prison",
        "topic:\"Conditions of detention and treatment of detainees\"",
        "sujet:\"Conditions de détention et traitement des détenus\"",
        "materia:\"Condiciones de detención y trato de las personas detenidas\"",
        "предмет:PRISON",
    ] {
        assert_eq!(total(&desk, query), prisons, "{query}");
    }
    let option = desk.json(["search", "--topic", "PRISON"]);
    assert_eq!(option["total"].as_u64(), Some(prisons));
    assert!(total(&desk, "topic:RAT-OPCAT") > 0);
    assert!(total(&desk, "topic:torture") > 0, "by a word of the title");
    let counts = desk.ok(["search", "--count-by", "topic", "--csv"]);
    assert!(
        counts.contains(&format!("\nPRISON,Conditions of detention and treatment of detainees,{prisons}\n")),
        "{counts}"
    );
}

#[test]
fn a_person_may_choose_another_topic_by_code_or_by_title() {
    let desk = Desk::demo();
    desk.ok(["links", "accept", "SAR-0020", "topic", "NPM"]);
    assert_eq!(topic_of(&desk, "SAR-0020"), "NPM");
    desk.ok(["undo"]);
    assert_eq!(topic_of(&desk, "SAR-0020"), "PRISON");
    desk.ok(["links", "accept", "SAR-0020", "topic", "Alternatives to imprisonment"]);
    assert_eq!(topic_of(&desk, "SAR-0020"), "ALTDET");
    assert_eq!(desk.run(["links", "accept", "SAR-0020", "topic", "Fishing rights"]).code, 2);
}

#[test]
fn new_records_follow_where_people_put_those_of_their_topic() {
    let desk = Desk::demo();
    let (of_topic, elsewhere) = ("PRISON", "STANDINV");
    let rows = desk.export(["recommendations"]);
    let moved: Vec<&str> = rows.iter().filter(|row| row["topic"] == of_topic).map(|row| row["id"].as_str()).collect();
    let other = rows.iter().find(|row| row["topic"] == elsewhere).unwrap()["cluster"].clone();
    assert!(moved.len() >= 2 && !other.is_empty());
    for record in &moved {
        desk.ok(["clusters", "move", record, &other]);
    }
    let table = "row_id,state_under_review,text,session\nNEW-1,Saravia,\"Relieve the crowding of prisons, and improve conditions of detention and the food of inmates in the new gaol\",40\n";
    desk.import(&desk.file("new.csv", table)).ok(["analyse"]);
    assert_eq!(topic_of(&desk, "NEW-1"), of_topic);
    let card = &desk.json(["show", "NEW-1"])[0];
    let number = &card["cluster"]["number"];
    assert_eq!(format!("{}.{}", number["theme"], number["cluster"]), other);
    assert_eq!(card["placed_by"]["code"], "placed-by-topic", "{card}");
    let said = desk.ok(["show", moved[0]]);
    assert!(said.contains("put there by a person"), "{said}");
}
