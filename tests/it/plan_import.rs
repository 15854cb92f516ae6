//! The last plan of an office, taken in from whatever table it stands in.

use std::collections::HashMap;

use crate::desk::{Desk, shared};

type Row = HashMap<String, String>;

const PLAN: &str = "Objective;Action;Recommendations;Responsible;Partners;Deadline;Status;Indicator\n\
Homes without fear;Open a shelter in each province;121.36, SAR-0075;MWF;MSP;by the end of 2027;in progress;Provinces with a shelter\n\
;;;;;Q2 2028;;Places in shelters\n\
Homes without fear;Make marital rape a crime;Criminalize all forms of domestic violence, including marital rape, and provide shelters for survivors in all nine provinces;Ministry of Justice;;before the elections;green;\n\
Fair courts;Train all judges;999.9;Judges' School;;2026;;\n";

fn rows(desk: &Desk, what: &str) -> Vec<Row> {
    desk.export(["plan", "--rows", what, "--format", "csv"])
}

#[test]
fn a_plan_comes_in_with_its_links_and_what_is_not_understood_is_named() {
    let desk = Desk::demo();
    let done = desk.run(["--json", "plan", "import", &desk.file("plan.csv", PLAN)]);
    assert_eq!(done.code, 1, "{}{}", done.stdout, done.stderr);
    let report: serde_json::Value = serde_json::from_str(&done.stdout).unwrap();
    let read = |of: &str| report[of]["read"].as_u64().unwrap();
    assert_eq!([read("outcomes"), read("measures"), read("indicators")], [2, 3, 2]);
    assert_eq!((report["linked"].as_u64(), report["undated"].as_u64()), (Some(3), Some(1)));
    assert_eq!(report["unlinked"][0]["name"], "999.9");
    assert_eq!(report["unknown_bodies"][0], "Judges' School");
    assert_eq!(report["unknown_statuses"][0], "green");
    let measures = rows(&desk, "measures");
    let of = |text: &str| measures.iter().find(|row| row["text"] == text).unwrap();
    let shelters = of("Open a shelter in each province");
    assert_eq!(shelters["recommendations"].split('|').count(), 2);
    assert_eq!((shelters["lead"].as_str(), shelters["support"].as_str()), ("MWF", "MSP"));
    assert_eq!((shelters["outcome"].as_str(), shelters["status"].as_str()), ("Homes without fear", "in_progress"));
    let law = of("Make marital rape a crime");
    assert_eq!((law["lead"].as_str(), law["until"].as_str()), ("MOJ", ""));
    assert_eq!((law["until_words"].as_str(), law["status"].as_str()), ("before the elections", "green"));
    assert!(law["recommendations"].contains("121.36"), "told by its text: {law:?}");
    let indicators = rows(&desk, "indicators");
    assert_eq!(indicators.iter().map(|row| row["until"].as_str()).collect::<Vec<_>>(), ["2028-Q2", "2027"]);
}

#[test]
fn the_same_plan_again_changes_nothing_and_one_undo_takes_all_of_it_back() {
    let desk = Desk::demo();
    let file = desk.file("plan.csv", PLAN);
    desk.run(["plan", "import", &file]);
    let first = rows(&desk, "measures");
    let again = desk.run(["plan", "import", &file]);
    assert!(again.stdout.contains("nothing has changed"), "{}", again.stdout);
    assert_eq!(rows(&desk, "measures"), first);
    let changed = desk.file("changed.csv", PLAN.replace("in progress", "done").replace("MSP", "MOI"));
    desk.ok(["plan", "set", &first[0]["key"], "remarks=ours"]);
    let told = desk.run(["plan", "import", &changed]);
    assert!(told.stdout.contains("the file says 'done'"), "{}", told.stdout);
    assert_eq!(rows(&desk, "measures")[0]["remarks"], "ours");
    desk.ok(["undo"]);
    desk.ok(["undo"]);
    assert!(rows(&desk, "measures").is_empty());
}

#[test]
fn what_is_no_plan_is_refused_with_what_to_do() {
    let desk = Desk::demo();
    let refused = desk.run(["plan", "import", &desk.file("a.csv", "name,age\nAda,36\n")]);
    assert!(refused.code == 2 && refused.stderr.contains("--map measure="), "{}", refused.stderr);
    let refused = desk.run(["plan", "import", "a.csv", "--map", "weather=age"]);
    assert!(refused.code == 2 && refused.stderr.contains("outcome_number"), "{}", refused.stderr);
    let mapped = desk.file("b.csv", "Was geschieht;Wer\nGerichte stärken;MOJ\n");
    desk.ok(["plan", "import", &mapped, "--map", "measure=Was geschieht", "--map", "lead=Wer"]);
    assert_eq!(rows(&desk, "measures")[0]["lead"], "MOJ");
}

#[test]
fn nothing_of_a_table_is_passed_over_or_run_together_in_silence() {
    let desk = Desk::demo();
    let plan = "No,Action,Recommendations,Responsible,Implementing agency,Deadline,Indicator,Target,Unit\n\
A1,Open shelters,121.36 to 121.38,\"Ministry of Justice, Ministry of Education\",MSP,30 June 2027,Shelters,50 %,cases\n\
A1,Train judges,paras. 121.40 and 121.41,MOI / MOJ,,31.12.2027,,,\n\
,,121.42,,,,,,\n\
Total,2 actions,,,,,,,\n";
    let done = desk.run(["--json", "plan", "import", &desk.file("plan.csv", plan)]);
    let report: serde_json::Value = serde_json::from_str(&done.stdout).unwrap();
    assert_eq!((report["measures"]["read"].as_u64(), report["linked"].as_u64()), (Some(2), Some(6)), "{report}");
    assert_eq!(report["numbered_twice"][0], "A1");
    assert_eq!(report["continued"].as_array().unwrap().len(), 1);
    let unread: Vec<&str> =
        report["unread"].as_array().unwrap().iter().map(|cell| cell["text"].as_str().unwrap()).collect();
    assert!(unread.contains(&"MSP") && unread.contains(&"50 %"), "{unread:?}");
    assert!(unread.iter().any(|text| text.contains("Total")), "{unread:?}");
    let measures = rows(&desk, "measures");
    let of = |text: &str| measures.iter().find(|row| row["text"] == text).unwrap();
    assert_eq!(
        (of("Open shelters")["lead"].as_str(), of("Open shelters")["until"].as_str()),
        ("MOE|MOJ", "2027-06-30")
    );
    assert_eq!((of("Train judges")["lead"].as_str(), of("Train judges")["until"].as_str()), ("MOI|MOJ", "2027-12-31"));
    let again = desk.run(["plan", "import", "plan.csv"]);
    assert!(again.stdout.contains("nothing has changed"), "{}", again.stdout);
    assert_eq!(rows(&desk, "measures"), measures);
}

#[test]
fn the_measures_that_are_written_are_read_back_by_their_keys() {
    let desk = Desk::demo();
    desk.run(["plan", "import", &desk.file("plan.csv", PLAN)]);
    let before = rows(&desk, "measures");
    let out = desk.folder().join("back.csv");
    desk.ok(["export", "plan", "--rows", "measures", "--format", "csv", "--out", out.to_str().unwrap()]);
    let report: serde_json::Value =
        serde_json::from_str(&desk.run(["--json", "plan", "import", "back.csv"]).stdout).unwrap();
    assert_eq!(
        (report["measures"]["read"].as_u64(), report["measures"]["new"].as_u64()),
        (Some(3), Some(0)),
        "{report}"
    );
    assert_eq!(rows(&desk, "measures"), before);
}

#[test]
fn a_real_plan_of_three_levels_is_read_whole() {
    let Some(shared) = shared() else {
        eprintln!("skipped: plans of offices are not beside the checkout");
        return;
    };
    let file = shared.join("plans/ca_nap6_plan_en_fr.csv");
    let desk = Desk::new();
    let report = desk.json(["plan", "import", file.to_str().unwrap()]);
    let read = |of: &str| report[of]["read"].as_u64().unwrap();
    assert_eq!([read("outcomes"), read("measures"), read("indicators")], [4, 19, 65]);
    let indicators = rows(&desk, "indicators");
    assert!(indicators.iter().all(|row| !row["until_words"].is_empty() && !row["lead"].is_empty()));
    assert!(desk.ok(["plan", "import", file.to_str().unwrap()]).contains("nothing has changed"));
}
