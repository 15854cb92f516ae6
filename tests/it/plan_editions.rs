//! Closed editions of the plan, texts in a second language, and money that nobody pays yet.

use serde_json::Value;

use crate::desk::Desk;

fn key(desk: &Desk, arguments: &[&str]) -> String {
    let all: Vec<&str> = ["plan"].iter().chain(arguments).copied().collect();
    desk.json(all)["key"].as_str().unwrap().to_owned()
}

/// A plan with one measure that is done and one that goes on, its indicator with a value; their keys.
fn planned(desk: &Desk) -> [String; 3] {
    let done = key(desk, &["add", "Make marital rape a crime", "--for", "121.36", "--number", "1"]);
    let open = key(desk, &["add", "Train all judges", "--for", "121.12", "121.14", "--lead", "MOJ", "--number", "2"]);
    let share = key(desk, &["indicator", &open, "Judges trained", "--type", "process", "--unit", "per cent"]);
    desk.ok(["plan", "set", &done, "status=completed"]);
    desk.ok(["plan", "set", &open, "status=in progress", "budget=USD 100 000", "budget-gap=USD 40 000"]);
    desk.ok(["plan", "value", &share, "20%", "--period", "2026"]);
    [done, open, share]
}

fn keys_of(plan: &Value) -> Vec<String> {
    let clusters = plan["clusters"].as_array().unwrap().iter();
    let measures = clusters.flat_map(|cluster| cluster["measures"].as_array().unwrap());
    let mut keys: Vec<String> = measures.map(|own| own["key"].as_str().unwrap().to_owned()).collect();
    keys.sort();
    keys
}

fn rows(desk: &Desk, more: &[&str]) -> Vec<std::collections::HashMap<String, String>> {
    desk.export(["plan", "--rows", "measures", "--format", "csv"].iter().chain(more).copied())
}

#[test]
fn a_closed_plan_stays_what_it_was_and_the_next_one_goes_on_with_what_is_open() {
    let desk = Desk::demo();
    let [done, open, share] = planned(&desk);
    let was = rows(&desk, &[]);
    let told = desk.ok(["plan", "close", "Plan of 2022–2026", "--on", "2026-12-31", "--carry-on-unfinished"]);
    assert!(told.contains("2 measures") && told.contains("one goes on"), "{told}");
    assert_eq!(keys_of(&desk.json(["plan"])), std::slice::from_ref(&open));
    // Whatever is decided from now on is of the plan at work alone.
    desk.ok(["plan", "set", &open, "status=completed", "text=Train all judges and clerks"]);
    desk.ok(["plan", "value", &share, "90%", "--period", "2027"]);
    desk.ok(["clusters", "renew"]);
    desk.analyse();
    assert_eq!(rows(&desk, &["--edition", "plan of 2022–2026"]).len(), 2);
    let columns = ["key", "text", "status", "recommendation_ids", "budget", "indicators"];
    let told = |rows: &[std::collections::HashMap<String, String>]| -> Vec<Vec<String>> {
        rows.iter().map(|row| columns.iter().map(|column| row[*column].clone()).collect()).collect()
    };
    assert_eq!(told(&rows(&desk, &["--edition", "Plan of 2022–2026"])), told(&was));
    let values = desk.export(["plan", "--rows", "indicators", "--edition", "Plan of 2022–2026"]);
    assert_eq!(values[0]["values"], "2026=20%");
    let editions = desk.json(["plan", "editions"]);
    assert_eq!((&editions[0]["measures"], &editions[0]["carried_on"]), (&2.into(), &1.into()));
    assert_eq!(editions[0]["by_status"], serde_json::json!({"implemented": 1, "in_progress": 1}));
    assert!(desk.ok(["plan", "show", &done]).contains("Make marital rape a crime"));
    let page = desk.folder().join("plan.html").to_str().unwrap().to_owned();
    desk.ok(["export", "plan", "--rows", "measures", "--edition", "Plan of 2022–2026", "--out", &page]);
    let text = std::fs::read_to_string(&page).unwrap();
    assert!(text.contains("Plan of 2022–2026") && text.contains("2026-12-31") && text.contains("marital rape"));
}

#[test]
fn what_is_closed_cannot_be_changed_and_one_undo_opens_it_again() {
    let desk = Desk::demo();
    let [done, open, _] = planned(&desk);
    let was = rows(&desk, &[]);
    desk.ok(["plan", "close", "First plan", "--carry-on", &open]);
    let edition = desk.json(["plan", "editions"])[0]["key"].as_str().unwrap().to_owned();
    for refused in [
        vec!["plan", "set", &done, "status=in progress"],
        vec!["plan", "close", "first plan"],
        vec!["plan", "--edition", "Second plan"],
        vec!["plan", "close", " "],
        vec!["plan", "remove", &edition],
        vec!["plan", "set", &edition, "text=Other"],
    ] {
        let run = desk.run(refused.iter().copied());
        assert!(run.code == 2 && run.stderr.contains("hint"), "{refused:?}: {}", run.stderr);
    }
    desk.ok(["undo"]);
    assert_eq!(rows(&desk, &[]), was);
    assert!(desk.json(["plan", "editions"]).as_array().unwrap().is_empty());
    // Taken back and made again, it is the plan as it stood the last time.
    desk.ok(["plan", "set", &done, "status=in progress"]);
    desk.ok(["plan", "close", "First plan"]);
    assert!(keys_of(&desk.json(["plan"])).is_empty());
    let closed = rows(&desk, &["--edition", "First plan"]);
    assert!(closed.iter().all(|row| row["status"] == "in_progress"), "{closed:?}");
    let empty = desk.run(["plan", "close", "Nothing"]);
    assert!(empty.code == 2 && empty.stderr.contains("nothing to close"), "{}", empty.stderr);
}

#[test]
fn texts_in_a_second_language_are_shown_to_those_who_read_it_and_missing_ones_are_found() {
    let desk = Desk::demo();
    let [done, open, share] = planned(&desk);
    desk.ok([
        "plan",
        "set",
        &open,
        "text@fr=Former tous les juges",
        "obstacles=No rooms",
        "obstacles@fr=Pas de salles",
    ]);
    desk.ok(["plan", "set", &share, "text@fr=Juges formés"]);
    let home = rows(&desk, &[]).iter().find(|row| row["key"] == open).unwrap()["cluster"].clone();
    desk.ok(["plan", "outcome", &home, "Courts are fair"]);
    desk.ok(["plan", "outcome", &home, "Des tribunaux équitables", "--in", "fr"]);
    let of = |rows: Vec<std::collections::HashMap<String, String>>| {
        let row = rows.into_iter().find(|row| row["key"] == open).unwrap();
        ["text", "obstacles", "outcome"].map(|column| row[column].clone())
    };
    assert_eq!(of(rows(&desk, &[])), ["Train all judges", "No rooms", "Courts are fair"]);
    let french = ["Former tous les juges", "Pas de salles", "Des tribunaux équitables"];
    assert_eq!(of(rows(&desk, &["--language", "fr"])), french);
    assert_eq!(of(rows(&desk, &["--language", "es"])), ["Train all judges", "No rooms", "Courts are fair"]);
    let check = desk.json(["plan", "check"]);
    let rule = check["rules"].as_array().unwrap().iter().find(|rule| rule["rule"] == "untranslated").unwrap().clone();
    assert_eq!((&rule["count"], &rule["of"], &rule["findings"][0]["detail"]), (&1.into(), &2.into(), &"fr".into()));
    assert!(rule["findings"][0]["place"]["plan"] == done, "{rule}");
    let wrong = desk.run(["plan", "set", &open, "lead@fr=MOJ"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("lead@fr"), "{}", wrong.stderr);
    desk.ok(["plan", "set", &open, "text@fr="]);
    assert_eq!(of(rows(&desk, &["--language", "fr"]))[0], "Train all judges");
}

#[test]
fn money_that_nobody_pays_yet_is_said_in_the_plan_and_summed_by_currency() {
    let desk = Desk::demo();
    let [done, open, _] = planned(&desk);
    desk.ok(["plan", "set", &done, "budget=EUR 5 000", "budget-source=State budget", "budget-gap=EUR 1 500.50"]);
    let check = desk.json(["plan", "check"]);
    assert_eq!(check["lacking"], serde_json::json!({"EUR": "1500.50", "USD": "40000"}));
    let budget = |key: &str| rows(&desk, &[]).iter().find(|row| row["key"] == *key).unwrap()["budget"].clone();
    assert_eq!(budget(&done), "EUR 5 000; State budget; gap EUR 1 500.50");
    let page = desk.folder().join("plan.html").to_str().unwrap().to_owned();
    desk.ok(["export", "plan", "--rows", "measures", "--language", "fr", "--out", &page]);
    assert!(std::fs::read_to_string(&page).unwrap().contains("Reste à financer : USD 40 000"));
    desk.ok(["plan", "set", &open, "budget-gap=USD 0"]);
    assert_eq!(desk.json(["plan", "check"])["lacking"], serde_json::json!({"EUR": "1500.50"}));
    assert_eq!(budget(&open), "USD 100 000");
}
