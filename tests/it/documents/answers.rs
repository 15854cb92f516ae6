//! What the State answers, where sources disagree, and what an import would change.

use super::review::{addendum, by, exported, list, report};
use crate::desk::Desk;
use crate::paper::Word;

#[test]
fn an_addendum_answers_the_numbers_that_exist_and_lists_the_others() {
    let desk = Desk::new();
    let answer = desk.file("addendum.docx", addendum().bytes());
    let early = desk.run(["import", &answer]);
    assert!(early.code == 1 && early.stdout.replace('\n', " ").contains("import the report"), "{}", early.stdout);
    desk.import(&desk.file("report.docx", report().bytes()));
    let taken = desk.imported(&answer);
    assert_eq!(taken["positions"]["positions"]["supported_implemented"], 1, "{taken}");
    assert_eq!(taken["rejected"].as_array().unwrap().len(), 1, "111.9 does not exist: {taken}");
    let rows = exported(&desk);
    for (paragraph, position) in
        [("111.1", "supported"), ("111.2", "supported_implemented"), ("111.3", "noted"), ("112.1", "noted")]
    {
        assert_eq!(by(&rows, paragraph)["position"], position, "{paragraph}");
    }
    let history = desk.ok(["history"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(history.contains("'Pending' became 'Supported (implemented or in process)'"), "{history}");
    let shown = desk.ok(["show", "111.2"]).replace('\n', " ");
    assert!(shown.contains("Schools were built in all valleys"), "{shown}");
    assert_eq!(desk.imported(&answer)["changed"], 0, "taken over once");
}

#[test]
fn sources_that_disagree_are_listed_and_a_person_settles_it() {
    let desk = Desk::new();
    desk.import(&desk.file("list.docx", list().bytes()));
    let rows = "id,state,text,recommending state,response,session\nU1,Peru,Ratify the treaty on mines,Chile,Noted,28\n";
    let report = desk.imported(&desk.file("rows.csv", rows));
    assert_eq!(
        (report["differences"][0]["field"].as_str(), report["differences"][0]["taken"].as_bool()),
        (Some("position"), Some(false))
    );
    assert!(desk.ok(["show", "--unsure"]).replace('\n', " ").contains("sources do not agree on the position"));
    desk.ok(["analyse"]);
    desk.ok(["correct", "111.1", "--position", "noted", "--text", "Ratify the treaty on land mines"]);
    let corrected = exported(&desk);
    let row = by(&corrected, "111.1");
    assert_eq!((row["position"].as_str(), row["text"].as_str()), ("noted", "Ratify the treaty on land mines"));
    assert_eq!(desk.run(["show", "--unsure"]).code, 1, "nothing is left to look at");
    desk.import(&desk.file("again.docx", list().lines(&["."]).bytes()));
    assert_eq!(by(&exported(&desk), "111.1")["position"], "noted", "a person outranks every source");
    desk.ok(["undo"]);
    assert_eq!(by(&exported(&desk), "111.1")["position"], "supported");
}

#[test]
fn a_diff_shows_an_amended_report_and_changes_nothing() {
    let desk = Desk::new();
    desk.import(&desk.file("report.docx", report().bytes()));
    let before = desk.json(["verify"]);
    let amended = Word::new().head("A/HRC/37/8").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "II. Conclusions and/or recommendations",
        "111. The following recommendations will be examined by Peru:",
        "111.1 Ratify the treaty on mines without delay (Chile) (Netherlands (Kingdom of the));",
        "111.2 Build schools in the mountains (Ghana); mend the roads to them (Egypt);",
        "111.4 Teach sign language (Fiji).",
    ]);
    let diff = desk.json(["import", "--diff", &desk.file("amended.docx", amended.bytes())])[0].clone();
    assert_eq!(diff["same"], 1, "{diff}");
    assert_eq!(
        (diff["new"].as_array().unwrap().len(), diff["differences"].as_array().unwrap().len()),
        (1, 1),
        "{diff}"
    );
    assert!(diff["new"][0]["reference"].as_str().unwrap().contains("111.4"), "{diff}");
    assert_eq!(diff["missing"].as_array().unwrap().len(), 3, "111.3, 112.1 and the pledge: {diff}");
    assert_eq!(desk.json(["verify"]), before);
}

#[test]
fn a_diff_of_an_addendum_shows_the_positions_it_would_set() {
    let desk = Desk::new();
    desk.import(&desk.file("report.docx", report().bytes()));
    let diff = desk.json(["import", "--diff", &desk.file("addendum.docx", addendum().bytes())])[0].clone();
    let positions = diff["differences"].as_array().unwrap();
    assert_eq!(positions.iter().filter(|d| d["field"] == "position" && d["taken"] == true).count(), 3, "{diff}");
    assert_eq!(desk.run(["import", "--diff", "addendum.docx"]).code, 0);
}
